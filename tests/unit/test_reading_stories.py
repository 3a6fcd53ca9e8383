"""Stories by the name of their main event and people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.library import Library
from articles.reading.stories import stories
from tests.library.building import stated
from tests.library.reports import Said, To, report
from tui.screens.story_list import ALONE, load_by_story

OPENED = Said("Ana Ruiz opened the bridge in Cádiz.", "opened", "Ana Ruiz", "Cádiz")
PAID = Said("Luis Vega paid for it.", "paid", "Luis Vega")
SANK = Said("The ferry sank.", "sank")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three reports of an opening, two of which tell who paid, and an article that stands alone."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        report(opened, 1, OPENED, PAID, outlet="Echo", published=stated(2024, 5, 3))
        report(opened, 2, SANK, outlet="Echo", published=stated(2024, 5, 4))
        links = [To(0, 1, 0), To(1, 1, 1)]
        report(opened, 3, OPENED, PAID, outlet="Wire", published=stated(2024, 5, 5), links=links)
        report(opened, 4, OPENED, outlet="echo", published=stated(2024, 5, 2), links=[To(0, 1, 0)])
        yield opened


def test_a_story_is_named_by_its_main_event_and_by_whom_its_articles_name(library: Library) -> None:
    story, alone = stories(library, library.ids())
    assert story.articles == (3, 1, 4)
    assert story.name.endswith(", Cádiz · Ana Ruiz, Luis Vega")
    assert story.event == library.event_of([(1, 0)])[1, 0]
    assert (alone.articles, alone.name, alone.event) == ((2,), "", 0)


def test_the_demo_articles_are_the_three_stories_that_they_tell(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        found = stories(library, library.ids())
        titles = {row.id: row.title for row in library.rows(library.ids())}
    words = [
        {word for word in ("Valdoria", "Polar Tern", "Holmport") for each in story.articles if word in titles[each]}
        for story in found
    ]
    assert [len(story.articles) for story in found] == [5, 5, 5]
    assert sorted(map(sorted, words)) == [["Holmport"], ["Polar Tern"], ["Valdoria"]]


def test_the_list_has_a_heading_for_each_story_with_its_outlets_and_what_stands_alone_below(library: Library) -> None:
    found = load_by_story(library, library.ids())
    assert list(found.ids(())) == [-1, 3, 1, 4, ALONE, 2]
    assert list(found.ids({-1})) == [-1, ALONE, 2]
    heading = found.headings[-1]
    assert heading.outlet == "3 · 2 outlets"
    assert heading.published.day == stated(2024, 5, 5).day
    assert not heading.is_read
    library.set_read([1, 3, 4], True)
    assert load_by_story(library, library.ids()).headings[-1].is_read


def test_a_name_that_the_reader_hides_names_no_story(library: Library) -> None:
    hidden = next(entity for entity in library.entities() if entity.name == "Luis Vega")
    library.entity_corrections.hide(hidden.id)
    assert "Luis Vega" not in stories(library, library.ids())[0].name

"""Stories by the name of their main event and people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from articles.errors import NotFoundError
from articles.library import Library
from articles.reading.stories import stories, story_of
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


def number_of(library: Library, name: str) -> int:
    return next(each.id for each in library.entities() if each.name == name)


def test_whom_the_reader_hides_is_in_no_name_of_a_story(library: Library) -> None:
    library.entity_corrections.hide(number_of(library, "Luis Vega"))
    assert stories(library, library.ids())[0].name.endswith(", Cádiz · Ana Ruiz")


def test_one_with_two_names_in_a_single_article_is_no_person_of_the_story(library: Library) -> None:
    twice = (Said("Eva Sol left.", "left", "Eva Sol"), Said("Sol Eva slept.", "slept", "Sol Eva"))
    report(library, 5, OPENED, *twice, links=[To(0, 1, 0)])
    library.entity_corrections.merge(number_of(library, "Sol Eva"), number_of(library, "Eva Sol"))
    story = stories(library, library.ids())[0]
    assert 5 in story.articles
    assert "Eva Sol" not in story.name


def test_what_is_read_anew_meanwhile_does_not_come_between(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels_of = library.event_labels

    def labels_after_another_run(events: Iterable[int]) -> dict[int, str]:
        with Library.open(tmp_path / "library.sqlite3") as elsewhere:
            for article in (1, 3, 4):
                elsewhere.replace_article(article, replace(elsewhere.article(article), blocks=()))
        return labels_of(events)

    monkeypatch.setattr(library, "event_labels", labels_after_another_run)
    assert len(stories(library, library.ids())) == 2


def test_the_story_of_an_article_is_that_of_those_that_share_its_events(library: Library) -> None:
    whole = stories(library, library.ids())[0]
    assert [set(story_of(library, article).articles) for article in whole.articles] == [{1, 3, 4}] * 3
    assert story_of(library, 2).articles == (2,)
    with pytest.raises(NotFoundError):
        story_of(library, 99)

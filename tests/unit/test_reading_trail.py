"""The trail of an event: who had it first, on whose word, and what is one text or one source under many names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from articles.errors import NotFoundError
from articles.library import Library
from articles.model import Basis, Precision, Published
from articles.reading.trail import trail
from tests.library.building import stated
from tests.library.reports import Said, To, report

OPENED = Said("The bridge was opened on Thursday.", "opened")
SAYS_RUIZ = Said("The bridge was opened on Thursday, Ana Ruiz said.", "opened", speaker="Ana Ruiz", says="Ana Ruiz")
SAYS_RUIZ_TOO = replace(SAYS_RUIZ, text="According to Ana Ruiz the bridge was opened.")
SAYS_ECHO = Said("The Echo reported that it was opened.", "opened", speaker="The Echo", says="Echo")
SAYS_SOMEBODY = Said("It was opened, officials said.", "opened", speaker="officials")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def event_of(library: Library, article: int) -> int:
    """The event of an article's first sentence."""
    return library.event_of([(article, 0)])[article, 0]


def test_the_first_is_the_one_that_appeared_first_not_the_one_that_was_added_first(library: Library) -> None:
    late = report(library, 1, OPENED, outlet="Echo", published=stated(2024, 5, 4))
    report(library, 2, OPENED, outlet="Wire", published=stated(2024, 5, 3), links=[To(0, late, 0)])
    undated = report(library, 3, OPENED, outlet="Blog", links=[To(0, late, 0)])
    found = trail(library, event_of(library, late))
    assert (found.first, found.first_published.day) == (("Wire",), date(2024, 5, 3))
    assert undated not in {text.passages[0].article for text in found.texts[:2]}


def test_one_that_may_have_appeared_any_later_stands_last_and_is_not_the_first(library: Library) -> None:
    told = replace(OPENED, when="Thursday", day=date(2024, 5, 2))
    one = report(library, 1, told, outlet="Echo", published=stated(2024, 5, 3))
    other = replace(OPENED, text="It was opened at last.")
    report(library, 2, other, outlet="Blog", links=[To(0, one, 0, confidence=0.95)])
    found = trail(library, event_of(library, one))
    assert library.row(2).published.day == date(2024, 5, 2)
    assert [text.passages[0].outlet for text in found.texts] == ["Echo", "Blog"]
    assert found.first == ("Echo",)


def test_several_may_have_it_first_on_one_day_and_none_without_a_date(library: Library) -> None:
    one = report(library, 1, OPENED, outlet="Echo", published=stated(2024, 5, 3))
    report(library, 2, OPENED, outlet="Wire", published=stated(2024, 5, 3), links=[To(0, one, 0)])
    assert trail(library, event_of(library, one)).first == ("Echo", "Wire")
    other = report(library, 3, SAYS_SOMEBODY)
    assert trail(library, event_of(library, other)).first == ()


def test_a_first_date_that_is_not_exact_stays_so(library: Library) -> None:
    week = Published(date(2024, 4, 29), Precision.WEEK, Basis.INFERRED)
    one = report(library, 1, OPENED, outlet="Echo", published=week)
    assert trail(library, event_of(library, one)).first_published.precision is Precision.WEEK


def test_copies_of_one_text_are_one_however_many_print_it(library: Library) -> None:
    long = [replace(OPENED, text=f"{OPENED.text} {'Nobody had thought that it would ever happen. ' * 8}")]
    one = report(library, 1, *long, outlet="Wire", published=stated(2024, 5, 3))
    report(library, 2, *long, outlet="Echo", published=stated(2024, 5, 4), links=[To(0, one, 0)])
    report(library, 3, OPENED, outlet="Courier", published=stated(2024, 5, 5), links=[To(0, one, 0)])
    found = trail(library, event_of(library, one))
    assert [text.passages[0].outlet for text in found.texts] == ["Wire", "Courier"]
    assert [[copy.outlet for copy in text.copies] for text in found.texts] == [["Echo"], []]
    assert found.mastheads == 3


def test_what_all_texts_have_from_one_source_is_told_to_have_no_other(library: Library) -> None:
    one = report(library, 1, SAYS_RUIZ, outlet="Echo", published=stated(2024, 5, 3))
    report(library, 2, SAYS_RUIZ_TOO, outlet="Wire", published=stated(2024, 5, 4), links=[To(0, one, 0)])
    found = trail(library, event_of(library, one))
    assert found.only_source == "Ana Ruiz"
    assert [(source.name, source.cited_by) for source in found.sources] == [("Ana Ruiz", ("Echo", "Wire"))]


def test_a_text_that_tells_it_in_its_own_words_is_a_source_too(library: Library) -> None:
    one = report(library, 1, SAYS_RUIZ, outlet="Echo", published=stated(2024, 5, 3))
    report(library, 2, OPENED, outlet="Wire", published=stated(2024, 5, 4), links=[To(0, one, 0)])
    found = trail(library, event_of(library, one))
    assert (found.only_source, found.in_own_words) == ("", 1)


def test_somebody_without_a_name_is_no_source_that_texts_could_share(library: Library) -> None:
    one = report(library, 1, SAYS_SOMEBODY, outlet="Echo", published=stated(2024, 5, 3))
    also = replace(SAYS_SOMEBODY, text="Officials said it was opened.")
    report(library, 2, also, outlet="Wire", published=stated(2024, 5, 4), links=[To(0, one, 0)])
    found = trail(library, event_of(library, one))
    assert (found.only_source, found.sources, found.in_own_words) == ("", (), 0)


def test_somebody_without_a_name_is_another_source_than_one_with_a_name(library: Library) -> None:
    one = report(library, 1, SAYS_RUIZ, outlet="Echo", published=stated(2024, 5, 3))
    officials = replace(SAYS_SOMEBODY, text="Officials said that it was opened, too.")
    report(library, 2, SAYS_RUIZ_TOO, officials, outlet="Wire", links=[To(0, one, 0), To(1, one, 0)])
    assert trail(library, event_of(library, one)).only_source == ""


def test_one_report_alone_is_not_called_the_only_source(library: Library) -> None:
    one = report(library, 1, SAYS_RUIZ, outlet="Echo")
    assert trail(library, event_of(library, one)).only_source == ""


def test_a_masthead_that_others_cite_is_known_to_report_it_too(library: Library) -> None:
    one = report(library, 1, OPENED, outlet="Echo", published=stated(2024, 5, 3))
    report(library, 2, SAYS_ECHO, outlet="Wire", published=stated(2024, 5, 4), links=[To(0, one, 0)])
    (source,) = trail(library, event_of(library, one)).sources
    assert (source.name, source.cited_by, source.is_here) == ("Echo", ("Wire",), True)


def test_an_event_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no event 7"):
        trail(library, 7)

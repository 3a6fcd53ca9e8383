"""Articles without a date of their own, dated by the events that they report and others date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.library import Library
from articles.model import UNDATED, Annotations, Basis, Linked, Precision, Published
from articles.query import parse
from tests.library.building import article, stated
from tests.library.reports import Said, To, findings_of, report

MAY = date(2024, 5, 2)
OPENED = Said("The bridge was opened.", "opened")
ON_A_DAY = Said("The bridge was opened on Thursday.", "opened", when="Thursday", day=MAY)


def dated(library: Library, article: int) -> tuple[date | None, Precision]:
    """How the list dates an article."""
    published = library.row(article).published
    return published.day, published.precision


def test_an_article_is_dated_by_what_it_shares_with_one_that_was_there_before(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, outlet="Echo", published=stated(2024, 5, 3))
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.95)])
    assert dated(library, other) == (MAY, Precision.ON_OR_AFTER)
    found = library.dated_by_events(other)
    assert found.basis is Basis.INFERRED
    assert [evidence.partition(", ")[2] for evidence in found.evidence] == ["2 May 2024, told by Echo"]
    assert list(library.ids(parse("is:undated"))) == []


def test_an_article_is_dated_when_one_that_dates_its_event_comes_later(library: Library) -> None:
    one = report(library, 1, OPENED)
    assert dated(library, one) == (None, Precision.DAY)
    report(library, 2, ON_A_DAY, published=stated(2024, 5, 3), links=[To(0, one, 0, confidence=0.95)])
    assert dated(library, one) == (MAY, Precision.ON_OR_AFTER)
    assert library.article(one).published == UNDATED


def test_a_doubtful_link_dates_nothing(library: Library) -> None:
    one = report(library, 1, OPENED)
    report(library, 2, ON_A_DAY, links=[To(0, one, 0, confidence=0.4, joins=False)])
    assert dated(library, one) == (None, Precision.DAY)
    assert library.dated_by_events(one) == UNDATED


def test_a_link_that_is_only_likely_dates_nothing(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, published=stated(2024, 5, 3))
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.6)])
    assert dated(library, other) == (None, Precision.DAY)


def test_an_article_with_a_date_of_its_own_keeps_it(library: Library) -> None:
    one = report(library, 1, OPENED, published=stated(2024, 4, 1))
    report(library, 2, ON_A_DAY, links=[To(0, one, 0, confidence=0.95)])
    assert dated(library, one) == (date(2024, 4, 1), Precision.DAY)
    assert library.dated_by_events(one) == UNDATED


def test_a_date_found_in_its_text_afterwards_takes_its_place(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, outlet="Echo")
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.95)])
    inferred = Published(date(2024, 5, 6), Precision.WEEK, Basis.INFERRED, ("“last week”",))
    found = replace(findings_of([OPENED]), published=inferred)
    library.store_annotations(other, found, [], lambda _, __: Linked((), (), ()))
    assert dated(library, other) == (date(2024, 5, 6), Precision.WEEK)
    assert library.dated_by_events(other) == UNDATED


def test_a_date_goes_when_what_it_rests_on_goes(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, outlet="Echo")
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.95)])
    library.store_annotations(other, Annotations("test engine"), [], lambda _, __: Linked((), (), ()))
    assert dated(library, other) == (None, Precision.DAY)


def test_dates_by_events_give_no_dates_to_events(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, outlet="Echo")
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.95)])
    third = report(library, 3, OPENED, links=[To(0, other, 0, confidence=0.95)])
    assert dated(library, third) == (None, Precision.DAY)


def test_a_date_goes_when_the_article_that_gave_it_is_read_otherwise(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, outlet="Echo")
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.95)])
    report(library, 1, ON_A_DAY, outlet="Echo")
    assert dated(library, other) == (None, Precision.DAY)
    assert library.dated_by_events(other) == UNDATED
    assert list(library.ids(parse("is:undated"))) == [other, one]


def test_a_date_goes_when_the_article_that_gave_it_has_another_text(library: Library) -> None:
    one = report(library, 1, ON_A_DAY, outlet="Echo")
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.95)])
    assert library.replace_article(one, article("Another text", "Nothing was opened.")).is_changed
    assert dated(library, other) == (None, Precision.DAY)

"""The timeline: the order of events, how exactly they are dated, and by what they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.library import Library
from articles.model import DatedEvent, Factuality, Interval, KnownEvent
from articles.query import Query, parse
from articles.reading.timeline import (
    Exactness,
    Unit,
    density,
    exactness,
    fitting_unit,
    name_of,
    next_in,
    timeline,
)
from tests.library.building import add, annotate, findings, stated
from tests.library.reports import Said, report

MAY = date(2024, 5, 2)


def dated(first: date, last: date | None = None, identity: int = 1, label: str = "opening") -> DatedEvent:
    """An event of some days."""
    days = Interval(first, last or first)
    event = KnownEvent(identity, label, "opening", days, Factuality.ASSERTED, 1, 1)
    return DatedEvent(event, days, 1, "It opened.", 3, 9)


def many(*days: date) -> list[DatedEvent]:
    """An event on each of some days."""
    return [dated(day, identity=number) for number, day in enumerate(days, 1)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (MAY, MAY, Exactness.DAY),
        (date(2024, 2, 1), date(2024, 2, 29), Exactness.MONTH),
        (date(2024, 12, 1), date(2024, 12, 31), Exactness.MONTH),
        (date(2023, 1, 1), date(2023, 12, 31), Exactness.YEAR),
        (date(2024, 5, 1), date(2024, 5, 7), Exactness.AROUND),
        (date(1950, 1, 1), date(1953, 12, 31), Exactness.AROUND),
        (date(9999, 12, 1), date(9999, 12, 31), Exactness.AROUND),
    ],
)
def test_how_exactly_an_event_is_dated_is_read_off_its_days(first: date, last: date, expected: Exactness) -> None:
    assert exactness(Interval(first, last)) is expected


def test_the_days_that_stand_beside_a_name_are_taken_off_it() -> None:
    assert name_of(dated(MAY, label="opening, Cádiz, 2 May 2024")) == "opening, Cádiz"
    assert name_of(dated(MAY, label="opening, Cádiz")) == "opening, Cádiz"


def test_events_are_counted_by_unit_and_those_that_may_lie_in_two_are_not() -> None:
    events = [*many(MAY, MAY, date(2024, 5, 9)), dated(date(2024, 5, 1), date(2024, 5, 31))]
    by_day = density(events, Unit.DAY)
    assert (by_day.firsts, by_day.counts) == ((MAY, date(2024, 5, 9)), (2, 1))
    by_month = density(events, Unit.MONTH)
    assert (by_month.firsts, by_month.counts) == ((date(2024, 5, 1),), (4,))


def test_by_years_every_event_is_counted_in_the_one_it_began_in() -> None:
    war = dated(date(1950, 6, 25), date(1953, 7, 27))
    assert density([war], Unit.YEAR).firsts == (date(1950, 1, 1),)


def test_a_few_events_long_ago_do_not_make_a_timeline_of_days_one_of_years() -> None:
    days = [MAY + timedelta(days=number) for number in range(20)]
    assert fitting_unit(many(date(1948, 9, 9), *days)) is Unit.DAY
    assert fitting_unit(many(*(MAY + timedelta(days=40 * number) for number in range(20)))) is Unit.MONTH
    assert fitting_unit(many(*(MAY + timedelta(days=400 * number) for number in range(20)))) is Unit.YEAR


def test_events_that_are_dated_to_the_month_are_counted_by_months() -> None:
    assert fitting_unit([dated(date(2024, 5, 1), date(2024, 5, 31))] * 3 + many(MAY)) is Unit.MONTH


def test_the_band_is_walked_from_one_unit_with_events_to_the_next() -> None:
    around = dated(date(2024, 5, 1), date(2024, 5, 31), 9)
    events = [around, *many(MAY, MAY, date(2024, 7, 1))]
    counted = density(events, Unit.DAY)
    assert next_in(counted, events, around, 1) == events[1]
    assert next_in(counted, events, events[2], 1) == events[3]
    assert next_in(counted, events, events[3], -1) == events[1]
    assert next_in(counted, events, events[3], 1) is None
    assert next_in(counted, events, around, -1) is None


spans = st.builds(
    lambda first, days: (first, first + timedelta(days=days)),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(0, 800),
)


@given(st.lists(spans, min_size=1, max_size=30), st.sampled_from(Unit))
def test_walking_the_band_visits_every_unit_once(days: list[tuple[date, date]], unit: Unit) -> None:
    events: Sequence[DatedEvent] = [dated(*each, identity=number) for number, each in enumerate(sorted(days))]
    counted = density(events, unit)
    walked = []
    at: DatedEvent | None = dated(date(1800, 1, 1))
    while at is not None and (at := next_in(counted, events, at, 1)) is not None:
        walked.append(unit.holding(at.days.first))
    assert tuple(walked) == counted.firsts


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Three openings: one that two articles report, one that is planned, one long before both."""
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        first = add(library, 1, published=stated(2024, 5, 3), outlet="Bay Courier")
        second = add(library, 2, published=stated(2024, 5, 4), outlet="The Lantern")
        third = add(library, 3, published=stated(2024, 5, 1), outlet="Delta Wire")
        fourth = add(library, 4, published=stated(2024, 5, 5), outlet="Echo")
        annotate(library, first, day=MAY)
        annotate(library, second, first, day=MAY)
        annotate(library, third, day=date(2024, 6, 1), found=findings(factuality=Factuality.PLANNED))
        annotate(library, fourth, day=date(1990, 6, 1))
    return path


def test_events_stand_in_the_order_in_which_they_happened_and_planned_ones_apart(library_path: Path) -> None:
    with Library.open(library_path) as library:
        made = timeline(library, Query())
    assert [each.days.first for each in made.happened] == [date(1990, 6, 1), MAY]
    assert [each.days.first for each in made.planned] == [date(2024, 6, 1)]
    assert made.is_whole


def test_what_was_merely_said_and_what_has_no_date_is_left_out(library_path: Path) -> None:
    with Library.open(library_path) as library:
        assert {each.event.event_class for each in timeline(library, Query()).happened} == {"opening"}
        assert "statement" in {each.event_class for each in library.events()}


def test_the_most_reported_are_kept_where_there_are_too_many(library_path: Path) -> None:
    with Library.open(library_path) as library:
        made = timeline(library, Query(), limit=1)
    assert [each.days.first for each in made.happened] == [MAY]
    assert not made.is_whole


def test_a_query_narrows_it_to_what_its_articles_report(library_path: Path) -> None:
    with Library.open(library_path) as library:
        made = timeline(library, parse("source:lantern OR source:delta"))
        assert [each.days.first for each in made.happened] == [MAY]
        assert len(made.planned) == 1
        assert timeline(library, parse("source:nobody")) == timeline(library, parse("place:nowhere"))


def test_an_event_tells_how_many_report_it_and_in_which_words(library_path: Path) -> None:
    with Library.open(library_path) as library:
        event = timeline(library, Query()).happened[1]
    assert event.texts == 2
    assert event.sentence[event.trigger_start : event.trigger_end] == "opened"


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("place:Cádiz", [1990, 2024, 2024]),
        ("person:Ruiz", [1990, 2024, 2024]),
        ("person:Nobody", []),
        ("-place:Cádiz", []),
        ("event:opening", [1990, 2024, 2024]),
        ("event:parade", []),
        ("after:2024-05-03", [2024]),
        ("after:2024-05-02", [2024, 2024]),
        ("before:2024-05-02", [1990]),
        ("place:Cádiz after:2000 before:2024-06-01", [2024]),
        ("source:Echo", [1990]),
        ("source:Echo after:2000", []),
        ("source:Echo OR after:2024-05-05", [1990]),
    ],
)
def test_names_and_days_are_asked_of_events_and_all_else_of_their_articles(
    library_path: Path, query: str, years: list[int]
) -> None:
    with Library.open(library_path) as library:
        made = timeline(library, parse(query))
    assert [each.days.first.year for each in (*made.happened, *made.planned)] == years


def test_an_event_without_a_name_in_it_is_left_out_though_its_article_names_him(tmp_path: Path) -> None:
    opened = Said("Ana Ruiz opened the bridge in Cádiz.", "opened", "Ana Ruiz", "Cádiz", day=MAY)
    sank = Said("The ferry sank.", "sank", day=MAY + timedelta(days=3))
    with Library.open(tmp_path / "library.sqlite3") as library:
        report(library, 1, opened, sank, published=stated(2024, 5, 6))
        everything, hers = (timeline(library, parse(query)) for query in ("", "person:Ruiz"))
    assert [each.days.first.day for each in everything.happened] == [2, 5]
    assert [each.days.first.day for each in hers.happened] == [2]

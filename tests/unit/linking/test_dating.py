"""The day on which an article appeared at the earliest, by the events that it reports as done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.linking.dating import EventReport, on_or_after
from articles.model import UNDATED, Basis, EventSlots, Factuality, Interval, Precision

MAY = date(2024, 5, 2)
TODAY = date(2025, 6, 1)
HERE = EventSlots(1, 0, "parade", "parade")


def shared(
    day: date,
    confidence: float = 0.95,
    *,
    chain: int = 0,
    last: date | None = None,
    told_here: Factuality | None = None,
) -> EventReport:
    """An event that another article puts on a day."""
    there = EventSlots(2, 0, "parade", "parade", interval=Interval(day, last or day), dated_by_text=True)
    here = replace(HERE, chain=chain, factuality=told_here or Factuality.ASSERTED)
    return EventReport(here, there, confidence, "Echo")


def test_what_is_told_as_done_has_happened_and_the_evidence_says_what_and_who_says_when() -> None:
    found = on_or_after([shared(MAY)], TODAY)
    assert (found.day, found.precision, found.basis) == (MAY, Precision.ON_OR_AFTER, Basis.INFERRED)
    assert found.evidence == ("parade, 2 May 2024, told by Echo",)


def test_the_latest_event_that_is_sure_enough_counts() -> None:
    june = MAY + timedelta(days=30)
    assert on_or_after([shared(MAY), shared(june, chain=1)], TODAY).day == june
    assert on_or_after([shared(MAY), shared(june, 0.6, chain=1)], TODAY).day == MAY


def test_several_events_that_are_less_sure_make_up_for_each_other() -> None:
    june = MAY + timedelta(days=30)
    assert on_or_after([shared(MAY, 0.7)], TODAY) == UNDATED
    assert on_or_after([shared(MAY, 0.7), shared(june, 0.7, chain=1)], TODAY).day == MAY


def test_two_mentions_of_one_event_do_not() -> None:
    assert on_or_after([shared(MAY, 0.7), shared(MAY, 0.7)], TODAY) == UNDATED


@pytest.mark.parametrize("factuality", [each for each in Factuality if each is not Factuality.ASSERTED])
def test_what_is_not_told_as_done_says_nothing(factuality: Factuality) -> None:
    assert on_or_after([shared(MAY, told_here=factuality)], TODAY) == UNDATED


def test_a_month_gives_its_first_day_and_a_year_says_too_little() -> None:
    month = shared(date(2024, 5, 1), last=date(2024, 5, 31))
    assert on_or_after([month], TODAY).day == date(2024, 5, 1)
    assert on_or_after([shared(date(2024, 1, 1), last=date(2024, 12, 31))], TODAY) == UNDATED


def test_an_article_cannot_have_appeared_after_it_came() -> None:
    assert on_or_after([shared(TODAY + timedelta(days=1))], TODAY) == UNDATED


def test_days_that_another_text_does_not_itself_state_do_not_count() -> None:
    report = shared(MAY)
    assert on_or_after([replace(report, there=replace(report.there, dated_by_text=False))], TODAY) == UNDATED


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), TODAY), st.floats(0.5, 1.0)), max_size=8))
def test_more_events_never_make_it_earlier(told: list[tuple[date, float]]) -> None:
    reports = [shared(day, confidence, chain=number) for number, (day, confidence) in enumerate(told)]
    days = [on_or_after(reports[:count], TODAY).day or date.min for count in range(len(reports) + 1)]
    assert days == sorted(days)

"""Days that cannot be placed on the calendar: which of them agree, and with which dates."""

from __future__ import annotations

from datetime import date

import pytest

from articles.linking.unplaced_days import days_agree, same_unplaced_day, unplaced
from articles.model import EventSlots, Interval


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("XXXX-WXX-4", "XXXX-WXX-4"),
        ("XXXX-WXX-4TNI", "XXXX-WXX-4"),
        ("XXXX-07-27", "XXXX-07-27"),
        ("XXXX-07-27T21:40", "XXXX-07-27"),
        ("XXXX-09", "XXXX-09"),
        ("XXXX-WXX-WE", ""),
        ("XXXX-XX-XXTNI", ""),
        ("XXXX-Q4", ""),
        ("XXXX-10-16/XXXX-11-14", ""),
        ("PAST_REF", ""),
        ("2023-07-27", ""),
    ],
)
def test_a_weekday_or_a_day_of_the_year_is_told(value: str, told: str) -> None:
    assert unplaced(value) == told


def on(value: str) -> EventSlots:
    """An event mention of an unplaced day."""
    return EventSlots(1, 0, "parade", "parade", unplaced=value)


def dated(first: date, last: date | None = None) -> EventSlots:
    """An event mention of days that are known."""
    return EventSlots(2, 0, "parade", "parade", interval=Interval(first, last or first))


THURSDAY = date(2023, 7, 27)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (on("XXXX-WXX-4"), on("XXXX-WXX-4"), True),
        (on("XXXX-WXX-4"), on("XXXX-WXX-6"), False),
        (on("XXXX-WXX-7"), on("XXXX-WXX-1"), True),
        (on("XXXX-07-27"), on("XXXX-07-27"), True),
        (on("XXXX-07-27"), on("XXXX-07-29"), False),
        (on("XXXX-07"), on("XXXX-07-29"), True),
        (on("XXXX-07"), on("XXXX-08"), False),
        (on("XXXX-WXX-4"), on("XXXX-07-27"), None),
        (on("XXXX-WXX-4"), on(""), None),
        (on("XXXX-WXX-4"), dated(THURSDAY), True),
        (on("XXXX-WXX-2"), dated(THURSDAY), False),
        (on("XXXX-WXX-2"), dated(date(2023, 7, 1), date(2023, 7, 31)), None),
        (on("XXXX-07-27"), dated(THURSDAY), True),
        (on("XXXX-07-28"), dated(date(2023, 7, 1), date(2023, 7, 31)), True),
        (on("XXXX-08-28"), dated(date(2023, 7, 1), date(2023, 7, 31)), False),
        (on("XXXX-08-28"), dated(date(2023, 1, 1), date(2023, 12, 31)), None),
        (dated(THURSDAY), dated(THURSDAY), None),
    ],
)
def test_two_mentions_may_be_of_one_day(one: EventSlots, other: EventSlots, agree: bool | None) -> None:
    assert days_agree(one, other) is agree
    assert days_agree(other, one) is agree


def test_only_what_is_told_alike_is_the_same_day() -> None:
    assert same_unplaced_day(on("XXXX-07-27"), on("XXXX-07-27"))
    assert not same_unplaced_day(on("XXXX-07"), on("XXXX-07-27"))
    assert not same_unplaced_day(on(""), on(""))
    assert not same_unplaced_day(on("XXXX-07-27"), dated(THURSDAY))

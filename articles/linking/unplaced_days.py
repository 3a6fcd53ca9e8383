"""Days that cannot be placed on the calendar but still be told apart: "on Thursday", "on July 27", of no known year.

An article without a date seldom says more, and two of its kind agree or differ in no less.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from articles.model import EventSlots, Interval

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_DAY_OF_YEAR = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_OF_WEEKDAY = "XXXX-WXX-"
_SHORT, _MONTH = 3, 31
"""Days up to which an interval tells the weekday, or the day of the year."""
_WEEK = 7


def unplaced(value: str) -> str:
    """The weekday (`XXXX-WXX-4`), day (`XXXX-07-27`) or month (`XXXX-07`) that a TIMEX3 value tells; empty for others.

    The part of the day is left out, for a night belongs to two of them. What spans several days tells none.
    """
    found = None if "/" in value else _WEEKDAY.match(value) or _DAY_OF_YEAR.match(value)
    return found[0] if found else ""


def days_agree(one: EventSlots, other: EventSlots) -> bool | None:
    """Whether two mentions, of which one is told with an unplaced day, may be of one day; None where that is unknown.

    Neighbouring weekdays may be one: reports put a night on either.
    """
    if one.interval is not None and other.interval is not None:
        return None
    mine, theirs = one.unplaced, other.unplaced
    if one.interval is not None:
        return _falls_in(theirs, one.interval)
    if other.interval is not None:
        return _falls_in(mine, other.interval)
    if not (mine and theirs) or mine.startswith(_OF_WEEKDAY) != theirs.startswith(_OF_WEEKDAY):
        return None
    if mine.startswith(_OF_WEEKDAY):
        return (int(mine[-1]) - int(theirs[-1])) % _WEEK in (0, 1, _WEEK - 1)
    return mine.startswith(theirs) or theirs.startswith(mine)


def same_unplaced_day(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions are told with one unplaced weekday or day of the year."""
    return bool(one.unplaced) and one.unplaced == other.unplaced and one.interval is None and other.interval is None


def _falls_in(unplaced: str, interval: Interval) -> bool | None:
    """Whether an unplaced day may lie in an interval that is short enough to tell."""
    if not unplaced or interval.days > (_SHORT if unplaced.startswith(_OF_WEEKDAY) else _MONTH):
        return None
    return any(_names(unplaced, interval.first + timedelta(days=day)) for day in range(interval.days))


def _names(unplaced: str, day: date) -> bool:
    if unplaced.startswith(_OF_WEEKDAY):
        return day.isoweekday() == int(unplaced[-1])
    return day.strftime("XXXX-%m-%d").startswith(unplaced)

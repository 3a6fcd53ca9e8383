"""Dates as feeds write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from articles.text import one_line, printable

_ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MET": 1, "CEST": 2, "MEST": 2,
    "SAST": 2, "EET": 2, "EEST": 3, "MSK": 3, "SGT": 8, "HKT": 8, "AWST": 8, "KST": 9, "JST": 9, "AEST": 10,
    "AEDT": 11, "NZST": 12, "NZDT": 13, "AST": -4, "ADT": -3, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6,
    "MST": -7, "PDT": -7, "PST": -8, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours from UTC; the American ones as RFC 822 has them, which is the standard of the dates of RSS."""
_CLOCK = re.compile(r"\d:\d\d|\d\s?T\s?\d", re.IGNORECASE)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_LONGEST = 100
_FIRST_YEAR = 1990
"""Before there was a web, nothing was published on it: an earlier date is a field left at zero."""


def iso_date(text: str) -> str:
    """A date in ISO 8601, with the zone that it states and none where it states none; as it stands if unreadable.

    RFC 822 and ISO 8601 with all that is sloppy about them: wrong weekdays, missing seconds, zones in letters. What
    names no day is left as it stands too, rather than given one. A year before 1990 is nobody's: it gives nothing.
    """
    words = one_line(printable(text), _LONGEST)
    try:
        moment = _epoch(words) or _iso(words) or _parsed(words)
        if moment is None:
            return words
        if moment.year < _FIRST_YEAR:
            return ""
        has_clock = _CLOCK.search(words) or _EPOCH.fullmatch(words)
        return moment.isoformat(timespec="seconds") if has_clock else moment.date().isoformat()
    except (ValueError, OverflowError):
        return words


def _epoch(words: str) -> datetime | None:
    """Seconds or milliseconds since 1970, which some write in JSON."""
    match = _EPOCH.fullmatch(words)
    return datetime.fromtimestamp(int(match[1]), UTC) if match else None


def _iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _parsed(words: str) -> datetime | None:
    """What dateutil makes of it; nothing where it would have to make up a day, a month or a year."""
    if sum(char.isdigit() for char in words) < 5:
        return None
    first, second = (_with_default(words, default) for default in (datetime(1, 1, 1), datetime(2, 2, 2)))  # noqa: DTZ001
    return first if first == second else None


def _with_default(words: str, default: datetime) -> datetime | None:
    from dateutil import parser

    try:
        return parser.parse(words, tzinfos=_zone, default=default)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None  # its errors on what is no date are of many kinds


def _zone(name: str | None, seconds: int | None) -> tzinfo | None:
    if seconds is not None:
        return timezone(timedelta(seconds=seconds)) if abs(seconds) < 86_400 else None
    hours = _ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))

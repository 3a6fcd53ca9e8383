"""Dates as feeds write them, to ISO 8601."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo

from articles.text import one_line, printable

_ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MET": 1, "CEST": 2, "MEST": 2,
    "SAST": 2, "EET": 2, "EEST": 3, "MSK": 3, "SGT": 8, "HKT": 8, "AWST": 8, "KST": 9, "JST": 9, "AEST": 10,
    "AEDT": 11, "NZST": 12, "NZDT": 13, "AST": -4, "ADT": -3, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6,
    "MST": -7, "PDT": -7, "PST": -8, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours from UTC; the American ones as RFC 822 has them, which is the standard of the dates of RSS."""
_LONGEST = 100
_FIRST_YEAR = 1990
"""Before there was a web, nothing was published on it: an earlier date is a field left at zero."""


def iso_date(text: str) -> str:
    """A date in ISO 8601, with the zone that it states and none where it states none; as it stands if unreadable.

    RFC 822 and ISO 8601 with all that is sloppy about them: weekdays that are wrong, missing seconds, zones as
    letters, an hour 24.
    """
    words = one_line(printable(text), _LONGEST)
    moment = _iso(words) or _parsed(words)
    if moment is None:
        return words
    if moment.year < _FIRST_YEAR:
        return ""
    return moment.date().isoformat() if _is_day(words) else moment.isoformat(timespec="seconds")


def _is_day(words: str) -> bool:
    return ":" not in words and "T" not in words


def _iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _parsed(words: str) -> datetime | None:
    from dateutil import parser

    if sum(char.isdigit() for char in words) < 4:
        return None
    try:
        return parser.parse(words, tzinfos=_zone, default=datetime(1, 1, 1))  # noqa: DTZ001 - no zone if none is stated
    except (ValueError, OverflowError, TypeError, AttributeError, KeyError, parser.ParserError):
        return None


def _zone(name: str | None, seconds: int | None) -> tzinfo | None:
    if seconds is not None:
        return timezone(timedelta(seconds=seconds)) if abs(seconds) < 86_400 else None
    hours = _ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))

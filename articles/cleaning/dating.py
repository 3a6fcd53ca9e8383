"""Dates that a page states of itself, in words or numbers, with the words they rest on.

A date in numbers whose day and month could be either way round is not guessed: see `find_date`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from articles.model import Basis, Precision, Published

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_FOREIGN_MONTHS = (
    "januar janvier enero janeiro gennaio januari января",
    "februar février febrero fevereiro febbraio februari февраля",
    "märz mars marzo março maart марта", "avril abril aprile апреля", "mai mayo maio maggio mei мая",
    "juni juin junio junho giugno июня", "juli juillet julio julho luglio июля", "août agosto augustus августа",
    "septembre septiembre setembro settembre сентября", "oktober octobre octubre outubro ottobre октября",
    "novembre noviembre novembro ноября", "dezember décembre diciembre dezembro dicembre декабря",
)  # fmt: skip
"""The months in German, French, Spanish, Portuguese, Italian, Dutch and Russian, where English has other names."""
_MONTH_NUMBERS.update({name: number for number, names in enumerate(_FOREIGN_MONTHS, 1) for name in names.split()})
_FOREIGN = "|".join(name for names in _FOREIGN_MONTHS for name in names.split())
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    rf"|nov(?:ember)?|dec(?:ember)?|(?:{_FOREIGN})\b)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ -](?:of |de )?{_MONTH},?[ -](?:de )?{_YEAR}", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[-./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])"
)
_MONTH_ONLY = re.compile(rf"(?<!\d )\b{_MONTH},? {_YEAR}", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?(?!\d)"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>[+-]\d\d:?\d\d\b|[A-Z]{1,4}\b)?",
    re.IGNORECASE,
)
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "SAST": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "SGT": 8, "HKT": 8, "AWST": 8, "KST": 9, "JST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "AST": -4, "ADT": -3, "EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "AKST": -9,
    "HST": -10,
}  # fmt: skip
"""Hours from UTC of the abbreviations that newsrooms agree on. CST and IST name several zones and are left out."""
_AMERICAN = frozenset({"ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"})
_A_YEAR = re.compile(r"(?:19|20)\d\d|\d[-./]\d\d(?!\d)")
_LABELS = re.compile(
    r"\b(?:first |originally |last )?(?:published|updated|posted|modified|created|released|issued|edited|added|filed"
    r"|date|dated|on|at|by|time|local|o'clock"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|first published|released|issued|dated?)\b", re.IGNORECASE)


_EARLIEST = date(1900, 1, 1)
_EPOCH = date(1970, 1, 1)
"""What a page's database says of a date that it does not have."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date found in a text, with the half-open span of its words, its time of day included."""

    start: int
    end: int
    day: date
    precision: Precision
    moment: datetime | None = None
    note: str = ""
    """What could not be told, for the evidence."""


def find_date(text: str) -> StatedDate | None:
    """The first date with a year in a text.

    `12/11/2023` is 12 November where its time is on no American clock and the numbers are parted by full stops;
    November 12 where it has an American time zone or a half of day; where only one reading is a date, that one.
    Else both stay possible, and only the year is taken (`Precision.YEAR`).
    """
    if not _A_YEAR.search(text):
        return None
    found = [match for pattern in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST) if (match := pattern.search(text))]
    for match in sorted(found, key=lambda each: each.start()):
        day = _calendar_day(match["year"], _month_number(match["month"]), match["day"])
        if day:
            return _with_clock(text, match.start(), match.end(), day)
    return _numeric_date(text) or _month_of(text)


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTH_NUMBERS.get(month.casefold().rstrip("."), 0)


def _calendar_day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _numeric_date(text: str) -> StatedDate | None:
    match = _NUMERIC.search(text)
    if not match:
        return None
    year = match["year"] if len(match["year"]) == 4 else _century(match["year"])
    day_first = _calendar_day(year, int(match["second"]), match["first"])
    month_first = _calendar_day(year, int(match["first"]), match["second"])
    if day_first and month_first and day_first != month_first:
        chosen = _order(text[match.end() :], match["mark"])
        if chosen is None:
            note = "day and month could be either way round"
            return StatedDate(*match.span(), date(int(year), 1, 1), Precision.YEAR, note=note)
        return _with_clock(text, *match.span(), month_first if chosen else day_first)
    day = day_first or month_first
    return _with_clock(text, *match.span(), day) if day else None


def _order(after: str, mark: str) -> bool | None:
    """Whether the month comes first; None when nothing tells."""
    clock = _CLOCK.search(after[:30])
    if clock and (clock["zone"] or "").upper() in _AMERICAN:
        return True
    return False if mark == "." else None


def _century(year: str) -> str:
    return ("20" if int(year) < 70 else "19") + year


def _month_of(text: str) -> StatedDate | None:
    match = _MONTH_ONLY.search(text)
    if not match:
        return None
    return StatedDate(*match.span(), date(int(match["year"]), _month_number(match["month"]), 1), Precision.MONTH)


def _with_clock(text: str, start: int, end: int, day: date) -> StatedDate:
    """The date with the time of day and zone that stand next to it, if they do."""
    for clock in _CLOCK.finditer(text[max(0, start - 24) : end + 36]):
        at = clock.start() + max(0, start - 24), clock.end() + max(0, start - 24)
        if at[0] < end and at[1] > start:
            continue
        zone = _zone(clock["zone"])
        moment = None
        if zone is not None:
            hour = _hour(int(clock["hour"]), clock["half"])
            moment = datetime(
                day.year, day.month, day.day, hour, int(clock["minute"]), int(clock["second"] or 0), tzinfo=zone
            )
        precision = Precision.MINUTE if moment else Precision.DAY
        return StatedDate(min(start, at[0]), max(end, at[1]), day, precision, moment)
    return StatedDate(start, end, day, Precision.DAY)


def _hour(hour: int, half: str | None) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name[0] in "+-":
        digits = name.replace(":", "")
        minutes = int(digits[1:3]) * 60 + int(digits[3:5])
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes)) if minutes < 1440 else None
    hours = _ZONES.get(name.upper())
    if hours is None:
        return None
    return UTC if hours == 0 else timezone(timedelta(hours=hours))


def without_date(text: str, found: StatedDate) -> str:
    """What a line says beside its date: the date's words, its labels, weekday and time are taken out."""
    rest = text[: found.start] + " " + text[found.end :]
    while again := find_date(rest):
        rest = rest[: again.start] + " " + rest[again.end :]
    return " ".join(_LABELS.sub(" ", _CLOCK.sub(" ", rest)).strip(" ,.:;|/–—-·•()[]").split())


def stated(found: StatedDate, where: str, words: str) -> Published:
    """A publication date that a page states, with where and in which words."""
    note = f"; {found.note}" if found.note else ""
    return Published(found.day, found.precision, Basis.STATED, (f'{where} "{words}"{note}',), found.moment)


def is_plausible(day: date, latest: date) -> bool:
    """Whether a page that was there on a day could have been published on another."""
    return _EARLIEST <= day <= latest and day != _EPOCH


def is_of_publication(words: str) -> bool:
    """Whether a line's own words say that its date is that of publication, not of a later change."""
    return bool(_PUBLISHED.search(words)) or not _LATER.search(words)

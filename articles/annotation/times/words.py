"""The words of the calendar, and the fragments of pattern that the rules are written in."""

from __future__ import annotations

import re
from enum import StrEnum

from articles.annotation.times.numbers import FIGURES, NUMBER_WORDS, ORDINAL, SPOKEN_YEAR

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_KEYS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
_WEEKDAY_KEYS = {name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}


class Unit(StrEnum):
    """The units that durations are counted in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {
    "dawn": "MO",
    "sunrise": "MO",
    "morning": "MO",
    "lunchtime": "MI",
    "midday": "MI",
    "noon": "MI",
    "afternoon": "AF",
    "dusk": "EV",
    "sunset": "EV",
    "evening": "EV",
    "night": "NI",
}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return _MONTH_KEYS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, for a weekday's name or abbreviation."""
    return _WEEKDAY_KEYS[name[:3].lower()]


def unit_of(word: str) -> Unit:
    """The unit that a word names, in singular or plural, shortened or not."""
    bare = word.lower().rstrip(".")
    if bare in ("century", "centuries"):
        return Unit.CENTURY
    short = {
        "yr": Unit.YEAR,
        "yrs": Unit.YEAR,
        "hr": Unit.HOUR,
        "hrs": Unit.HOUR,
        "min": Unit.MINUTE,
        "mins": Unit.MINUTE,
    }
    return short.get(bare) or Unit(bare.removesuffix("s"))


def _names(names: tuple[str, ...]) -> str:
    return "|".join([*names, *(name.upper() for name in names)])


_MONTH = (
    rf"(?-i:{_names(MONTH_NAMES)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?= \d|-\d))"
    r"|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?:\.|(?= \d)))"
)
_WEEKDAY = (
    rf"(?-i:{_names(WEEKDAY_NAMES)}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.|(?=,? (?:\d|[A-Z][a-z]+\.? \d))))"
)
_COUNT = (
    rf"(?:(?:\ban?~)?half~an?\b|(?:\ban?~)?couple(?: of)?|\ban? (?:few|handful of|dozen|single|full|half)"
    rf"|\bseveral|\bfew|\bmany|\bdozens of|\bhundreds of|\bthousands of|\bscores of|(?:\ba )?half~dozen"
    rf"|(?:{NUMBER_WORDS}|{FIGURES})(?: and a half)?|\ban?\b|\banother\b)"
)
_FRAGMENTS = {
    "month": rf"\b{_MONTH}",
    "weekday": rf"\b{_WEEKDAY}",
    "dom": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%/]|[.,]\d)",
    "year": r"(?:1\d|20)\d\d(?![\d%]|[.,]\d|-\d\d\d)",
    "spoken_year": SPOKEN_YEAR,
    "unit": r"(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))\b",
    "season": r"\b(?:spring|summer|autumn|fall|winter)\b",
    "part": r"(?:early~|late~|mid~?)?(?:dawn|sunrise|morning|lunchtime|midday|noon|afternoon|dusk|sunset|evening|night)\b",
    "ordinal": ORDINAL,
    "number": rf"(?:{NUMBER_WORDS}|{FIGURES})",
    "count": _COUNT,
    "clock": (
        r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?"
        r"|(?:[a-z]+|1[0-2]|[1-9]) o'clock|\bnoon\b|\bmidnight\b)"
    ),
    "zone": r"(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|ET|PT|KST|JST|IST|local time|Eastern time)\b",
}
_FIELD = re.compile(r"(?<!\?P)<(?:(?P<group>\w+)=)?(?P<fragment>\w+)>")


def pattern(text: str) -> re.Pattern[str]:
    """Compile a rule's pattern.

    `<month>` stands for the fragment of that name as a group of that name, `<to=month>` gives the group another
    name. A space matches any run of spaces, `~` a hyphen or spaces. Case is folded but in names of months and days.
    """

    def field(match: re.Match[str]) -> str:
        return f"(?P<{match['group'] or match['fragment']}>{_FRAGMENTS[match['fragment']]})"

    loose = _FIELD.sub(field, text).replace(" ", r"\s+").replace("~", r"(?:-|\s+)")
    return re.compile(loose, re.IGNORECASE)

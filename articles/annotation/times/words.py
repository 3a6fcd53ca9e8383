"""The words of the calendar, and the fragments of pattern that the rules are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from articles.annotation.times.numbers import FIGURES, NUMBER_WORDS, ORDINAL, SPOKEN_YEAR

MONTH_NAMES = tuple("January February March April May June July August September October November December".split())
WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
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


CLOCK_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""TIMEX3 codes."""

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
"""TIMEX3 codes."""

STEPS = {
    **dict.fromkeys(["last", "past", "previous", "preceding", "prior", "latest", "the previous"], -1),
    **dict.fromkeys(["this", "current", "same", "that"], 0),
    **dict.fromkeys(["next", "coming", "upcoming", "following", "ensuing", "this coming"], 1),
}
"""How many units on from the present, or from the story's own time, a determiner points."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return _MONTH_KEYS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, for a weekday's name or abbreviation."""
    return _WEEKDAY_KEYS[name[:3].lower()]


def unit_of(word: str) -> Unit:
    """The unit that a word names, in singular or plural."""
    bare = word.lower()
    return Unit.CENTURY if bare == "centuries" else Unit(bare.removesuffix("s"))


def part_code(words: str) -> str:
    """TIMEX3 code of a part of the day, in singular or plural: `EV` for `late evening`; empty for no words."""
    last = re.split(r"[-\s]", words.lower())[-1].removesuffix("s")
    return PARTS_OF_DAY.get(last) or PARTS_OF_DAY.get(last.removeprefix("mid"), "")


def _names(names: Iterable[str]) -> str:
    return "|".join(form for name in names for form in (name, name.upper()))


_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_SHORT_WEEKDAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_COUNTS = (
    r"(?:\ban?~)?half~an?\b",
    r"(?:\ban? )?couple(?: of)?",
    r"\ban? (?:few|handful of|dozen|single|full|half)",
    r"\b(?:several|few|many)",
    r"\b(?:dozens|hundreds|thousands|scores) of",
    rf"(?:{NUMBER_WORDS}|{FIGURES})(?: and a half)?",
    r"\ban?\b",
    r"\banother\b",
)
ZONES = r"(?:GMT|UTC|[ECMP][SD]T|CES?T|BST|ET|PT|KST|JST|IST|local time|eastern time)\b"
_CLOCKS = (
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?",
    r"(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?",
    rf"(?:{NUMBER_WORDS}|1[0-2]|[1-9]) o'clock",
    r"\bnoon\b",
    r"\bmidnight\b",
)
_PARTS = "|".join(PARTS_OF_DAY)
_FRAGMENTS = {
    "month": rf"\b(?-i:{_names(MONTH_NAMES)}|(?:{_SHORT_MONTHS}|{_SHORT_MONTHS.upper()})(?:\.|(?= \d|-\d)))",
    "weekday": rf"\b(?-i:{_names(WEEKDAY_NAMES)}|(?:{_SHORT_WEEKDAYS})(?:\.|(?=,? (?:\d|[A-Z][a-z]+\.? \d))))",
    "dom": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%/]|[.,:]\d)",
    "year": r"(?:1\d|20)\d\d(?![\d%]|[.,]\d|-\d\d\d)",
    "spoken_year": SPOKEN_YEAR,
    "unit": "(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))\\b",
    "season": rf"\b(?:{'|'.join(SEASONS)})\b",
    "part": rf"(?:early~|late~|mid~?)?(?:{_PARTS})\b",
    "ordinal": ORDINAL,
    "count": f"(?:{'|'.join(_COUNTS)})",
    "clock": f"(?:{'|'.join(_CLOCKS)})",
    "zone": ZONES,
    "year_word": r"(?:last|this|next|the previous)",
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

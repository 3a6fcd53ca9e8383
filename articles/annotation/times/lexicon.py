"""Which words a time expression turns on, and which may lead up to one: where it is worth while to try the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from articles.annotation.times.holidays import holiday_words
from articles.annotation.times.numbers import COLLECTIVES, ORDINALS, SCALES, TENS, UNITS
from articles.annotation.times.rule import Core
from articles.annotation.times.words import MONTH_NAMES, PARTS_OF_DAY, SEASONS, WEEKDAY_NAMES

WORD = re.compile(r"[ap]\.?m\b|'?\d+(?:[:./-]\d+)*(?:st|nd|rd|th|'?s)?\b|[A-Za-z]+")
"""A word or figure as it is looked up."""

_CORES: Mapping[Core, str] = {
    Core.MONTH: "jan feb mar apr jun jul aug sep sept oct nov dec",
    Core.WEEKDAY: "mon tue tues wed thu thur thurs fri sat sun",
    Core.UNIT: (
        "second minute hour day week weekend month quarter year decade century period "
        "seconds minutes hours days weeks weekends months quarters years decades centuries yearlong daylong weeklong"
    ),
    Core.SPOKEN: "fifteen sixteen seventeen eighteen nineteen twenty two",
    Core.DECADE: "twenties thirties forties fifties sixties seventies eighties nineties",
    Core.CLOCK: "am pm a.m p.m noon midnight clock",
    Core.DEICTIC: "today yesterday tomorrow tonight overnight",
    Core.FISCAL: "fiscal half",
    Core.RECURRING: "hourly daily nightly weekly monthly quarterly yearly annually",
    Core.VAGUE: (
        "recently lately recent past now nowadays currently presently these present moment point time current future "
        "term later date soon long old coming while"
    ),
}
_LEADING = (
    "a an the this that these those last next past coming upcoming current latest previous preceding prior same "
    "following ensuing every each other another single all whole entire full rest of first final remaining most "
    "comparable corresponding like equivalent fiscal year quarter more few several many couple dozens hundreds "
    "thousands scores handful half and or to very early late mid once twice times per long short additional "
    "consecutive straight successive solid at just day before after right near distant immediate foreseeable then "
    "some little o"
)


def cores_of(word: str) -> tuple[Core, ...]:
    """The classes of a word that an expression may turn on; none for any other word."""
    if not (word[0].isdigit() or word[0] == "'"):
        return _core_words().get(word.lower(), ())
    digits = word.strip("'")
    if len(digits) == 4 and digits.isdecimal():
        return (Core.YEAR,)
    if digits.endswith("s"):
        return (Core.DECADE,)
    if ":" in word:
        return (Core.CLOCK,)
    return (Core.FIGURES,) if word[0] == "'" or any(mark in word for mark in "/.-") else ()


@lru_cache(maxsize=16384)
def leads(word: str) -> bool:
    """Whether a time expression may begin with this word, or go on with it towards its core."""
    return word[0].isdigit() or word[0] == "'" or word.lower() in _leading_words()


@cache
def _core_words() -> Mapping[str, tuple[Core, ...]]:
    classes: dict[Core, Iterable[str]] = {core: words.split() for core, words in _CORES.items()}
    more: dict[Core, Iterable[str]] = {
        Core.MONTH: MONTH_NAMES,
        Core.WEEKDAY: [form for name in WEEKDAY_NAMES for form in (name, f"{name}s")],
        Core.SEASON: SEASONS,
        Core.PART: [f"{mid}{part}{end}" for part in PARTS_OF_DAY for mid in ("", "mid") for end in ("", "s")],
        Core.HOLIDAY: holiday_words(),
    }
    table: dict[str, set[Core]] = {}
    for source in (classes, more):
        for core, words in source.items():
            for word in words:
                table.setdefault(word.lower(), set()).add(core)
    return {word: tuple(sorted(cores)) for word, cores in table.items()}


@cache
def _leading_words() -> frozenset[str]:
    numbers = {part for word in (*UNITS, *TENS, *SCALES, *COLLECTIVES, *ORDINALS) for part in word.split("-")}
    return frozenset(_LEADING.split()) | numbers | frozenset(_core_words())

"""Years, decades and centuries, in figures and in words."""

from __future__ import annotations

import re

from articles.annotation.times.meaning import Meaning, of_century, of_decade, of_year, span_of_years
from articles.annotation.times.numbers import ordinal, spoken_year
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import STEPS, ZONES, Unit

_DECADES = {
    name: number
    for number, name in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
_PIVOT = 35
"""Two figures from here on are of the twentieth century, those below of the twenty-first."""

_TIME_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|of|to|before|after|during|between|circa|for|and|through|late|early|mid)[\s-]$"
)
_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our)|'s)\s$")
_FIGURE_BEFORE = re.compile(r"(?:[$£€#%/]|\d[.,:-]|\bno\.?\s|\bat\s|\bflight\s|\bhighway\s|\broute\s)$")
_COUNTED_AFTER = re.compile(
    r"[-/'’]?\w|\s*(?:%|percent|per cent|(?:people|troops|miles|points|feet|dollars|pounds|tons|tonnes|shares|jobs|men"
    r"|women|soldiers|metres|meters|kilometers|kilometres|acres|votes|homes|copies)\b)"
    rf"|\s\(?(?i:{ZONES})"
)
_ENDED_AFTER = re.compile(r"\s?(?:[,.;)]|$)|\s(?:and|the|when|to)\b")


def stated_year(words: Words, scene: Scene) -> int | None:
    """The year that the words of a larger date state: in figures, in words, or as `last year`."""
    if words["year"]:
        return int(words["year"])
    if words["short"]:
        return full_year(int(words["short"]))
    if words["spoken_year"]:
        return spoken_year(words["spoken_year"])
    if words["that_year"]:
        return scene.memory.year
    if words["year_word"]:
        meant = scene.relative(Unit.YEAR, STEPS[words["year_word"]])
        return None if meant is None or meant.interval is None else meant.interval.first.year
    return None


def full_year(figures: int) -> int:
    """The year that two figures stand for; four stand for themselves."""
    if figures > 99:
        return figures
    return 1900 + figures if figures >= _PIVOT else 2000 + figures


def read_year(words: Words, scene: Scene) -> Meaning | None:
    """`the year 2000`, `fiscal 1990`."""
    return of_year(int(words["year"]))


def read_bare_year(words: Words, scene: Scene) -> Meaning | None:
    """`1948`, unless it counts or numbers something."""
    year = int(words["year"])
    return of_year(year) if _is_year(year, scene) else None


def read_short_year(words: Words, scene: Scene) -> Meaning | None:
    """`'98`."""
    return of_year(full_year(int(words["short"])))


def read_spoken_year(words: Words, scene: Scene) -> Meaning | None:
    """`nineteen ninety-eight`."""
    year = spoken_year(words["spoken_year"])
    return None if year is None else of_year(year)


def read_year_range(words: Words, scene: Scene) -> Meaning | None:
    """`1950-53`, `1998-2001`."""
    first, last = int(words["year"]), int(words["last"])
    if last < 100:
        last += first // 100 * 100
    return span_of_years(first, last) if first < last <= first + 200 else None


def read_decade(words: Words, scene: Scene) -> Meaning | None:
    """`the 1980s`, `the '60s`."""
    figures = int(words["decade"])
    return of_decade(figures if figures > 99 else 1900 + figures)


def read_named_decade(words: Words, scene: Scene) -> Meaning | None:
    """`the nineties`, `the nineteen-eighties`."""
    century = 1800 if words["century"] == "eighteen" else 1900
    return of_decade(century + 10 * _DECADES[words["name"]])


def read_century(words: Words, scene: Scene) -> Meaning | None:
    """`the 20th century`, `19th-century`."""
    number = ordinal(words["ordinal"])
    return of_century(number) if number is not None and 1 <= number <= 99 else None


def _is_year(number: int, scene: Scene) -> bool:
    if _FIGURE_BEFORE.search(scene.before) or _COUNTED_AFTER.match(scene.after):
        return False
    said_as_time = _TIME_BEFORE.search(scene.before) is not None
    if not 1800 <= number <= 2100:
        return said_as_time and _ENDED_AFTER.match(scene.after) is not None
    return said_as_time or _DETERMINED.search(scene.before) is not None or not _counts_something(scene)


def _counts_something(scene: Scene) -> bool:
    token = next(iter(scene.tokens), None)
    if token is None or token.dep != "nummod":
        return False
    return scene.block.tokens[token.head].tag in ("NNS", "NNPS") and token.head > token.index


RULES = (
    rule((Core.YEAR, Core.UNIT), r"the year <year>", read_year),
    rule(Core.YEAR, r"\b<year>", read_bare_year),
    rule(Core.YEAR, r"\b<year>\s?(?:-|to|through)\s?(?P<last>(?:1\d|20)\d\d)\b(?![-.,]\d)", read_year_range),
    rule(Core.FIGURES, r"\b<year>\s?-\s?(?P<last>\d\d(?:\d\d)?)\b(?![-.,]\d)", read_year_range),
    rule(Core.FIGURES, r"(?<![\w'])'(?P<short>\d\d)\b(?!')", read_short_year),
    rule((Core.SPOKEN, Core.UNIT), r"(?:the year )?<spoken_year>", read_spoken_year),
    rule(Core.DECADE, r"(?:the )?'?\b(?P<decade>(?:1[5-9]|20)\d0|[2-9]0)'?s\b", read_decade),
    rule(Core.DECADE, rf"the (?:(?P<century>eighteen|nineteen)~)?(?P<name>{'|'.join(_DECADES)})\b", read_named_decade),
    rule(Core.UNIT, r"(?:the )?<ordinal>~century\b", read_century),
)

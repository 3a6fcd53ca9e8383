"""What business news counts in: quarters, halves and fiscal years, and the year-ago period they are set against."""

from __future__ import annotations

import re

from articles.annotation.times.meaning import Meaning, of_half, of_quarter, of_year, period, shifted, vague
from articles.annotation.times.numbers import ordinal
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import Unit

_STEPS = {"last": -1, "this": 0, "next": 1}


def read_quarter(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the third quarter`, `second-quarter`, `the 1988 third quarter`, `this year's first quarter`."""
    number = 4 if match["ordinal"].lower() == "final" else ordinal(match["ordinal"])
    if number is None or not 1 <= number <= 4:
        return None
    return _placed(match, scene, [(of_quarter, number)])


def read_half(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the first half`, `the second half of 1990`; of a year, not of a match."""
    number = ordinal(match["ordinal"])
    if number not in (1, 2) or (match["year"] is None and match["year_word"] is None):
        return None
    return _placed(match, scene, [(of_half, number)])


def read_the_quarter(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the quarter`, `the latest quarter`: the one told last, else the one reported on, before publication."""
    if scene.memory.quarter is not None:
        return scene.memory.quarter
    return scene.relative(Unit.QUARTER, -1)


def read_year_ago(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the year-ago quarter`, `the year-earlier period`, `a year earlier`: a year before the period told last."""
    quarter = scene.memory.quarter
    if quarter is not None and quarter.interval is not None:
        earlier = shifted(quarter.interval.first, Unit.YEAR, -1)
        return None if earlier is None else period(Unit.QUARTER, earlier)
    return scene.relative(Unit.YEAR, -1) or vague("PAST_REF")


def read_fiscal_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`fiscal 1990`, `fiscal year 2024`, `the 1990 fiscal year`."""
    return of_year(int(match["year"]))


def read_year_end(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`year-end`, `the end of the year`."""
    year = scene.relative(Unit.YEAR, 0)
    return vague("FUTURE_REF") if year is None else year.modified("END")


def _placed(match: re.Match[str], scene: Scene, ways: list[tuple[object, int]]) -> Meaning | None:
    build, number = ways[0]
    assert callable(build)
    if match["year"]:
        return build(int(match["year"]), number)  # type: ignore[no-any-return]
    if scene.middle is None:
        return vague(f"XXXX-Q{number}")
    year = scene.middle.year
    word = match["year_word"]
    if word:
        return build(year + _STEPS[word.lower()], number)  # type: ignore[no-any-return]
    return scene.nearest([build(year + step, number) for step in (-1, 0, 1)])


_OF_YEAR = r"(?:,? (?:of )?(?:fiscal )?<year>| (?:of )?(?P<year_word>last|this|next) year)?"
_OWN_YEAR = r"(?:<year>'?s? |(?P<year_word>last|this|next) year's |)"
RULES = (
    rule(Core.UNIT, rf"\b(?:the )?(?:fiscal[- ])?(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)~quarter\b{_OF_YEAR}", read_quarter),
    rule(Core.UNIT, rf"\b(?:the )?{_OWN_YEAR}(?:fiscal[- ])?(?P<ordinal>first|second|third|fourth|final)~quarter\b", read_quarter),
    rule(Core.FISCAL, rf"\b(?:the )?(?P<ordinal>first|second)~half\b{_OF_YEAR}", read_half),
    rule(Core.UNIT, r"\bthe (?:(?:latest|most recent|current|just-ended) )?quarter\b", read_the_quarter),
    rule(Core.UNIT, r"\b(?:the |a )?(?:comparable |corresponding |same )?year~(?:ago|earlier)(?: (?:quarter|period))?\b", read_year_ago),
    rule(Core.UNIT, r"\bthe (?:comparable|corresponding|same|like) (?:quarter|period)(?:,? (?:of )?last year| a year (?:ago|earlier)|)\b", read_year_ago),
    rule(Core.FISCAL, r"\b(?:the )?fiscal (?:year )?<year>", read_fiscal_year),
    rule(Core.FISCAL, r"\bthe <year> fiscal year\b", read_fiscal_year),
    rule(Core.UNIT, r"\b(?:the )?year(?:'s)?[- ]end\b", read_year_end),
)

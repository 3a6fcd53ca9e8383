"""What business news counts in: quarters, halves and fiscal years, and the year-ago period they are set against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from articles.annotation.times.calendar_dates import read_day
from articles.annotation.times.durations import length
from articles.annotation.times.meaning import (
    Meaning,
    of_half,
    of_quarter,
    of_year,
    on_day,
    partial,
    period,
    shifted,
    vague,
)
from articles.annotation.times.numbers import ordinal
from articles.annotation.times.rule import Core, Rule, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import Unit
from articles.annotation.times.years import stated_year
from articles.model import Granularity, Interval


def read_quarter(words: Words, scene: Scene) -> Meaning | None:
    """`the third quarter`, `second-quarter`, `the 1988 third quarter`, `this year's first quarter`."""
    number = 4 if words["ordinal"] == "final" else ordinal(words["ordinal"])
    if number is None or not 1 <= number <= 4:
        return None
    return _placed(words, scene, of_quarter, number) or partial(f"XXXX-Q{number}", Granularity.QUARTER)


def read_half(words: Words, scene: Scene) -> Meaning | None:
    """`the second half of 1990`, `the first half of this year`; not of a match."""
    number = ordinal(words["ordinal"]) or 1
    return _placed(words, scene, of_half, number) or partial(f"XXXX-H{number}", Granularity.QUARTER)


def read_quarter_ended(words: Words, scene: Scene) -> Meaning | None:
    """`the quarter ended July 31`: the calendar's quarter that holds most of its three months."""
    last = read_day(words, scene)
    if last is None or last.interval is None:
        return None
    middle = shifted(last.interval.last, Unit.DAY, -_HALF_A_QUARTER)
    return None if middle is None else period(Unit.QUARTER, middle)


def read_the_quarter(words: Words, scene: Scene) -> Meaning | None:
    """`the quarter`, `the latest quarter`: the one told last, else the one reported on, before publication."""
    told = None if words["latest"] else scene.memory.quarter
    return told or scene.relative(Unit.QUARTER, -1) or vague("PAST_REF")


def read_year_ago(words: Words, scene: Scene) -> Meaning | None:
    """`the year-ago quarter`, `a year earlier`: a year before the quarter told last, else before publication."""
    quarter = scene.memory.quarter
    if words["ordinal"] and scene.middle is not None:
        return of_quarter(scene.middle.year - 1, ordinal(words["ordinal"]) or 4)
    if quarter is None and words["quarter"]:
        quarter = scene.relative(Unit.QUARTER, -1)
    if quarter is None or quarter.interval is None:
        return _year_before(words, scene)
    earlier = shifted(quarter.interval.first, Unit.YEAR, -1)
    return None if earlier is None else period(Unit.QUARTER, earlier)


def read_fiscal_year(words: Words, scene: Scene) -> Meaning | None:
    """`fiscal 1990`, `fiscal year 2024`, `the 1990 fiscal year`."""
    return of_year(int(words["year"]))


def read_business_year(words: Words, scene: Scene) -> Meaning | None:
    """`the fiscal year`, `the year ended March 31`: its length, since its days are the company's own."""
    return length(1, Unit.YEAR)


def read_year_end(words: Words, scene: Scene) -> Meaning | None:
    """`year-end`: the last day of a year, nearest to publication; `year's end` is the end part of it."""
    if words["own"]:
        this_year = scene.relative(Unit.YEAR, 0)
        return vague("FUTURE_REF") if this_year is None else this_year.modified("END")
    if scene.middle is None:
        return partial("XXXX-12-31", Granularity.DAY)
    ends = [of_year(scene.middle.year + step).interval for step in (-1, 0)]
    since = scene.before.endswith("since ")
    days = [on_day(end.last) for end in ends if isinstance(end, Interval)]
    return days[0] if since else scene.nearest(days)


def _year_before(words: Words, scene: Scene) -> Meaning:
    told, middle = scene.memory.year, scene.middle
    narrated = told is not None and words["direction"] == "earlier"
    if told is not None and narrated and 1 < told < (middle or date.max).year:
        return of_year(told - 1)
    return scene.relative(Unit.YEAR, -1) or vague("PAST_REF")


def _placed(words: Words, scene: Scene, build: Callable[[int, int], Meaning], number: int) -> Meaning | None:
    year = stated_year(words, scene)
    if year is not None:
        return build(year, number)
    if scene.middle is None:
        return None
    return scene.nearest([build(scene.middle.year + step, number) for step in (-1, 0, 1)])


_HALF_A_QUARTER = 45
"""In days."""

_ORDINAL = r"(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_OF_YEAR = r"(?:,? (?:of )?(?:fiscal )?<year>|,? (?:of )?<year_word> year\b)"
_SAME = r"(?:comparable|corresponding|same|like|equivalent)"
_BEFORE_NOW = r"(?:(?:,? (?:of )?last year| a year (?:ago|earlier))\b)"
_YEAR_AGO = r"year-(?:ago|earlier)\b"
_QUARTER = r"(?:(?P<quarter>quarter)|period)\b"
_CORES = (Core.UNIT, Core.YEAR)
_ENDED = r"(?:ended|ending|to|through)"


def _compared(text: str) -> Rule:
    return rule((Core.UNIT, Core.FISCAL), text, read_year_ago, told=False)


RULES = (
    rule(Core.UNIT, rf"\b(?:the )?(?:fiscal[-\s])?{_ORDINAL}(?:~fiscal)?~quarter\b{_OF_YEAR}?", read_quarter),
    rule(_CORES, rf"\b(?:the )?(?:fiscal )?(?:<year>(?:'s)? |<year_word> year's ){_ORDINAL}~quarter\b", read_quarter),
    rule(Core.FISCAL, rf"\b(?:the )?(?P<ordinal>first|second)~half{_OF_YEAR}", read_half),
    rule(Core.UNIT, rf"\bthe quarter(?= {_ENDED} <month> <dom>(?:,? <year>)?)", read_quarter_ended),
    rule(
        Core.UNIT,
        r"\bthe (?:(?P<latest>latest|most recent|just-ended) )?(?:quarter\b|latest period\b)",
        read_the_quarter,
    ),
    _compared(rf"\b(?:the )?(?:{_SAME} )?{_YEAR_AGO} (?:{_ORDINAL}~)?{_QUARTER}"),
    _compared(rf"\b{_YEAR_AGO}"),
    _compared(r"\ba year (?P<direction>ago|earlier)\b"),
    _compared(rf"\blast year's {_QUARTER}"),
    _compared(rf"\bthe (?:{_SAME} )?(?:{_QUARTER}|three months){_BEFORE_NOW}"),
    rule(Core.FISCAL, r"\b(?:the )?fiscal (?:year )?<year>", read_fiscal_year),
    rule((Core.YEAR, Core.FISCAL), r"\b(?:the )?<year> fiscal year\b", read_fiscal_year),
    rule((Core.UNIT, Core.FISCAL), rf"\bthe (?:fiscal )?year(?= {_ENDED}\b)|\bthe fiscal year\b", read_business_year),
    rule(Core.UNIT, r"\b(?:the )?year(?:-end|(?P<own>(?:'s)? end))\b", read_year_end),
)

"""Lengths of time: ten days, the past two weeks, a 10-hour flight."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.annotation.times.meaning import Meaning, shifted
from articles.annotation.times.numbers import ordinal, quantity
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import STEPS, Unit, unit_of
from articles.model import Granularity, Interval, TimeType

_CODES = {
    Unit.SECOND: "T{}S",
    Unit.MINUTE: "T{}M",
    Unit.HOUR: "T{}H",
    Unit.DAY: "{}D",
    Unit.WEEKEND: "{}WE",
    Unit.WEEK: "{}W",
    Unit.MONTH: "{}M",
    Unit.QUARTER: "{}Q",
    Unit.YEAR: "{}Y",
    Unit.DECADE: "{}DE",
    Unit.CENTURY: "{}CE",
}
_SMALLER = {
    Unit.YEAR: (12, Unit.MONTH),
    Unit.DAY: (24, Unit.HOUR),
    Unit.HOUR: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.SECOND),
}
_YEARS_IN = {Unit.DECADE: 10, Unit.CENTURY: 100}
_GRANULARITIES = {
    Unit.DAY: Granularity.DAY,
    Unit.WEEKEND: Granularity.DAY,
    Unit.WEEK: Granularity.WEEK,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
}
_LONGEST_COUNT = 5000
_FRACTION_AFTER = re.compile(r"\s(?:of|billion|million)\b|-point\b")


def granularity_of(unit: Unit) -> Granularity:
    """The granularity that a unit speaks in; seconds to hours are parts of a day."""
    return _GRANULARITIES.get(unit, Granularity.PART_OF_DAY)


def duration_value(count: float | None, unit: Unit) -> str:
    """TIMEX3 value of a length: `P3D`, `PT1M30S`, `P20Y` for two decades, `PXM` for some months."""
    if count is None:
        return "P" + _CODES[unit].format("X")
    if unit in _YEARS_IN:
        count, unit = count * _YEARS_IN[unit], Unit.YEAR
    whole = int(count)
    if count == whole:
        return "P" + _CODES[unit].format(whole)
    if unit not in _SMALLER:
        return "P" + _CODES[unit].format(f"{count:g}")
    factor, smaller = _SMALLER[unit]
    rest = _CODES[smaller].format(round((count - whole) * factor))
    head = _CODES[unit].format(whole) if whole else ""
    return "P" + head + (rest.removeprefix("T") if head.startswith("T") else rest)


def length(count: float | None, unit: Unit) -> Meaning:
    """A duration of so many units; of an open number of them for None."""
    return Meaning(TimeType.DURATION, duration_value(count, unit), granularity_of(unit))


def read_length(words: Words, scene: Scene) -> Meaning | None:
    """`three days`, `a year and a half`, `several months`, `10-hour`; `a year` after an amount recurs."""
    unit, count = unit_of(words["unit"]), quantity(words["count"])
    if unit is Unit.QUARTER and (words["count"] in ("a", "one", "three") or _FRACTION_AFTER.match(scene.after)):
        return None
    meaning = length(count + 0.5 if count is not None and words["half"] else count, unit)
    return replace(meaning, type=TimeType.SET) if _is_rate(words, scene) else meaning


def read_between(words: Words, scene: Scene) -> Meaning | None:
    """`six to eight weeks`, `two or three days`: a length left open."""
    return length(None, unit_of(words["unit"]))


def read_bounded(words: Words, scene: Scene) -> Meaning | None:
    """`the past two weeks`, `the next few years`: a length that ends or begins at publication."""
    unit = unit_of(words["unit"])
    count = quantity(words["count"]) if words["count"] else None
    meaning = length(count, unit)
    step = STEPS.get(words["which"], 0)
    if step == 0 or count is None or count > _LONGEST_COUNT or scene.span is None:
        return meaning
    other = shifted(scene.span.first if step < 0 else scene.span.last, unit, step * count)
    if other is None:
        return meaning
    days = Interval(other, scene.span.last) if step < 0 else Interval(scene.span.first, other)
    return replace(meaning, interval=days)


def read_bounded_one(words: Words, scene: Scene) -> Meaning | None:
    """`the past year`, `this past week`: as long as a unit, ending at publication."""
    return read_bounded(Words({**words, "count": "one"}), scene)


def read_open(words: Words, scene: Scene) -> Meaning | None:
    """`weeks`, `for decades`: a number of units left open."""
    return length(None, unit_of(words["unit"]))


def read_whole(words: Words, scene: Scene) -> Meaning | None:
    """`all week`, `the whole year`, `day-long`."""
    return length(1, unit_of(words["unit"]))


def read_nth(words: Words, scene: Scene) -> Meaning | None:
    """`the eighth day`, `a third straight year`: the length until then."""
    count, unit = ordinal(words["ordinal"]), unit_of(words["unit"])
    return None if count is None else length(count, unit)


def _is_rate(words: Words, scene: Scene) -> bool:
    """Whether "a year" says how often or how much, as in "four flights a week", "$5 a year"."""
    if words["count"] not in ("a", "an") or not scene.tokens:
        return False
    head = scene.tokens[-1]
    return head.dep == "npadvmod" and scene.block.tokens[head.head].pos in ("NOUN", "NUM", "SYM")


_OPEN_UNIT = r"(?P<unit>seconds|minutes|hours|days|weeks|weekends|months|years|decades|centuries)\b"
_ONE_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century)\b"
_WHICH = "first|last|past|next|coming|previous|recent|final|remaining|latest|following|preceding"
_MORE = "more|full|consecutive|straight|additional|long|short|whole|other|solid"
RULES = (
    rule(Core.UNIT, rf"<count>(?: (?:{_MORE}))?~<unit>(?P<half> and a half)?", read_length),
    rule(Core.UNIT, r"(?:the (?:past|last|next) )?<count>\s?(?:to|or|-)\s?<to=count>~<unit>", read_between),
    rule((Core.UNIT, Core.VAGUE), rf"\b(?:the |these |those )?(?P<which>{_WHICH}) <count>~<unit>", read_bounded),
    rule((Core.UNIT, Core.VAGUE), rf"\b(?:the |this )(?P<which>past) {_ONE_UNIT}", read_bounded_one),
    rule((Core.UNIT, Core.VAGUE), rf"\b(?:the )?(?P<which>coming|next) {_OPEN_UNIT}", read_bounded),
    rule(Core.UNIT, r"\b(?:the |these |those )<count> <unit>", read_length),
    rule(Core.UNIT, rf"\b{_OPEN_UNIT}(?:-long\b)?", read_open),
    rule(Core.UNIT, rf"\b(?:all|the (?:whole|entire|full|rest of the)) {_ONE_UNIT}", read_whole),
    rule(Core.UNIT, r"\b(?P<unit>day|week|month|year|decade|hour)s?-?long\b", read_whole),
    rule(
        Core.UNIT,
        r"\b(?:an? |the )?<ordinal> (?:straight |consecutive |successive )(?P<unit>day|week|month|quarter|year)\b",
        read_nth,
    ),
)

"""Lengths of time: ten days, the past two weeks, a 10-hour flight."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from articles.annotation.times.meaning import Meaning, shifted
from articles.annotation.times.numbers import ordinal, quantity
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import Unit, unit_of
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
_SMALLER = {Unit.YEAR: (12, Unit.MONTH), Unit.HOUR: (60, Unit.MINUTE), Unit.MINUTE: (60, Unit.SECOND), Unit.DAY: (24, Unit.HOUR)}
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
    if not whole:
        return "P" + rest
    head = _CODES[unit].format(whole)
    return "P" + head + (rest.removeprefix("T") if "T" in head else rest)


def length(count: float | None, unit: Unit) -> Meaning:
    """A duration of so many units; of a vague number of them for None."""
    return Meaning(TimeType.DURATION, duration_value(count, unit), _GRANULARITIES.get(unit, Granularity.PART_OF_DAY))


def read_length(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`three days`, `a year and a half`, `several months`, `10-hour`."""
    unit = unit_of(match["unit"])
    count = quantity(match["count"])
    if count is not None and match.groupdict().get("half"):
        count += 0.5
    return length(count, unit)


def read_bounded(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the past two weeks`, `the next few years`: a length that ends or begins at publication."""
    unit = unit_of(match["unit"])
    count = quantity(match["count"]) if match["count"] else None
    meaning = length(count, unit)
    step = {"past": -1, "last": -1, "previous": -1, "recent": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    if step == 0 or count is None or scene.span is None:
        return meaning
    other = shifted(scene.span.first, unit, step * count)
    return meaning if other is None else replace(meaning, interval=_between(other, scene.span.first, scene.span.last))


def read_vague_length(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`weeks`, `for decades`, `the months`: a number of units left open."""
    return length(None, unit_of(match["unit"]))


def read_one(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the day`, `all week`, `the whole year`."""
    return length(1, unit_of(match["unit"]))


def read_ordinal_unit(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`eighth day`, `the third straight year`."""
    number = ordinal(match["ordinal"])
    unit = unit_of(match["unit"])
    if number is None or unit in (Unit.SECOND, Unit.MINUTE, Unit.QUARTER):
        return None
    return length(number if number > 1 else 1, unit)


def _between(other: date, first: date, last: date) -> Interval:
    return Interval(min(other, first), max(other, last) - timedelta(days=0))


_PLURAL = r"(?P<unit>seconds|minutes|hours|days|weeks|weekends|months|years|decades|centuries)\b"
_WHICH = "first|last|past|next|coming|previous|recent|final|remaining|latest|following|preceding"
RULES = (
    rule(Core.UNIT, r"<count>(?: (?:more|full|consecutive|straight|additional|long|short|whole|other|solid))?~<unit>(?P<half> and a half)?", read_length),
    rule(Core.UNIT, rf"\b(?:the |these |those )?(?P<which>{_WHICH}) <count>~<unit>", read_bounded),
    rule(Core.UNIT, r"\b(?:the |these |those )<count>~<unit>", read_length),
    rule(Core.UNIT, rf"\b{_PLURAL}(?:~long\b)?", read_vague_length),
    rule(Core.UNIT, r"\b(?:all|the (?:whole|entire|full|rest of the)) (?P<unit>day|week|month|year|decade)\b", read_one),
    rule(Core.UNIT, r"\b(?P<unit>day|week|month|year|decade|hour)[s]?-long\b", read_one),
)

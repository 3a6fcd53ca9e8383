"""Times counted from the day of publication: today, last month, three years ago, Friday, this morning."""

from __future__ import annotations

import re
from datetime import timedelta

from articles.annotation.times.meaning import Meaning, of_week, on_day, part_of, partial, period, shifted, vague
from articles.annotation.times.numbers import quantity
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene, coming, latest
from articles.annotation.times.words import PARTS_OF_DAY, Unit, unit_of, weekday_number
from articles.model import Granularity, TimeType

_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "overnight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1}
_SHORT_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


def part_code(words: str) -> str:
    """TIMEX3 code of a part of the day: `EV` for `late evening`."""
    return PARTS_OF_DAY[re.split(r"[-\s]", words.lower())[-1].removeprefix("mid") or "noon"] if words else ""


def read_named_day(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`yesterday`, `tomorrow morning`, `tonight`."""
    name = re.sub(r"\s+", " ", match["name"].lower())
    day = scene.relative(Unit.DAY, _NAMED_DAYS[name])
    part = "NI" if name in ("tonight", "overnight") else part_code(match["part"] or "")
    if day is None:
        return vague({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[_sign(_NAMED_DAYS[name])])
    return part_of(day, part) if part else day


def read_weekday(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`Saturday`, `last Friday`, `Wednesday evening`, `Monday of next week`."""
    number = weekday_number(match["weekday"])
    part = part_code(match["part"] or "")
    which = (match["which"] or "").lower()
    today = scene.today
    if today is None:
        weekday = partial(f"XXXX-WXX-{number + 1}", Granularity.DAY)
        return part_of(weekday, part) if part else weekday
    week = match["week"]
    if week:
        monday = today + timedelta(days=7 * _STEPS[week.lower()] - today.weekday())
        day = monday + timedelta(days=number)
    elif which in ("last", "past"):
        day = latest(today - timedelta(days=1), number)
    elif which in ("next", "coming", "this coming"):
        day = coming(today + timedelta(days=1), number)
    else:
        day = scene.weekday(number) or today
    return part_of(on_day(day), part) if part else on_day(day)


def read_unit(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`last month`, `this week`, `next year`, `the current quarter`."""
    step, unit = _STEPS[match["which"].lower()], unit_of(match["unit"])
    if unit in _SHORT_UNITS:
        return None
    if unit is Unit.DAY:
        return scene.relative(unit, step) if step == 0 else None
    return scene.relative(unit, step) or _unplaced(unit, step)


def read_ago(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`two decades ago`, `a year ago`, `several weeks ago`, `a year from now`."""
    unit = unit_of(match["unit"])
    direction = -1 if match["direction"].lower() == "ago" else 1
    count = quantity(match["count"])
    if unit in _SHORT_UNITS or count is None or count > 5000:
        return vague("PAST_REF" if direction < 0 else "FUTURE_REF")
    return scene.relative(_as_counted(unit, count), direction * count) or vague("PAST_REF" if direction < 0 else "FUTURE_REF")


def read_this_part(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`this morning`, `last night`."""
    step = -1 if match["which"].lower() == "last" else 0
    day = scene.relative(Unit.DAY, step)
    if day is None:
        return vague("PAST_REF" if step else "PRESENT_REF")
    return part_of(day, part_code(match["part"]))


def read_weekend(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the weekend`, `over the weekend`, `last weekend`: the one just gone, or ahead with a verb of the future."""
    if scene.today is None:
        return partial("XXXX-WXX-WE", Granularity.DAY)
    saturday = scene.weekday(5) or scene.today
    which = (match["which"] or "").lower()
    if which in ("last", "past", "previous"):
        saturday = latest(scene.today - timedelta(days=1 + (scene.today.weekday() == 6)), 5)
    elif which in ("next", "coming"):
        saturday = coming(scene.today + timedelta(days=1), 5)
    elif which == "this":
        saturday = coming(of_week(scene.today).interval.first, 5)  # type: ignore[union-attr]  # a week has days
    return period(Unit.WEEKEND, saturday)


def read_time_of_unit(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`this time last year`, `a week from Monday`."""
    count = quantity(match["count"])
    day = scene.weekday(weekday_number(match["weekday"]))
    if count is None or day is None:
        return None
    found = shifted(coming(day, day.weekday()), unit_of(match["unit"]), count)
    return None if found is None else on_day(found)


def _as_counted(unit: Unit, count: float) -> Unit:
    """Half a year ago is a month, a year and a half ago likewise: a fraction is no whole unit."""
    if count == int(count):
        return unit
    return {Unit.YEAR: Unit.YEAR, Unit.DECADE: Unit.YEAR, Unit.CENTURY: Unit.DECADE}.get(unit, unit)


def _unplaced(unit: Unit, step: int) -> Meaning:
    if step == 0:
        return vague("PRESENT_REF")
    return vague("PAST_REF" if step < 0 else "FUTURE_REF")


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


_WHICH = "last|next|this|past|previous|coming|upcoming|current"
RULES = (
    rule(
        Core.DEICTIC,
        r"\b(?P<name>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|overnight)\b(?: <part>)?",
        read_named_day,
    ),
    rule(Core.PART, r"<part> (?P<name>yesterday|tomorrow)\b", read_named_day),
    rule(
        Core.WEEKDAY,
        r"(?:\b(?P<which>this coming|last|next|this|past|coming) )?<weekday>(?: <part>)?(?:,? (?:of )?(?P<week>last|next|this) week\b)?",
        read_weekday,
    ),
    rule(Core.UNIT, rf"\b(?:the )?(?P<which>{_WHICH}) <unit>", read_unit),
    rule(Core.UNIT, r"<count> <unit> (?P<direction>ago|from now|hence)\b", read_ago),
    rule(Core.UNIT, r"(?:\b(?:the )?(?P<which>last|this|past|next|coming|previous) |\bthe )weekend\b", read_weekend),
    rule(Core.PART, r"\b(?P<which>this|last) <part>", read_this_part),
    rule(Core.UNIT, r"<count> <unit> from <weekday>", read_time_of_unit),
)
_ = TimeType

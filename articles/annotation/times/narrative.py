"""Times counted from a day that the text has told of before: the previous evening, two days later, that year."""

from __future__ import annotations

import re
from datetime import date

from articles.annotation.times.deictic import part_code
from articles.annotation.times.meaning import Meaning, on_day, part_of, period, shifted, vague
from articles.annotation.times.numbers import quantity
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene, coming, latest
from articles.annotation.times.words import Unit, unit_of, weekday_number

_STEPS = {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "next": 1, "following": 1, "ensuing": 1}
_REF = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def read_neighbour(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the next day`, `the same month`, `that year`, `the following week`."""
    step, unit = _STEPS[match["which"].lower()], unit_of(match["unit"])
    anchor = _anchor(scene, unit)
    if anchor is None:
        return vague(_REF[step])
    day = shifted(anchor, unit, step)
    return None if day is None else period(unit, day)


def read_part(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the previous evening`, `that night`, `the next morning`."""
    step = _STEPS[match["which"].lower()]
    day = None if scene.memory.day is None else shifted(scene.memory.day, Unit.DAY, step)
    if day is None:
        return vague(_REF[step])
    return part_of(on_day(day), part_code(match["part"]))


def read_weekday(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the previous Friday`, `the following Monday`."""
    anchor = scene.memory.day or scene.today
    number, step = weekday_number(match["weekday"]), _STEPS[match["which"].lower()]
    if anchor is None:
        return vague(_REF[step])
    one_day_on = shifted(anchor, Unit.DAY, step)
    if one_day_on is None:
        return None
    return on_day(latest(one_day_on, number) if step < 0 else coming(one_day_on, number))


def read_distance(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`two days later`, `a year earlier`, `the day before`."""
    unit = unit_of(match["unit"])
    step = -1 if match["direction"].lower() in ("earlier", "before", "previously") else 1
    count = quantity(match["count"])
    if count is None or count > 5000 or unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return vague(_REF[step])
    anchor = _anchor(scene, unit)
    if anchor is None and step < 0:
        return scene.relative(unit, -count) or vague(_REF[step])
    day = None if anchor is None else shifted(anchor, unit, step * count)
    return vague(_REF[step]) if day is None else period(unit, day)


def read_next_day(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the day before`, `the day after`: of the day told last."""
    step = -1 if match["direction"].lower() in ("before", "earlier") else 1
    anchor = scene.memory.day
    day = None if anchor is None else shifted(anchor, Unit.DAY, step)
    return vague(_REF[step]) if day is None else on_day(day)


def _anchor(scene: Scene, unit: Unit) -> date | None:
    """The day told last for days and weeks; for longer units the first day of the latest period."""
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return scene.memory.day
    latest_told = scene.memory.latest
    return None if latest_told is None or latest_told.interval is None else latest_told.interval.first


_WHICH = "previous|preceding|prior|same|next|following|ensuing"
RULES = (
    rule(
        Core.UNIT,
        rf"\b(?:the (?:very )?(?P<which>{_WHICH}) (?P<unit>day|week|weekend|month|quarter|year|decade)\b)(?!-)",
        read_neighbour,
    ),
    rule(Core.UNIT, r"\b(?P<which>that|following|previous) (?P<unit>day|week|weekend|month|quarter|year|decade)\b", read_neighbour),
    rule(Core.PART, rf"\b(?:the (?P<which>{_WHICH})) <part>", read_part),
    rule(Core.PART, r"\b(?P<which>that) <part>", read_part),
    rule(Core.WEEKDAY, r"\bthe (?P<which>previous|preceding|following) <weekday>", read_weekday),
    rule(Core.UNIT, r"<count>~<unit> (?P<direction>later|earlier|before(?=\W*$|[.,;])|after(?=[.,;])|afterward|afterwards)\b", read_distance),
    rule(Core.UNIT, r"\bthe (?:very )?day (?P<direction>before|after)\b", read_next_day),
)

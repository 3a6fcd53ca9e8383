"""Times counted from a day that the text has told of before: the previous evening, two days later, that year."""

from __future__ import annotations

from datetime import date

from articles.annotation.times.deictic import reference
from articles.annotation.times.meaning import Meaning, on_day, part_of, period, shifted
from articles.annotation.times.numbers import quantity
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene, coming, latest
from articles.annotation.times.words import CLOCK_UNITS, STEPS, Unit, part_code, unit_of, weekday_number

_LONGEST_COUNT = 5000
_BACKWARDS = frozenset({"earlier", "before", "previously"})


def read_neighbour(words: Words, scene: Scene) -> Meaning | None:
    """`the next day`, `the same month`, `that year`, `the following week`."""
    step, unit = STEPS[words["which"]], unit_of(words["unit"])
    anchor = _anchor(scene, unit)
    day = None if anchor is None else shifted(anchor, unit, step)
    return reference(step) if day is None else period(unit, day)


def read_part(words: Words, scene: Scene) -> Meaning | None:
    """`the previous evening`, `that night`, `the next morning`."""
    step = STEPS[words["which"]]
    day = None if scene.memory.day is None else shifted(scene.memory.day, Unit.DAY, step)
    return reference(step) if day is None else part_of(on_day(day), part_code(words["part"]))


def read_weekday(words: Words, scene: Scene) -> Meaning | None:
    """`the previous Friday`, `the following Monday`."""
    number, step = weekday_number(words["weekday"]), STEPS[words["which"]]
    anchor = scene.memory.day or scene.today
    one_day_on = None if anchor is None else shifted(anchor, Unit.DAY, step)
    if one_day_on is None:
        return reference(step)
    return on_day(latest(one_day_on, number) if step < 0 else coming(one_day_on, number))


def read_distance(words: Words, scene: Scene) -> Meaning | None:
    """`two days later`, `three months earlier`; a mere length where no day was told that they count from."""
    unit, count = unit_of(words["unit"]), quantity(words["count"])
    step = -1 if words["direction"] in _BACKWARDS else 1
    anchor = _anchor(scene, unit)
    if count is None or count > _LONGEST_COUNT or unit in CLOCK_UNITS or anchor is None:
        return None
    day = shifted(anchor, unit, step * count)
    return None if day is None else period(unit, day)


def read_next_day(words: Words, scene: Scene) -> Meaning | None:
    """`the day before`, `the year after`: of the day or period told last."""
    step, unit = -1 if words["direction"] in _BACKWARDS else 1, unit_of(words["unit"])
    anchor = _anchor(scene, unit)
    day = None if anchor is None else shifted(anchor, unit, step)
    return reference(step) if day is None else period(unit, day)


def _anchor(scene: Scene, unit: Unit) -> date | None:
    """The day told last for days and weeks; for longer units the first day of the latest period told."""
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return scene.memory.day
    latest_told = scene.memory.latest
    return None if latest_told is None or latest_told.interval is None else latest_told.interval.first


_WHICH = "previous|preceding|prior|same|next|following|ensuing"
_CALENDAR_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade)\b(?!-)"
RULES = (
    rule(Core.UNIT, rf"\b(?:the (?:very )?(?P<which>{_WHICH}) {_CALENDAR_UNIT})", read_neighbour),
    rule(Core.UNIT, rf"\b(?P<which>that|following|previous) {_CALENDAR_UNIT}", read_neighbour),
    rule(Core.PART, rf"\bthe (?P<which>{_WHICH}) <part>", read_part),
    rule(Core.PART, r"\b(?P<which>that) <part>", read_part),
    rule(Core.WEEKDAY, r"\b(?:the )?(?P<which>previous|preceding|following) <weekday>", read_weekday),
    rule(
        Core.UNIT,
        r"<count>~<unit> (?P<direction>later|earlier|before(?=\s?[.,;]|$)|after(?=\s?[.,;]|$)|afterwards?)\b",
        read_distance,
    ),
    rule(
        Core.UNIT,
        r"\bthe (?:very )?(?P<unit>day|week|month|year) (?P<direction>before|earlier|after)\b"
        r"(?! yesterday| tomorrow| last| next)",
        read_next_day,
    ),
)

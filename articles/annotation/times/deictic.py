"""Times counted from the day of publication: today, last month, three years ago, Friday, this morning."""

from __future__ import annotations

from datetime import timedelta

from articles.annotation.times.meaning import Meaning, on_day, part_of, partial, period, shifted, vague
from articles.annotation.times.numbers import quantity
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene, coming, latest
from articles.annotation.times.words import CLOCK_UNITS, STEPS, Unit, part_code, unit_of, weekday_number
from articles.model import Granularity

_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "overnight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_LONGEST_COUNT = 5000
"""More units than this are no news story's "ago"."""


def reference(step: float) -> Meaning:
    """The vague past, present or future, by the sign of a step."""
    return vague(_REFERENCES[(step > 0) - (step < 0)])


def read_named_day(words: Words, scene: Scene) -> Meaning | None:
    """`yesterday`, `tomorrow morning`, `tonight`."""
    step = _NAMED_DAYS[words["name"]]
    day = scene.relative(Unit.DAY, step)
    if day is None:
        return reference(step)
    part = "NI" if words["name"] in ("tonight", "overnight") else part_code(words["part"])
    return part_of(day, part) if part else day


def read_weekday(words: Words, scene: Scene) -> Meaning | None:
    """`Saturday`, `last Friday`, `Wednesday evening`, `Monday of next week`."""
    number = weekday_number(words["weekday"])
    day = _weekday(number, words, scene)
    part = part_code(words["part"])
    return part_of(day, part) if part else day


def read_unit(words: Words, scene: Scene) -> Meaning | None:
    """`last month`, `this week`, `next year`, `the current quarter`."""
    step, unit = STEPS[words["which"]], unit_of(words["unit"])
    if unit in CLOCK_UNITS or (unit is Unit.DAY and step):
        return None
    return scene.relative(unit, step) or reference(step)


def read_present_unit(words: Words, scene: Scene) -> Meaning | None:
    """`the week`, `the year`: the present one, where the text speaks of no other."""
    return scene.relative(unit_of(words["unit"]), 0) or reference(0)


def read_weekend(words: Words, scene: Scene) -> Meaning | None:
    """`the weekend`, `last weekend`: the one just gone, or ahead with a verb of the future."""
    if scene.today is None:
        return partial("XXXX-WXX-WE", Granularity.DAY)
    this_week = scene.today - timedelta(days=min(scene.today.weekday(), scene.today.toordinal() - 1))
    step = STEPS.get(words["which"])
    if step is not None:
        moved = shifted(this_week, Unit.WEEK, step)
        return None if moved is None else period(Unit.WEEKEND, moved)
    return period(Unit.WEEKEND, scene.weekday(5) or this_week)


def read_ago(words: Words, scene: Scene) -> Meaning | None:
    """`two decades ago`, `a year ago`, `several weeks ago`, `a year from now`."""
    unit, count = unit_of(words["unit"]), quantity(words["count"])
    step = -1 if words["direction"] == "ago" else 1
    if unit in CLOCK_UNITS or count is None or count > _LONGEST_COUNT:
        return reference(step)
    return scene.relative(unit, step * count) or reference(step)


def read_this_part(words: Words, scene: Scene) -> Meaning | None:
    """`this morning`, `last night`."""
    step = STEPS[words["which"]]
    day = scene.relative(Unit.DAY, step)
    return reference(step) if day is None else part_of(day, part_code(words["part"]))


def read_from_weekday(words: Words, scene: Scene) -> Meaning | None:
    """`two weeks from Monday`."""
    count, today = quantity(words["count"]), scene.today
    if count is None or count > _LONGEST_COUNT or today is None:
        return None
    found = shifted(coming(today, weekday_number(words["weekday"])), unit_of(words["unit"]), count)
    return None if found is None else on_day(found)


def _weekday(number: int, words: Words, scene: Scene) -> Meaning:
    today, step = scene.today, STEPS.get(words["which"])
    day = None
    if today is None:
        return partial(f"XXXX-WXX-{number + 1}", Granularity.DAY)
    if words["week"]:
        monday = shifted(today, Unit.DAY, 7 * STEPS[words["week"]] - today.weekday())
        day = None if monday is None else shifted(monday, Unit.DAY, number)
    elif step == -1:
        day = latest(today - timedelta(days=1), number)
    elif step == 1:
        day = coming(today + timedelta(days=1), number)
    return on_day(day or scene.weekday(number) or today)


_WHICH = "last|next|this|previous|coming|upcoming|current|latest"
_ONE_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century)\b"
_OF_WEEK = r"(?:,? (?:of )?(?P<week>last|next|this) week\b)"
RULES = (
    rule(Core.DEICTIC, rf"\b(?P<name>{'|'.join(_NAMED_DAYS)})\b(?: <part>)?", read_named_day),
    rule(Core.PART, r"<part> (?P<name>yesterday|tomorrow)\b", read_named_day),
    rule(
        Core.WEEKDAY,
        rf"(?:\b(?P<which>this coming|last|next|this|past|coming) )?<weekday>(?: <part>)?{_OF_WEEK}?",
        read_weekday,
    ),
    rule((Core.UNIT, Core.VAGUE), rf"\b(?:the )?(?P<which>{_WHICH}) (?:fiscal )?{_ONE_UNIT}", read_unit),
    rule(Core.UNIT, r"\bthe (?P<unit>week|month|year)\b(?!-| (?:of|in which|when)\b)", read_present_unit, told=False),
    rule(Core.UNIT, r"<count> <unit> (?P<direction>ago|from now|hence)\b", read_ago),
    rule(Core.UNIT, r"(?:\b(?:the )?(?P<which>last|this|past|next|coming|previous) |\bthe )weekend\b", read_weekend),
    rule(Core.PART, r"\b(?P<which>this|last) <part>", read_this_part),
    rule(Core.UNIT, r"<count> <unit> from <weekday>", read_from_weekday),
)

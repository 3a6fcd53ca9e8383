"""Times that come again: every July, daily, twice a week."""

from __future__ import annotations

import re

from articles.annotation.times.durations import duration_value, granularity_of
from articles.annotation.times.meaning import Meaning
from articles.annotation.times.numbers import ordinal, quantity
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import SEASONS, Unit, month_number, part_code, unit_of, weekday_number
from articles.model import Granularity, TimeType

_ADVERBS = {
    "hourly": Unit.HOUR,
    "daily": Unit.DAY,
    "nightly": Unit.DAY,
    "weekly": Unit.WEEK,
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "yearly": Unit.YEAR,
    "annually": Unit.YEAR,
}


def read_adverb(words: Words, scene: Scene) -> Meaning | None:
    """`daily`, `annually`, `weekly`."""
    unit = _ADVERBS[words["adverb"]]
    return _set("P3M" if unit is Unit.QUARTER else duration_value(1, unit), granularity_of(unit))


def read_every_unit(words: Words, scene: Scene) -> Meaning | None:
    """`every day`, `each year`, `every two weeks`, `every third month`, `every other year`."""
    unit = unit_of(words["unit"])
    said = words["nth"] or words["count"]
    count = 2 if words["other"] else (ordinal(said) or quantity(said)) if said else 1
    return _set(duration_value(count, unit), granularity_of(unit))


def read_every_weekday(words: Words, scene: Scene) -> Meaning | None:
    """`every Thursday`, `Tuesday nights`, `Mondays`."""
    part = part_code(words["part"])
    value = f"XXXX-WXX-{weekday_number(words['weekday']) + 1}"
    return _set(f"{value}T{part}" if part else value, Granularity.DAY)


def read_every_month(words: Words, scene: Scene) -> Meaning | None:
    """`every July`, `each September 9`."""
    day = re.sub(r"\D", "", words["dom"])
    value = f"XXXX-{month_number(words['month']):02d}"
    return _set(f"{value}-{int(day):02d}", Granularity.DAY) if day else _set(value, Granularity.MONTH)


def read_every_season(words: Words, scene: Scene) -> Meaning | None:
    """`every summer`."""
    return _set(f"XXXX-{SEASONS[words['season']]}", Granularity.QUARTER)


def read_every_part(words: Words, scene: Scene) -> Meaning | None:
    """`every morning`."""
    return _set(f"XXXX-XX-XXT{part_code(words['part'])}", Granularity.PART_OF_DAY)


def read_per_unit(words: Words, scene: Scene) -> Meaning | None:
    """`twice a week`, `once a month`."""
    unit = unit_of(words["unit"])
    return _set(duration_value(1, unit), granularity_of(unit))


def _set(value: str, granularity: Granularity) -> Meaning:
    return Meaning(TimeType.SET, value, granularity)


_EVERY = r"\b(?:every|each)"
_TIMES = r"\b(?:once|twice|(?:two|three|four|five|six|several|many|\d{1,2}) times) (?:an?|per|each|every)"
RULES = (
    rule(Core.RECURRING, rf"\b(?P<adverb>{'|'.join(_ADVERBS)})\b", read_adverb),
    rule(Core.UNIT, rf"{_EVERY} (?:single )?(?:(?:(?P<other>other)|<nth=ordinal>|<count>) )?<unit>", read_every_unit),
    rule(Core.WEEKDAY, rf"{_EVERY} <weekday>(?: <part>)?", read_every_weekday),
    rule(Core.WEEKDAY, r"<weekday> (?P<part>mornings|afternoons|evenings|nights)\b", read_every_weekday),
    rule(Core.WEEKDAY, r"<weekday>s\b(?! [A-Z])", read_every_weekday),
    rule(Core.MONTH, rf"{_EVERY} <month>(?: <dom>)?", read_every_month),
    rule(Core.SEASON, rf"{_EVERY} <season>", read_every_season),
    rule(Core.PART, rf"{_EVERY} <part>", read_every_part),
    rule(Core.UNIT, rf"{_TIMES} <unit>", read_per_unit),
)

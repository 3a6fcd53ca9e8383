"""Times that come again: every July, daily, twice a week."""

from __future__ import annotations

import re

from articles.annotation.times.durations import duration_value
from articles.annotation.times.meaning import Meaning
from articles.annotation.times.numbers import ordinal, quantity
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import PARTS_OF_DAY, SEASONS, Unit, month_number, unit_of, weekday_number
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


def _set(value: str, granularity: Granularity) -> Meaning:
    return Meaning(TimeType.SET, value, granularity)


def _granularity(unit: Unit) -> Granularity:
    return Granularity(unit.value) if unit.value in set(Granularity) else Granularity.PART_OF_DAY


def read_adverb(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`daily`, `annually`, `weekly`."""
    unit = _ADVERBS[match["adverb"].lower()]
    return _set("P3M" if unit is Unit.QUARTER else duration_value(1, unit), _granularity(unit))


def read_every_unit(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`every day`, `each year`, `every two weeks`, `every third month`."""
    unit = unit_of(match["unit"])
    words = match["ordinal"] or match["count"]
    count = 2 if match["other"] else 1 if words is None else ordinal(words) or quantity(words)
    return _set(duration_value(count, unit), _granularity(unit))


def read_every_weekday(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`every Thursday`, `Tuesday nights`, `on Mondays`."""
    part = match.groupdict().get("part") or ""
    code = "T" + PARTS_OF_DAY[part.lower()] if part else ""
    return _set(f"XXXX-WXX-{weekday_number(match['weekday']) + 1}{code}", Granularity.DAY)


def read_every_month(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`every July`, `each September`."""
    return _set(f"XXXX-{month_number(match['month']):02d}", Granularity.MONTH)


def read_every_day_of_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`every July 4`."""
    day = int(re.sub(r"\D", "", match["dom"]))
    return _set(f"XXXX-{month_number(match['month']):02d}-{day:02d}", Granularity.DAY)


def read_every_season(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`every summer`."""
    return _set(f"XXXX-{SEASONS[match['season'].lower()]}", Granularity.QUARTER)


def read_every_part(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`every morning`."""
    return _set(f"XXXX-XX-XXT{PARTS_OF_DAY[match['part'].lower()]}", Granularity.PART_OF_DAY)


def read_per_unit(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`twice a week`, `once a month`, `a year` after an amount."""
    unit = unit_of(match["unit"])
    return _set(duration_value(1, unit), _granularity(unit))


_EVERY = r"\b(?:every|each)"
RULES = (
    rule(Core.RECURRING, r"\b(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)\b", read_adverb),
    rule(Core.UNIT, rf"{_EVERY} (?:single )?(?:(?:<count>|<ordinal>|(?P<other>other)) )?<unit>", read_every_unit),
    rule(Core.WEEKDAY, rf"{_EVERY} <weekday>(?: <part>)?", read_every_weekday),
    rule(Core.WEEKDAY, r"<weekday> (?P<part>morning|afternoon|evening|night)s\b", read_every_weekday),
    rule(Core.WEEKDAY, r"<weekday>s\b", read_every_weekday),
    rule(Core.MONTH, rf"{_EVERY} <month>(?! \d)", read_every_month),
    rule(Core.MONTH, rf"{_EVERY} <month> <dom>", read_every_day_of_year),
    rule(Core.SEASON, rf"{_EVERY} <season>", read_every_season),
    rule(Core.PART, rf"{_EVERY} (?P<part>morning|afternoon|evening|night)\b", read_every_part),
    rule(Core.UNIT, r"\b(?:once|twice|(?:three|four|five|several|\d) times) (?:an?|per|each|every) <unit>", read_per_unit),
)

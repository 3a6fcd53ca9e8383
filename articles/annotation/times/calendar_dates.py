"""Days, months, seasons and years by the names and numbers of the calendar."""

from __future__ import annotations

import re

from articles.annotation.times.meaning import Meaning, calendar_day, of_month, of_season, on_day, partial, span_of_days
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import SEASONS, STEPS, month_number, weekday_number
from articles.annotation.times.years import full_year, stated_year
from articles.model import Granularity

_YEARS_IN_QUESTION = (-1, 0, 1)


def read_day(words: Words, scene: Scene) -> Meaning | None:
    """`Sept. 9, 1948`, `Monday, 4 September`, `July 27`."""
    month, day = month_number(words["month"]), _number(words["dom"])
    year = stated_year(words, scene)
    if year is not None:
        found = calendar_day(year, month, day)
        return None if found is None else on_day(found)
    if calendar_day(2000, month, day) is None:
        return None
    return _day_of_some_year(month, day, words["weekday"], scene)


def read_month(words: Words, scene: Scene) -> Meaning | None:
    """`July`, `July 1997`, `December last year`, `last May`."""
    month = month_number(words["month"])
    year = stated_year(words, scene)
    if year is not None:
        return of_month(year, month)
    today = scene.middle
    if today is None:
        return partial(f"XXXX-{month:02d}", Granularity.MONTH)
    step = STEPS.get(words["which"])
    if step is None:
        return scene.nearest([of_month(today.year + step, month) for step in _YEARS_IN_QUESTION])
    wanted = {-1: today.year - (month >= today.month), 0: today.year, 1: today.year + (month <= today.month)}
    return of_month(wanted[step], month)


def read_season(words: Words, scene: Scene) -> Meaning | None:
    """`last fall`, `the summer of 1998`, `this winter`."""
    season = SEASONS[words["season"]]
    year = stated_year(words, scene)
    if year is not None:
        return of_season(year, season)
    today = scene.middle
    if today is None:
        return partial(f"XXXX-{season}", Granularity.QUARTER)
    choices = [of_season(today.year + step, season) for step in _YEARS_IN_QUESTION]
    step = STEPS.get(words["which"])
    if step == -1:
        return [choice for choice in choices if choice.interval and choice.interval.last < today][-1]
    if step == 1:
        return next(choice for choice in choices if choice.interval and choice.interval.first > today)
    return scene.nearest(choices)


def read_day_range(words: Words, scene: Scene) -> Meaning | None:
    """`July 3-5`, `3 to 5 July 2024`, `July 30 - August 2`."""
    month, day, last = month_number(words["month"]), _number(words["dom"]), _number(words["to"])
    last_month = month_number(words["to_month"]) if words["to_month"] else month
    if calendar_day(2000, month, day) is None or calendar_day(2000, last_month, last) is None:
        return None
    first = read_day(words, scene)
    if first is None or first.interval is None:
        return partial(f"XXXX-{month:02d}-{day:02d}/XXXX-{last_month:02d}-{last:02d}", Granularity.DAY)
    start = first.interval.first
    end = calendar_day(start.year + (last_month < start.month), last_month, last)
    return span_of_days(start, end) if end is not None and end > start else None


def read_iso(words: Words, scene: Scene) -> Meaning | None:
    """`2023-09-09`."""
    found = calendar_day(int(words["y"]), int(words["m"]), int(words["d"]))
    return None if found is None else on_day(found)


def read_slashed(words: Words, scene: Scene) -> Meaning | None:
    """`09/11/2001`, month first as Americans write it, day first with dots or where no such month is."""
    month, day = int(words["m"]), int(words["d"])
    if words["sep"] == "." or month > 12:
        month, day = day, month
    found = calendar_day(full_year(int(words["y"])), month, day)
    return None if found is None else on_day(found)


def read_nine_eleven(words: Words, scene: Scene) -> Meaning | None:
    """`9/11`, the one day that is known by its figures."""
    found = calendar_day(2001, 9, 11)
    return None if found is None else on_day(found)


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _day_of_some_year(month: int, day: int, weekday: str, scene: Scene) -> Meaning | None:
    if scene.middle is None:
        return partial(f"XXXX-{month:02d}-{day:02d}", Granularity.DAY)
    days = [calendar_day(scene.middle.year + step, month, day) for step in _YEARS_IN_QUESTION]
    found = [each for each in days if each is not None]
    named = [each for each in found if weekday and each.weekday() == weekday_number(weekday)]
    return scene.nearest([on_day(each) for each in named or found])


_WEEKDAY = r"(?:<weekday>,? )?"
_RELATIVE_YEAR = r",? (?:of )?<year_word> year\b|,? of (?P<that_year>that year)"
_SHORT_YEAR = r" '(?P<short>\d\d)\b"
_OWN_YEAR = rf"(?:,? (?:of )?<year>|,? <spoken_year>|{_SHORT_YEAR}|{_RELATIVE_YEAR})?"
_DAY_CORES = (Core.MONTH, Core.WEEKDAY)
RULES = (
    rule(
        _DAY_CORES,
        rf"{_WEEKDAY}<month> <dom>{_OWN_YEAR}",
        read_day,
    ),
    rule(
        _DAY_CORES,
        rf"{_WEEKDAY}(?:the )?\b<dom>(?: of |-|\s?)<month>(?:(?:,? |-|)<year>|{_SHORT_YEAR}|{_RELATIVE_YEAR})?",
        read_day,
    ),
    rule(
        Core.MONTH,
        r"<month> <dom>\s?(?:-|to|through|until)\s?(?:<to_month=month> )?<to=dom>(?:,? <year>)?",
        read_day_range,
    ),
    rule(Core.MONTH, r"\b<dom>\s?(?:-|to|until)\s?<to=dom> <month>(?:,? <year>)?", read_day_range),
    rule(
        Core.MONTH,
        rf"(?:\b(?P<which>last|next|this|past|coming|previous|following) )?<month>{_OWN_YEAR}",
        read_month,
    ),
    rule(
        Core.SEASON,
        rf"(?:\b(?:the )?(?P<which>last|next|this|past|coming|previous) |\bthe )?<season>{_OWN_YEAR}",
        read_season,
    ),
    rule(Core.FIGURES, r"\b(?P<y>[12]\d\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", read_iso),
    rule(
        Core.FIGURES, r"\b(?P<m>\d\d?)(?P<sep>[/.])(?P<d>\d\d?)(?P=sep)(?P<y>(?:19|20)?\d\d)\b(?![./-]\d)", read_slashed
    ),
    rule(Core.FIGURES, r"\b9/11\b", read_nine_eleven),
)

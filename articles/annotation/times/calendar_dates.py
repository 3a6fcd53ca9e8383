"""Dates by the names and numbers of the calendar: days, months, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from articles.annotation.times.meaning import (
    Meaning,
    calendar_day,
    of_century,
    of_decade,
    of_month,
    of_season,
    of_year,
    on_day,
    partial,
)
from articles.annotation.times.numbers import ordinal, spoken_year
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import SEASONS, Unit, month_number, weekday_number
from articles.model import Granularity, Interval, TimeType

_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
_YEAR_WORDS = {"last": -1, "past": -1, "this": 0, "next": 1, "previous": -1}
_YEARS_IN_QUESTION = range(-1, 2)


def read_day(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`Sept. 9, 1948`, `Monday, 4 September`, `July 27`."""
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["dom"]))
    year = _stated_year(match, scene)
    if year is not None:
        found = calendar_day(year, month, day)
        return None if found is None else on_day(found)
    if calendar_day(2000, month, day) is None:
        return None
    return _day_of_some_year(month, day, match["weekday"], scene)


def read_month(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`July`, `July 1997`, `December last year`, `last May`."""
    month = month_number(match["month"])
    year = _stated_year(match, scene)
    if year is not None:
        return of_month(year, month)
    which = (match["which"] or "").lower()
    today = scene.middle
    if today is None:
        return partial(f"XXXX-{month:02d}", Granularity.MONTH)
    if which in ("last", "past", "previous"):
        return of_month(today.year if month < today.month else today.year - 1, month)
    if which in ("next", "coming", "following"):
        return of_month(today.year if month > today.month else today.year + 1, month)
    if which == "this":
        return of_month(today.year, month)
    return scene.nearest([of_month(today.year + step, month) for step in _YEARS_IN_QUESTION])


def read_season(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`last fall`, `the summer of 1998`, `this winter`."""
    season = SEASONS[match["season"].lower()]
    year = _stated_year(match, scene)
    if year is not None:
        return of_season(year, season)
    which = (match["which"] or "").lower()
    today = scene.middle
    if today is None:
        return partial(f"XXXX-{season}", Granularity.QUARTER)
    choices = [of_season(today.year + step, season) for step in _YEARS_IN_QUESTION]
    if which in ("last", "past", "previous"):
        over = [choice for choice in choices if choice.interval is not None and choice.interval.last < today]
        return over[-1] if over else None
    if which in ("next", "coming"):
        ahead = [choice for choice in choices if choice.interval is not None and choice.interval.first > today]
        return ahead[0] if ahead else None
    return scene.nearest(choices)


def read_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`1948`, `the year 2000`, `fiscal 1990`."""
    return of_year(int(match["year"]))


def read_bare_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """A bare `1948`, unless it counts or numbers something."""
    return of_year(int(match["year"])) if _is_year(int(match["year"]), scene) else None


def read_short_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`'98`."""
    return of_year(_full_year(int(match["short"])))


def read_spoken_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`nineteen ninety-eight`."""
    year = spoken_year(match["spoken_year"])
    return None if year is None else of_year(year)


def read_year_range(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`1950-53`, `1998-2001`."""
    first = int(match["year"])
    last = int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 200:
        return None
    interval = Interval(date(first, 1, 1), date(last, 12, 31))
    return Meaning(TimeType.DATE, f"{first:04d}/{last:04d}", Granularity.YEAR, interval)


def read_day_range(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`July 3-5`, `3 to 5 July 2024`, `July 30 - August 2`."""
    fields = match.groupdict()
    first = read_day(match, scene)
    if first is None or first.interval is None:
        days = [int(re.sub(r"\D", "", match[name])) for name in ("dom", "to")]
        month = month_number(match["month"])
        last_month = month_number(fields["to_month"]) if fields.get("to_month") else month
        return partial(f"XXXX-{month:02d}-{days[0]:02d}/XXXX-{last_month:02d}-{days[1]:02d}", Granularity.DAY)
    start = first.interval.first
    month = month_number(fields["to_month"]) if fields.get("to_month") else start.month
    end = calendar_day(start.year + (month < start.month), month, int(re.sub(r"\D", "", match["to"])))
    if end is None or end <= start:
        return None
    return Meaning(TimeType.DATE, f"{start}/{end}", Granularity.DAY, Interval(start, end))


def read_iso(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`2023-09-09`."""
    found = calendar_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if found is None else on_day(found)


def read_slashed(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`09/11/2001`, month first as Americans write it, day first where the month would be impossible."""
    month, day, year = int(match["m"]), int(match["d"]), int(match["y"])
    if match["sep"] == "." or month > 12:
        month, day = day, month
    found = calendar_day(year if year > 99 else _full_year(year), month, day)
    return None if found is None else on_day(found)


def read_decade(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the 1980s`, `the '60s`."""
    figures = int(match["decade"])
    return of_decade(figures if figures >= 1000 else _full_year(figures))


def read_named_decade(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the nineties`, `the nineteen-eighties`; not `her sixties`, an age."""
    if re.search(r"\b(?:his|her|their|its|my|our|your|in)\s(?:(?:early|mid|late)[-\s])?$", scene.before):
        return None
    century = {"eighteen": 1800, "nineteen": 1900}.get((match["century"] or "nineteen").lower(), 1900)
    return of_decade(century + 10 * _DECADES[match["name"].lower()])


def read_century(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`the 20th century`, `19th-century`."""
    number = ordinal(match["ordinal"])
    return of_century(number) if number is not None and 1 <= number <= 99 else None


def _stated_year(match: re.Match[str], scene: Scene) -> int | None:
    fields = match.groupdict()
    if fields.get("year"):
        return int(fields["year"])
    if fields.get("short"):
        return _full_year(int(fields["short"]))
    if fields.get("spoken_year"):
        return spoken_year(fields["spoken_year"])
    if fields.get("that_year"):
        return None if scene.memory.latest is None else _year_of(scene.memory.latest)
    if fields.get("year_word") and scene.span is not None:
        whole = scene.relative(Unit.YEAR, _YEAR_WORDS[fields["year_word"].lower()])
        return None if whole is None else _year_of(whole)
    return None


def _year_of(meaning: Meaning) -> int | None:
    return None if meaning.interval is None else meaning.interval.first.year


def _full_year(short: int) -> int:
    return 1900 + short if short >= 35 else 2000 + short


def _day_of_some_year(month: int, day: int, weekday: str | None, scene: Scene) -> Meaning | None:
    if scene.middle is None:
        return partial(f"XXXX-{month:02d}-{day:02d}", Granularity.DAY)
    days = [calendar_day(scene.middle.year + step, month, day) for step in _YEARS_IN_QUESTION]
    found = [each for each in days if each is not None]
    named = [each for each in found if weekday and each.weekday() == weekday_number(weekday)]
    return scene.nearest([on_day(each) for each in named or found])


def _is_year(number: int, scene: Scene) -> bool:
    if re.search(r"(?:[$£€#%.,:/-]|\bno\.?\s|\b(?:us|c|a)\$|\bat\s)$", scene.before):
        return False
    if re.match(r"[-/'’]?\w|\s*(?:%|percent|per cent|(?:people|troops|miles|points|feet|dollars|pounds|tons|shares)\b)", scene.after):
        return False
    said_as_time = re.search(r"\b(?:in|since|until|till|by|from|of|to|before|after|during|between|circa|for|and|through)\s$", scene.before)
    if not 1800 <= number <= 2100:
        return said_as_time is not None and re.match(r"\s?(?:[,.;)]|$)|\s(?:and|the|when|to)\b", scene.after) is not None
    return said_as_time is not None or not _counts_something(scene)


def _counts_something(scene: Scene) -> bool:
    token = next(iter(scene.tokens), None)
    if token is None or token.dep != "nummod":
        return False
    return scene.block.tokens[token.head].tag in ("NNS", "NNPS") and token.head > token.index


_REL_YEAR = r"(?P<year_word>last|this|next|the previous) year"
RULES = (
    rule(
        Core.MONTH,
        rf"(?:<weekday>,? )?<month> <dom>(?:,? <year>|, <spoken_year>| '(?P<short>\d\d)\b|,? (?:of )?{_REL_YEAR}|,? of (?P<that_year>that year))?",
        read_day,
    ),
    rule(
        Core.MONTH,
        rf"(?:<weekday>,? )?(?:the )?\b<dom>(?: of|-)? ?<month>(?:,?-? ?<year>|,? (?:of )?{_REL_YEAR}|,? of (?P<that_year>that year))?",
        read_day,
    ),
    rule(Core.MONTH, r"(?P<weekday>)<month> <dom> ?(?:-|to|through|and|until) ?(?:<to_month=month> )?<to=dom>(?:,? <year>)?", read_day_range),
    rule(Core.MONTH, r"(?P<weekday>)\b<dom> ?(?:-|to|and|until) ?<to=dom> <month>(?:,? <year>)?", read_day_range),
    rule(
        Core.MONTH,
        rf"(?:\b(?P<which>last|next|this|past|coming|previous|following) )?<month>(?:,? (?:of )?<year>|,? <spoken_year>| '(?P<short>\d\d)\b|,? (?:of )?{_REL_YEAR}|,? of (?P<that_year>that year))?",
        read_month,
    ),
    rule(
        Core.SEASON,
        rf"(?:\b(?P<which>last|next|this|past|coming|previous|the) )?<season>(?:,? (?:of )?<year>|,? (?:of )?{_REL_YEAR})?",
        read_season,
    ),
    rule(Core.FIGURES, r"\b(?P<y>[12]\d\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", read_iso),
    rule(Core.FIGURES, r"\b(?P<m>\d\d?)(?P<sep>[/.])(?P<d>\d\d?)(?P=sep)(?P<y>(?:19|20)?\d\d)\b(?![./-]\d)", read_slashed),
    rule(Core.FIGURES, r"\b<year>\s?-\s?(?P<last>\d\d(?:\d\d)?)\b(?![-.,]\d)", read_year_range),
    rule(Core.YEAR, r"the year <year>", read_year),
    rule(Core.YEAR, r"\b<year>", read_bare_year),
    rule(Core.YEAR, r"\b<year> ?(?:-|to|through) ?(?P<last>(?:1\d|20)\d\d)\b(?![-.,]\d)", read_year_range),
    rule(Core.FIGURES, r"(?<!\w)'(?P<short>\d\d)\b", read_short_year),
    rule(Core.SPOKEN, r"(?:the year )?<spoken_year>", read_spoken_year),
    rule(Core.DECADE, r"(?:the )?'?\b(?P<decade>(?:1[5-9]|20)\d0|[2-9]0)'?s\b", read_decade),
    rule(Core.DECADE, r"the (?:(?P<century>eighteen|nineteen)~)?(?P<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b", read_named_decade),
    rule(Core.UNIT, r"(?:the )?<ordinal>~century", read_century),
)

"""Times of the day: 8 p.m., 14:30, noon on Friday, the morning."""

from __future__ import annotations

import re

from articles.annotation.times.deictic import part_code
from articles.annotation.times.meaning import Meaning, on_day, part_of, partial
from articles.annotation.times.numbers import cardinal
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import Unit, month_number, weekday_number
from articles.model import Granularity

_WORDS = {"noon": "12:00", "midnight": "24:00"}
_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s*(?P<half>[ap])?", re.IGNORECASE)
_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def clock_value(words: str) -> str | None:
    """`20:00` for `8 p.m.`, `24:00` for midnight; None where the words are no time of the day."""
    bare = words.lower().strip()
    if bare in _WORDS:
        return _WORDS[bare]
    if bare.endswith("o'clock"):
        hour = cardinal(bare.removesuffix("o'clock"))
        return f"{hour:02d}:00" if hour is not None and 1 <= hour <= 12 else None
    figures = _FIGURES.match(bare)
    if figures is None:
        return None
    hour, half = int(figures["hour"]), figures["half"]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    minutes = figures["minute"]
    return f"{hour:02d}:{minutes or '00'}" if hour <= 24 else None


def read_clock(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`8 p.m.`, `5 p.m. EST Nov. 6`, `14:30 GMT`, `noon Friday`."""
    value = clock_value(match["clock"])
    if value is None or _is_score_or_ratio(match["clock"], scene):
        return None
    return part_of(_day_of(match, scene), value)


def read_part(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`in the morning`, `the afternoon`: of the day told last, else of publication."""
    day = scene.memory.day
    if day is not None:
        return part_of(on_day(day), part_code(match["part"]))
    return part_of(scene.relative(Unit.DAY, 0) or partial("XXXX-XX-XX", Granularity.DAY), part_code(match["part"]))


def _is_score_or_ratio(words: str, scene: Scene) -> bool:
    """Whether bare figures, as 2:30 or 14.30, are no time: a dot needs "a.m.", a colon stands alone."""
    bare = re.fullmatch(r"\d{1,2}(?P<sep>[:.])\d\d(?::\d\d)?", words.strip())
    if bare is None:
        return False
    if re.match(r"\s*(?:gmt|utc|[ecmp][sd]?t\b|hrs|hours|local)", scene.after):
        return False
    return bare["sep"] == "." or re.search(r"\b(?:chapter|verse|score|ratio|genesis|john|psalms?)\b[^.]*$", scene.before) is not None


def _day_of(match: re.Match[str], scene: Scene) -> Meaning:
    unknown = partial("XXXX-XX-XX", Granularity.DAY)
    if match["name"]:
        return scene.relative(Unit.DAY, _NAMED[match["name"].lower()]) or unknown
    if match["weekday"] and not match["month"]:
        day = scene.weekday(weekday_number(match["weekday"]))
        return on_day(day) if day else partial(f"XXXX-WXX-{weekday_number(match['weekday']) + 1}", Granularity.DAY)
    if match["month"]:
        from articles.annotation.times.calendar_dates import read_day

        return read_day(match, scene) or partial(f"XXXX-{month_number(match['month']):02d}", Granularity.DAY)
    if scene.memory.day is not None:
        return on_day(scene.memory.day)
    return scene.relative(Unit.DAY, 0) or unknown


_DAY = r"(?:,? (?:on )?(?:(?P<name>today|yesterday|tomorrow|tonight)\b|(?:<weekday>,? ?)?(?:<month> <dom>(?:,? <year>)?)?(?P<short>)(?P<spoken_year>)(?P<that_year>)(?P<year_word>)))?"
RULES = (
    rule(Core.CLOCK, rf"\b<clock>(?: ?\(?<zone>\)?)?{_DAY}", read_clock),
    rule(Core.PART, r"\b(?:the|early|late|mid) ?-?<part>", read_part),
)

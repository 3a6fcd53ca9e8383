"""Times of the day: 8 p.m., 14:30, noon on Friday, the morning."""

from __future__ import annotations

import re

from articles.annotation.times.calendar_dates import read_day
from articles.annotation.times.meaning import Meaning, on_day, part_of, partial
from articles.annotation.times.numbers import cardinal
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import Unit, part_code, weekday_number
from articles.model import Granularity

_WORDS = {"noon": "12:00", "midnight": "24:00"}
_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s*(?P<half>[ap])?")
_BARE_FIGURES = re.compile(r"\d{1,2}(?P<sep>[:.])\d\d(?::\d\d)?")
_NO_TIME_BEFORE = re.compile(
    r"\b(?:chapter|verse|score|ratio|genesis|exodus|matthew|luke|john|psalms?|won|lost|beat)\b[^.]*$"
)
_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_UNKNOWN_DAY = partial("XXXX-XX-XX", Granularity.DAY)


def clock_value(words: str) -> str | None:
    """`20:00` for `8 p.m.`, `24:00` for midnight; None where the words are no time of the day."""
    if words in _WORDS:
        return _WORDS[words]
    if words.endswith("o'clock"):
        said = cardinal(words.removesuffix("o'clock"))
        return f"{said:02d}:00" if said is not None and 1 <= said <= 12 else None
    figures = _FIGURES.match(words)
    if figures is None:
        return None
    hour = int(figures["hour"])
    if figures["half"]:
        hour = hour % 12 + (12 if figures["half"] == "p" else 0)
    return f"{hour:02d}:{figures['minute'] or '00'}"


def read_clock(words: Words, scene: Scene) -> Meaning | None:
    """`8 p.m.`, `5 p.m. EST Nov. 6`, `14:30 GMT`, `noon Friday`."""
    value = clock_value(words["clock"])
    if value is None or (not words["zone"] and _is_ratio(words["clock"], scene)):
        return None
    return part_of(_day_of(words, scene) or _UNKNOWN_DAY, value)


def read_part(words: Words, scene: Scene) -> Meaning | None:
    """`the morning`, `late afternoon`: of the day told last, else of publication."""
    told = None if scene.memory.day is None else on_day(scene.memory.day)
    return part_of(told or scene.relative(Unit.DAY, 0) or _UNKNOWN_DAY, part_code(words["part"]))


def _is_ratio(words: str, scene: Scene) -> bool:
    """Whether bare figures, as 2:30 or 14.30, are no time: a dot needs "a.m.", a colon no score before it."""
    bare = _BARE_FIGURES.fullmatch(words)
    if bare is None:
        return False
    return bare["sep"] == "." or _NO_TIME_BEFORE.search(scene.before) is not None


def _day_of(words: Words, scene: Scene) -> Meaning | None:
    if words["name"]:
        return scene.relative(Unit.DAY, _NAMED[words["name"]])
    if words["month"]:
        return read_day(words, scene)
    if words["weekday"]:
        number = weekday_number(words["weekday"])
        day = scene.weekday(number)
        return partial(f"XXXX-WXX-{number + 1}", Granularity.DAY) if day is None else on_day(day)
    return scene.relative(Unit.DAY, 0) if scene.memory.day is None else on_day(scene.memory.day)


_DATE = r"(?:<weekday>,? )?<month> <dom>(?:,? <year>)?"
_CLOCK = r"\b<clock>(?: \(?<zone>\)?)?"
RULES = (
    rule(Core.CLOCK, rf"{_CLOCK}(?:,? (?:on )?(?P<name>today|yesterday|tomorrow|tonight)\b)?", read_clock),
    rule(Core.CLOCK, rf"{_CLOCK},? (?:on )?<weekday>", read_clock),
    rule(Core.CLOCK, rf"{_CLOCK},? (?:on )?{_DATE}", read_clock),
    rule(
        (Core.WEEKDAY, Core.DEICTIC), rf"(?:<weekday>|\b(?P<name>today|yesterday|tomorrow)),? at {_CLOCK}", read_clock
    ),
    rule((Core.MONTH, Core.WEEKDAY), rf"{_DATE},? at {_CLOCK}", read_clock),
    rule(Core.PART, r"\b(?:the |early~|late~|mid-)<part>", read_part),
)

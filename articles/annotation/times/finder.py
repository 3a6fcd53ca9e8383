"""Finds the time expressions of an article: looks up core words, tries the rules around them, resolves in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from articles.annotation.parse import ParsedBlock
from articles.annotation.times import (
    calendar_dates,
    clock_times,
    deictic,
    durations,
    holidays,
    narrative,
    quarters,
    recurring,
    vague,
)
from articles.annotation.times.meaning import Meaning
from articles.annotation.times.modifiers import widen
from articles.annotation.times.numbers import ORDINALS
from articles.annotation.times.rule import Core, Rule
from articles.annotation.times.scene import Memory, Scene
from articles.annotation.times.senses import is_no_time
from articles.annotation.times.words import MONTH_NAMES, PARTS_OF_DAY, SEASONS, WEEKDAY_NAMES
from articles.model import Published, TimeExpression
from articles.text import plain_punctuation

_RULES: tuple[Rule, ...] = (
    *calendar_dates.RULES,
    *deictic.RULES,
    *narrative.RULES,
    *quarters.RULES,
    *holidays.RULES,
    *clock_times.RULES,
    *recurring.RULES,
    *durations.RULES,
    *vague.RULES,
)
_RULES_OF: Mapping[Core, tuple[Rule, ...]] = {core: tuple(each for each in _RULES if each.core is core) for core in Core}
_LOOK_BACK = 6
"""How many words before its core word an expression may begin."""

_WORD = re.compile(r"[ap]\.?m\b|'?\d+(?:[:./-]\d+)*(?:st|nd|rd|th|'?s)?\b|[A-Za-z]+")


def find_times(blocks: Sequence[ParsedBlock], published: Published) -> tuple[TimeExpression, ...]:
    """Find the time expressions of an article and resolve them to TIMEX3 values and intervals.

    Args:
        blocks: The article's blocks in order of reading; works on untagged ones, better on tagged ones.
        published: When the article appeared; what depends on it stays partly specified where it is unknown.

    Returns:
        The expressions in order of text; their spans do not overlap.
    """
    found: list[TimeExpression] = []
    memory = Memory()
    for block in blocks:
        text = plain_punctuation(block.text).replace("\n", " ")
        taken = 0
        for cores, starts in _candidates(text):
            if starts[-1] < taken:
                continue
            expression = _read(block, text, [start for start in starts if start >= taken], cores, published, memory)
            if expression is None:
                continue
            found.append(expression[0])
            memory = memory.after(expression[1])
            taken = expression[0].end
    return tuple(found)


def _candidates(text: str) -> Iterator[tuple[tuple[Core, ...], tuple[int, ...]]]:
    """Each core word's classes, with the places where an expression around it may begin, farthest first."""
    starts: list[int] = []
    for word in _WORD.finditer(text):
        starts.append(word.start())
        cores = _cores(word.group())
        if cores:
            yield cores, tuple(starts[-_LOOK_BACK - 1 :])


def _read(
    block: ParsedBlock, text: str, starts: Sequence[int], cores: Sequence[Core], published: Published, memory: Memory
) -> tuple[TimeExpression, Meaning] | None:
    core_at = starts[-1]
    for start in starts:
        for match, rule in _matches(text, start, core_at, cores):
            scene = Scene(block, text, match.start(), match.end(), published, memory)
            if is_no_time(scene, rule.core):
                continue
            meaning = rule.read(match, scene)
            if meaning is not None:
                return _expression(block, text, match.start(), match.end(), meaning), meaning
    return None


def _matches(text: str, start: int, core_at: int, cores: Sequence[Core]) -> list[tuple[re.Match[str], Rule]]:
    """The rules that match from a place over the core word, the longest first."""
    tried = ((rule.pattern.match(text, start), rule) for core in cores for rule in _RULES_OF[core])
    held = [(match, rule) for match, rule in tried if match is not None and match.end() > core_at]
    return sorted(held, key=lambda each: -each[0].end())


def _expression(block: ParsedBlock, text: str, start: int, end: int, meaning: Meaning) -> TimeExpression:
    widened = widen(text, start, end, meaning.type)
    shaded = meaning.modified(widened.modifier) if widened.modifier else meaning
    trimmed = len(text[widened.start : widened.end].rstrip(" ,"))
    return TimeExpression(
        block=block.block,
        start=widened.start,
        end=widened.start + trimmed,
        type=shaded.type,
        value=shaded.value,
        granularity=shaded.granularity,
        interval=shaded.interval,
        modifier=shaded.modifier,
    )


@cache
def _core_words() -> Mapping[str, tuple[Core, ...]]:
    table: dict[str, set[Core]] = {}

    def enter(core: Core, words: str | Sequence[str]) -> None:
        for word in words.split() if isinstance(words, str) else words:
            table.setdefault(word.lower(), set()).add(core)

    enter(Core.MONTH, MONTH_NAMES)
    enter(Core.MONTH, "jan feb mar apr jun jul aug sep sept oct nov dec")
    enter(Core.WEEKDAY, WEEKDAY_NAMES)
    enter(Core.WEEKDAY, [f"{name}s" for name in WEEKDAY_NAMES])
    enter(Core.WEEKDAY, "mon tue tues wed thu thur thurs fri sat sun")
    enter(Core.UNIT, "second minute hour day week weekend month quarter year decade century centuries period")
    enter(Core.UNIT, "seconds minutes hours days weeks weekends months quarters years decades")
    enter(Core.SPOKEN, "fifteen sixteen seventeen eighteen nineteen twenty two")
    enter(Core.DECADE, "twenties thirties forties fifties sixties seventies eighties nineties")
    enter(Core.SEASON, tuple(SEASONS))
    enter(Core.PART, tuple(PARTS_OF_DAY))
    enter(Core.PART, [f"{name}s" for name in PARTS_OF_DAY])
    enter(Core.PART, "midafternoon midmorning")
    enter(Core.CLOCK, "am pm a.m p.m noon midnight clock")
    enter(Core.DEICTIC, "today yesterday tomorrow tonight overnight")
    enter(Core.FISCAL, "fiscal half")
    enter(Core.HOLIDAY, tuple(holidays.holiday_words()))
    enter(Core.RECURRING, "hourly daily nightly weekly monthly quarterly yearly annually")
    enter(Core.VAGUE, "recently lately recent past previously old ago now nowadays currently presently these present moment point time")
    enter(Core.VAGUE, "current future term ahead coming later soon")
    return {word: tuple(sorted(cores)) for word, cores in table.items()}


def _cores(word: str) -> tuple[Core, ...]:
    if not (word[0].isdigit() or word[0] == "'"):
        return _core_words().get(word.lower(), ())
    digits = word.strip("'")
    if len(digits) == 4 and digits.isdecimal():
        return (Core.YEAR,)
    if digits.endswith("s"):
        return (Core.DECADE,)
    if ":" in word:
        return (Core.CLOCK,)
    return (Core.FIGURES,) if word[0] == "'" or any(mark in word for mark in "/.-") else ()


_ = ORDINALS

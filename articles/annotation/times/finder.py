"""Finds the time expressions of an article: looks up core words, tries the rules around them, resolves in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
    years,
)
from articles.annotation.times.lexicon import WORD, cores_of, leads
from articles.annotation.times.meaning import Meaning
from articles.annotation.times.modifiers import shade
from articles.annotation.times.rule import Core, Rule, words_of
from articles.annotation.times.scene import Memory, Scene
from articles.annotation.times.senses import is_no_time
from articles.model import UNDATED, Published, TimeExpression
from articles.text import plain_punctuation

_RULES: tuple[Rule, ...] = (
    *calendar_dates.RULES,
    *years.RULES,
    *quarters.RULES,
    *deictic.RULES,
    *narrative.RULES,
    *holidays.RULES,
    *clock_times.RULES,
    *recurring.RULES,
    *vague.RULES,
    *durations.RULES,
)
_RULES_OF: Mapping[Core, tuple[Rule, ...]] = {
    core: tuple(each for each in _RULES if core in each.cores) for core in Core
}
_YEARS_OF_NEWS = range(1600, 3000)
"""A date of publication outside them is an error of its page, and resolves nothing."""

_LOOK_BACK = 6
"""How many words before its core word an expression may begin."""

_WITHIN = re.compile(r"[\s,.'-]{0,3}")
"""What may stand between the words of one expression."""


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
    if published.day is not None and published.day.year not in _YEARS_OF_NEWS:
        published = UNDATED
    for block in blocks:
        text = plain_punctuation(block.text).replace("\n", " ")
        taken = 0
        for cores, starts in _candidates(text):
            read = _first_reading(block, text, [start for start in starts if start >= taken], cores, published, memory)
            if read is None:
                continue
            scene, meaning, rule = read
            expression = _expression(scene, meaning, taken)
            found.append(expression)
            memory = memory.after(meaning) if rule.told else memory
            taken = expression.end
    return tuple(found)


def _candidates(text: str) -> Iterator[tuple[tuple[Core, ...], tuple[int, ...]]]:
    """Each core word's classes, with the places where an expression around it may begin, farthest first."""
    starts: list[int] = []
    end = 0
    for word in WORD.finditer(text):
        if not leads(word.group()):
            starts.clear()
            continue
        if starts and not _WITHIN.fullmatch(text, end, word.start()):
            starts.clear()
        end = word.end()
        starts.append(word.start())
        cores = cores_of(word.group())
        if cores:
            yield cores, tuple(starts[-_LOOK_BACK - 1 :])


def _first_reading(
    block: ParsedBlock, text: str, starts: Sequence[int], cores: Sequence[Core], published: Published, memory: Memory
) -> tuple[Scene, Meaning, Rule] | None:
    """The reading that begins earliest over the core word, the last of the starts; of these the longest."""
    for start in starts:
        for match, rule in _matches(text, start, starts[-1], cores):
            scene = Scene(block, text, match.start(), match.end(), published, memory)
            if is_no_time(scene, rule.cores):
                continue
            meaning = rule.read(words_of(match), scene)
            if meaning is not None:
                return scene, meaning, rule
    return None


def _matches(text: str, start: int, core_at: int, cores: Sequence[Core]) -> list[tuple[re.Match[str], Rule]]:
    """The rules that match from a place over the core word, the longest first."""
    tried = ((rule.pattern.match(text, start), rule) for core in cores for rule in _RULES_OF[core])
    held = [(match, rule) for match, rule in tried if match is not None and match.end() > core_at]
    return sorted(held, key=lambda each: -each[0].end())


def _expression(scene: Scene, meaning: Meaning, taken: int) -> TimeExpression:
    shaded = shade(scene, meaning)
    start = shaded.start if shaded.start >= taken else scene.start
    end = start + len(scene.text[start : shaded.end].rstrip(" ,"))
    return TimeExpression(
        block=scene.block.block,
        start=start,
        end=end,
        type=shaded.meaning.type,
        value=shaded.meaning.value,
        granularity=shaded.meaning.granularity,
        interval=shaded.meaning.interval,
        modifier=shaded.meaning.modifier,
    )

"""A rule: the pattern of one way to say a time, the word classes that it turns on, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from articles.annotation.times.meaning import Meaning
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import pattern


class Core(StrEnum):
    """The class of a word that every expression of a rule holds, and by which rules are looked up."""

    MONTH = "month"
    WEEKDAY = "weekday"
    UNIT = "unit"
    YEAR = "year"
    FIGURES = "figures"
    DECADE = "decade"
    SPOKEN = "spoken"
    SEASON = "season"
    PART = "part"
    CLOCK = "clock"
    DEICTIC = "deictic"
    FISCAL = "fiscal"
    HOLIDAY = "holiday"
    RECURRING = "recurring"
    VAGUE = "vague"


class Words(dict[str, str]):
    """What the groups of a rule's pattern matched, in lower case; empty for a group that matched nothing."""

    def __missing__(self, key: str) -> str:
        return ""


Reading = Callable[[Words, Scene], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time. `read` gives None where the words mean no time there."""

    cores: tuple[Core, ...]
    pattern: re.Pattern[str]
    read: Reading
    told: bool = True
    """Whether what it finds is a date that the story then goes on from, not one it only compares with."""


def rule(cores: Core | tuple[Core, ...], text: str, read: Reading, *, told: bool = True) -> Rule:
    """A rule from a pattern in the notation of `words.pattern`."""
    return Rule(cores if isinstance(cores, tuple) else (cores,), pattern(text), read, told)


def words_of(match: re.Match[str]) -> Words:
    """The groups of a match, with single spaces."""
    return Words({name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value})

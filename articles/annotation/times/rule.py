"""A rule: the pattern of one way to say a time, the word classes that it turns on, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from articles.annotation.times.meaning import Meaning
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import pattern

Reading = Callable[[re.Match[str], Scene], Meaning | None]


class Core(StrEnum):
    """The class of the one word that every expression of a rule must hold, by which rules are looked up."""

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


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time. `read` gives None where the words mean no time there."""

    core: Core
    pattern: re.Pattern[str]
    read: Reading


def rule(core: Core, text: str, read: Reading) -> Rule:
    """A rule from a pattern in the notation of `words.pattern`."""
    return Rule(core, pattern(text), read)

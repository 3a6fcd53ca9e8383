"""Names cut down to what the article elsewhere calls the same person: `Moviemaker Ana Okafor`, then `Ana Okafor`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from articles.annotation.names.reading import Found, Reading
from articles.annotation.names.words import PARTICLES
from articles.model import EntityKind

_Words: TypeAlias = tuple[str, ...]


def trimmed_people(readings: Sequence[Reading], found: Iterable[Found]) -> list[Found]:
    """The names, each person without the words that go before the full name by which the article knows them.

    A title whose words are all capitalised may also run on after the name, as in `Ana Okafor Dies`.
    """
    names = list(found)
    full = Counter(_words(readings[each.block], each) for each in names if each.kind is EntityKind.PERSON)
    return [_trimmed(readings[each.block], each, full) if each.kind is EntityKind.PERSON else each for each in names]


def _trimmed(reading: Reading, found: Found, full: Counter[_Words]) -> Found:
    words = _words(reading, found)
    for cut in range(1, len(words) - 1):
        if words[cut] not in PARTICLES and full[words[cut:]] >= full[words]:
            said_before = " ".join(words[:cut])
            return replace(found, first=found.first + cut, role=f"{found.role} {said_before}".strip())
    if reading.is_headline_case:
        for cut in range(len(words) - 1, 1, -1):
            if full[words[:cut]]:
                return replace(found, last=found.first + cut)
    return found


def _words(reading: Reading, found: Found) -> _Words:
    return reading.lower[found.first : found.last]

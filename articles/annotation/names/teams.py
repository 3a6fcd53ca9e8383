"""Teams: named with their city first, then by what they are called without it (`Kansas City Chiefs`, `the Chiefs`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from articles.annotation.names.tables import organisation_names
from articles.annotation.names.words import HEADS
from articles.naming import COMPANY_TAIL, folded

_PLURAL_ENDINGS = ("s", "sox")
_SHORTEST_NICKNAME = 4
_LONGEST_TEAM = 4


@lru_cache(maxsize=8192)
def nicknames(name: str) -> frozenset[str]:
    """The folded plural endings under which an organisation's name of several words may be said again."""
    words = folded(name).split()
    last = words[-1]
    if not 2 <= len(words) <= _LONGEST_TEAM or not last.endswith(_PLURAL_ENDINGS) or organisation_names(name):
        return frozenset()
    if last in HEADS or last in COMPANY_TAIL or len(last) < _SHORTEST_NICKNAME or "of" in words:
        return frozenset()
    return frozenset(" ".join(words[cut:]) for cut in range(1, len(words)))


def nicknames_of(names: Iterable[str]) -> frozenset[str]:
    """The nicknames of all of some organisations."""
    return frozenset(each for name in names for each in nicknames(name))

"""Whether two words may tell of one event, after WordNet: `murder` and `slay`, `arrive` and `arrival`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

SENSES_FILE = "word_senses.txt"


_KIND = 0.2
"""How near two words are that share no sense, but what their senses are kinds of."""


@cache
def _senses() -> dict[str, tuple[dict[str, float], frozenset[str]]]:
    """For each word, its senses with their weights, and what these are kinds of; read once in each process."""
    text = resources.files("articles.linking").joinpath(SENSES_FILE).read_text("utf-8")
    senses: dict[str, tuple[dict[str, float], frozenset[str]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            word, _, found = line.partition(": ")
            own, _, above = found.partition("|")
            ranks = list(enumerate(own.split(";"), 1))
            weighed = {sense: 1 / rank for rank, told in reversed(ranks) for sense in told.split()}
            senses[word] = (weighed, frozenset(above.split()))
    return senses


@lru_cache(maxsize=1 << 16)
def kinship(one: str, other: str) -> float:
    """How near two words are: 1 where the first sense of both is one, less for later ones and for kinds of a thing."""
    table = _senses()
    if one not in table or other not in table:
        return 0.0
    (mine, above_mine), (theirs, above_theirs) = table[one], table[other]
    shared = [min(mine[sense], theirs[sense]) for sense in mine.keys() & theirs.keys()]
    wider = (mine.keys() | above_mine) & (theirs.keys() | above_theirs)
    return max(shared, default=_KIND if wider else 0.0)

"""The telling words of a text: stems, what each weighs, and how alike the texts of two articles are.

A word weighs by how few stories it stands in (inverse document frequency, Spärck Jones 1972). The table is general, not
the library's, so that a link does not depend on what else is there; `make train` counts it.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import islice

from articles.model import EventSlots
from articles.text import fold

WEIGHTS_FILE = "word_weights.json"
MOST_TERMS = 200
"""Terms kept of an article, those that tell most."""

_TOP = 10
"""Terms that tell an article from others on like matters."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_VOWEL = re.compile("[aeiouy]")
_SHORT = 3
_LIQUIDS = "lsz"
"""Letters that words end in twice of themselves: `pass`, `fall`."""
_EMPTY = frozenset(
    "a an the and or but if of in on at to for from by with as is are was were be been being has have had do does did "
    "will would can could may might must shall should not no nor so than that this these those it its he she his her "
    "him they their them we our us you your i me my who whom whose which what when where why how there here then also "
    "just only more most other some any all each both few such own same too very s t d ll re ve m about after before "
    "over under into out up down off again further once during between through because until while against said says "
    "say told according".split()
)


def stems(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and endings, in their order, those left out that every text has."""
    return tuple(stem(word) for word in _WORD.findall(fold(text)) if word not in _EMPTY)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without the endings of plural, past and participle, and without a last silent `e`."""
    if len(word) <= _SHORT or not word.isalpha():
        return word
    return _without_e(_without_verb_ending(_singular(word)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT + 1:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORT and _VOWEL.search(rest):
            doubled = len(rest) > _SHORT and rest[-1] == rest[-2] and rest[-1] not in _LIQUIDS
            return rest[:-1] if doubled else rest
    return word


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > _SHORT else word


@cache
def weight_table() -> tuple[Mapping[str, float], float]:
    """The weights of stems, and that of any other; read once in each process."""
    table = json.loads(resources.files("articles.linking").joinpath(WEIGHTS_FILE).read_text("utf-8"))
    return table["weights"], table["unknown"]


def weight(word: str) -> float:
    """What a stem weighs; one that the table does not hold is as rare as can be."""
    weights, unknown = weight_table()
    return weights.get(word, unknown)


def terms_of(slots: Iterable[EventSlots]) -> dict[str, float]:
    """The terms of an article that tell most, first of all those that tell most: a vector of length 1.

    They are those of the sentences that tell of events, which in news are nearly all.
    """
    sentences = {each.sentence: each.context for each in slots}
    counts = Counter(word for words in sentences.values() for word in words)
    shares = {word: (1 + math.log(count)) * weight(word) for word, count in counts.items()}
    length = math.hypot(*shares.values()) or 1.0
    best = sorted(shares, key=lambda word: (-shares[word], word))[:MOST_TERMS]
    return {word: shares[word] / length for word in best}


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two articles are by their terms: the cosine of their vectors, 0 to 1."""
    fewer, more = sorted((one, other), key=len)
    return math.fsum(share * more[word] for word, share in fewer.items() if word in more)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two articles are by their terms."""

    mine: Mapping[str, float]
    theirs: Mapping[str, float]
    likeness: float
    """0 to 1."""
    held: tuple[float, float]
    """What share of the terms that tell most of either the other holds too, the smaller share first."""

    @classmethod
    def of(cls, mine: Mapping[str, float], theirs: Mapping[str, float]) -> Nearness:
        """The nearness of two articles, given their terms, those that tell most first."""
        held = sorted((_held(mine, theirs), _held(theirs, mine)))
        return cls(mine, theirs, alike(mine, theirs), (held[0], held[1]))


def _held(terms: Mapping[str, float], by: Mapping[str, float]) -> float:
    top = list(islice(terms.items(), _TOP))
    return sum(share for word, share in top if word in by) / (sum(share for _, share in top) or 1.0)

"""What is measured of two event mentions before it is learnt what of it speaks for one event.

Features say how the two stand to each other, never which words, names or days they hold, so that what is learnt from
the news of some years carries over to others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict
from articles.linking.evidence import days_between, is_telling, probability, related_classes, weigh
from articles.linking.terms import Nearness, stem, weight
from articles.linking.word_senses import kinship
from articles.model import EventSlots, Factuality

GROUPS: Mapping[str, tuple[str, ...]] = {
    "trigger": (
        "same lemma", "same class", "one family", "same stem", "kinship", "alike in letters", "weight of the commoner",
        "weight of the rarer", "telling words", "broad words", "loose classes", "words of a series", "nouns", "known",
    ),
    "parties": (
        "actors", "other actors", "agents", "other agents", "patients", "other patients", "doers' words",
        "other doers' words", "others' words", "other others' words", "countries", "other countries",
    ),
    "place": ("places", "other places", "place in the other's company"),
    "time": ("dated", "days agree", "longer interval", "days between", "one dated", "days between reports"),
    "themes": ("themes", "other themes"),
    "figures": ("figures", "other figures", "other ordinals"),
    "factuality": ("same factuality", "one supposed", "one denied", "background"),
    "wording": (
        "alike", "alike without triggers", "in the other", "holds the other", "weightiest word", "shared words",
        "fewer words", "known in the other article", "known in both articles", "lighter word unknown there",
        "weightiest word unknown there",
    ),
    "article": (
        "articles alike", "top terms held", "top terms held at best", "company", "share of company", "lead persons",
    ),
    "position": ("first sentences", "sentences between"),
    "neighbours": ("events around", "share of events around"),
    "judgement": ("judgement",),
}  # fmt: skip
"""The names of the features by what they are about."""
NAMES = tuple(name for names in GROUPS.values() for name in names)
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})
_FAR = 999
_UNKNOWN = -1.0
_FIRST = 2
"""Sentences that count as an article's beginning."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, weighed."""

    weights: Mapping[str, float]
    total: float
    length: float

    @classmethod
    def of(cls, words: Iterable[str]) -> Sentence:
        """A sentence of some stems."""
        weights = {word: weight(word) for word in words}
        return cls(weights, sum(weights.values()) or 1.0, math.hypot(*weights.values()) or 1.0)


@lru_cache(maxsize=1 << 14)
def sentence_of(words: frozenset[str]) -> Sentence:
    """The words of a sentence, weighed once."""
    return Sentence.of(words)


@lru_cache(maxsize=1 << 16)
def letters_alike(one: str, other: str) -> float:
    """How alike two words are in their runs of three letters: Dice's coefficient, 0 to 1."""
    mine, theirs = _trigrams(one), _trigrams(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def _trigrams(word: str) -> frozenset[str]:
    framed = f"^{word}$"
    return frozenset(framed[at : at + 3] for at in range(max(len(framed) - 2, 1)))


def features(one: EventSlots, other: EventSlots, near: Nearness) -> tuple[float, ...]:
    """The features of two event mentions, in the order of `NAMES`.

    Args:
        one: An event mention.
        other: Another.
        near: How near their articles are, seen from the first.
    """
    return (
        *_trigger(one, other),
        *_parties(one, other),
        *_place(one, other),
        *_time(one, other),
        *_shared(one.themes, other.themes),
        *_figures(one, other),
        *_factuality(one, other),
        *_wording(one, other),
        *_known(one, other, near),
        *_article(one, other, near),
        min(one.sentence, _FIRST) + min(other.sentence, _FIRST),
        abs(one.sentence - other.sentence),
        len(one.around & other.around),
        _jaccard(one.around, other.around),
        math.log(max(probability(weigh(one, other)), 1e-6)),
    )


def _trigger(one: EventSlots, other: EventSlots) -> Iterable[float]:
    lexicon = event_lexicon()
    mine, theirs = trigger_stem(one.lemma), trigger_stem(other.lemma)
    common, rare = sorted((weight(mine), weight(theirs)))
    both = (one, other)
    return (
        one.lemma == other.lemma,
        one.event_class == other.event_class,
        related_classes(one, other),
        mine == theirs,
        kinship(one.lemma, other.lemma),
        letters_alike(one.lemma, other.lemma),
        common,
        rare,
        sum(is_telling(each) for each in both),
        sum(each.lemma in lexicon.broad for each in both),
        sum(each.event_class in lexicon.loose for each in both),
        sum(each.lemma in lexicon.series for each in both),
        sum(each.is_noun for each in both),
        sum(each.event_class in lexicon.families for each in both),
    )


@lru_cache(maxsize=1 << 14)
def trigger_stem(lemma: str) -> str:
    """The stem of the first word of a trigger."""
    return stem(lemma.partition(" ")[0].casefold())


def _parties(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine, theirs = one.actors - one.agents - one.places, other.actors - other.agents - other.places
    return (
        *_shared(one.actors, other.actors),
        *_shared(one.agents, other.agents),
        *_shared(mine, theirs),
        *_overlap(one.doers, other.doers),
        *_overlap(one.others, other.others),
        *_shared(one.countries, other.countries),
    )


def _place(one: EventSlots, other: EventSlots) -> Iterable[float]:
    implied = one.places & other.company or other.places & one.company
    return (*_shared(one.places, other.places), bool(implied))


def _time(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine, theirs = one.interval, other.interval
    reports = min(abs((one.published - other.published).days), _FAR) if one.published and other.published else _UNKNOWN
    if mine is None or theirs is None:
        return (False, _UNKNOWN, _UNKNOWN, _UNKNOWN, (mine is None) != (theirs is None), reports)
    longer = max(mine.days, theirs.days)
    return (True, mine.overlaps(theirs), min(longer, _FAR), min(days_between(mine, theirs), _FAR), False, reports)


def _figures(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine = {(value, unit) for value, unit, _ in one.quantities if unit}
    theirs = {(value, unit) for value, unit, _ in other.quantities if unit}
    counted = {unit for _, unit in mine} & {unit for _, unit in theirs}
    return (len(mine & theirs), bool(counted and not mine & theirs), ordinals_conflict(one, other))


def _factuality(one: EventSlots, other: EventSlots) -> Iterable[float]:
    return (
        one.factuality is other.factuality,
        (one.factuality in _NOT_YET) != (other.factuality in _NOT_YET),
        (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED),
        one.background + other.background,
    )


def _wording(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine, theirs = sentence_of(one.context), sentence_of(other.context)
    shared = {word: mine.weights[word] for word in one.context & other.context}
    total, squares = sum(shared.values()), sum(each * each for each in shared.values())
    triggers = {trigger_stem(one.lemma), trigger_stem(other.lemma)}
    without = squares - sum(shared[word] ** 2 for word in triggers & shared.keys())
    lengths = mine.length * theirs.length
    inside = sorted((total / mine.total, total / theirs.total))
    return (
        squares / lengths,
        without / lengths,
        *inside,
        max(shared.values(), default=0.0),
        len(shared),
        min(len(one.context), len(other.context)),
    )


def _known(one: EventSlots, other: EventSlots, near: Nearness) -> Iterable[float]:
    """How much of each sentence the other's article knows, and what it does not know."""
    sides = ((sentence_of(one.context), near.theirs), (sentence_of(other.context), near.mine))
    missing = [[weight for word, weight in mine.weights.items() if word not in theirs] for mine, theirs in sides]
    known = sorted(1 - sum(weights) / mine.total for weights, (mine, _) in zip(missing, sides, strict=True))
    return (*known, *sorted(max(weights, default=0.0) for weights in missing))


def _article(one: EventSlots, other: EventSlots, near: Nearness) -> Iterable[float]:
    shared = one.company & other.company
    leads = (one.lead in other.company if one.lead else 0) + (other.lead in one.company if other.lead else 0)
    leads -= (not one.lead) + (not other.lead)
    return (near.likeness, *near.held, len(shared), _jaccard(one.company, other.company), leads)


def _shared(mine: frozenset[int] | frozenset[str], theirs: frozenset[int] | frozenset[str]) -> tuple[float, float]:
    """How many two sets share, and whether both hold something and share nothing."""
    shared = len(mine & theirs)
    return (shared, bool(mine and theirs and not shared))


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> tuple[float, float]:
    """The share of words in both, and whether both hold some and share none."""
    return (_jaccard(mine, theirs), bool(mine and theirs and not mine & theirs))


def _jaccard(mine: frozenset[int] | frozenset[str], theirs: frozenset[int] | frozenset[str]) -> float:
    union = len(mine | theirs)
    return len(mine & theirs) / union if union else 0.0

"""What is measured of two event mentions before it is learnt what of it speaks for one event.

Features say how the two stand to each other, never which words, names or days they hold, so that what is learnt from
the news of some years carries over to others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict
from articles.linking.evidence import is_telling, probability, related_classes, weigh
from articles.linking.facing import heaviest_shared, numbered, same, shared, shared_weight
from articles.linking.terms import Nearness, stem, weight
from articles.linking.unplaced_days import days_agree, same_unplaced_day
from articles.linking.word_senses import kinship
from articles.model import EventSlots, Factuality

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column: TypeAlias = NDArray[np.float64] | NDArray[np.bool_]

T = TypeVar("T", bound=Hashable)
Held: TypeAlias = Callable[[EventSlots], frozenset[Any]]
"""What takes one of the sets of an event mention."""

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
    "time": ("dated", "days agree", "longer interval", "days between", "one dated", "days between reports",
        "same unplaced day", "other unplaced day",
    ),
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

Pair = tuple[EventSlots, EventSlots, Nearness]
"""Two event mentions, and how near their articles are, seen from the first."""


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


@lru_cache(maxsize=1 << 14)
def trigger_stem(lemma: str) -> str:
    """The stem of the first word of a trigger."""
    return stem(lemma.partition(" ")[0].casefold())


def look(pairs: Iterable[Pair]) -> NDArray[np.float32]:
    """The features of pairs of event mentions: a row for each pair, a column for each of `NAMES`.

    Pairs whose first mentions are of one article should stand together: they are measured at once.
    """
    import numpy as np

    of_articles = [list(found) for _, found in groupby(pairs, key=lambda pair: pair[0].article)]
    tables = [np.column_stack(list(_columns(_Pairs.of(found)))).astype(np.float32) for found in of_articles]
    return np.concatenate(tables) if tables else np.empty((0, len(NAMES)), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of event mentions, to be measured a feature at a time: a column has a value for each pair."""

    pairs: Sequence[Pair]
    ones: Sequence[EventSlots]
    """Each first mention once."""
    others: Sequence[EventSlots]
    at: tuple[NDArray[np.intp], NDArray[np.intp]]
    """For each pair the positions of both among these."""

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> _Pairs:
        """Some pairs."""
        ones = {id(one): one for one, _, _ in pairs}
        others = {id(other): other for _, other, _ in pairs}
        at = (numbered(id(one) for one, _, _ in pairs)[1], numbered(id(other) for _, other, _ in pairs)[1])
        return cls(pairs, list(ones.values()), list(others.values()), at)

    def of_each(self, measure: Callable[[EventSlots], float]) -> tuple[Column, Column]:
        """A value of the first mentions, and of the others."""
        import numpy as np

        one, other = (np.array([measure(each) for each in side], dtype=np.float64) for side in (self.ones, self.others))
        return one[self.at[0]], other[self.at[1]]

    def of_both(self, measure: Callable[[EventSlots], float]) -> Column:
        """The sum of a value of both."""
        one, other = self.of_each(measure)
        return one + other

    def of_two(self, measure: Callable[[EventSlots, EventSlots], float]) -> Column:
        """What a function makes of both."""
        import numpy as np

        return np.array([measure(one, other) for one, other, _ in self.pairs], dtype=np.float64)

    def same(self, take: Callable[[EventSlots], Hashable]) -> Column:
        """Whether something of both is equal."""
        return same([take(each) for each in self.ones], [take(each) for each in self.others])[self.at]

    def shared(self, mine: Held, theirs: Held | None = None) -> Column:
        """How many elements the set of one shares with that of the other."""
        held = theirs or mine
        column: Column = shared([mine(each) for each in self.ones], [held(each) for each in self.others])[self.at]
        return column

    def shared_or_other(self, held: Held) -> tuple[Column, Column]:
        """How many two sets share, and whether both hold something and share nothing."""
        one, other = self.of_each(lambda each: len(held(each)))
        found = self.shared(held)
        return found, (one > 0) & (other > 0) & (found == 0)

    def overlap(self, held: Held) -> tuple[Column, Column]:
        """The share of the elements in both sets, and whether both hold some and share none."""
        return self.jaccard(held), self.shared_or_other(held)[1]

    def jaccard(self, held: Held) -> Column:
        """The share of the elements of two sets that are in both."""
        import numpy as np

        one, other = self.of_each(lambda each: len(held(each)))
        found = self.shared(held)
        return found / np.maximum(one + other - found, 1.0)


def _columns(pairs: _Pairs) -> Iterator[Column]:
    """The features, in the order of `NAMES`."""
    import numpy as np

    yield from _trigger(pairs)
    yield from _parties(pairs)
    yield from _place(pairs)
    yield from _time(pairs)
    yield from pairs.shared_or_other(lambda each: each.themes)
    yield from _figures(pairs)
    yield from _factuality(pairs)
    yield from _wording(pairs)
    yield from _known(pairs)
    yield from _article(pairs)
    yield pairs.of_both(lambda each: min(each.sentence, _FIRST))
    one, other = pairs.of_each(lambda each: each.sentence)
    yield np.abs(one - other)
    yield pairs.shared(lambda each: each.around)
    yield pairs.jaccard(lambda each: each.around)
    yield pairs.of_two(lambda one, other: math.log(max(probability(weigh(one, other)), 1e-6)))


def _trigger(pairs: _Pairs) -> Iterator[Column]:
    import numpy as np

    lexicon = event_lexicon()
    weights = pairs.of_each(lambda each: weight(trigger_stem(each.lemma)))
    yield pairs.same(lambda each: each.lemma)
    yield pairs.same(lambda each: each.event_class)
    yield pairs.of_two(related_classes)
    yield pairs.same(lambda each: trigger_stem(each.lemma))
    yield pairs.of_two(lambda one, other: kinship(one.lemma, other.lemma))
    yield pairs.of_two(lambda one, other: letters_alike(one.lemma, other.lemma))
    yield np.minimum(*weights)
    yield np.maximum(*weights)
    yield pairs.of_both(is_telling)
    yield pairs.of_both(lambda each: each.lemma in lexicon.broad)
    yield pairs.of_both(lambda each: each.event_class in lexicon.loose)
    yield pairs.of_both(lambda each: each.lemma in lexicon.series)
    yield pairs.of_both(lambda each: each.is_noun)
    yield pairs.of_both(lambda each: each.event_class in lexicon.families)


def _parties(pairs: _Pairs) -> Iterator[Column]:
    yield from pairs.shared_or_other(lambda each: each.actors)
    yield from pairs.shared_or_other(lambda each: each.agents)
    yield from pairs.shared_or_other(lambda each: each.actors - each.agents - each.places)
    yield from pairs.overlap(lambda each: each.doers)
    yield from pairs.overlap(lambda each: each.others)
    yield from pairs.shared_or_other(lambda each: each.countries)


def _place(pairs: _Pairs) -> Iterator[Column]:
    yield from pairs.shared_or_other(_places)
    yield pairs.shared(_places, _company) + pairs.shared(_company, _places) > 0


def _time(pairs: _Pairs) -> Iterator[Column]:
    import numpy as np

    mine, theirs = pairs.of_each(lambda each: each.interval is not None)
    first, their_first = pairs.of_each(lambda each: each.interval.first.toordinal() if each.interval else 0)
    last, their_last = pairs.of_each(lambda each: each.interval.last.toordinal() if each.interval else 0)
    day, their_day = pairs.of_each(lambda each: each.published.toordinal() if each.published else 0)
    dated = (mine > 0) & (theirs > 0)
    longer = np.maximum(last - first, their_last - their_first) + 1
    between = np.maximum(np.maximum(first - their_last, their_first - last), 0)
    yield dated
    yield np.where(dated, (first <= their_last) & (their_first <= last), _UNKNOWN)
    yield np.where(dated, np.minimum(longer, _FAR), _UNKNOWN)
    yield np.where(dated, np.minimum(between, _FAR), _UNKNOWN)
    yield mine != theirs
    yield np.where((day > 0) & (their_day > 0), np.minimum(np.abs(day - their_day), _FAR), _UNKNOWN)
    yield pairs.of_two(same_unplaced_day)
    yield pairs.of_two(lambda one, other: days_agree(one, other) is False)


def _figures(pairs: _Pairs) -> Iterator[Column]:
    agreeing = pairs.shared(lambda each: frozenset((value, unit) for value, unit, _ in each.quantities if unit))
    counted = pairs.shared(lambda each: frozenset(unit for _, unit, _ in each.quantities if unit))
    yield agreeing
    yield (counted > 0) & (agreeing == 0)
    yield pairs.of_two(ordinals_conflict)


def _factuality(pairs: _Pairs) -> Iterator[Column]:
    import numpy as np

    yield pairs.same(lambda each: each.factuality)
    yield np.not_equal(*pairs.of_each(lambda each: each.factuality in _NOT_YET))
    yield np.not_equal(*pairs.of_each(lambda each: each.factuality is Factuality.DENIED))
    yield pairs.of_both(lambda each: each.background)


def _wording(pairs: _Pairs) -> Iterator[Column]:
    import numpy as np

    mine, theirs = ([each.context for each in side] for side in (pairs.ones, pairs.others))
    total = shared_weight(mine, theirs, weight)[pairs.at]
    squares = shared_weight(mine, theirs, lambda word: weight(word) ** 2)[pairs.at]
    lengths = math.prod(pairs.of_each(lambda each: sentence_of(each.context).length))
    inside = [total / whole for whole in pairs.of_each(lambda each: sentence_of(each.context).total)]
    yield squares / lengths
    yield (squares - _squares_of_triggers(pairs)) / lengths
    yield np.minimum(*inside)
    yield np.maximum(*inside)
    yield heaviest_shared(mine, theirs, weight)[pairs.at]
    yield pairs.shared(_context)
    yield np.minimum(*pairs.of_each(lambda each: len(each.context)))


def _squares_of_triggers(pairs: _Pairs) -> Column:
    """The squared weights of those trigger words that stand in both sentences."""

    def told(slots: EventSlots) -> frozenset[str]:
        return frozenset({trigger_stem(slots.lemma)}) & slots.context

    one, other = pairs.of_each(lambda each: weight(trigger_stem(each.lemma)) ** 2)
    is_same = pairs.same(lambda each: trigger_stem(each.lemma))
    return pairs.shared(told, _context) * one + pairs.shared(_context, told) * other * (is_same < 1)


def _known(pairs: _Pairs) -> Iterator[Column]:
    """How much of each sentence the other's article knows, and what it does not know."""
    import numpy as np

    known: dict[tuple[frozenset[str], int], tuple[float, float]] = {}

    def look_up(words: frozenset[str], terms: Mapping[str, float]) -> tuple[float, float]:
        key = (words, id(terms))
        if key not in known:
            known[key] = _share_known(sentence_of(words), terms)
        return known[key]

    mine = np.array([look_up(one.context, near.theirs) for one, _, near in pairs.pairs])
    theirs = np.array([look_up(other.context, near.mine) for _, other, near in pairs.pairs])
    for side in (0, 1):
        yield np.minimum(mine[:, side], theirs[:, side])
        yield np.maximum(mine[:, side], theirs[:, side])


def _share_known(sentence: Sentence, terms: Mapping[str, float]) -> tuple[float, float]:
    """The share of a sentence, by weight, that is among some terms, and the weight of its weightiest other word."""
    missing = [weight for word, weight in sentence.weights.items() if word not in terms]
    return 1 - sum(missing) / sentence.total, max(missing, default=0.0)


def _article(pairs: _Pairs) -> Iterator[Column]:
    import numpy as np

    yield from np.array([(near.likeness, *near.held) for _, _, near in pairs.pairs]).T
    yield pairs.shared(_company)
    yield pairs.jaccard(_company)
    leads = pairs.shared(_lead, _company) + pairs.shared(_company, _lead)
    yield leads - pairs.of_both(lambda each: not each.lead)


def _lead(slots: EventSlots) -> frozenset[int]:
    return frozenset({slots.lead} if slots.lead else ())


def _context(slots: EventSlots) -> frozenset[str]:
    return slots.context


def _company(slots: EventSlots) -> frozenset[int]:
    return slots.company


def _places(slots: EventSlots) -> frozenset[int]:
    return slots.places

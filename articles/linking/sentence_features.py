"""What is measured of two sentences, given how their event mentions were judged two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from articles.linking import pair_features
from articles.linking.facing import numbered, shared, shared_weight
from articles.linking.pair_features import Pair
from articles.linking.terms import weight
from articles.model import EventSlots, Interval

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TAKEN = (
    "alike", "in the other", "holds the other", "weightiest word", "shared words", "fewer words",
    "known in the other article", "known in both articles", "lighter word unknown there",
    "weightiest word unknown there", "articles alike", "top terms held", "top terms held at best", "company",
    "share of company", "lead persons", "first sentences", "sentences between", "same lemma", "same class", "kinship",
    "judgement",
)  # fmt: skip
"""The features of the likeliest pair of event mentions that are taken over."""
_TOLD = (
    "parties told", "share of parties told", "figures told", "themes told", "share of countries told",
    "words for parties", "earlier sentence", "later sentence", "more words", "days told",
)  # fmt: skip
"""What is measured of all that two sentences tell."""
NAMES = ("best", "second", "likely pairs", "sum", "best judgement", "best alike without triggers", *_TAKEN, *_TOLD)
_COLUMNS = tuple(pair_features.NAMES.index(name) for name in _TAKEN)
_JUDGEMENT = pair_features.NAMES.index("judgement")
_WITHOUT_TRIGGERS = pair_features.NAMES.index("alike without triggers")
_LIKELY = 0.3

Place: TypeAlias = tuple[int, int]
"""A sentence by article and position."""
Held: TypeAlias = Callable[["Told"], frozenset[Any]]


@dataclass(frozen=True, slots=True)
class Told:
    """What all event mentions of one sentence tell."""

    article: int
    position: int
    words: frozenset[str]
    parties: frozenset[int]
    countries: frozenset[str]
    themes: frozenset[str]
    figures: frozenset[tuple[float, str]]
    party_words: frozenset[str]
    days: tuple[Interval, ...]
    unplaced: frozenset[str]

    @classmethod
    def of(cls, mentions: Sequence[EventSlots]) -> Told:
        """What the event mentions of a sentence tell."""
        return cls(
            article=mentions[0].article,
            position=mentions[0].sentence,
            words=mentions[0].context,
            parties=frozenset().union(*(each.actors | each.places for each in mentions)),
            countries=frozenset().union(*(each.countries for each in mentions)),
            themes=frozenset().union(*(each.themes for each in mentions)),
            figures=frozenset(figure[:2] for each in mentions for figure in each.told_quantities),
            party_words=frozenset().union(*(each.doers | each.others for each in mentions)),
            days=tuple(each.interval for each in mentions if each.interval is not None and each.dated_by_text),
            unplaced=frozenset(each.unplaced for each in mentions if each.unplaced),
        )


def told_by_sentence(mentions: Iterable[EventSlots]) -> dict[Place, Told]:
    """What each sentence tells in which some event mentions stand."""
    of_sentence: defaultdict[Place, list[EventSlots]] = defaultdict(list)
    for each in mentions:
        of_sentence[each.article, each.sentence].append(each)
    return {place: Told.of(found) for place, found in of_sentence.items()}


def sentence_pairs(pairs: Iterable[Pair]) -> tuple[list[tuple[Place, Place]], NDArray[np.intp]]:
    """The pairs of sentences that pairs of event mentions stand in, and for each of these the number of its own."""
    return numbered(((one.article, one.sentence), (other.article, other.sentence)) for one, other, _ in pairs)


def sentence_features(
    table: NDArray[np.float32],
    chances: NDArray[np.float32],
    groups: NDArray[np.intp],
    told: Sequence[tuple[Told, Told]],
) -> NDArray[np.float32]:
    """The features of pairs of sentences, in the order of `NAMES`, a row for each.

    Args:
        table: The features of pairs of event mentions.
        chances: How likely each pair is of one event.
        groups: The number of the pair of sentences that each stands in.
        told: What the sentences of each pair tell.
    """
    import numpy as np

    count = len(told)
    order = np.lexsort((-chances, groups))
    starts = np.searchsorted(groups[order], np.arange(count))
    best = order[starts]
    is_second = np.zeros(len(order), dtype=bool)
    is_second[starts[starts + 1 < len(order)] + 1] = True
    is_second[starts] = False
    second = np.zeros(count)
    second[groups[order[is_second]]] = chances[order[is_second]]
    found: list[NDArray[Any]] = [
        chances[best],
        second,
        np.bincount(groups, chances > _LIKELY, count),
        np.bincount(groups, chances, count),
        most(table[:, _JUDGEMENT], groups, count),
        most(table[:, _WITHOUT_TRIGGERS], groups, count),
    ]
    of_articles = [list(run) for _, run in groupby(told, key=lambda pair: pair[0].article)]
    facing = [np.column_stack(list(_told_columns(run))) for run in of_articles]
    columns = np.concatenate(facing) if facing else np.empty((0, len(_TOLD)))
    rows: NDArray[np.float32] = np.column_stack([*found, table[best][:, _COLUMNS], columns]).astype(np.float32)
    return rows


def most(values: NDArray[np.float32], groups: NDArray[np.intp], count: int) -> NDArray[np.float32]:
    """The largest value of each group; not a number where a group has none but such."""
    import numpy as np

    found = np.full(count, np.nan, dtype=np.float32)
    np.fmax.at(found, groups, values)
    return found


def _told_columns(pairs: Sequence[tuple[Told, Told]]) -> Iterator[NDArray[np.float64]]:
    """The features of `_TOLD` for pairs of sentences whose first are of one article."""
    import numpy as np

    sides = [numbered(side) for side in zip(*((id(one), id(other)) for one, other in pairs), strict=True)]
    by_id = {id(each): each for pair in pairs for each in pair}
    ones, others = ([by_id[identity] for identity in side] for side, _ in sides)
    at = (sides[0][1], sides[1][1])

    def in_both(held: Held, heavy: Callable[[str], float] | None = None) -> NDArray[np.float64]:
        mine, theirs = [held(each) for each in ones], [held(each) for each in others]
        return (shared_weight(mine, theirs, heavy) if heavy else shared(mine, theirs))[at]

    def share(held: Held) -> NDArray[np.float64]:
        sizes = np.array([len(held(one)) + len(held(other)) for one, other in pairs])
        found = in_both(held)
        return found / np.maximum(sizes - found, 1.0)

    positions = np.array([(one.position, other.position) for one, other in pairs], dtype=np.float64)
    yield in_both(lambda each: each.parties)
    yield share(lambda each: each.parties)
    yield in_both(lambda each: each.figures)
    yield in_both(lambda each: each.themes)
    yield share(lambda each: each.countries)
    yield in_both(lambda each: each.party_words, weight)
    yield positions.min(axis=1)
    yield positions.max(axis=1)
    yield np.array([max(len(one.words), len(other.words)) for one, other in pairs], dtype=np.float64)
    yield np.array([_days_agree(one, other) for one, other in pairs], dtype=np.float64)


def _days_agree(one: Told, other: Told) -> int:
    """1 where some days that both tell meet, -1 where none do, 0 where one of them tells none."""
    if one.days and other.days:
        return 1 if any(mine.overlaps(theirs) for mine in one.days for theirs in other.days) else -1
    if one.unplaced and other.unplaced:
        return 1 if one.unplaced & other.unplaced else -1
    return 0

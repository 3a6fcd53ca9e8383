"""Event mentions compared two by two, and with them the sentences that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from articles.linking.evidence import PARTIES, related_classes
from articles.linking.facing import numbered, same, shared, shared_weight
from articles.linking.meaning import alike as alike_in_meaning
from articles.linking.pair_features import NAMES, trigger_stem
from articles.linking.pair_features import look as look
from articles.linking.pair_model import shipped_scorer
from articles.linking.sentence_features import most, sentence_features, sentence_pairs, told_by_sentence
from articles.linking.terms import Nearness, terms_of, weight
from articles.linking.word_senses import kinship
from articles.model import EventSlots

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.12
"""Likeness from which two articles may be of one story."""
_MOST_NEAR = 30
"""Articles that one is compared with, the likest."""
_LONGEST_STORY = 365
"""Days over which articles that name somebody may all tell one story."""
_TELLING, _TELLING_BY_ITSELF = 4.0, 8.0
"""Weight of words shared by two sentences from which they are compared, where their events are akin and otherwise."""
_DIGITS = 9
"""To which weights are rounded, so that they do not depend on the order in which they are added up."""
_SAYING = frozenset({"statement"})
"""Classes of events that news is so full of that sharing them says nothing."""
_JUDGEMENT = NAMES.index("judgement")

Mention = tuple[int, int]
"""An event mention by article and index."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two event mentions of different articles, or of one, compared."""

    one: EventSlots
    other: EventSlots
    chance: float
    """How likely both are of one event."""
    sentences: float = 0.0
    """How likely their two sentences report one event; 0 within an article."""
    judgement: float = 0.0
    """How likely both are of one event by weights set by hand."""


def compare(mine: Sequence[EventSlots], candidates: Sequence[EventSlots]) -> tuple[Compared, ...]:
    """The event mentions of an article, compared with those of the articles that are near it.

    Args:
        mine: The slots of one article's event mentions.
        candidates: Slots of event mentions of other articles, best all those of an article that has some.
    """
    import numpy as np

    pairs = list(_pairs_across(*without_perennial(mine, candidates)))
    if not pairs:
        return ()
    scorer = shipped_scorer()
    table, meanings = look(pairs), alike_in_meaning([(one, other) for one, other, _ in pairs])
    chances = scorer.pair_chances(table, meanings)
    places, groups = sentence_pairs(pairs)
    told = told_by_sentence((*mine, *candidates))
    rows = sentence_features(table, chances, groups, [(told[here], told[there]) for here, there in places])
    likely = scorer.sentence_chances(rows, most(meanings, groups, len(places)))
    judged = np.exp(table[:, _JUDGEMENT])
    return tuple(
        Compared(one, other, float(chance), float(likely[group]), float(judgement))
        for (one, other, _), chance, group, judgement in zip(pairs, chances, groups, judged, strict=True)
    )


def joins_from(mine: Sequence[EventSlots]) -> float:
    """The mean chance from which groups of an article's mentions and others are one event."""
    scorer = shipped_scorer()
    return scorer.meant.joins if any(each.meaning for each in mine) else scorer.plain.joins


def compare_within(mine: Sequence[EventSlots]) -> tuple[Compared, ...]:
    """The event mentions of one article compared with each other."""
    terms = terms_of(mine)
    near = Nearness.of(terms, terms)
    pairs = [(one, other, near) for one, other in pairs_within(mine)]
    if not pairs:
        return ()
    meanings = alike_in_meaning([(one, other) for one, other, _ in pairs])
    chances = shipped_scorer().pair_chances(look(pairs), meanings)
    return tuple(Compared(one, other, float(chance)) for (one, other, _), chance in zip(pairs, chances, strict=True))


def pairs_within(mine: Sequence[EventSlots]) -> Iterator[tuple[EventSlots, EventSlots]]:
    """The event mentions of one article that may be of one event."""
    import numpy as np

    if mine:
        for row, column in np.argwhere(np.triu(comparable(mine, mine), 1)).tolist():
            yield mine[row], mine[column]


def without_perennial(
    mine: Sequence[EventSlots], candidates: Sequence[EventSlots]
) -> tuple[list[EventSlots], list[EventSlots]]:
    """Event mentions whose company tells a story: without those that news has named for longer than stories last."""
    perennial = _perennial((*mine, *candidates))

    def kept(slots: Sequence[EventSlots]) -> list[EventSlots]:
        return [
            each if each.company.isdisjoint(perennial) else replace(each, company=each.company - perennial)
            for each in slots
        ]

    return kept(mine), kept(candidates)


def _perennial(slots: Iterable[EventSlots]) -> frozenset[int]:
    days: dict[int, tuple[date, date]] = {}
    for article in {each.article: each for each in slots}.values():
        if (day := article.published) is not None:
            for entity in article.company:
                first, last = days.get(entity, (day, day))
                days[entity] = (min(first, day), max(last, day))
    return frozenset(entity for entity, (first, last) in days.items() if (last - first).days > _LONGEST_STORY)


def near_articles(terms: Mapping[str, float], others: Mapping[int, Mapping[str, float]]) -> dict[int, Nearness]:
    """The articles that may be of one story with one of some terms, the likest first.

    Args:
        terms: The terms of an article.
        others: Those of others, by their numbers.
    """
    near = {article: Nearness.of(terms, theirs) for article, theirs in others.items()}
    nearest = sorted(near, key=lambda article: (-near[article].likeness, article))
    return {article: near[article] for article in nearest[:_MOST_NEAR] if near[article].likeness >= NEAR}


def _pairs_across(
    mine: Sequence[EventSlots], candidates: Sequence[EventSlots]
) -> Iterator[tuple[EventSlots, EventSlots, Nearness]]:
    """The pairs worth comparing, from the articles that are near."""
    of_article: defaultdict[int, list[EventSlots]] = defaultdict(list)
    for candidate in candidates:
        of_article[candidate.article].append(candidate)
    others = {article: terms_of(slots) for article, slots in of_article.items()}
    for article, near in near_articles(terms_of(mine), others).items():
        yield from ((one, other, near) for one, other in pairs_between(mine, of_article[article]))


def pairs_between(mine: Sequence[EventSlots], theirs: Sequence[EventSlots]) -> Iterator[tuple[EventSlots, EventSlots]]:
    """The event mentions of two articles that are compared: of any two sentences those that may be of one event.

    Where there are none, the first of each are, so that every sentence is compared with every other.
    """
    import numpy as np

    if not (mine and theirs):
        return
    (here, rows), (there, columns) = (numbered(each.sentence for each in side) for side in (mine, theirs))
    sentences = rows[:, None] * len(there) + columns
    may_be_one = comparable(mine, theirs)
    is_told = np.bincount(sentences[may_be_one], minlength=len(here) * len(there)) > 0
    _, firsts = np.unique(sentences, return_index=True)
    cells = np.concatenate((np.flatnonzero(may_be_one), firsts[~is_told]))
    for cell in cells[np.lexsort((cells, sentences.ravel()[cells]))].tolist():
        row, column = divmod(cell, len(theirs))
        yield mine[row], theirs[column]


def comparable(mine: Sequence[EventSlots], theirs: Sequence[EventSlots]) -> NDArray[np.bool_]:
    """Which mentions, a row each, may be of one event with which others, a column each.

    The nearer their words, the less their sentences need to share.
    """
    import numpy as np

    def of_both(take: Callable[[EventSlots], Any]) -> tuple[list[Any], list[Any]]:
        return [take(each) for each in mine], [take(each) for each in theirs]

    says_more = np.array([each.event_class not in _SAYING for each in mine])[:, None]
    in_words = same(*of_both(lambda each: each.event_class)) | same(*of_both(lambda each: trigger_stem(each.lemma)))
    parties = shared(*of_both(lambda each: each.countries)) + shared(*of_both(lambda each: each.actors))
    in_themes = (shared(*of_both(lambda each: each.themes)) > 0) & (parties >= PARTIES)
    telling = shared_weight(*of_both(lambda each: each.context), weight).round(_DIGITS)
    found: NDArray[np.bool_] = (in_words & says_more) | in_themes | (telling >= _TELLING_BY_ITSELF)
    for row, column in np.argwhere((telling >= _TELLING) & ~found).tolist():
        found[row, column] = _are_akin(mine[row], theirs[column])
    return found


def _are_akin(one: EventSlots, other: EventSlots) -> bool:
    return related_classes(one, other) or kinship(one.lemma, other.lemma) > 0

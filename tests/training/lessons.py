"""What the trees for linking learn from: pairs of event mentions of articles whose chains are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from articles.linking.comparing import near_articles, pairs_between, pairs_within
from articles.linking.meaning import alike
from articles.linking.pair_features import Pair, look
from articles.linking.sentence_features import Told, most, sentence_features, sentence_pairs, told_by_sentence
from articles.linking.terms import Nearness, terms_of
from articles.model import EventSlots
from tests.quality.event_corpora import Corpus

FOLDS = 4
"""Groups of topics; what is judged in one has learnt from the others."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Pairs of sentences of two articles, and the pairs of event mentions that stand in them."""

    rows: NDArray[np.intp]
    """The rows of these in the table of all pairs."""
    groups: NDArray[np.intp]
    """For each of these the number of its pair of sentences."""
    told: Sequence[tuple[Told, Told]]
    meanings: NDArray[np.float32]
    labels: NDArray[np.int8]
    """1 where both report some event that is marked in both."""
    folds: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Pairs of event mentions, with what is measured of them."""

    table: NDArray[np.float32]
    meanings: NDArray[np.float32]
    """How alike the meanings of their triggers are; not a number where that is not known."""
    labels: NDArray[np.int8]
    """1 where both are of one event that is marked."""
    folds: NDArray[np.int8]
    """The fold of topics that each pair is in."""
    mentions: Sequence[tuple[EventSlots, EventSlots]]
    sentences: Sentences

    def columns(self, *, meant: bool) -> NDArray[np.float32]:
        """What trees for pairs of event mentions see."""
        return np.column_stack([self.table, self.meanings]) if meant else self.table

    def sentence_columns(self, chances: NDArray[np.float32], *, meant: bool) -> NDArray[np.float32]:
        """What trees for pairs of sentences see, given how likely each pair of event mentions is of one event."""
        each = self.sentences
        rows = sentence_features(self.table[each.rows], chances[each.rows], each.groups, each.told)
        return np.column_stack([rows, each.meanings]) if meant else rows


def labelled_lesson(corpus: Corpus) -> Lesson:
    """The pairs worth comparing that stand in sentences whose events are all marked."""
    return lesson_of(corpus, labelled_pairs(corpus))


def half_labelled_lesson(corpus: Corpus) -> Lesson:
    """The pairs worth comparing of which one stands in such a sentence and the other does not, of half the articles.

    Nothing is marked in the other sentence, so that none is known to be of one event. Few are: the sentences whose
    events are marked are those that tell what the corpus is about.
    """
    return lesson_of(corpus, _half_labelled_pairs(corpus))


def labelled_pairs(corpus: Corpus) -> Iterator[Pair]:
    """The pairs worth comparing that stand in sentences whose events are all marked."""
    kept, _ = _by_labels(corpus)
    terms = _terms(corpus)
    for number, mine in kept.items():
        itself = Nearness.of(terms[number], terms[number])
        yield from ((one, other, itself) for one, other in pairs_within(mine))
        for other, near in _near(number, terms):
            yield from ((one, each, near) for one, each in pairs_between(mine, kept[other]))


def _half_labelled_pairs(corpus: Corpus) -> Iterator[Pair]:
    kept, left = _by_labels(corpus)
    terms = _terms(corpus)
    for number in kept:
        for other, near in _near(number, terms):
            if (number + other) % 2:
                yield from ((one, each, near) for one, each in pairs_between(kept[number], left[other]))
                yield from ((one, each, near) for one, each in pairs_between(left[number], kept[other]))


def _near(number: int, terms: Mapping[int, Mapping[str, float]]) -> Iterable[tuple[int, Nearness]]:
    later = {other: theirs for other, theirs in terms.items() if other > number}
    return near_articles(terms[number], later).items()


def _terms(corpus: Corpus) -> dict[int, dict[str, float]]:
    return {number: terms_of(article.slots) for number, article in enumerate(corpus.articles, 1)}


def _by_labels(corpus: Corpus) -> tuple[dict[int, list[EventSlots]], dict[int, list[EventSlots]]]:
    """The event mentions of each article in sentences whose events are all marked, and the others."""
    labelled = set(corpus.labelled())
    kept: dict[int, list[EventSlots]] = {}
    left: dict[int, list[EventSlots]] = {}
    for number, article in enumerate(corpus.articles, 1):
        kept[number] = [each for each in article.slots if corpus.place_of((number, each.index)) in labelled]
        left[number] = [each for each in article.slots if corpus.place_of((number, each.index)) not in labelled]
    return kept, left


def lesson_of(corpus: Corpus, pairs: Iterable[Pair]) -> Lesson:
    """What is measured of pairs of event mentions of a corpus."""
    found = list(pairs)
    topics = sorted({article.record["topic"] for article in corpus.articles})
    fold_of = [topics.index(article.record["topic"]) % FOLDS for article in corpus.articles]
    mentions = [(one, other) for one, other, _ in found]
    meanings = alike(mentions)
    chain_of = corpus.chain_of_events()
    marked = [
        (chain_of.get((one.article, one.index)), chain_of.get((other.article, other.index))) for one, other in mentions
    ]
    folds = np.array([fold_of[one.article - 1] for one, _ in mentions], dtype=np.int8)
    rows = np.array([at for at, (one, other) in enumerate(mentions) if one.article != other.article], dtype=np.intp)
    return Lesson(
        look(found),
        meanings,
        np.array([mine is not None and mine == theirs for mine, theirs in marked], dtype=np.int8),
        folds,
        mentions,
        _sentences(corpus, [found[row] for row in rows], rows, meanings, folds),
    )


def _sentences(
    corpus: Corpus,
    pairs: Sequence[Pair],
    rows: NDArray[np.intp],
    meanings: NDArray[np.float32],
    folds: NDArray[np.int8],
) -> Sentences:
    places, groups = sentence_pairs(pairs)
    told = told_by_sentence(slots for article in corpus.articles for slots in article.slots)
    chains = corpus.chains()
    shared = [bool(chains.get(here, frozenset()) & chains.get(there, frozenset())) for here, there in places]
    firsts = rows[np.unique(groups, return_index=True)[1]]
    return Sentences(
        rows,
        groups,
        [(told[here], told[there]) for here, there in places],
        most(meanings[rows], groups, len(places)),
        np.array(shared, dtype=np.int8),
        folds[firsts],
    )

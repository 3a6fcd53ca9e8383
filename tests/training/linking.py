"""Grows the trees that tell which event mentions are of one event (`python -m tests.training.linking [FOLDER]`).

Reads `events/train.jsonl` and writes `articles/linking/word_weights.json` and `articles/linking/pair_model.npz`. The
trees for sentences learn from what trees for mentions make of topics that they have not learnt from. The same articles
give the same files.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles.annotation.engine import load_engine
from articles.boosted_trees import Forest, arrays_of
from articles.linking import pair_model
from articles.linking.comparing import look, near_articles, pairs_between, pairs_within
from articles.linking.pair_model import PAIR, SENTENCES, PairModel
from articles.linking.sentence_features import sentence_features
from articles.linking.terms import WEIGHTS_FILE, Nearness, stems, terms_of, weight_table
from articles.model import EventSlots
from tests.quality.event_corpora import DEFAULT_FOLDER, Corpus, Place, read_corpus, read_training
from tests.quality.marked_events import Mentions
from tests.training.growing import grow

MODEL = Path(pair_model.__file__).with_name(pair_model.MODEL_FILE)
WEIGHTS = MODEL.with_name(WEIGHTS_FILE)
FOLDS = 4
_SELDOM = 0.5
"""Stories in which a word has to stand to get a weight of its own."""
_PAIR_TREES, _SENTENCE_TREES = 250, 150
_PAIR_SETTINGS: Mapping[str, Any] = {
    "learning_rate": 0.05, "num_leaves": 31, "max_depth": -1, "min_data_in_leaf": 30, "max_bin": 255, "lambda_l2": 3.0,
}  # fmt: skip
_SENTENCE_SETTINGS: Mapping[str, Any] = {
    "learning_rate": 0.05, "num_leaves": 8, "max_depth": -1, "min_data_in_leaf": 100, "max_bin": 255, "lambda_l2": 10.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lesson:
    """Labelled pairs of event mentions, and the labelled pairs of sentences that those across articles belong to."""

    table: NDArray[np.float32]
    labels: NDArray[np.int8]
    folds: NDArray[np.int8]
    """The fold of topics that each pair is in."""
    groups: NDArray[np.intp]
    """The pair of sentences that each pair belongs to; -1 within an article."""
    sentence_labels: NDArray[np.int8]


def word_weights(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What words weigh, by the share of each story's articles that they stand in, summed over the stories."""
    stories: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for record in records:
        stories[record["subtopic"]].append(frozenset(stems(record["text"])))
    seen: Counter[str] = Counter()
    for articles in stories.values():
        for word, count in Counter(word for words in articles for word in words).items():
            seen[word] += count / len(articles)  # type: ignore[assignment] # a Counter holds fractions as well

    def weight(count: float) -> float:
        return round(math.log((len(stories) + 1) / (count + 0.5)), 2)

    return {
        "unknown": weight(_SELDOM / 2),
        "weights": {word: weight(count) for word, count in sorted(seen.items()) if count >= _SELDOM},
    }


def read_lesson(corpus: Corpus) -> Lesson:
    """The pairs of a corpus that are worth comparing, where both stand in labelled sentences."""
    folds = {topic: at % FOLDS for at, topic in enumerate(sorted({each.record["topic"] for each in corpus.articles}))}
    chain_of, chains = corpus.chain_of_events(), corpus.chains()
    pairs = list(labelled_pairs(corpus))
    marked = [(chain_of.get((a.article, a.index)), chain_of.get((b.article, b.index))) for a, b, _ in pairs]
    numbers: dict[tuple[Place, Place], int] = {}
    groups = []
    for one, other, _ in pairs:
        places = (corpus.place_of((one.article, one.index)), corpus.place_of((other.article, other.index)))
        groups.append(-1 if one.article == other.article else numbers.setdefault(places, len(numbers)))
    shared = [bool(chains.get(here, frozenset()) & chains.get(there, frozenset())) for here, there in numbers]
    return Lesson(
        look(pairs),
        np.array([mine is not None and mine == theirs for mine, theirs in marked], dtype=np.int8),
        np.array([folds[corpus.article(one.article).record["topic"]] for one, _, _ in pairs], dtype=np.int8),
        np.array(groups, dtype=np.intp),
        np.array(shared, dtype=np.int8),
    )


def labelled_pairs(corpus: Corpus) -> Iterator[tuple[EventSlots, EventSlots, Nearness]]:
    """The pairs of a corpus that are worth comparing, where both stand in labelled sentences."""
    labelled = set(corpus.labelled())
    kept = {
        number: [each for each in article.slots if corpus.place_of((number, each.index)) in labelled]
        for number, article in enumerate(corpus.articles, 1)
    }
    terms = {number: terms_of(article.slots) for number, article in enumerate(corpus.articles, 1)}
    for number, mine in kept.items():
        itself = Nearness.of(terms[number], terms[number])
        yield from ((one, other, itself) for one, other in pairs_within(mine))
        later = {other: terms[other] for other in terms if other > number}
        for other, near in near_articles(terms[number], later).items():
            yield from ((one, each, near) for one, each in pairs_between(mine, kept[other]))


def train(lesson: Lesson) -> PairModel:
    """A model of the pairs of a lesson."""
    across = lesson.groups >= 0
    guesses = np.empty(len(lesson.labels), dtype=np.float32)
    for fold in range(FOLDS):
        held = lesson.folds == fold
        guesses[held] = grow_pairs(lesson, ~held).probabilities(lesson.table[held])
    rows = sentence_features(lesson.table[across], guesses[across], lesson.groups[across])
    sentences = _grow(rows, lesson.sentence_labels, _SENTENCE_TREES, _SENTENCE_SETTINGS)
    return PairModel(grow_pairs(lesson), sentences)


def grow_pairs(lesson: Lesson, chosen: NDArray[np.bool_] | None = None) -> Forest:
    """The trees for pairs of mentions, grown on all rows of a lesson or on some."""
    rows = np.ones(len(lesson.labels), dtype=np.bool_) if chosen is None else chosen
    return _grow(lesson.table[rows], lesson.labels[rows], _PAIR_TREES, _PAIR_SETTINGS)


def _grow(table: NDArray[np.float32], labels: NDArray[np.int8], trees: int, settings: Mapping[str, Any]) -> Forest:
    return grow(table, labels, np.ones(len(labels), dtype=np.float32), trees=trees, settings=settings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains on the articles of a folder and writes both files."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.linking", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    chosen = parser.parse_args(arguments)
    records = read_training(chosen.folder)
    if not records:
        sys.stderr.write(f"There are no marked articles to learn from in {chosen.folder / 'events'}.\n")
        return 1
    WEIGHTS.write_text(json.dumps(word_weights(records), indent=0, ensure_ascii=False) + "\n", "utf-8")
    weight_table.cache_clear()
    lesson = read_lesson(read_corpus(records, load_engine(), Mentions.BOTH))
    model = train(lesson)
    arrays = {**arrays_of(model.pair, PAIR), **arrays_of(model.sentences, SENTENCES)}
    with MODEL.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)
    sys.stdout.write(
        f"{MODEL.name}: {len(lesson.labels)} pairs of mentions, {int(lesson.labels.sum())} of one event, "
        f"{len(lesson.sentence_labels)} pairs of sentences; {MODEL.stat().st_size / 1000:.0f} kB\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Grows the trees that tell which event mentions are of one event (`python -m tests.training.linking [FOLDER]`).

Reads `events/train.jsonl` and writes `articles/linking/word_weights.json` and `articles/linking/pair_model.npz`. The
trees for sentences learn from what trees for mentions make of topics that they have not learnt from, and so does what
their opinion counts. The same articles give the same files.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles.annotation.engine import load_engine
from articles.boosted_trees import Forest
from articles.linking import pair_model
from articles.linking.confidence import JUDGED, logit
from articles.linking.pair_model import MEANT, PLAIN, PairModel, model_arrays, opinions
from articles.linking.sentence_features import NAMES
from articles.linking.terms import WEIGHTS_FILE, stems, weight_table
from tests.quality.event_corpora import DEFAULT_FOLDER, installed_encoder, read_corpus, read_training
from tests.quality.marked_events import Mentions
from tests.training.growing import grow
from tests.training.lessons import FOLDS, Lesson, half_labelled_lesson, labelled_lesson

MODEL = Path(pair_model.__file__).with_name(pair_model.MODEL_FILE)
WEIGHTS = MODEL.with_name(WEIGHTS_FILE)
_SELDOM = 0.5
"""Stories in which a word has to stand to get a weight of its own."""
_PAIR_TREES, _SENTENCE_TREES = 250, 400
_PAIR_SETTINGS: Mapping[str, Any] = {
    "learning_rate": 0.05, "num_leaves": 31, "max_depth": -1, "min_data_in_leaf": 30, "max_bin": 255, "lambda_l2": 3.0,
}  # fmt: skip
_SENTENCE_SETTINGS: Mapping[str, Any] = {
    "learning_rate": 0.04, "num_leaves": 16, "max_depth": -1, "min_data_in_leaf": 50, "max_bin": 255, "lambda_l2": 10.0,
}  # fmt: skip
_UNMARKED, _UNMARKED_IN_CHANCE = 0.3, 0.1
"""What a pair of sentences weighs of which one has no marked events, for the trees and for the chance made of
their opinion."""
_JOINS = {PLAIN: 0.3, MEANT: 0.35}
"""Mean chance from which each model joins groups of mentions."""
_STEPS = 25
"""Steps of Newton's method."""


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


def teach(lessons: Sequence[Lesson], joins: float, *, meant: bool) -> PairModel:
    """A model of pairs of event mentions, and of the sentences that they stand in.

    Args:
        lessons: The pairs in sentences whose events are marked, then those of which one is in another sentence.
        joins: Mean chance from which the model makes one event of two groups of mentions.
        meant: Whether it is to use the likeness of meanings.
    """
    chances = pair_chances_by_folds(lessons, meant=meant)
    tables = [each.sentence_columns(found, meant=meant) for each, found in zip(lessons, chances, strict=True)]
    folds = [each.sentences.folds for each in lessons]
    judged = [np.empty(len(table), dtype=np.float32) for table in tables]
    for fold in range(FOLDS):
        forest = _grow_sentences(lessons, tables, [each != fold for each in folds])
        for table, found, each in zip(tables, judged, folds, strict=True):
            found[each == fold] = forest.probabilities(table[each == fold])
    every = [np.ones(len(each), dtype=np.bool_) for each in folds]
    return PairModel(
        grow_pairs(lessons[0], meant=meant),
        _grow_sentences(lessons, tables, every),
        *_calibration(lessons, tables, judged),
        joins,
    )


def pair_chances_by_folds(lessons: Sequence[Lesson], *, meant: bool) -> list[NDArray[np.float32]]:
    """How likely the pairs of each lesson are of one event, by trees that know nothing of their topics."""
    found = [np.empty(len(each.labels), dtype=np.float32) for each in lessons]
    for fold in range(FOLDS):
        forest = grow_pairs(lessons[0], meant=meant, chosen=lessons[0].folds != fold)
        for each, chances in zip(lessons, found, strict=True):
            held = each.folds == fold
            chances[held] = forest.probabilities(each.columns(meant=meant)[held])
    return found


def grow_pairs(lesson: Lesson, *, meant: bool, chosen: NDArray[np.bool_] | None = None) -> Forest:
    """The trees for pairs of mentions, grown on all rows of a lesson or on some."""
    rows = np.ones(len(lesson.labels), dtype=np.bool_) if chosen is None else chosen
    weights = np.ones(int(rows.sum()), dtype=np.float32)
    table = lesson.columns(meant=meant)[rows]
    return grow(table, lesson.labels[rows], weights, trees=_PAIR_TREES, settings=_PAIR_SETTINGS)


def _grow_sentences(
    lessons: Sequence[Lesson], tables: Sequence[NDArray[np.float32]], chosen: Sequence[NDArray[np.bool_]]
) -> Forest:
    labels = [each.sentences.labels[rows] for each, rows in zip(lessons, chosen, strict=True)]
    return grow(
        np.concatenate([table[rows] for table, rows in zip(tables, chosen, strict=True)]),
        np.concatenate(labels),
        _by_lesson(labels, _UNMARKED),
        trees=_SENTENCE_TREES,
        settings=_SENTENCE_SETTINGS,
    )


def _calibration(
    lessons: Sequence[Lesson], tables: Sequence[NDArray[np.float32]], judged: Sequence[NDArray[np.float32]]
) -> tuple[float, float]:
    """The scale and shift that make a chance of opinions, beside what hand-set weights make of the likeliest mentions.

    Platt's scaling, fitted by Newton's method on what was judged by folds.
    """
    labels = [each.sentences.labels for each in lessons]
    opinion = np.concatenate([opinions(found, table) for found, table in zip(judged, tables, strict=True)])
    judgement = np.exp(np.concatenate([table[:, NAMES.index("best judgement")] for table in tables]))
    given = np.array([JUDGED * logit(float(each)) for each in judgement])
    shares, wanted = _by_lesson(labels, _UNMARKED_IN_CHANCE), np.concatenate(labels)
    terms, weights = np.column_stack([opinion, np.ones(len(opinion))]), np.zeros(2)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-(terms @ weights + given)))
        curvature = (terms.T * (shares * likely * (1 - likely))) @ terms
        weights += np.linalg.solve(curvature, terms.T @ (shares * (wanted - likely)))
    scale, shift = (round(float(weight), 3) for weight in weights)
    return scale, shift


def _by_lesson(labels: Sequence[NDArray[np.int8]], unmarked: float) -> NDArray[np.float32]:
    shares = [np.full(len(each), share, dtype=np.float32) for each, share in zip(labels, (1.0, unmarked), strict=True)]
    return np.concatenate(shares)


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
    corpus = read_corpus(records, load_engine(), Mentions.BOTH, installed_encoder())
    lessons = (labelled_lesson(corpus), half_labelled_lesson(corpus))
    models = {name: teach(lessons, _JOINS[name], meant=name == MEANT) for name in (PLAIN, MEANT)}
    arrays = {key: each for name, model in models.items() for key, each in model_arrays(model, name).items()}
    with MODEL.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)
    sentences = lessons[0].sentences.labels
    sys.stdout.write(
        f"{MODEL.name}: {len(lessons[0].labels)} pairs of mentions, {int(lessons[0].labels.sum())} of one event, "
        f"{len(sentences)} pairs of sentences, {int(sentences.sum())} that share one; "
        f"{MODEL.stat().st_size / 1000:.0f} kB\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

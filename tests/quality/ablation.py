"""What each group of features brings (`python -m tests.quality.events --ablation`).

Trees are grown anew on ECB+ train without one group after the other, and join the marked mentions of the labelled
sentences of ECB+ dev. Where two groups say much the same, leaving out one of them costs little.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from articles.annotation.encoder import Encoder
from articles.annotation.engine import Engine
from articles.linking.clusters import Mention
from articles.linking.incompatible import are_apart
from articles.linking.pair_features import GROUPS, NAMES
from articles.model import EventSlots
from tests.quality.coreference import conll
from tests.quality.event_corpora import Corpus, read_corpus, read_records, read_training
from tests.quality.joining import joined
from tests.quality.marked_events import Mentions
from tests.training.lessons import Lesson, labelled_lesson
from tests.training.linking import grow_pairs

FOLDS = 4
"""Parts of the topics of dev that are measured apart as well, for the spread."""


def ablation(folder: Path, engine: Engine, encoder: Encoder | None) -> Iterator[str]:
    """A line for all features, and one for all but each group: CoNLL F1, and the least and most of the folds.

    With an encoder all lines but the last leave meanings out.
    """
    lesson = labelled_lesson(read_corpus(read_training(folder), engine, Mentions.BOTH, encoder))
    corpus = read_corpus(read_records(folder, "events"), engine, Mentions.MARKED, encoder)
    measured = labelled_lesson(corpus)
    for group in (None, *GROUPS):
        left_out = [NAMES.index(name) for name in GROUPS.get(group or "", ())]
        forest = grow_pairs(_without(lesson, left_out), meant=False)
        chances = forest.probabilities(_without(measured, left_out).table)
        yield _told(f"without {group}" if group else "all features", _scores(corpus, measured, chances))
    if encoder is not None:
        chances = grow_pairs(lesson, meant=True).probabilities(measured.columns(meant=True))
        yield _told("and meanings", _scores(corpus, measured, chances))


def _told(name: str, scores: str) -> str:
    sys.stderr.write(f"{name}\n")
    return f"{name:<24} {scores}"


def _without(lesson: Lesson, columns: list[int]) -> Lesson:
    kept = lesson.table.copy()
    kept[:, columns] = 0
    return replace(lesson, table=kept)


def _scores(corpus: Corpus, lesson: Lesson, likely: NDArray[np.float32]) -> str:
    chances: dict[int, dict[tuple[Mention, Mention], float]] = {}
    for (one, other), chance in zip(lesson.mentions, likely, strict=True):
        if not are_apart(one, other):
            later, earlier = sorted((one, other), key=lambda each: -each.article)
            pair = ((later.article, later.index), (earlier.article, earlier.index))
            chances.setdefault(later.article, {})[pair] = float(chance)
    own = joined(_steps(corpus, chances))
    chain_of = corpus.chain_of_events()
    topics = sorted({article.record["topic"] for article in corpus.articles})
    folds = [set(topics[number::FOLDS]) for number in range(FOLDS)]
    scores = [_conll(corpus, chain_of, own, topics=fold) for fold in folds]
    return f"CoNLL {_conll(corpus, chain_of, own, set(topics)):5.1f}  folds {min(scores):.1f} to {max(scores):.1f}"


def _steps(
    corpus: Corpus, chances: Mapping[int, Mapping[tuple[Mention, Mention], float]]
) -> Iterator[tuple[Sequence[EventSlots], Mapping[tuple[Mention, Mention], float]]]:
    """The marked mentions of each article, and how likely pairs of them and of earlier ones are of one event."""
    marked = corpus.chain_of_events().keys()
    for number, article in enumerate(corpus.articles, 1):
        mine = [each for each in article.slots if (number, each.index) in marked]
        yield mine, {pair: chance for pair, chance in chances.get(number, {}).items() if marked >= {*pair}}


def _conll(corpus: Corpus, gold: Mapping[Mention, str], own: Mapping[Mention, Hashable], topics: set[str]) -> float:
    chosen = [each for each in gold if corpus.article(each[0]).record["topic"] in topics]
    return 100 * conll({each: gold[each] for each in chosen}, {each: own[each] for each in chosen})

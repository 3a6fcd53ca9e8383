"""Learns which words beyond the lexicon tell of an event (`python -m tests.training.mentions [FOLDER]`).

Reads the annotated sentences of `events/train.jsonl` and writes `articles/annotation/trigger_weights.json`: logistic
regression with a Gaussian prior over the traits of a word, and the threshold that serves five folds of topics best.
The same sentences give the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from articles.annotation import faint_triggers
from articles.annotation.engine import Engine, load_engine
from articles.annotation.events import named_tokens, timed_tokens
from articles.annotation.names import find_names
from articles.annotation.parse import ParsedBlock
from articles.annotation.times import find_times
from articles.annotation.triggers import known_triggers
from articles.model import UNDATED
from tests.quality.coreference import Score
from tests.quality.event_corpora import DEFAULT_FOLDER

TARGET = Path(faint_triggers.__file__).with_name(faint_triggers.WEIGHTS_FILE)
FOLDS = 5
_PRIOR = 2.0
"""How strongly weights are held to nothing: the inverse variance of the prior."""
_SELDOM = 3
"""Words that a trait has to be seen on to get a weight."""
_SMALLEST = 0.02
"""Weights nearer to nothing than this are left out of the file."""
_ABOUT = 0.001
"""How much less F1 is as good."""
_THRESHOLDS = tuple(step / 10 for step in range(-20, 16))

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an annotated sentence."""

    traits: frozenset[str]
    marked: int
    """How many marked mentions it is the head of."""
    is_known: bool
    """Whether the lexicon makes it a trigger."""
    topic: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """The words that may be triggers, and how many marked mentions have no such word for their head."""

    words: tuple[Word, ...]
    beyond: int


def read_lesson(records: Sequence[Mapping[str, Any]], engine: Engine) -> Lesson:
    """The words of the annotated sentences of some articles."""
    words = tuple(word for record in records for word in _words(record, engine))
    marked = sum(_is_annotated(record, event) for record in records for event in record["events"])
    return Lesson(words, marked - sum(word.marked for word in words))


def _is_annotated(record: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    spans = (record["sentences"][number] for number in record["annotated"])
    return any(start <= event["start"] < end for start, end in spans)


def _words(record: Mapping[str, Any], engine: Engine) -> Iterator[Word]:
    texts = [record["text"][start:end] for start, end in record["sentences"]]
    blocks = engine.parse(list(enumerate(texts)))
    times = find_times(blocks, UNDATED)
    names = find_names(blocks, times)
    for block in (block for block in blocks if block.block in record["annotated"]):
        named = named_tokens(block, names.entities, names.mentions)
        timed = timed_tokens(block, times)
        known = frozenset(trigger.token.index for trigger in known_triggers(block, named, timed))
        around = faint_triggers.surroundings(block, named, known)
        marked = _marked_heads(record, block)
        for token in block.tokens:
            if faint_triggers.is_candidate(around, token) and token.index not in timed:
                traits = frozenset(faint_triggers.traits(around, token))
                yield Word(traits, marked[token.index], token.index in known, record["topic"])


def _marked_heads(record: Mapping[str, Any], block: ParsedBlock) -> Counter[int]:
    """How many marked mentions each token of a sentence is the head of."""
    start, end = record["sentences"][block.block]
    here = [event for event in record["events"] if start <= event["start"] < end]
    heads = (block.head_of(event["start"] - start, event["end"] - start) for event in here)
    return Counter(head.index for head in heads if head is not None)


def learn(words: Sequence[Word]) -> Weights:
    """The weights of the traits, by maximum a posteriori (L-BFGS)."""
    seen = Counter(trait for word in words for trait in word.traits)
    traits = sorted(trait for trait, count in seen.items() if count >= _SELDOM)
    table = _table(words, {trait: column for column, trait in enumerate(traits)})
    signs = np.array([1.0 if word.marked else -1.0 for word in words])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margins = signs * (table @ weights)
        slope = -(table.T @ (signs / (1.0 + np.exp(margins)))) + _PRIOR * weights
        return float(np.logaddexp(0.0, -margins).sum() + _PRIOR / 2 * weights @ weights), slope

    found = minimize(loss, np.zeros(len(traits)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {trait: round(float(weight), 2) for trait, weight in zip(traits, found.x, strict=True)}


def _table(words: Sequence[Word], columns: Mapping[str, int]) -> csr_matrix:
    rows = [sorted(columns[trait] for trait in word.traits if trait in columns) for word in words]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    flat = [column for row in rows for column in row]
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(words), len(columns)))


def sums(words: Sequence[Word], weights: Weights) -> list[float]:
    """What speaks for each word, as the program weighs it."""
    return [math.fsum(weights.get(trait, 0.0) for trait in word.traits) for word in words]


def score(lesson: Lesson, weighed: Sequence[float], threshold: float) -> Score:
    """How well a threshold finds the marked mentions, with those that the lexicon finds by itself."""
    chosen = [word for word, total in zip(lesson.words, weighed, strict=True) if word.is_known or total > threshold]
    marked = sum(word.marked for word in lesson.words) + lesson.beyond
    right = sum(word.marked > 0 for word in chosen)
    return Score(right / (len(chosen) or 1), sum(word.marked for word in chosen) / (marked or 1))


def weigh_by_others(words: Sequence[Word]) -> list[float]:
    """What speaks for each word by weights learnt from the other folds of topics."""
    fold_of = {topic: number % FOLDS for number, topic in enumerate(sorted({word.topic for word in words}))}
    weighed = [0.0] * len(words)
    for fold in range(FOLDS):
        weights = learn([word for word in words if fold_of[word.topic] != fold])
        held = [at for at, word in enumerate(words) if fold_of[word.topic] == fold]
        for at, total in zip(held, sums([words[at] for at in held], weights), strict=True):
            weighed[at] = total
    return weighed


def strictest(lesson: Lesson, weighed: Sequence[float]) -> float:
    """The highest threshold that does about as well as the best, for a false mention bothers more than a missed one."""
    reached = {threshold: score(lesson, weighed, threshold).f1 for threshold in _THRESHOLDS}
    return max(threshold for threshold, f1 in reached.items() if f1 >= max(reached.values()) - _ABOUT)


def main(arguments: Sequence[str] | None = None) -> None:
    """Learns the weights, writes them, and prints how they do on topics that they were not learnt from."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.mentions", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    chosen = parser.parse_args(arguments)
    lines = (chosen.folder / "events" / "train.jsonl").read_text("utf-8").splitlines()
    lesson = read_lesson([json.loads(line) for line in lines if line], load_engine())
    weighed = weigh_by_others(lesson.words)
    threshold = strictest(lesson, weighed)
    kept = {trait: weight for trait, weight in learn(lesson.words).items() if abs(weight) >= _SMALLEST}
    TARGET.write_text(json.dumps({"threshold": threshold, "weights": kept}, indent=0, ensure_ascii=False) + "\n")
    found = score(lesson, weighed, threshold)
    sys.stdout.write(
        f"{len(lesson.words)} words, {len(kept)} weights, threshold {threshold}; on topics left out: "
        f"F1 {found.f1:.3f} (P {found.precision:.3f} R {found.recall:.3f})\n"
    )


if __name__ == "__main__":
    main()

"""Grows the trees that tell an article's lines from the page's (`python -m tests.training.cleaning [FOLDER]`).

Reads `cleaning/silver-*.jsonl.gz` and the labelled dumps beside them, and writes `articles/cleaning/line_model.npz`.
The same pages give the same file.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from articles.boosted_trees import Forest, arrays_of
from articles.cleaning.line_model import MODEL_FILE, LineModel, with_context
from tests.quality.cleaning import DEFAULT_FOLDER
from tests.training.dumps import training_dumps
from tests.training.examples import Example, examples_of
from tests.training.growing import grow

TARGET = Path(__file__).parents[2] / "articles" / "cleaning" / MODEL_FILE
FOLDS = 4
_FIRST_TREES, _SECOND_TREES = 130, 90


def train(examples: Sequence[Example], folds: int = FOLDS) -> LineModel:
    """A model of some examples.

    The second look learns from what the first makes of pages that it has not learnt from: for each fold of domains,
    the first look is learnt anew from the others.
    """
    guesses: list[NDArray[np.float32]] = [np.empty(0, dtype=np.float32)] * len(examples)
    for fold in range(folds):
        others = _grow_first([example for example in examples if fold_of(example.domain, folds) != fold])
        for number, example in enumerate(examples):
            if fold_of(example.domain, folds) == fold:
                guesses[number] = others.probabilities(example.table)
    tables = [with_context(example.table, guess) for example, guess in zip(examples, guesses, strict=True)]
    return LineModel(_grow_first(examples), _grow(tables, examples, _SECOND_TREES))


def fold_of(domain: str, folds: int) -> int:
    """The fold that all pages of a domain are in."""
    return zlib.crc32(domain.encode()) % folds


def _grow_first(examples: Sequence[Example]) -> Forest:
    return _grow([example.table for example in examples], examples, _FIRST_TREES)


def _grow(tables: Sequence[NDArray[np.float32]], examples: Sequence[Example], trees: int) -> Forest:
    labels = np.concatenate([example.labels for example in examples])
    weights = np.concatenate([example.weights for example in examples])
    known = labels >= 0
    return grow(np.vstack(tables)[known], labels[known], weights[known], trees=trees)


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains on all pages of a folder and writes the model file."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.cleaning", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--to", type=Path, default=TARGET, metavar="FILE")
    chosen = parser.parse_args(arguments)
    dumps = training_dumps(chosen.folder)
    if not dumps:
        sys.stderr.write(f"There are no labelled dumps in {chosen.folder / 'cleaning'}.\n")
        return 1
    examples = [example for dump in dumps for example in examples_of(dump)]
    model = train(examples)
    arrays = {**arrays_of(model.first, "first"), **arrays_of(model.second, "second")}
    with chosen.to.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)
    sys.stdout.write(
        f"{chosen.to.name}: {len(dumps)} dumps, {len(examples)} examples, "
        f"{sum(len(example.labels) for example in examples)} lines; {chosen.to.stat().st_size / 1000:.0f} kB\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

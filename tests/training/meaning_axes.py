"""Finds the axes that meanings are told by (`python -m tests.training.meaning_axes [FOLDER]`).

Reads `events/train.jsonl` and writes `articles/annotation/meaning_axes.npy`: of the directions in which the model's
vectors of event mentions lie, the first that singular value decomposition finds. On them a meaning takes a third of the
room and tells no less. Meanings told by other axes can't be compared: libraries have to be annotated anew.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from articles.annotation import encoder as encoding
from articles.annotation.encoder import AXES_FILE, DIMENSIONS, STATES, load_encoder
from articles.annotation.engine import load_engine
from tests.quality.event_corpora import DEFAULT_FOLDER, Corpus, read_corpus, read_training
from tests.quality.marked_events import Mentions

TARGET = Path(encoding.__file__).with_name(AXES_FILE)


def main_axes(vectors: NDArray[np.float32]) -> NDArray[np.float16]:
    """The first right singular vectors of some directions, as columns, the greatest number of each above 0."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    _, _, directions = np.linalg.svd(unit, full_matrices=False)
    axes = directions[:DIMENSIONS].T
    signs = np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])])
    shipped: NDArray[np.float16] = (axes * signs).astype(np.float16)
    return shipped


def vectors_of(corpus: Corpus) -> NDArray[np.float32]:
    """The meanings of the event mentions of a corpus, one row each."""
    meanings = (event.meaning for article in corpus.articles for event in article.events if event.meaning)
    return np.array([np.frombuffer(meaning, dtype=np.int8) for meaning in meanings], dtype=np.float32)


def main(arguments: Sequence[str] | None = None) -> int:
    """Finds the axes in the articles of a folder and writes the file."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.meaning_axes", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    chosen = parser.parse_args(arguments)
    records = read_training(chosen.folder)
    if not records:
        sys.stderr.write(f"There are no marked articles to learn from in {chosen.folder / 'events'}.\n")
        return 1
    encoder = load_encoder(np.eye(STATES, dtype=np.float32))
    if encoder is None:
        sys.stderr.write("There is no sentence encoder here.\n")
        return 1
    vectors = vectors_of(read_corpus(records, load_engine(), Mentions.BOTH, encoder))
    axes = main_axes(vectors)
    np.save(TARGET, axes, allow_pickle=False)
    sys.stdout.write(f"{TARGET.name}: {len(vectors)} mentions; {TARGET.stat().st_size / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""What the line model learns from: dumped pages, and pieces of them that have hardly any page around the article."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from articles.cleaning.line_features import NAMES, look
from articles.cleaning.rules import settle_by_rules
from articles.cleaning.units import Unit, split_units
from tests.training.dumps import Dump

_MOST_LINES = 1500
_WEIGHT, _ENGLISH_SILVER, _OTHER_SILVER = 3.0, 1.5, 0.5
"""What a page weighs whose lines a human labelled, and others."""
_PIECE = 0.35
"""The share of its page's weight that a piece has."""
_MARGINS = (0, 1, 3, 8, 20)
"""Lines of the page that are left above and below the article in a piece."""
_FAR = 40
"""Lines from the article beyond which the page's own are easily told."""
_WORDS = NAMES.index("words")


@dataclass(frozen=True, slots=True)
class Example:
    """A page or a piece of one, as the model sees it."""

    domain: str
    table: NDArray[np.float32]
    labels: NDArray[np.int8]
    """1 for a unit of the article, 0 for one of the page, -1 where that is not known."""
    weights: NDArray[np.float32]


def examples_of(dump: Dump) -> Iterator[Example]:
    """The examples that a page gives: itself, the bare article, the article with a few lines around it.

    Of silver pages that are not in English, which are many, only one of the two ways of dumping is taken.
    """
    if len(dump.lines) > _MOST_LINES:
        return
    chance = random.Random(zlib.crc32(dump.page.encode()))
    weight, pieces = _WEIGHT, True
    if dump.is_silver:
        weight = _ENGLISH_SILVER if dump.language == "en" else _OTHER_SILVER
        pieces = chance.random() < 0.4
        if dump.language != "en" and (chance.random() < 0.5) == (dump.kind == "blocks"):
            return
    yield from _example(dump, range(len(dump.lines)), weight)
    kept = [number for number, label in enumerate(dump.labels) if label == 1]
    if pieces and len(kept) >= 2:
        yield from _example(dump, kept, weight * _PIECE)
        above, below = chance.choice(_MARGINS), chance.choice(_MARGINS)
        piece = range(max(kept[0] - above, 0), min(kept[-1] + 1 + below, len(dump.lines)))
        yield from _example(dump, piece, weight * _PIECE)


def _example(dump: Dump, numbers: Sequence[int], weight: float) -> Iterator[Example]:
    units = split_units([dump.lines[number] for number in numbers])
    labels = _labels(units, [dump.labels[number] for number in numbers])
    if not units or not (labels >= 0).any():
        return
    if dump.is_silver:
        labels = _near(labels)
    table = look(settle_by_rules(units))
    yield Example(dump.domain, table, labels, _weights(table, labels) * weight)


def _labels(units: Sequence[Unit], labels: Sequence[int]) -> NDArray[np.int8]:
    """The label of each unit: that of most of its lines that have one."""
    found = []
    for unit in units:
        of_unit = [label for label in labels[unit.first : unit.last + 1] if label >= 0]
        found.append(round(sum(of_unit) / len(of_unit)) if of_unit else -1)
    return np.array(found, dtype=np.int8)


def _near(labels: NDArray[np.int8]) -> NDArray[np.int8]:
    """The labels of the units near the article; of those far from it, which are easy, only every fourth is known."""
    numbers = np.arange(len(labels))
    article = np.flatnonzero(labels == 1)
    if not len(article):
        return labels
    far = (numbers < article[0] - _FAR) | (numbers > article[-1] + _FAR)
    return np.where(far & (numbers % 4 > 0), np.int8(-1), labels)


def _weights(table: NDArray[np.float32], labels: NDArray[np.int8]) -> NDArray[np.float32]:
    """The weight of each unit by its length: all pages weigh the same, as they do in the measure."""
    weights = (1.0 + np.minimum(table[:, _WORDS], 80) / 8) * (labels >= 0)
    shares: NDArray[np.float32] = (weights * 100 / weights.sum()).astype(np.float32)
    return shares

"""How likely two event mentions are of one event, and two sentences report one: forests of boosted trees.

`make train` grows them on ECB+ and writes `pair_model.npz`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from articles.boosted_trees import Forest, forest_in

MODEL_FILE = "pair_model.npz"
PAIR, SENTENCES = "pair", "sentences"


@dataclass(frozen=True, slots=True)
class PairModel:
    """Both forests."""

    pair: Forest
    """Over `pair_features.NAMES`: that two event mentions are of one event."""
    sentences: Forest
    """Over `sentence_features.NAMES`: that two sentences report some event both."""


@cache
def shipped_model() -> PairModel:
    """The model that comes with the program."""
    import numpy as np

    with resources.files("articles.linking").joinpath(MODEL_FILE).open("rb") as stream:
        arrays = np.load(stream, allow_pickle=False)
        return PairModel(forest_in(arrays, PAIR), forest_in(arrays, SENTENCES))

"""How likely two event mentions are of one event, and two sentences report one, as far as that was learnt.

`make train` grows two models on ECB+ and writes `pair_model.npz`: one for what every library has, and one that knows as
well how alike the triggers are in the eyes of a sentence encoder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

from articles.boosted_trees import Forest, arrays_of, forest_in
from articles.linking.sentence_features import NAMES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Judge: TypeAlias = Callable[[NDArray[np.float32]], NDArray[np.float32]]

MODEL_FILE = "pair_model.npz"
PLAIN, MEANT = "plain", "meant"
"""The names of both models."""
_TIPS = {"alike": 2.0, "articles alike": 4.0}
"""What the likeness of two sentences, and that of their articles, count beside the log-odds of the trees."""
_LEAST = 1e-4
"""How near to impossible and to certain trees may come."""


@dataclass(frozen=True, slots=True)
class PairModel:
    """What was learnt, with or without meanings."""

    pair: Forest
    """Over `pair_features.NAMES`, and the likeness of meanings: that two event mentions are of one event."""
    sentences: Forest
    """Over `sentence_features.NAMES`, and the likeness of meanings: that two sentences report some event both."""
    scale: float
    shift: float
    """What makes a chance of the opinion of the trees on two sentences, tipped by their likeness: in its log-odds."""
    joins: float
    """Mean chance from which two groups of mentions are one event."""

    def sentence_chances(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely pairs of sentences report some event both, what hand-set weights make of it left aside."""
        import numpy as np

        odds = self.scale * opinions(self.sentences.probabilities(rows), rows) + self.shift
        chances: NDArray[np.float32] = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return chances


def opinions(chances: NDArray[np.float32], rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """In log-odds, what trees make of pairs of sentences, tipped by how alike these and their articles are.

    Likeness goes on telling one from the next where trees, which know few steps, hold both for equally likely.
    """
    import numpy as np

    bounded = np.clip(chances.astype(np.float64), _LEAST, 1 - _LEAST)
    tips = sum(share * rows[:, NAMES.index(name)] for name, share in _TIPS.items())
    tipped: NDArray[np.float64] = np.log(bounded / (1 - bounded)) + tips
    return tipped


@dataclass(frozen=True, slots=True)
class Scorer:
    """Both models; each pair is judged by the one that knows all that is known of it."""

    plain: PairModel
    meant: PairModel

    def pair_chances(self, table: NDArray[np.float32], meanings: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely pairs of event mentions are of one event.

        Args:
            table: Their features.
            meanings: How alike their meanings are, -1 to 1; not a number where that is not known.
        """
        return self._by_knowledge(self.plain.pair.probabilities, self.meant.pair.probabilities, table, meanings)

    def sentence_chances(self, rows: NDArray[np.float32], meanings: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely pairs of sentences report some event both, judgement aside; arguments as for `pair_chances`."""
        return self._by_knowledge(self.plain.sentence_chances, self.meant.sentence_chances, rows, meanings)

    def _by_knowledge(
        self, plain: Judge, meant: Judge, table: NDArray[np.float32], meanings: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        import numpy as np

        known = ~np.isnan(meanings)
        chances = np.empty(len(table), dtype=np.float32)
        chances[~known] = plain(table[~known])
        chances[known] = meant(np.column_stack([table[known], meanings[known]]))
        return chances


@cache
def shipped_scorer() -> Scorer:
    """The models that come with the program."""
    import numpy as np

    with resources.files("articles.linking").joinpath(MODEL_FILE).open("rb") as stream:
        arrays = np.load(stream, allow_pickle=False)
        return Scorer(_model_in(arrays, PLAIN), _model_in(arrays, MEANT))


def _model_in(arrays: Mapping[str, NDArray[np.generic]], name: str) -> PairModel:
    numbers = (float(each) for each in arrays[f"{name}_numbers"])
    return PairModel(forest_in(arrays, f"{name}_pair"), forest_in(arrays, f"{name}_sentences"), *numbers)


def model_arrays(model: PairModel, name: str) -> dict[str, NDArray[np.generic]]:
    """The arrays of a model under its name, as the model file holds them."""
    import numpy as np

    numbers = np.array([model.scale, model.shift, model.joins])
    forests = {**arrays_of(model.pair, f"{name}_pair"), **arrays_of(model.sentences, f"{name}_sentences")}
    return {**forests, f"{name}_numbers": numbers}

"""How likely each line of a scraped page is of the article: two looks at it, each by a forest of boosted trees.

The second look sees what the first one made of the lines around (stacked sequential learning, Cohen and Carvalho,
IJCAI 2005). `make train` grows the trees and writes `line_model.npz`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from articles.boosted_trees import Forest, forest_in
from articles.cleaning import line_context, line_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL_FILE = "line_model.npz"
_WORDS = line_features.NAMES.index("words")


@dataclass(frozen=True, slots=True)
class LineModel:
    """The forests of both looks."""

    first: Forest
    second: Forest

    def likelihoods(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely each line is of the article, 0 to 1.

        Args:
            table: What `line_features.look` sees of the page.
        """
        return self.second.probabilities(with_context(table, self.first.probabilities(table)))


def with_context(table: NDArray[np.float32], guess: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the second look sees: the first one's table and what it made of the lines."""
    import numpy as np

    return np.hstack([table, line_context.look_again(table[:, _WORDS], guess)])


@cache
def shipped_model() -> LineModel:
    """The model that comes with the program."""
    import numpy as np

    with resources.files("articles.cleaning").joinpath(MODEL_FILE).open("rb") as stream:
        arrays = np.load(stream, allow_pickle=False)
        return LineModel(forest_in(arrays, "first"), forest_in(arrays, "second"))

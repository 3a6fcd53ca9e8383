"""Boosted trees, evaluated for all rows of a table at once.

They are grown by LightGBM (Ke et al., NIPS 2017; see `tests/training`) and kept as flat arrays: the two children of a
node stand next to each other, and a leaf is its own child.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ROWS_AT_ONCE = 64
"""So few that what is known of them stays in the processor's cache, however long a page is."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaf values, summed, are the log-odds of a row."""

    feature: NDArray[np.intp]
    """The column that each node looks at."""
    threshold: NDArray[np.float32]
    """Up to which value a row goes to the node's first child."""
    child: NDArray[np.intp]
    """The first child of each node; the second one is next to it. A leaf's child is itself."""
    value: NDArray[np.float32]
    """The log-odds that a row adds when it comes to rest in a node; of an inner node those of the rows through it."""
    root: NDArray[np.intp]
    """Where each tree begins."""
    depth: int
    """Steps after which every row rests in a leaf."""

    def probabilities(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        """The probability of each row, 0 to 1."""
        import numpy as np

        odds = np.empty(len(table), dtype=np.float32)
        for start in range(0, len(table), _ROWS_AT_ONCE):
            rows = table[start : start + _ROWS_AT_ONCE]
            *_, leaves = self._steps(rows)
            odds[start : start + len(rows)] = self.value.take(leaves).sum(axis=1)
        likely: NDArray[np.float32] = np.reciprocal(1 + np.exp(-odds))
        return likely

    def shares(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """What each column adds to the log-odds of each row.

        A step from a node to its child is put down to the column that the node looks at (Saabas, 2014).
        """
        import numpy as np

        count, columns = rows.shape
        offsets = np.arange(count)[:, None] * columns
        total = np.zeros(count * columns)
        for node, following in pairwise(self._steps(rows)):
            added = self.value[following] - self.value[node]
            cells = offsets + self.feature[node]
            total += np.bincount(cells.ravel(), weights=added.ravel(), minlength=len(total))
        return total.reshape(count, columns).astype(np.float32)

    def _steps(self, rows: NDArray[np.float32]) -> Iterator[NDArray[np.intp]]:
        """The node that each row is in, in each tree, at each step from the roots to the leaves.

        No index is ever out of range; `mode="clip"` takes a quarter less time than to have each of them checked.
        """
        import numpy as np

        cells = np.ascontiguousarray(rows).ravel()
        offsets = np.arange(len(rows))[:, None] * rows.shape[1]
        node: NDArray[np.intp] = np.broadcast_to(self.root, (len(rows), len(self.root)))
        yield node
        for _ in range(self.depth):
            seen = cells.take(offsets + self.feature.take(node, mode="clip"), mode="clip")
            node = self.child.take(node, mode="clip") + (seen > self.threshold.take(node, mode="clip"))
            yield node


_NUMBERS = ("feature", "child", "root")
_PARTS = (*_NUMBERS, "threshold", "value")


def forest_in(arrays: Mapping[str, NDArray[np.generic]], name: str) -> Forest:
    """The forest of a name among the arrays of a model file, which are as narrow as their values allow."""
    import numpy as np

    parts: dict[str, Any] = {part: arrays[f"{name}_{part}"] for part in _PARTS}
    wide = {part: parts[part].astype(np.intp) for part in _NUMBERS}
    return Forest(**{**parts, **wide}, depth=int(arrays[f"{name}_depth"]))


def arrays_of(forest: Forest, name: str) -> dict[str, NDArray[np.generic]]:
    """The arrays that `forest_in` makes a forest of again."""
    import numpy as np

    parts = {part: getattr(forest, part) for part in _PARTS}
    narrow = {part: parts[part].astype(np.uint16) for part in _NUMBERS}
    depth: NDArray[np.generic] = np.array(forest.depth, dtype=np.uint8)
    return {f"{name}_depth": depth, **{f"{name}_{part}": array for part, array in {**parts, **narrow}.items()}}

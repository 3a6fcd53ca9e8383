"""Trees grown by LightGBM, as the forests that the program evaluates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from articles.boosted_trees import Forest

_SETTINGS: Mapping[str, Any] = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 20, "max_depth": 6,
    "min_data_in_leaf": 40, "max_bin": 63, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0,
    "seed": 7, "deterministic": True, "force_col_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip


def grow(
    table: NDArray[np.float32],
    labels: NDArray[np.int8],
    weights: NDArray[np.float32],
    *,
    trees: int,
    settings: Mapping[str, Any] | None = None,
) -> Forest:
    """A forest that tells rows labelled 1 from rows labelled 0; the same for the same rows.

    Args:
        table: The rows.
        labels: Their labels.
        weights: What each row weighs.
        trees: How many trees are grown.
        settings: LightGBM's settings where they differ from those for lines of pages.
    """
    rows = lightgbm.Dataset(table, labels, weight=weights)
    booster = lightgbm.train({**_SETTINGS, **(settings or {})}, rows, num_boost_round=trees)
    return forest_of(booster.dump_model()["tree_info"])


@dataclass
class _Nodes:
    """The nodes of a forest in the making."""

    feature: list[int] = field(default_factory=list)
    threshold: list[float] = field(default_factory=list)
    child: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def reserve(self, count: int) -> int:
        """Places for some nodes next to each other, which are leaves of no value so far; the number of the first."""
        first = len(self.child)
        self.feature += [0] * count
        self.threshold += [np.inf] * count
        self.child += range(first, first + count)
        self.value += [0.0] * count
        return first

    def fill(self, place: int, node: Mapping[str, Any]) -> int:
        """Put a node and all below it in their places; how many steps lead to the deepest leaf."""
        if "split_feature" not in node:
            self.value[place] = node["leaf_value"]
            return 0
        self.feature[place], self.threshold[place] = node["split_feature"], node["threshold"]
        self.value[place] = node["internal_value"]
        self.child[place] = first = self.reserve(2)
        return 1 + max(self.fill(first, node["left_child"]), self.fill(first + 1, node["right_child"]))


def forest_of(trees: list[Mapping[str, Any]]) -> Forest:
    """The trees of LightGBM's own description of a model as a forest."""
    nodes = _Nodes()
    roots = [nodes.reserve(1) for _ in trees]
    depth = max(nodes.fill(root, tree["tree_structure"]) for root, tree in zip(roots, trees, strict=True))
    return Forest(
        np.array(nodes.feature, dtype=np.intp),
        np.array(nodes.threshold, dtype=np.float32),
        np.array(nodes.child, dtype=np.intp),
        np.array(nodes.value, dtype=np.float32),
        np.array(roots, dtype=np.intp),
        depth,
    )

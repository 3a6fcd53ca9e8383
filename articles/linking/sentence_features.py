"""What is measured of two sentences, given how their event mentions were judged two by two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articles.linking import pair_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TAKEN = (
    "alike", "in the other", "holds the other", "weightiest word", "shared words", "fewer words",
    "known in the other article", "known in both articles", "lighter word unknown there",
    "weightiest word unknown there", "articles alike", "top terms held", "top terms held at best", "company",
    "share of company", "lead persons", "first sentences", "sentences between", "same lemma", "same class", "kinship",
    "judgement",
)  # fmt: skip
"""The features of the likeliest pair of event mentions that are taken over."""
NAMES = ("best", "second", "likely pairs", "sum", "best judgement", "best alike without triggers", *_TAKEN)
_COLUMNS = tuple(pair_features.NAMES.index(name) for name in _TAKEN)
_JUDGEMENT = pair_features.NAMES.index("judgement")
_WITHOUT_TRIGGERS = pair_features.NAMES.index("alike without triggers")
_LIKELY = 0.3


def sentence_features(
    table: NDArray[np.float32], chances: NDArray[np.float32], groups: NDArray[np.intp]
) -> NDArray[np.float32]:
    """The features of pairs of sentences, in the order of `NAMES`, a row for each group.

    Args:
        table: The features of pairs of event mentions.
        chances: How likely each pair is of one event.
        groups: The number of the pair of sentences that each belongs to, all from 0 on and none left out.
    """
    import numpy as np

    count = int(groups.max()) + 1 if len(groups) else 0
    order = np.lexsort((-chances, groups))
    starts = np.searchsorted(groups[order], np.arange(count))
    best = order[starts]
    is_second = np.zeros(len(order), dtype=bool)
    is_second[starts[starts + 1 < len(order)] + 1] = True
    is_second[starts] = False
    second = np.zeros(count)
    second[groups[order[is_second]]] = chances[order[is_second]]
    found: list[NDArray[Any]] = [
        chances[best],
        second,
        np.bincount(groups, chances > _LIKELY, count),
        np.bincount(groups, chances, count),
        _most(table[:, _JUDGEMENT], groups, count),
        _most(table[:, _WITHOUT_TRIGGERS], groups, count),
    ]
    rows: NDArray[np.float32] = np.column_stack([*found, table[best][:, _COLUMNS]]).astype(np.float32)
    return rows


def _most(values: NDArray[np.float32], groups: NDArray[np.intp], count: int) -> NDArray[np.float64]:
    import numpy as np

    most = np.full(count, -np.inf)
    np.maximum.at(most, groups, values)
    return most

"""How alike two triggers are where they stand, by the vectors that a sentence encoder gave them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.model import EventSlots

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def alike(pairs: Sequence[tuple[EventSlots, EventSlots]]) -> NDArray[np.float32]:
    """For each pair of event mentions the cosine of their meanings, -1 to 1; not a number where one has none."""
    import numpy as np

    likeness = np.full(len(pairs), np.nan, dtype=np.float32)
    meant = [at for at, (one, other) in enumerate(pairs) if one.meaning and len(one.meaning) == len(other.meaning)]
    if not meant:
        return likeness
    rows: dict[bytes, int] = {}
    ones = [rows.setdefault(pairs[at][0].meaning, len(rows)) for at in meant]
    others = [rows.setdefault(pairs[at][1].meaning, len(rows)) for at in meant]
    vectors = np.array([np.frombuffer(meaning, dtype=np.int8) for meaning in rows], dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness[meant] = np.einsum("ij,ij->i", vectors[ones], vectors[others])
    return likeness

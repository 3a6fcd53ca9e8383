"""A column of values, one a line of a page, seen from each line: neighbours, means around it, runs, distances.

Where several columns are taken at once, the lines are along the last axis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FAR = 60
"""Lines beyond which a distance is only far."""


def shifted(columns: NDArray[np.float32], shift: int) -> NDArray[np.float32]:
    """The value of the line `shift` further down for each line, in each column; -1 beyond the page."""
    import numpy as np

    moved = np.full_like(columns, -1.0)
    if abs(shift) >= columns.shape[-1]:
        return moved
    if shift > 0:
        moved[..., :-shift] = columns[..., shift:]
    else:
        moved[..., -shift:] = columns[..., :shift]
    return moved


def smoothed(columns: NDArray[np.float32], window: int) -> NDArray[np.float32]:
    """The mean over the lines at most `window` away from each line, in each column."""
    import numpy as np

    count = columns.shape[-1]
    sums = np.zeros((*columns.shape[:-1], count + 1))
    np.cumsum(columns, axis=-1, dtype=np.float64, out=sums[..., 1:])
    numbers = np.arange(count)
    first = np.maximum(numbers - window, 0)
    last = np.minimum(numbers + window + 1, count)
    means: NDArray[np.float32] = ((sums[..., last] - sums[..., first]) / (last - first)).astype(np.float32)
    return means


def since(flags: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How many lines ago, before each line, a flag was last set; at most `FAR`."""
    import numpy as np

    numbers = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, numbers, -FAR - 1))
    before = np.concatenate([[-FAR - 1], last[:-1]])
    ago: NDArray[np.float32] = np.minimum(numbers - before, FAR).astype(np.float32)
    return ago


def run_length(flags: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The length of the run of set flags that each line is in, at most `FAR`; 0 outside."""
    import numpy as np

    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    lengths = np.zeros(len(flags), dtype=np.float32)
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        lengths[start:end] = min(end - start, FAR)
    return lengths


def greatest_sum(weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """The greatest sum of weights of a stretch that ends at each line, never below 0 (Kadane)."""
    import numpy as np

    sums = np.cumsum(weight, dtype=np.float64)
    return (sums - np.minimum(np.minimum.accumulate(sums), 0)).astype(np.float32)

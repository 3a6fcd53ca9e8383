"""Many values of one side measured against many of another at once: what sets share, and which values are one.

Event mentions are compared by the thousand for each article, and what is measured of them depends on few different
sets and words. Each of these is measured once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T", bound=Hashable)


def numbered(values: Iterable[T]) -> tuple[list[T], NDArray[np.intp]]:
    """The different ones among values, in their order, and for each value its number among them."""
    import numpy as np

    numbers: dict[T, int] = {}
    rows = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.intp)
    return list(numbers), rows


def same(mine: Sequence[T], theirs: Sequence[T]) -> NDArray[np.bool_]:
    """Which values of one side, a row each, are equal to which of the other, a column each."""
    _, numbers = numbered((*mine, *theirs))
    equal: NDArray[np.bool_] = numbers[: len(mine), None] == numbers[len(mine) :]
    return equal


def shared(mine: Sequence[frozenset[T]], theirs: Sequence[frozenset[T]]) -> NDArray[np.float64]:
    """How many elements each set of one side, a row, shares with each of the other, a column."""
    return shared_weight(mine, theirs, lambda _: 1.0)


def shared_weight(
    mine: Sequence[frozenset[T]], theirs: Sequence[frozenset[T]], weight: Callable[[T], float]
) -> NDArray[np.float64]:
    """What the elements weigh that each set of one side, a row, shares with each of the other, a column."""
    import numpy as np

    (my_sets, rows), (their_sets, columns) = numbered(mine), numbered(theirs)
    vocabulary = {item: number for number, item in enumerate(frozenset().union(*my_sets))}
    weights = np.array([weight(item) for item in vocabulary], dtype=np.float64)
    sums = (held(my_sets, vocabulary) * weights) @ held(their_sets, vocabulary).T
    found: NDArray[np.float64] = sums[rows[:, None], columns]
    return found


def heaviest_shared(
    mine: Sequence[frozenset[T]], theirs: Sequence[frozenset[T]], weight: Callable[[T], float]
) -> NDArray[np.float64]:
    """What the heaviest element weighs that two sets share; 0 where they share none."""
    import numpy as np

    (my_sets, rows), (their_sets, columns) = numbered(mine), numbered(theirs)
    rising = sorted(frozenset().union(*my_sets), key=weight)
    vocabulary = {item: number for number, item in enumerate(rising)}
    here, there = held(my_sets, vocabulary) > 0, held(their_sets, vocabulary) > 0
    heaviest = np.zeros((len(my_sets), len(their_sets)))
    for item, number in vocabulary.items():
        heaviest[np.ix_(here[:, number], there[:, number])] = weight(item)
    found: NDArray[np.float64] = heaviest[rows[:, None], columns]
    return found


def held(sets: Sequence[Collection[T]], vocabulary: Mapping[T, int]) -> NDArray[np.float64]:
    """A row for each set: 1 in the column of each element that it holds, else 0."""
    import numpy as np

    places = [(row, vocabulary[item]) for row, items in enumerate(sets) for item in items if item in vocabulary]
    table = np.zeros((len(sets), len(vocabulary)))
    if places:
        table[tuple(np.array(places, dtype=np.intp).T)] = 1.0
    return table

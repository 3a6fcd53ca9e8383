"""How alike meanings are: the cosine of their vectors, and no number where one is missing."""

from __future__ import annotations

import numpy as np
import pytest

from articles.linking.meaning import alike
from articles.model import EventSlots


def meaning(*numbers: int) -> EventSlots:
    """An event mention whose trigger means this."""
    return EventSlots(1, 0, "open", "opening", meaning=np.array(numbers, dtype=np.int8).tobytes())


UP, FAR_UP, ACROSS, DOWN = meaning(0, 60), meaning(0, 127), meaning(127, 0), meaning(0, -127)
UNKNOWN = EventSlots(2, 0, "open", "opening")


def test_only_the_direction_counts() -> None:
    pairs = [(UP, FAR_UP), (UP, ACROSS), (FAR_UP, DOWN), (meaning(127, 127), UP)]
    assert alike(pairs).tolist() == pytest.approx([1, 0, -1, 0.5**0.5])


def test_where_a_meaning_is_missing_there_is_no_number() -> None:
    found = alike([(UNKNOWN, UP), (UP, UP), (UP, UNKNOWN), (UNKNOWN, UNKNOWN), (UP, meaning(1, 2, 3))])
    assert np.isnan(found).tolist() == [True, False, True, True, True]


def test_no_pairs_give_no_numbers() -> None:
    assert alike([]).shape == (0,)
    assert np.isnan(alike([(UNKNOWN, UNKNOWN)])).all()

"""Figures as news tells them: rounded ones, bounds and ages."""

from __future__ import annotations

import pytest

from articles.linking.figures import Hedge, hedge_of, is_measure, may_be_one, numbers_in, with_hedge, with_measure


@pytest.mark.parametrize(
    ("one", "other", "hedge"),
    [
        (1140, 1140, Hedge.NONE),
        (1100, 1140, Hedge.ABOUT),
        (60, 58, Hedge.ABOUT),
        (1100, 1140, Hedge.NONE),
        (3.2e9, 3.24e9, Hedge.NONE),
        (6000, 6200, Hedge.BEYOND),
        (100, 120, Hedge.BEYOND),
        (100, 104, Hedge.AT_LEAST),
    ],
)
def test_figures_that_may_be_one(one: float, other: float, hedge: Hedge) -> None:
    assert may_be_one(one, other, frozenset({hedge}))
    assert may_be_one(other, one, frozenset({hedge}))


@pytest.mark.parametrize(
    ("one", "other", "hedge"),
    [
        (41, 38, Hedge.NONE),
        (41, 40, Hedge.NONE),
        (38, 41, Hedge.AT_LEAST),
        (903, 1140, Hedge.NONE),
        (3.2e9, 2.9e9, Hedge.NONE),
        (60, 41, Hedge.ABOUT),
        (6000, 9400, Hedge.BEYOND),
        (0, 5, Hedge.ABOUT),
    ],
)
def test_figures_that_cannot_be_one(one: float, other: float, hedge: Hedge) -> None:
    assert not may_be_one(one, other, frozenset({hedge}))
    assert not may_be_one(other, one, frozenset({hedge}))


@pytest.mark.parametrize(
    ("words", "hedge"),
    [
        ("about 1,100", Hedge.ABOUT),
        ("Nearly 60 people", Hedge.ABOUT),
        ("more than 6,000 people", Hedge.BEYOND),
        ("at least 38 people", Hedge.AT_LEAST),
        ("somewhat 4", Hedge.NONE),
        ("41 people", Hedge.NONE),
    ],
)
def test_a_hedge_is_read_with_its_figure(words: str, hedge: Hedge) -> None:
    assert hedge_of(words) is hedge


def test_a_figure_begins_with_its_hedge_and_ends_with_what_it_measures() -> None:
    text = "The fire killed at least 38 people, among them a 9-year-old girl."
    assert text[with_hedge(text, text.index("38")) :].startswith("at least 38")
    assert with_hedge(text, text.index("9")) == text.index("9")
    nine = text[text.index("9") : with_measure(text, text.index("9") + 1)]
    assert nine == "9-year-old"
    assert is_measure(nine)
    assert is_measure("86-yard")
    assert is_measure("twenty-mile")
    assert not is_measure("38 people")
    assert not is_measure("forty-one people")


def test_all_numbers_of_a_text_are_found_by_their_value() -> None:
    assert numbers_in("by 1,140 to 212, worth $3.2 billion, on 5 June") == {1140.0, 212.0, 3.2e9, 5.0}
    assert numbers_in("forty") == frozenset()
    assert numbers_in("2.9 billion, which is less than the $3.2 billion agreed, not 3 billion") == {2.9e9}

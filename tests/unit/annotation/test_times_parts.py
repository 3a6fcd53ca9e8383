"""The parts that time expressions are made of: numbers, years, lengths, parts of the day, and the score they get."""

from __future__ import annotations

import pytest

from articles.annotation.times.clock_times import clock_value
from articles.annotation.times.durations import duration_value
from articles.annotation.times.numbers import cardinal, ordinal, quantity, spoken_year
from articles.annotation.times.words import Unit, part_code, pattern
from articles.annotation.times.years import full_year
from tests.quality.times import Timex, score


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7),
        ("twenty-five", 25),
        ("one hundred and two", 102),
        ("two thousand", 2_000),
        ("three million", 3_000_000),
        ("1,500", 1_500),
        ("a dozen", 12),
        ("several", None),
        ("", None),
        ("9" * 30, None),
    ],
)
def test_counts_are_read_from_words_and_figures(words: str, number: int | None) -> None:
    assert cardinal(words) == number


@pytest.mark.parametrize(("words", "number"), [("75th", 75), ("third", 3), ("twenty-first", 21), ("twenty", None)])
def test_ordinals_are_read_from_words_and_figures(words: str, number: int | None) -> None:
    assert ordinal(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("2 1/2", 2.5),
        ("3-1/2", 3.5),
        ("two and a half", 2.5),
        ("half an", 0.5),
        ("a", 1.0),
        ("2.5", 2.5),
        ("few", None),
    ],
)
def test_quantities_may_hold_fractions(words: str, number: float | None) -> None:
    assert quantity(words) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-eight", 1998),
        ("nineteen hundred", 1900),
        ("nineteen oh five", 1905),
        ("two thousand", 2000),
        ("two thousand and one", 2001),
        ("twenty twenty-four", 2024),
        ("twenty", None),
        ("seven eleven", None),
    ],
)
def test_years_are_read_as_they_are_spoken(words: str, year: int | None) -> None:
    assert spoken_year(words) == year


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, Unit.DAY, "P3D"),
        (1.5, Unit.MINUTE, "PT1M30S"),
        (2.5, Unit.YEAR, "P2Y6M"),
        (0.5, Unit.HOUR, "PT30M"),
        (1.5, Unit.DAY, "P1DT12H"),
        (2, Unit.DECADE, "P20Y"),
        (1, Unit.CENTURY, "P100Y"),
        (None, Unit.MONTH, "PXM"),
        (None, Unit.HOUR, "PTXH"),
    ],
)
def test_lengths_are_written_in_the_notation_of_iso_8601(count: float | None, unit: Unit, value: str) -> None:
    assert duration_value(count, unit) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("8 p.m.", "20:00"), ("12 a.m.", "00:00"), ("12:30 pm", "12:30"), ("14:30", "14:30"), ("noon", "12:00")],
)
def test_times_of_the_day_are_read_on_a_clock_of_24_hours(words: str, value: str) -> None:
    assert clock_value(words) == value


def test_two_figures_stand_for_a_year_near_our_own() -> None:
    assert [full_year(figures) for figures in (98, 4, 1850)] == [1998, 2004, 1850]


def test_parts_of_the_day_are_known_with_their_shades() -> None:
    assert [part_code(words) for words in ("late evening", "mid-afternoon", "nights", "")] == ["EV", "AF", "NI", ""]


def test_a_pattern_folds_case_but_not_in_the_names_of_months() -> None:
    month = pattern("every <month>")
    assert month.match("Every  May")
    assert not month.match("every may")


GOLD = [Timex("a", 0, 6, "DATE", "2023-09-02"), Timex("a", 10, 20, "DURATION", "P3D")]


def test_the_score_pairs_overlapping_spans_once() -> None:
    found = [
        Timex("a", 0, 6, "DATE", "2023-09-02"),
        Timex("a", 12, 20, "SET", "P3D"),
        Timex("a", 10, 11, "DATE", "P3D"),
        Timex("b", 0, 6, "DATE", "2023-09-02"),
    ]
    scores = score(GOLD, found)
    assert (scores.overlapping, scores.equal, scores.right_value, scores.right_type) == (2, 1, 2, 1)
    assert scores.relaxed == pytest.approx(2 / 3)


def test_the_score_of_nothing_found_is_nought() -> None:
    assert (score(GOLD, []).relaxed, score([], []).value) == (0.0, 0.0)

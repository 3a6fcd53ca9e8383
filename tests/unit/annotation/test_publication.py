"""The date of an article that states none, read off anniversaries and words like "later this week"."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.annotation.engine import Engine, load_engine
from articles.annotation.plain_engine import PlainEngine
from articles.annotation.publication import infer_publication
from articles.annotation.times import find_times
from articles.model import UNDATED, Basis, Precision, Published


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The language model, loaded once."""
    return load_engine()


def inferred(text: str, engine: Engine) -> Published:
    """The date of an article of these paragraphs."""
    blocks = engine.parse(list(enumerate(text.split("\n\n"))))
    return infer_publication(blocks, UNDATED, find_times(blocks, UNDATED))


REGATTA = (
    "Crews from twelve countries are expected to join a regatta on the lake {when}.\n\n"
    "The club will hold the regatta on June 21, which marks the 50th anniversary of its founding.\n\n"
    "The club was founded on June 21, 1973, by three teachers from Lucerne."
)


@pytest.mark.parametrize(
    ("when", "first", "precision"),
    [
        ("later this week", date(2023, 6, 19), Precision.WEEK),
        ("this week", date(2023, 6, 19), Precision.WEEK),
        ("next week", date(2023, 6, 12), Precision.WEEK),
        ("later this month", date(2023, 6, 1), Precision.MONTH),
        ("next month", date(2023, 5, 1), Precision.MONTH),
    ],
)
def test_a_dated_anniversary_and_a_word_that_counts_from_now_give_the_date(
    engine: Engine, when: str, first: date, precision: Precision
) -> None:
    found = inferred(REGATTA.format(when=when), engine)
    assert (found.day, found.precision, found.basis) == (first, precision, Basis.INFERRED)
    assert '"the 50th anniversary" of a day in 1973 → 21 June 2023' in found.evidence
    assert any(evidence.startswith(f'"{when}"') for evidence in found.evidence)


def test_plain_weekdays_are_shown_beside_the_evidence(engine: Engine) -> None:
    text = REGATTA.format(when="later this week") + "\n\nThe mayor welcomed them on Saturday."
    assert '"Saturday" → 17 June 2023' in inferred(text, engine).evidence


def test_the_same_words_about_something_else_give_no_date(engine: Engine) -> None:
    text = REGATTA.format(when="in boats of their own") + "\n\nThe minister will resign later this week."
    assert inferred(text, engine) == UNDATED


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("Today marks the 20th anniversary of the disaster of Feb. 1, 2003.", date(2023, 2, 1), Precision.DAY),
        ("This year marks the 50th anniversary of the 1973 coup in Santiago.", date(2023, 1, 1), Precision.YEAR),
        ("The strike ended today, March 4, 2024, in Porto.", date(2024, 3, 4), Precision.DAY),
        ("The rally will be held tomorrow (March 5, 2024) in Porto.", date(2024, 3, 4), Precision.DAY),
        (
            "The court issued its ruling on Monday, March 4, 2024.\n\nThe ruling issued on Monday surprised many.",
            date(2024, 3, 4),
            Precision.WEEK,
        ),
        (
            "Survivors held a vigil on April 4, the 30th anniversary of the massacre.\n\n"
            "The massacre took place on April 4, 1995.\n\nThousands attended the vigil earlier this week.",
            date(2025, 3, 31),
            Precision.WEEK,
        ),
    ],
)
def test_each_kind_of_clue_gives_the_date_as_exactly_as_it_pins_it(
    engine: Engine, text: str, first: date, precision: Precision
) -> None:
    found = inferred(text, engine)
    assert (found.day, found.precision, found.basis) == (first, precision, Basis.INFERRED)
    assert found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "The parade marked the 70th anniversary of the end of the war.\n\nThe wall fell in 1991.",
        "The museum will celebrate its 75th anniversary later this week.",
        "Planes attacked the harbour on Sunday, December 7, 1941.\n\nThe historian spoke on Tuesday and on Sunday.",
        "The treaty was signed on Sept. 9, 1948, and took effect on Sept. 10, 1950.",
        "He arrived on Saturday and will leave later this week.",
        "The election is on Tuesday, Nov. 5.",
        "In 2021 she said that prices would rise next year.",
        "The club was founded on June 21, 1973. It marks its 50th anniversary on June 21.",
    ],
)
def test_without_evidence_that_pins_it_an_article_stays_undated(engine: Engine, text: str) -> None:
    assert inferred(text, engine) == UNDATED


def test_clues_that_contradict_each_other_give_no_date(engine: Engine) -> None:
    text = "The strike ended today, March 4, 2024, in Porto.\n\nThe fair opens today, May 9, 2022, in Bonn."
    assert inferred(text, engine) == UNDATED


def test_a_stated_date_is_kept_as_it_is(engine: Engine) -> None:
    stated = Published(date(2020, 1, 2), Precision.DAY, Basis.STATED, ("2 January 2020",))
    blocks = engine.parse([(0, REGATTA.format(when="later this week"))])
    assert infer_publication(blocks, stated, find_times(blocks, stated)) is stated


def test_without_a_language_model_words_apart_are_not_held_to_speak_of_one_thing() -> None:
    assert inferred(REGATTA.format(when="later this week"), PlainEngine()) == UNDATED


def test_without_a_language_model_a_date_beside_its_word_still_counts() -> None:
    found = inferred("The strike ended today, March 4, 2024, in Porto.", PlainEngine())
    assert found.day == date(2024, 3, 4)


def _seed(seeds: Path, prefix: str) -> str:
    lines = next(seeds.glob(f"{prefix}*.txt")).read_text("utf-8").splitlines()
    return "\n\n".join(line for line in lines if line.strip())


def test_the_second_real_article_is_of_the_week_before_its_parade(engine: Engine, seeds: Path) -> None:
    found = inferred(_seed(seeds, "004"), engine)
    assert (found.day, found.precision, found.basis) == (date(2023, 9, 4), Precision.WEEK, Basis.INFERRED)
    shown = " ".join(found.evidence)
    assert all(words in shown for words in ("75th anniversary", "1948", "later this week", "Saturday"))


def test_the_first_real_article_gets_no_false_date(engine: Engine, seeds: Path) -> None:
    assert inferred(_seed(seeds, "000"), engine) == UNDATED

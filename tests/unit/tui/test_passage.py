"""Passages: the ends move by sentences and words, and never so that nothing is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.passage import Passage, passage_in

TEXT = "The port is shut. Nobody knows why! “Wait,” said the master."


def passage(text: str = TEXT, **how: object) -> Passage:
    made = passage_in(text, 0, None, **how)  # type: ignore[arg-type]
    assert made is not None
    return made


MOVES: dict[str, Callable[[Passage], Passage]] = {
    "more": lambda each: each.more_sentences(1),
    "fewer": lambda each: each.more_sentences(-1),
    "longer": lambda each: each.end_by_words(1),
    "shorter": lambda each: each.end_by_words(-1),
    "later": lambda each: each.start_by_words(1),
    "earlier": lambda each: each.start_by_words(-1),
    "whole": lambda each: each.whole(),
}


def test_it_begins_with_a_sentence_or_with_what_is_picked_out() -> None:
    assert passage().words == "The port is shut."
    assert passage(is_last=True).words == "“Wait,” said the master."
    assert passage(at=(4, 8)).words == "port"


def test_a_paragraph_without_words_has_no_passage() -> None:
    assert passage_in("  \n", 0, None) is None
    assert passage_in("", 0, None) is None


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        (["more"], "The port is shut. Nobody knows why!"),
        (["more", "fewer", "fewer"], "The port is shut."),
        (["longer"], "The port is shut. Nobody"),
        (["shorter", "shorter"], "The port"),
        (["later", "later", "longer"], "is shut. Nobody"),
        (["later", "earlier", "earlier"], "The port is shut."),
        (["whole"], TEXT),
    ],
)
def test_its_ends_move(moves: list[str], words: str) -> None:
    moved = passage()
    for move in moves:
        moved = MOVES[move](moved)
    assert moved.words == words


def test_sentences_follow_each_other_and_end_with_the_paragraph() -> None:
    second = passage().sentence(1)
    assert second is not None
    assert second.words == "Nobody knows why!"
    assert second.sentence(2) is None
    assert passage().sentence(-1) is None


@given(st.text(alphabet="ab .!\n”", min_size=1), st.lists(st.sampled_from(sorted(MOVES)), max_size=12), st.booleans())
def test_it_is_never_empty_and_never_leaves_its_paragraph(text: str, moves: list[str], is_last: bool) -> None:
    moved = passage_in(text, 0, None, is_last=is_last)
    assert (moved is None) == (not text.strip())
    for move in moves if moved else ():
        moved = MOVES[move](moved)  # type: ignore[arg-type]
        assert moved.words.strip()
        assert 0 <= moved.start < moved.end <= len(text)

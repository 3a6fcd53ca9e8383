"""Word pieces: cut as BERT's own tokenizer cuts them, each with its place in the text."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.annotation.word_pieces import VOCABULARY_FILE, WordPieces

PIECES = resources.files("articles.annotation").joinpath(VOCABULARY_FILE).read_text("utf-8").splitlines()
WORDS = WordPieces({piece: number for number, piece in enumerate(PIECES)})


def cut(text: str) -> list[str]:
    return [PIECES[piece.number] for piece in WORDS.pieces(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The parade was held.", "the parade was held ."),
        ("Unaffable", "una ##ffa ##ble"),
        ("Kim Jong-un's visit", "kim jong - un ' s visit"),
        ("Cádiz, São Paulo", "cadiz , sao paulo"),
        ("$3.2bn", "$ 3 . 2 ##bn"),
        ("北京 talks", "北 京 talks"),
        ("a\u200bb\x00c\u00a0d", "abc d"),
        ("🛰", "[UNK]"),
        ("x" * 101, "[UNK]"),
    ],
)
def test_text_is_cut_as_the_model_was_taught(text: str, pieces: str) -> None:
    assert cut(text) == pieces.split()


def test_a_piece_knows_the_letters_that_it_stands_for() -> None:
    text = "Protésts: 1\u00b0"
    assert [text[piece.start : piece.end] for piece in WORDS.pieces(text)] == ["Protésts", ":", "1", "\u00b0"]


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_pieces_of_any_text_are_in_order_and_inside_it(text: str) -> None:
    pieces = WORDS.pieces(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(before.end <= after.start for before, after in pairwise(pieces))

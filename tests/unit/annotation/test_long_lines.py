"""A whole article, or a page without line ends, on one line: read in time, and its tokens found by place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.annotation.annotator import annotate
from articles.annotation.plain_engine import PlainEngine
from articles.model import Article, Block, BlockKind

SENTENCE = 'On 3 June Maria Lopez opened the "Old Harbour Fair" in Madrid, which 40 people attended. '
TEXT = SENTENCE * 3


@pytest.mark.parametrize("line", [SENTENCE * 1_100, "a" * 100_000, "A " * 50_000, '" ' * 50_000, "1 " * 50_000])
def test_a_line_of_100_000_characters_is_annotated_in_time(line: str) -> None:
    begun = time.process_time()
    annotate(Article("The fair", (Block(BlockKind.PARAGRAPH, line),)), PlainEngine())
    assert time.process_time() - begun < 20


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_tokens_are_found_by_place(start: int, end: int) -> None:
    (block,) = PlainEngine().parse([(0, TEXT)])
    inside = tuple(token for token in block.tokens if token.start >= start and token.end <= end)
    assert block.tokens_in(start, end) == inside

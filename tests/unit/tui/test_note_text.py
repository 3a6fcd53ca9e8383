"""Notes: Markdown is rendered, the reader's lines are kept, and nothing in them is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.rendering.note_text import note_content


@pytest.mark.parametrize(
    ("note", "plain"),
    [
        ("ask the port", "ask the port"),
        ("ask\nthe **port** again", "ask\nthe port again"),
        ("- one\n- two", "• one\n• two"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("> so they *say*", "│ so they say"),
        ("# Why?\nsee [there](https://example.org)", "Why?\nsee there"),
        ("3 * 4 = 12 [sic]", "3 * 4 = 12 [sic]"),
        ("<b onclick='x'>bold</b>", "bold"),
        ("```\na  b\n```", "a  b"),
    ],
)
def test_the_marks_are_gone_and_the_words_stay(note: str, plain: str) -> None:
    assert note_content(note).plain == plain


def test_emphasis_is_painted() -> None:
    content = note_content("a **b** *c* `d`")
    assert {(content.plain[span.start : span.end], str(span.style)) for span in content.spans} == {
        ("b", "bold"),
        ("c", "italic"),
        ("d", "$accent"),
    }


@given(st.text(max_size=200))
def test_no_note_breaks_the_screen(note: str) -> None:
    assert all(char.isprintable() or char == "\n" or char.isspace() for char in note_content(note).plain if char < " ")

"""Lines of text: nothing lost, nothing too wide, words whole where they can be."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.rendering.wrapping import wrap

TEXTS = st.text(st.sampled_from("ab cd  e\n\u00e9\u0301“”\u5e73\u548c😀—"), max_size=120)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_stay_whole_where_they_fit() -> None:
    assert lines("the parade in Pyongyang", 10) == ["the parade", "in", "Pyongyang"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert lines("an internationalisation", 8) == ["an", "internat", "ionalisa", "tion"]


def test_line_ends_are_kept_and_blanks_at_them_dropped() -> None:
    assert lines("one  \n\ntwo", 10) == ["one", "", "two"]


def test_wide_characters_count_two_cells() -> None:
    assert lines("平和平和平", 4) == ["平和", "平和", "平"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert lines("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]


def test_a_very_long_line_is_wrapped() -> None:
    assert len(wrap("word " * 20_000, 80)) == 20_000 // 16


def test_no_width_still_makes_progress() -> None:
    assert lines("abc", 0) == ["a", "b", "c"]


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_only_blanks_and_line_ends_are_left_out(text: str, width: int) -> None:
    spans = wrap(text, width)
    left_out = "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), 0)]))
    assert set(left_out) <= {" ", "\n"}
    assert all(start <= end for start, end in spans)


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    assert all(sum(map(cell_len, line)) <= width for line in lines(text, width))

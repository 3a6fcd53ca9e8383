"""Overlapping spans become ones that can be painted, and unsafe text keeps its offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.rendering.spans import flatten, safe, styled

SPANS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 60), st.sampled_from(["a", "b", "c"])), max_size=12)


def test_the_first_span_wins_and_the_rest_of_the_other_stays() -> None:
    assert flatten([(4, 8, "name"), (0, 10, "time")], 10) == [(0, 4, "time"), (4, 8, "name"), (8, 10, "time")]


def test_adjacent_runs_of_one_style_are_one_span() -> None:
    assert flatten([(0, 4, "name"), (2, 8, "name")], 10) == [(0, 8, "name")]


@given(SPANS, st.integers(0, 50))
def test_each_character_has_the_style_of_the_first_span_that_covers_it(
    spans: list[tuple[int, int, str]], length: int
) -> None:
    flat = flatten(spans, length)
    for position in range(length):
        covering = [style for start, end, style in spans if start <= position < end]
        painted = [style for start, end, style in flat if start <= position < end]
        assert painted == covering[:1]
    assert all(0 <= start < end <= length for start, end, _ in flat)


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_safe_text_keeps_its_length_and_sends_no_control_character(text: str) -> None:
    made = safe(text)
    assert len(made) == len(text)
    assert not [char for char in made if (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0]
    made.encode("utf-8")


def test_markup_like_text_is_text() -> None:
    content = styled("[bold]x[/] [@click=app.quit]quit[/]", [(0, 6, "$accent")])
    assert content.plain == "[bold]x[/] [@click=app.quit]quit[/]"
    assert [tuple(span) for span in content.spans] == [(0, 6, "$accent")]


def test_an_escape_sequence_is_shown_not_obeyed() -> None:
    assert styled("\x1b[31mred\u202e").plain == "␛[31mred\ufffd"

"""Painted lines: as wide as the column whatever they hold, with bar, mark and lead in their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.style import Style

from tui.rendering.painting import BAR, POINTER, RESTING_BAR, Geometry, Palette, paint_line
from tui.rendering.paragraphs import Paragraph, lay_out


def plain_palette(*, is_focused: bool = True) -> Palette:
    return Palette(Style(), lambda _: Style(), is_focused)


def painted(
    paragraph: Paragraph, width: int, *, gutter: int = 4, focused: bool = True, marked: tuple[int, int] | None = None
) -> list[str]:
    geometry = Geometry.of(width, gutter, 80)
    lines = lay_out((paragraph,), geometry.text).lines[0]
    palette = plain_palette(is_focused=focused)
    strips = [
        paint_line(paragraph, row, line, geometry, palette, is_cursor=True, marked=marked)
        for row, line in enumerate(lines)
    ]
    assert {sum(segment.cell_length for segment in strip) for strip in strips} == {width}
    assert {strip.cell_length for strip in strips} == {width}
    return [strip.text for strip in strips]


def test_mark_bar_and_lead_stand_before_the_first_line() -> None:
    paragraph = Paragraph(Content("one two three"), key=0, mark="+2", lead="• ")
    assert painted(paragraph, 18) == [f" +2 {BAR} • one two   ", f"    {BAR}   three     "]


def test_a_rule_goes_down_every_line() -> None:
    paragraph = Paragraph(Content("one two"), key=0, lead="│ ", rule="│ ")
    assert painted(paragraph, 9, gutter=0) == [f"{BAR} │ one  ", f"{BAR} │ two  "]


def test_a_resting_column_shows_another_bar() -> None:
    assert painted(Paragraph(Content("one"), key=0), 9, gutter=0, focused=False) == [f"{RESTING_BAR} one    "]


def test_a_marked_passage_is_pointed_at_where_it_begins() -> None:
    lines = painted(Paragraph(Content("one two three"), key=0), 9, gutter=0, marked=(4, 13))
    assert [POINTER in line for line in lines] == [False, True, False]


def test_text_is_no_wider_than_the_measure_and_stands_in_the_middle() -> None:
    geometry = Geometry.of(120, 4, 80)
    assert (geometry.text, geometry.left, geometry.edge) == (80, 16, 103)


@given(st.text(st.sampled_from("ab \u5e73e\u0301😀\u200d❤\ufe0f"), max_size=60), st.integers(1, 40))
def test_every_line_fills_the_column(text: str, width: int) -> None:
    paragraph = Paragraph(Content(text, strip_control_codes=False), key=0, mark="+1", lead="• ")
    painted(paragraph, width)

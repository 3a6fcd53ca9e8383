"""Rows of the list: exact widths, marks that need no colour, dates that look as sure as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from articles.model import ArticleRow, ArticleState, Basis, Precision, Published
from tui.rendering.rows import CURSOR, NO_CURSOR, fit, row_lines

DAY = date(2023, 9, 4)
ROW = ArticleRow(
    1,
    "Ferry line delays the night timetable",
    "Northport Courier",
    Published(DAY, Precision.DAY, Basis.STATED),
    tags=("ports",),
    state=ArticleState.READY,
    related=3,
)


def texts(row: ArticleRow, width: int, height: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in row_lines(row, width, height)]


def test_a_row_of_one_line_shows_no_day_where_only_the_week_is_known() -> None:
    row = replace(ROW, published=Published(DAY, Precision.WEEK, Basis.INFERRED))
    assert " ~Sep 2023 " in texts(row, 80, 1)[0]
    assert "~week of 4 Sep 2023" in texts(row, 80, 2)[1]


def test_two_lines_hold_title_and_details() -> None:
    assert texts(ROW, 56, 2) == [
        " ● Ferry line delays the night timetable                ",
        "   4 Sep 2023   Northport Courier  #ports            +3 ",
    ]


def test_three_lines_wrap_the_title_and_leave_the_last_one_blank_where_it_is_short() -> None:
    assert texts(ROW, 30, 3) == [
        " ● Ferry line delays the night",
        "   timetable                  ",
        "   4 Sep 2023   Northport… +3 ",
    ]
    assert texts(replace(ROW, title="Short"), 30, 3)[2].strip() == ""


def test_a_title_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert texts(ROW, 20, 2)[0] == " ● Ferry line delay…"


def test_one_line_holds_the_title_and_the_date() -> None:
    assert texts(ROW, 58, 1) == [" ● Ferry line delays the night timetab…   +3   4 Sep 2023 "]


def test_a_row_that_stands_for_several_says_for_how_many() -> None:
    several = replace(ROW, versions=3, shown=1, group=1)
    assert texts(several, 56, 2)[1] == "   4 Sep 2023   Northport Courier  #ports         ×3 +3 "
    assert texts(several, 58, 1) == [" ● Ferry line delays the night time… ×3   +3   4 Sep 2023 "]
    waiting = replace(several, state=ArticleState.WAITING)
    assert texts(waiting, 56, 2)[1].endswith(" ×3 waiting ")


@pytest.mark.parametrize("height", [1, 2, 3])
def test_a_version_below_another_is_led_by_a_branch(height: int) -> None:
    hidden = replace(ROW, versions=3, shown=9, group=1)
    lines = ["".join(piece.text for piece in line) for line in row_lines(hidden, 56, height, is_below=True)]
    assert lines[0].startswith(" ● └ Ferry line")
    assert "×3" not in "".join(lines)
    assert {cell_len(line) for line in lines} == {56}


def test_every_mark_shows_without_colour() -> None:
    plain = replace(ROW, is_read=True)
    looks = {
        "\n".join(texts(row, 60, height))
        for height in (1, 2)
        for row in (
            plain,
            replace(plain, is_read=False),
            replace(plain, is_starred=True),
            replace(plain, state=ArticleState.WAITING),
            replace(plain, state=ArticleState.FAILED),
        )
    }
    assert len(looks) == 10
    assert row_lines(ROW, 60, 2, CURSOR)[0][0].text != row_lines(ROW, 60, 2, NO_CURSOR)[0][0].text


def test_what_a_hostile_title_holds_cannot_reach_the_terminal() -> None:
    hostile = replace(ROW, title="[bold]\x1b[31mred\u202e\nnext\x00", outlet="\x9b31m", tags=("\x1b]0;x\x07",))
    shown = "".join(texts(hostile, 80, 2))
    assert "[bold]" in shown
    assert shown.isprintable()


@given(
    st.text(max_size=40),
    st.text(max_size=20),
    st.lists(st.text(min_size=1, max_size=8), max_size=3),
    st.integers(24, 140),
    st.integers(1, 3),
    st.booleans(),
)
def test_every_line_is_exactly_as_wide_as_asked(
    title: str, outlet: str, tags: list[str], width: int, height: int, is_starred: bool
) -> None:
    row = replace(ROW, title=title, outlet=outlet, tags=tuple(tags), is_starred=is_starred)
    lines = texts(row, width, height)
    assert len(lines) == height
    assert {cell_len(line) for line in lines} == {width}


@given(st.text(max_size=30), st.integers(0, 40))
def test_fitted_text_has_the_cells_asked_for(text: str, cells: int) -> None:
    assert cell_len(fit(text, cells)) == cells


def test_a_row_that_is_not_loaded_yet_is_blank() -> None:
    assert all(
        line.strip() == "" for line in ("".join(piece.text for piece in each) for each in row_lines(None, 40, 3))
    )


def test_a_summary_that_nobody_else_reports_on_is_told_quietly() -> None:
    short = replace(ROW, is_summary=True, related=0)
    assert texts(short, 56, 2)[1] == "   4 Sep 2023   Northport Courier  #ports       summary "
    assert texts(replace(short, related=3), 56, 2) == texts(ROW, 56, 2)


@pytest.mark.parametrize("width", [31, 58, 100])
@pytest.mark.parametrize("height", [1, 2, 3])
def test_the_heading_of_a_story_says_of_how_many_articles_and_outlets_it_is(width: int, height: int) -> None:
    heading = ArticleRow(-7, "opening, Cádiz · Ana Ruiz", "12 · 5 outlets", state=ArticleState.READY)
    for is_unfolded, sign in ((True, "▾"), (False, "▸")):
        lines = row_lines(replace(heading, is_unfolded=is_unfolded), width, height)
        told = "\n".join("".join(piece.text for piece in line) for line in lines)
        assert told[1] == sign
        assert "12 · 5 outlets" in told
        assert all(cell_len("".join(piece.text for piece in line)) == width for line in lines)

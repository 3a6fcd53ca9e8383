"""Which panes are shown, and where jumps lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.commands import ROOM, Pane
from tui.state import JumpList, Layout, Place, ReportsFrame, RoomView, Stop, layout_for


@pytest.mark.parametrize(
    ("width", "expected"),
    [(20, Layout.ONE), (79, Layout.ONE), (80, Layout.TWO), (119, Layout.TWO), (120, Layout.THREE), (400, Layout.THREE)],
)
def test_the_width_decides_how_many_panes_there_are(width: int, expected: Layout) -> None:
    assert layout_for(width) is expected


def test_on_two_panes_the_side_pane_takes_the_place_of_the_list_until_the_list_is_wanted() -> None:
    view = RoomView(100)
    assert view.panes == (Pane.LIST, Pane.READER)
    aside = view.focus(Pane.SIDE)
    assert aside.panes == aside.focus(Pane.READER).panes == (Pane.READER, Pane.SIDE)
    assert aside.focus(Pane.READER).focus(Pane.LIST).panes == (Pane.LIST, Pane.READER)


def test_a_small_screen_and_zen_show_one_pane() -> None:
    assert RoomView(60).focus(Pane.SIDE).panes == (Pane.SIDE,)
    assert RoomView(200).focus(Pane.READER).toggle_zen().panes == (Pane.READER,)


def test_the_panes_go_round() -> None:
    view = RoomView(150)
    assert [view.focus_beside(steps).focused for steps in (1, 2, 3, -1)] == [*ROOM[1:], ROOM[0], ROOM[-1]]


def test_rows_are_one_line_on_a_small_screen_and_three_in_a_narrow_list() -> None:
    assert [RoomView(width).row_height for width in (60, 90, 130, 200)] == [1, 3, 3, 2]


@given(st.integers(20, 400), st.lists(st.sampled_from([-4, 4]), max_size=60))
def test_the_side_pane_never_leaves_the_screen_and_one_step_back_undoes_one_step(width: int, steps: list[int]) -> None:
    view = RoomView(width)
    for step in steps:
        wider = view.widen_side(step)
        if wider is not view:
            assert wider.widen_side(-step).side_width == view.side_width
        view = wider
    if view.layout is not Layout.ONE:
        assert 24 <= view.side_width <= width - 24


places: st.SearchStrategy[Stop] = st.one_of(
    st.builds(Place, st.integers(1, 4), st.integers(0, 3)), st.tuples(st.builds(ReportsFrame, st.integers(1, 4)))
)


@given(st.lists(places, min_size=1, max_size=20), places)
def test_going_back_and_forward_again_ends_where_it_began(jumps: list[Stop], here: Stop) -> None:
    trail = JumpList()
    for place in jumps:
        trail = trail.jumped_from(place)
    went = trail.back(here)
    assert went is not None
    place, after = went
    assert place == jumps[-1]
    assert after.forward(place) == (here, trail)


def test_at_both_ends_there_is_nowhere_to_go() -> None:
    assert JumpList().back(Place(1)) is None
    assert JumpList().forward(Place(1)) is None


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    went = JumpList().jumped_from(Place(1)).back(Place(2))
    assert went is not None
    assert went[1].jumped_from(Place(3)).ahead == ()

"""What is selected in a list, by itself and by a stretch, whatever the list does meanwhile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.selection import Selection

LISTED = (10, 20, -1, 30, 40)


def test_what_is_toggled_twice_is_not_selected() -> None:
    once = Selection().toggle((30,))
    assert once.listed(LISTED, 0) == (30,)
    assert not once.toggle((30,))


def test_a_story_is_let_go_of_only_when_all_of_it_is_selected() -> None:
    some = Selection().toggle((30,))
    assert some.toggle((30, 40)).listed(LISTED, 0) == (30, 40)
    assert some.toggle((30, 40)).toggle((30, 40)).listed(LISTED, 0) == ()


def test_a_stretch_goes_to_the_cursor_in_both_directions_and_leaves_out_headings() -> None:
    drawn = Selection().begin(20)
    assert drawn.listed(LISTED, 3) == (20, 30)
    assert drawn.listed(LISTED, 0) == (10, 20)
    assert drawn.end(LISTED, 3).listed(LISTED, 0) == (20, 30)


def test_a_stretch_whose_beginning_is_listed_no_more_is_only_the_row_at_the_cursor() -> None:
    assert Selection().begin(99).listed(LISTED, 1) == (20,)
    assert Selection().begin(99).listed((), 0) == ()


@given(st.lists(st.integers(1, 9), unique=True), st.frozensets(st.integers(1, 9)))
def test_only_what_is_listed_counts_in_the_order_of_the_list(listed: list[int], picked: frozenset[int]) -> None:
    assert list(Selection(picked).listed(listed, 0)) == [each for each in listed if each in picked]

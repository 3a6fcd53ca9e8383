"""The row of tabs, from a wide pane to a sliver."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.rendering.tab_row import tab_row
from tui.state import Tab


@pytest.mark.parametrize(
    ("width", "tab", "row"),
    [
        (60, Tab.OTHERS, "[Others 3] Timeline Differences Entities Notes"),
        (36, Tab.DIFFERENCES, "Oth Time [Differences 3] Ent Notes"),
        (33, Tab.DIFFERENCES, "Oth Time [Differences] Ent Notes"),
        (26, Tab.DIFFERENCES, "Oth Time [Diff] Ent Notes"),
        (20, Tab.DIFFERENCES, "‹[Differences] Ent›"),
        (16, Tab.NOTES, "‹Ent [Notes]"),
        (8, Tab.TIMELINE, "‹[Time…›"),
    ],
)
def test_the_current_tab_stands_in_brackets_among_as_many_others_as_fit(width: int, tab: Tab, row: str) -> None:
    assert tab_row(tab, "3", width, is_focused=True).content.plain == row


@given(st.sampled_from(Tab), st.integers(6, 80), st.sampled_from(["", "3", "1,024"]), st.booleans())
def test_it_fits_and_every_tab_shown_is_where_it_says(tab: Tab, width: int, count: str, is_focused: bool) -> None:
    row = tab_row(tab, count, width, is_focused=is_focused)
    assert row.content.cell_length <= width
    assert tab in {shown for _, _, shown in row.places}
    for start, end, shown in row.places:
        assert row.tab_at(start) is shown is row.tab_at(end - 1)
        assert row.content.plain[start:end].strip("[").startswith(shown.value[:1])
    assert row.tab_at(width) is None

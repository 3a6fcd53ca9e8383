"""The row of tabs of the side pane, for whatever width there is: in full, abbreviated, or as much as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content

from tui.rendering.rows import fit
from tui.state import Tab

_SHORT = {
    Tab.OTHERS: "Oth",
    Tab.TIMELINE: "Time",
    Tab.DIFFERENCES: "Diff",
    Tab.ENTITIES: "Ent",
    Tab.NOTES: "Notes",
}
_MORE_LEFT, _MORE_RIGHT = "‹", "›"


@dataclass(frozen=True, slots=True)
class TabRow:
    """The row and where on it each tab is."""

    content: Content
    places: tuple[tuple[int, int, Tab], ...]
    """The first cell of each tab that is shown and the one after its last."""

    def tab_at(self, cell: int) -> Tab | None:
        """The tab at a cell; None beside them."""
        return next((tab for start, end, tab in self.places if start <= cell < end), None)


def tab_row(current: Tab, count: str, width: int, *, is_focused: bool) -> TabRow:
    """All tabs where there is room, the current one in brackets; else those around it, with signs that there are more.

    Args:
        current: The tab whose content is shown.
        count: How much there is on it; left out first where room is scarce.
        width: Cells.
        is_focused: Whether the pane has the keys.
    """
    marked = f"[{current} {count}]" if count else f"[{current}]"
    bare, short = f"[{current}]", f"[{_SHORT[current]}]"
    choices = [
        [marked if tab is current else tab.value for tab in Tab],
        [marked if tab is current else _SHORT[tab] for tab in Tab],
        [bare if tab is current else _SHORT[tab] for tab in Tab],
        [short if tab is current else _SHORT[tab] for tab in Tab],
    ]
    names = next((each for each in choices if _cells(each) <= width), None)
    if names is not None:
        return _row(tuple(zip(Tab, names, strict=True)), current, is_focused=is_focused)
    return _around(current, bare, width, is_focused=is_focused)


def _cells(names: Sequence[str]) -> int:
    return sum(map(cell_len, names)) + len(names) - 1


def _row(
    named: Sequence[tuple[Tab, str]], current: Tab, *, is_focused: bool, before: str = "", after: str = ""
) -> TabRow:
    style = "bold $text" if is_focused else "bold $muted"
    parts: list[tuple[str, str]] = [(before, "$muted")] if before else []
    starts = list(accumulate((cell_len(name) + 1 for _, name in named), initial=cell_len(before)))
    for at, (tab, name) in enumerate(named):
        parts += [(" ", "")] * bool(at) + [(name, style if tab is current else "$muted")]
    parts.append((after, "$muted"))
    places = tuple((start, start + cell_len(name), tab) for start, (tab, name) in zip(starts, named, strict=False))
    return TabRow(Content.assemble(*(part for part in parts if part[0])), places)


def _around(current: Tab, name: str, width: int, *, is_focused: bool) -> TabRow:
    """The current tab and those beside it that there is room for."""
    tabs = tuple(Tab)
    first = last = tabs.index(current)
    shown = {current: fit(name, max(width - 2, 1)).rstrip()}
    room = width - 2 - cell_len(shown[current])
    for at in (last + 1, first - 1):
        if 0 <= at < len(tabs) and room > cell_len(_SHORT[tabs[at]]):
            shown[tabs[at]] = _SHORT[tabs[at]]
            room -= cell_len(_SHORT[tabs[at]]) + 1
            first, last = min(first, at), max(last, at)
    named = tuple((tab, shown[tab]) for tab in tabs[first : last + 1])
    before = _MORE_LEFT if first else ""
    after = _MORE_RIGHT if last + 1 < len(tabs) else ""
    return _row(named, current, is_focused=is_focused, before=before, after=after)

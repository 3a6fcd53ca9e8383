"""What the reading room shows, as frozen values, and the pure functions that change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.commands import ROOM, Pane

if TYPE_CHECKING:
    from articles.reading.timeline import Unit

THREE_PANES_FROM = 120
"""Width in columns from which all three panes are shown."""
TWO_PANES_FROM = 80
"""Width in columns from which two panes are shown."""
WIDE_LIST_FROM = 48
"""Width in columns from which the list has room for most titles on one line."""
SIDE_STEP = 4
"""By how many columns the side pane grows and shrinks."""
SIDE_LEAST = 24
"""The narrowest side pane, in columns."""


class Layout(StrEnum):
    """How many panes stand side by side."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


class Tab(StrEnum):
    """What the side pane shows, in the order of its tabs."""

    OTHERS = "Others"
    TIMELINE = "Timeline"
    DIFFERENCES = "Differences"
    ENTITIES = "Entities"
    NOTES = "Notes"


def layout_for(width: int) -> Layout:
    """The layout that fits a terminal of so many columns."""
    if width >= THREE_PANES_FROM:
        return Layout.THREE
    return Layout.TWO if width >= TWO_PANES_FROM else Layout.ONE


@dataclass(frozen=True, slots=True)
class RoomView:
    """Which panes the reading room shows and which of them has the keys."""

    width: int = TWO_PANES_FROM
    focused: Pane = Pane.LIST
    is_side_open: bool = False
    """Whether, where there is room for two panes, the side pane takes the place of the list."""
    is_zen: bool = False
    side_change: int = 0
    """By how many columns the reader made the side pane wider than it is by itself."""
    tab: Tab = Tab.OTHERS
    """What the side pane shows."""

    @property
    def layout(self) -> Layout:
        """How many panes fit."""
        return layout_for(self.width)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes to show, from left to right."""
        if self.is_zen or self.layout is Layout.ONE:
            return (self.focused,)
        if self.layout is Layout.THREE:
            return ROOM
        return (Pane.READER, Pane.SIDE) if self.is_side_open else (Pane.LIST, Pane.READER)

    @property
    def row_height(self) -> int:
        """Lines a row of the list: one where the list is alone on a small screen, three where it is narrow."""
        if self.layout is Layout.ONE:
            return 1
        return 2 if Pane.LIST not in self.panes or self.is_zen or self.list_width >= WIDE_LIST_FROM else 3

    @property
    def list_width(self) -> int:
        """Columns of the list where it is not alone."""
        share = self.width * (28 if self.layout is Layout.THREE else 40) // 100
        return max(30, min(share, 52))

    @property
    def side_width(self) -> int:
        """Columns of the side pane where it is not alone."""
        share = self.width * (30 if self.layout is Layout.THREE else 44) // 100
        most = self.width - (self.list_width if self.layout is Layout.THREE else 0) - SIDE_LEAST
        return max(SIDE_LEAST, min(share + self.side_change, most))

    def resized(self, width: int) -> RoomView:
        """The view in a terminal of so many columns."""
        return replace(self, width=width)

    def focus(self, pane: Pane) -> RoomView:
        """The view with the keys in a pane, which is brought to sight."""
        is_side_open = pane is Pane.SIDE or (self.is_side_open and pane is Pane.READER)
        return replace(self, focused=pane, is_side_open=is_side_open)

    def focus_beside(self, steps: int) -> RoomView:
        """The view with the keys in the pane so many steps to the right, going round at the end."""
        return self.focus(ROOM[(ROOM.index(self.focused) + steps) % len(ROOM)])

    def show_tab(self, tab: Tab) -> RoomView:
        """The view with a tab of the side pane, which is brought to sight; it has the keys only where it is alone."""
        shown = replace(self, tab=tab)
        if Pane.SIDE in shown.panes:
            return shown
        is_alone = shown.is_zen or shown.layout is Layout.ONE
        return shown.focus(Pane.SIDE) if is_alone else replace(shown, is_side_open=True)

    def step_tab(self, steps: int) -> RoomView:
        """The view with the tab so many steps to the right, going round at the end."""
        tabs = tuple(Tab)
        return self.show_tab(tabs[(tabs.index(self.tab) + steps) % len(tabs)])

    def toggle_zen(self) -> RoomView:
        """The view with one pane alone, or with all again."""
        return replace(self, is_zen=not self.is_zen)

    def widen_side(self, columns: int) -> RoomView:
        """The view with a wider, or for negative columns a narrower, side pane; at its limits nothing changes."""
        wider = replace(self, side_change=self.side_change + columns)
        return wider if wider.side_width != self.side_width else self


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article: a half-open span of characters in one block."""

    article: int
    block: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class TimelineFrame:
    """What a timeline shows."""

    query: str = ""
    story: str = ""
    """The name of the story that it tells; empty for one of all articles."""
    articles: tuple[int, ...] = ()
    """Those of the story."""
    is_planned: bool = False
    """Whether those events that nobody tells as done."""
    unit: Unit | None = None
    """By what it counts; None for what fits its events."""
    event: int = 0
    """The event under its cursor."""


@dataclass(frozen=True, slots=True)
class ReportsFrame:
    """The reports of an event."""

    event: int
    position: int = 0
    """Of the one under the cursor."""


@dataclass(frozen=True, slots=True)
class CompareFrame:
    """Articles side by side."""

    articles: tuple[int, ...]
    row: int = 0
    """Under the cursor: an event, or sentences that only one of them has."""
    column: int = 0
    """Of the articles, the one that would be opened."""


Frame = TimelineFrame | ReportsFrame | CompareFrame


@dataclass(frozen=True, slots=True)
class Departure:
    """A place in an article that was opened from screens about events."""

    place: Place
    frames: tuple[Frame, ...]
    """What they showed, the lowest first."""


Stop = Place | tuple[Frame, ...]
"""Where a jump can begin: in an article, or on screens about events."""


@dataclass(frozen=True, slots=True)
class JumpList:
    """Where the reader was before each jump, as in vim: `ctrl-o` goes back, `ctrl-i` forward."""

    behind: tuple[Stop, ...] = ()
    ahead: tuple[Stop, ...] = ()

    def jumped_from(self, place: Stop) -> JumpList:
        """The list after a jump away from a place; what lay ahead is forgotten."""
        return JumpList((*(each for each in self.behind[-99:] if each != place), place))

    def back(self, here: Stop) -> tuple[Stop, JumpList] | None:
        """The last place, and the list once one is there; None at the beginning."""
        if not self.behind:
            return None
        return self.behind[-1], JumpList(self.behind[:-1], (here, *self.ahead))

    def forward(self, here: Stop) -> tuple[Stop, JumpList] | None:
        """The next place, and the list once one is there; None at the end."""
        if not self.ahead:
            return None
        return self.ahead[0], JumpList((*self.behind, here), self.ahead[1:])

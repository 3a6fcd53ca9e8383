"""The panes of the reading room side by side, each with its title, laid out for the width there is."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from tui.commands import ROOM, Pane
from tui.state import RoomView, Tab
from tui.widgets.pane_frame import PaneFrame, PaneTitle
from tui.widgets.tab_title import TabTitle

_LIST_TITLE = "Articles"


class Panes(Horizontal):
    """All panes, of which it shows those that a view names.

    Args:
        contents: What the panes hold; those that are left out are empty until they are filled.
    """

    def __init__(self, contents: Mapping[Pane, Widget]) -> None:
        super().__init__()
        self._tabs = TabTitle()
        titles = {Pane.LIST: PaneTitle(), Pane.READER: PaneTitle(), Pane.SIDE: self._tabs}
        titles[Pane.LIST].name_shown = _LIST_TITLE
        self._frames = {pane: PaneFrame(pane, title_line=titles[pane], content=contents.get(pane)) for pane in ROOM}

    def compose(self) -> ComposeResult:
        """The panes from left to right."""
        yield from self._frames.values()

    def show(self, view: RoomView) -> None:
        """Show the panes of a view, and which of them has the keys."""
        shown = view.panes
        for pane, frame in self._frames.items():
            frame.display = pane in shown
            frame.set_class(pane is shown[0], "-first")
            frame.title_line.is_focused = pane is view.focused
        alone = len(shown) == 1
        self._frames[Pane.LIST].styles.width = "1fr" if alone else view.list_width
        self._frames[Pane.SIDE].styles.width = "1fr" if alone else view.side_width

    def focus_pane(self, pane: Pane) -> None:
        """Give the keys to a pane: to its content, or to the part of it that is shown and takes them."""
        if content := self._frames[pane].content:
            parts = (part for part in content.walk_children(Widget, with_self=True) if part.focusable and part.display)
            self.screen.set_focus(next(parts, None), scroll_visible=False)

    def fill(self, pane: Pane, content: Widget) -> None:
        """Put something into a pane that was empty."""
        self._frames[pane].fill(content)

    def pane_of(self, widget: Widget) -> Pane | None:
        """The pane that holds a widget."""
        return next((pane for pane, frame in self._frames.items() if frame in widget.ancestors), None)

    def show_tab(self, tab: Tab, count: str = "") -> None:
        """Say which tab the side pane shows, and how much is on it."""
        self._tabs.tab = tab
        self._tabs.position_shown = count

    def entitle(self, pane: Pane, name: str, position: str = "") -> None:
        """Change the title of a pane and the position beside it."""
        self._frames[pane].entitle(name, position)

"""The title line of the side pane: its tabs, the current one in brackets; a click shows another one."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from articles.text import printable
from tui.rendering.tab_row import TabRow, tab_row
from tui.state import Tab
from tui.widgets.pane_frame import PaneTitle

_MARK = "▌"


class TabTitle(PaneTitle):
    """A pane's title that says which of its tabs is shown, and how much is on it."""

    tab: reactive[Tab] = reactive(Tab.OTHERS)

    class Chosen(Message):
        """The reader has clicked a tab."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def render(self) -> RenderResult:
        """The tabs, as they fit."""
        return Content.assemble((_MARK if self.is_focused else " ", "$accent"), self._row.content)

    def on_click(self, event: events.Click) -> None:
        """Show the tab that is clicked."""
        if (tab := self._row.tab_at(event.x - len(_MARK))) is not None:
            self.post_message(self.Chosen(tab))

    @property
    def _row(self) -> TabRow:
        room = max(self.size.width - len(_MARK) - 1, 1)
        return tab_row(self.tab, printable(self.position_shown), room, is_focused=self.is_focused)

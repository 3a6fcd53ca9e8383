"""All views, each with how many articles it finds, to be shown or forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.errors import BroadsheetError
from articles.model import SavedView
from articles.text import one_line
from tui.commands import Pane
from tui.listings.views import Counted
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe
from tui.screens.keyed import KeyedScreen
from tui.screens.views import Views
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.text_column import TextColumn

_NONE = "There are no views yet. Search for something; then {} keeps the search as a view."
_QUERY = 60


class ViewListScreen(ModalScreen[SavedView | None], KeyedScreen[SavedView | None]):
    """All views. Its result is the one to be shown, or None.

    Args:
        views: Asks the library, and forgets views.
    """

    CSS_PATH = "view_list.tcss"

    def __init__(self, views: Views) -> None:
        super().__init__()
        self._views = views
        self._counted: tuple[Counted, ...] = ()
        self.column = TextColumn(id="view-list")
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """The views, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.VIEWS))
        with Vertical(id="all-views"):
            yield Static("Your views", id="all-views-title", markup=False)
            yield self.column
            yield self._status
            yield keys

    def on_mount(self) -> None:
        """Show the views, and follow their changes."""
        self.column.gutter_cells = 0
        self.column.empty_text = _NONE.format(self.broadsheet.key_of("list.save_view"))
        self.column.focus()
        self._views.changed.subscribe(self, lambda _: self._refresh())
        self._refresh()

    @property
    def keyed_pane(self) -> Pane:
        """The views."""
        return Pane.VIEWS

    @property
    def view(self) -> SavedView | None:
        """The view under the cursor; None where there are none."""
        key = self.column.cursor_key
        return next((view for view, _ in self._counted if view.id == key), None)

    def on_key(self, event: events.Key) -> None:
        """Take the digit of a view."""
        digit = event.character or ""
        if digit.isdecimal() and digit.isascii() and 0 < int(digit) <= len(self._counted):
            event.stop()
            event.prevent_default()
            self.dismiss(self._counted[int(digit) - 1][0])

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "views.next": lambda: self.column.move(1),
            "views.previous": lambda: self.column.move(-1),
            "views.open": lambda: self.dismiss(self.view) if self.view else None,
            "views.forget": lambda: self._views.forget(self.view) if self.view else None,
            "views.undo": self._views.undo,
            "views.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def _refresh(self) -> None:
        begun: Callable[[], Any] = self._loading
        self.run_worker(begun, group="views", exclusive=True)

    async def _loading(self) -> None:
        try:
            self._counted = await self._views.load()
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
            return
        paragraphs = tuple(_paragraph(number, *counted) for number, counted in enumerate(self._counted, 1))
        self.column.set_paragraphs(paragraphs, key=self.column.cursor_key)


def _paragraph(number: int, view: SavedView, count: int) -> Paragraph:
    found = f"  {count:,}" if count >= 0 else "  not understood any more"
    query = "" if one_line(view.query) == one_line(view.name) else f"  {one_line(view.query, _QUERY)}"
    line = Content.assemble(
        (safe(one_line(view.name)), "bold"), (found, "$accent"), (safe(query), "$muted"), strip_control_codes=False
    )
    lead = f"{number} " if number < 10 else "  "
    return Paragraph(line, key=view.id, lead=f" {lead}", gap=0)

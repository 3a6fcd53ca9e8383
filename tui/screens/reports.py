"""The reports of an event: who reports it, when, and in which words; each opens its article at that sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import Passage
from articles.reading.trail import Trail, trail
from tui.commands import Pane
from tui.rendering.reports import report_paragraphs, trail_content
from tui.screens.event_screen import EventScreen
from tui.state import CompareFrame, Frame, Place, ReportsFrame
from tui.widgets.choice_column import ChoiceColumn
from tui.widgets.status_line import KeyLine

_MEASURE = 100
_COMPARED = 4
"""Articles that are compared at most."""


def load_trail(library: Library, event: int) -> Trail:
    """Get an event with its trail.

    Raises:
        NotFoundError: There is no such event.
    """
    return trail(library, event)


class ReportsScreen(EventScreen):
    """The event with its trail above, and below it its reports.

    Args:
        frame: Which event, and where the cursor is to be.
        library: The library file.
        onward: What to open over it once it is there.
    """

    CSS_PATH = "reports.tcss"

    def __init__(self, frame: ReportsFrame, library: Path, onward: tuple[Frame, ...] = ()) -> None:
        super().__init__(library, onward)
        self._frame = frame
        self.passages: tuple[Passage, ...] = ()
        """The sentences that are shown, in order."""
        self._title = Static(markup=False, id="reports-title")
        self._list = ChoiceColumn(id="reports-list")
        self._list.measure = _MEASURE
        self._outcome = Static(markup=False, id="reports-outcome")

    def compose(self) -> ComposeResult:
        """The event, its reports, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.REPORTS))
        yield self._title
        yield self._list
        yield self._outcome
        yield keys

    def on_mount(self) -> None:
        """Get the reports."""
        self._list.focus()
        self.work(self._loading)

    @property
    def keyed_pane(self) -> Pane:
        """The reports."""
        return Pane.REPORTS

    @property
    def frame(self) -> ReportsFrame:
        """The event, and which report the cursor is on."""
        return replace(self._frame, position=self._list.cursor_key or 0)

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "reports.next": lambda: self._list.move(1),
            "reports.previous": lambda: self._list.move(-1),
            "reports.page_down": lambda: self._list.page(1),
            "reports.page_up": lambda: self._list.page(-1),
            "reports.top": self._list.top,
            "reports.bottom": self._list.bottom,
            "reports.open": self._open,
            "reports.compare": self._compare,
            "reports.help": lambda: self.broadsheet.show_help(Pane.REPORTS),
            "reports.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    @on(ChoiceColumn.Chosen)
    def _open(self) -> None:
        if (key := self._list.cursor_key) is not None:
            passage = self.passages[key]
            self.open_article(Place(passage.article, passage.block, passage.start, passage.end))

    def _compare(self) -> None:
        """Compare the articles that report the event, the one under the cursor first; those there is room for."""
        key = self._list.cursor_key or 0
        articles = tuple(dict.fromkeys(each.article for each in (*self.passages[key:], *self.passages[:key])))
        if len(articles) > 1:
            self.open_over(CompareFrame(articles[:_COMPARED]))
        else:
            self._outcome.update("Only one article reports it.")

    async def _loading(self) -> None:
        try:
            found = await self.thread.ask(load_trail, self._frame.event)
        except BroadsheetError as error:
            self._list.empty_text = str(error)
            self._list.refresh()
            return
        self.passages = tuple(passage for text in found.texts for passage in text.passages)
        self._title.update(trail_content(found))
        self._list.set_paragraphs(report_paragraphs(found), key=self._frame.position)
        self.go_onward()

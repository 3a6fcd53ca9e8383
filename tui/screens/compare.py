"""Articles compared: what they tell alike, what differently, and what each of them tells alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from articles.errors import BroadsheetError
from articles.library import Library
from articles.reading.comparison import ReportComparison, compare_reports
from tui.commands import Pane
from tui.listings.comparison import NOTHING_SHARED, ONE_TEXT
from tui.listings.comparison_markdown import Addresses, comparison_markdown
from tui.rendering.comparison import ComparedRow, comparison_paragraphs, heads, is_side_by_side, rows_of
from tui.screens.event_screen import EventScreen
from tui.state import CompareFrame, Frame, Place
from tui.widgets.choice_column import ChoiceColumn
from tui.widgets.status_line import KeyLine


def load_comparison(library: Library, articles: tuple[int, ...]) -> tuple[ReportComparison, Addresses]:
    """Compare articles, and get where they can be read.

    Raises:
        NotFoundError: There is no such article.
    """
    return compare_reports(library, articles), {each: library.address(each) for each in articles}


class CompareScreen(EventScreen):
    """The articles above, and below them the events that they report.

    Args:
        frame: Which articles, and where the cursor is to be.
        library: The library file.
        onward: What to open over it once it is there.
    """

    CSS_PATH = "compare.tcss"

    def __init__(self, frame: CompareFrame, library: Path, onward: tuple[Frame, ...] = ()) -> None:
        super().__init__(library, onward)
        self._frame = frame
        self._comparison: ReportComparison | None = None
        self._addresses: Addresses = {}
        self.rows: tuple[ComparedRow, ...] = ()
        """What is shown, in order."""
        self._heads = Static(markup=False, id="compare-heads")
        self._list = ChoiceColumn(id="compare-list")
        self._list.empty_text = "Comparing …"
        self._outcome = Static(markup=False, id="compare-outcome")

    def compose(self) -> ComposeResult:
        """The articles, the rows, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.COMPARE))
        yield self._heads
        yield self._list
        yield self._outcome
        yield keys

    def on_mount(self) -> None:
        """Compare."""
        self._list.focus()
        self.work(self._loading)

    def on_resize(self) -> None:
        """Put the articles side by side or one under the other."""
        self._show()

    @property
    def keyed_pane(self) -> Pane:
        """The comparison."""
        return Pane.COMPARE

    @property
    def frame(self) -> CompareFrame:
        """The articles, and what the cursor is on."""
        return replace(self._frame, row=self._list.cursor_key or 0)

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "compare.next": lambda: self._list.move(1),
            "compare.previous": lambda: self._list.move(-1),
            "compare.next_article": lambda: self._choose(1),
            "compare.previous_article": lambda: self._choose(-1),
            "compare.page_down": lambda: self._list.page(1),
            "compare.page_up": lambda: self._list.page(-1),
            "compare.top": self._list.top,
            "compare.bottom": self._list.bottom,
            "compare.next_kind": lambda: self._go_to_kind(1),
            "compare.previous_kind": lambda: self._go_to_kind(-1),
            "compare.open": self._open,
            "compare.copy": self._copy,
            "compare.help": lambda: self.broadsheet.show_help(Pane.COMPARE),
            "compare.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    @on(ChoiceColumn.Chosen)
    def _open(self) -> None:
        if (key := self._list.cursor_key) is not None:
            passage = self.rows[key].passage(self._frame.column)
            self.open_article(Place(passage.article, passage.block, passage.start, passage.end))

    async def _loading(self) -> None:
        try:
            comparison, self._addresses = await self.thread.ask(load_comparison, self._frame.articles)
        except BroadsheetError as error:
            self._list.empty_text = str(error)
            self._list.refresh()
            return
        self._comparison = comparison
        self._list.empty_text = f"{NOTHING_SHARED}."
        if comparison.is_one_text:
            self._tell(f"{ONE_TEXT}.")
        elif not comparison.events:
            self._tell(f"{NOTHING_SHARED}.")
        self._show(row=self._frame.row)
        self.go_onward()

    def _show(self, *, row: int | None = None) -> None:
        """Show the rows, the cursor on one of them or where it is."""
        if self._comparison is None:
            return
        width = max(self.size.width - 6, 20)
        side_by_side = is_side_by_side(self._comparison, self.size.width)
        articles, column = self._comparison.articles, self._frame.column
        self.rows = rows_of(self._comparison, side_by_side=side_by_side)
        paragraphs = comparison_paragraphs(self.rows, articles, width, side_by_side=side_by_side, column=column)
        self._heads.update(heads(articles, width, side_by_side=side_by_side, column=column))
        self._list.measure = width
        if row is None:
            self._list.replace_paragraphs(paragraphs)
        else:
            self._list.set_paragraphs(paragraphs, key=row)

    def _choose(self, steps: int) -> None:
        """Choose the next article, or the one before it; from the last on to the first."""
        column = (self._frame.column + steps) % len(self._frame.articles)
        self._frame = replace(self._frame, column=column)
        self._show()

    def _go_to_kind(self, direction: int) -> None:
        """Go to the first row of the next kind, or of the one before."""
        kinds = [row.kind for row in self.rows]
        firsts = [number for number, kind in enumerate(kinds) if number == 0 or kinds[number - 1] != kind]
        here = self.frame.row
        there = [first for first in firsts if (first > here if direction > 0 else first < here)]
        if there:
            self._list.put_cursor(there[0] if direction > 0 else there[-1])

    def _copy(self) -> None:
        if self._comparison is not None:
            self.app.copy_to_clipboard(comparison_markdown(self._comparison, self._addresses))
            self._tell("Copied as Markdown.")

    def _tell(self, words: str) -> None:
        self._outcome.update(Content.styled(f" {words}", "$muted"))

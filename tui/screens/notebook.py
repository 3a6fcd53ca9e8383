"""The notebook: all highlights and notes with their passages, to be searched, changed, and gone to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Static

from articles.errors import BroadsheetError
from articles.model import PassageMark
from articles.reading.notebook import NotebookPage
from tui.commands import Pane
from tui.rendering.notebook import notebook_paragraphs
from tui.screens.keyed import KeyedScreen
from tui.screens.noting import Noting
from tui.widgets.line_field import LineField
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.text_column import TextColumn

_NONE = "You have no highlights or notes yet. In the reader, {} selects a passage and {} writes a note."
_NOT_FOUND = "No highlight or note has words that begin so."


class NotebookScreen(KeyedScreen[PassageMark | None]):
    """All that the reader has marked. Its result is the mark to go to, or None.

    Args:
        noting: Asks the library, and changes notes.
    """

    CSS_PATH = "notebook.tcss"
    AUTO_FOCUS = ""

    def __init__(self, noting: Noting) -> None:
        super().__init__()
        self._noting = noting
        self._pages: tuple[NotebookPage, ...] = ()
        self._words = self._words_before = ""
        self._is_filtering = False
        self._title = Static("Notebook", id="notebook-title", markup=False)
        self.column = TextColumn(id="notebook")
        self._input = LineField(placeholder="beginnings of words in notes and passages", compact=True)
        self._filter = Horizontal(Label("/", id="notebook-slash", markup=False), self._input, id="notebook-filter")
        self._status = StatusLine()
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """The title, the notes, the filter, what has just been done, and the keys."""
        yield self._title
        yield self.column
        yield self._filter
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Get the notes, and follow their changes."""
        self._filter.display = False
        self._noting.changed.subscribe(self, lambda _: self._refresh())
        self._give_keys()
        self._refresh()

    @property
    def keyed_pane(self) -> Pane:
        """The notebook, or its filter while that is typed."""
        return Pane.FILTER if self._is_filtering else Pane.NOTEBOOK

    @property
    def mark(self) -> PassageMark | None:
        """The mark under the cursor; None where there is none."""
        key = self.column.cursor_key
        return next((mark for page in self._pages for mark in page.marks if mark.id == key), None)

    @property
    def field(self) -> LineField | None:
        """The filter while it is typed."""
        return self._input if self._is_filtering else None

    def pending_changed(self) -> None:
        """Show what is typed of a sequence."""
        self._status.pending_keys = "".join(self.pending)

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "notebook.next": lambda: self.column.move(1),
            "notebook.previous": lambda: self.column.move(-1),
            "notebook.page_down": lambda: self.column.page(1),
            "notebook.page_up": lambda: self.column.page(-1),
            "notebook.top": self.column.top,
            "notebook.bottom": self.column.bottom,
            "notebook.open": self._open,
            "notebook.note": self._change,
            "notebook.take_away": self._take_away,
            "notebook.undo": self._noting.undo,
            "notebook.filter": self._begin_filter,
            "notebook.help": lambda: self.broadsheet.show_help(Pane.NOTEBOOK),
            "notebook.close": self._close,
            "filter.accept": self._end_filter,
            "filter.next": lambda: self.column.move(1),
            "filter.previous": lambda: self.column.move(-1),
            "filter.cancel": self._cancel_filter,
        }
        deeds[command_id]()

    def _open(self) -> None:
        if mark := self.mark:
            self.dismiss(mark)

    def _change(self) -> None:
        if mark := self.mark:
            self._noting.change(mark)

    def _take_away(self) -> None:
        if mark := self.mark:
            self._noting.take_away(mark)

    def _close(self) -> None:
        """Leave the filter, or else the notebook."""
        if self._words:
            self._words_before = ""
            self._cancel_filter()
        else:
            self.dismiss(None)

    def _begin_filter(self) -> None:
        self._words_before, self._is_filtering = self._words, True
        self._filter.display = True
        self._give_keys()

    def _end_filter(self) -> None:
        self._is_filtering = False
        self._filter.display = bool(self._words)
        self._give_keys()

    def _cancel_filter(self) -> None:
        self._input.value = self._words = self._words_before
        self._end_filter()
        self._refresh()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._is_filtering and event.value != self._words:
            self._words = event.value
            self._refresh()

    def _give_keys(self) -> None:
        (self._input if self._is_filtering else self.column).focus()
        self._keys.show(self.broadsheet.footer_commands(self.keyed_pane))

    def _refresh(self) -> None:
        begun: Callable[[], Any] = self._loading
        self.run_worker(begun, group="notebook", exclusive=True)

    async def _loading(self) -> None:
        try:
            pages = await self._noting.load(self._words)
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
            return
        before = [mark.id for page in self._pages for mark in page.marks]
        self._pages = pages
        keys = [mark.id for page in pages for mark in page.marks]
        key = _nearest(self.column.cursor_key, before, keys)
        of = self.broadsheet.key_of
        none = _NONE.format(of("reader.passage"), of("reader.note"))
        self.column.empty_text = _NOT_FOUND if self._words.strip() else none
        self.column.set_paragraphs(tuple(notebook_paragraphs(pages)), key=key)
        self._title.update(f"Notebook · {_counted(pages)}")


def _counted(pages: Sequence[NotebookPage]) -> str:
    marks = [mark for page in pages for mark in page.marks]
    notes = sum(bool(mark.note) for mark in marks)
    counts = ((len(marks) - notes, "highlight"), (notes, "note"))
    told = (f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
    return " and ".join(told) or "empty"


def _nearest(key: int | None, before: list[int], keys: list[int]) -> int | None:
    """Where the cursor goes: where it was, or else to the next one that is still there, or the one before it."""
    if key is None or key in keys or key not in before:
        return key
    at = before.index(key)
    left = (each for each in (*before[at:], *reversed(before[:at])) if each in keys)
    return next(left, None)

"""Highlights and notes made in the reader: of a passage, of the paragraph under the cursor, or of the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.signal import Signal

from articles.anchoring import Anchor
from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import TITLE_BLOCK, PassageMark
from articles.text import one_line
from tui.library_thread import LibraryThread
from tui.state import Place

if TYPE_CHECKING:
    from articles.reading.notebook import NotebookPage
    from tui.screens.reading_room import ReadingRoom

_EXCERPT = 60

LibraryDeed = Callable[[Library], None]
Written = tuple[LibraryDeed, LibraryDeed]
"""What undoes a deed, and what does it again."""


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What the reader wrote about a passage, or about an article as a whole; without words it is a highlight."""

    article: int
    anchor: Anchor | None
    """The passage; None for the article."""
    known: PassageMark | None
    """The note or highlight that it has already."""
    note: str
    """What is to stand there; nothing takes away what is known."""

    @property
    def words(self) -> str:
        """What happens, for the status line."""
        if self.known is None:
            return "Noted" if self.note else "Highlighted"
        if not self.known.note:
            return "Noted" if self.note else "Highlight taken away"
        return "Note changed" if self.note else "Note taken away"

    def write(self, library: Library) -> Written:
        """Write it to a library; what undoes that, and what does it again."""
        if self.known is None:
            made = library.mark_passage(self.article, self.anchor, self.note)
            return partial(_take_away, made), partial(_put_back, made)
        if self.note:
            before = library.write_note(self.known.id, self.note)
            return partial(_reword, before, before.note), partial(_reword, before, self.note)
        removed = library.remove_passage_mark(self.known.id)
        return partial(_put_back, removed), partial(_take_away, removed)


def load_notebook(library: Library, words: str) -> tuple[NotebookPage, ...]:
    """Get the pages of the notebook."""
    from articles.reading.notebook import notebook

    return notebook(library, words)


def write_note(library: Library, change: NoteChange) -> Written:
    """Write a note to a library; what undoes that, and what does it again."""
    return change.write(library)


def write_again(library: Library, deed: LibraryDeed) -> None:
    """Undo what was written, or do it again."""
    deed(library)


def _take_away(mark: PassageMark, library: Library) -> None:
    library.remove_passage_mark(mark.id)


def _put_back(mark: PassageMark, library: Library) -> None:
    library.put_back_passage_mark(mark)


def _reword(mark: PassageMark, note: str, library: Library) -> None:
    library.write_note(mark.id, note)


class Noting:
    """The notes that the reader writes.

    Args:
        room: The reading room.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self.changed: Signal[None] = Signal(room, "notes changed")
        """Published when highlights or notes are other than they were, for whoever shows all of them."""

    async def load(self, words: str) -> tuple[NotebookPage, ...]:
        """The pages of the notebook, for words only those with marks that have them. Raises `BroadsheetError`."""
        return await self._thread.ask(load_notebook, words)

    def open_notebook(self) -> None:
        """Show all highlights and notes."""
        from tui.screens.notebook import NotebookScreen

        self._room.app.push_screen(NotebookScreen(self), self._go_to)

    def change(self, mark: PassageMark) -> None:
        """Ask for other words of a note, or for a note to a highlight."""
        from tui.screens.note_prompt import NotePrompt

        prompt = NotePrompt(mark.quotation.exact, mark.note)
        self._room.app.push_screen(prompt, partial(self._written, mark.article, None, mark))

    def take_away(self, mark: PassageMark) -> None:
        """Take a highlight or note away."""
        self._keep(NoteChange(mark.article, None, mark, ""))

    def undo(self) -> None:
        """Undo the last change that the reader made, of whatever kind."""
        self._room.marks.undo()

    def _go_to(self, mark: PassageMark | None) -> None:
        """Open the article at a mark; None for nothing."""
        if mark is not None:
            block = TITLE_BLOCK if mark.is_of_article or not mark.is_placed else mark.block
            span = (mark.start, mark.end) if mark.is_placed else (0, 0)
            self._room.opening.jump(Place(mark.article, block, *span))

    def highlight(self, anchor: Anchor) -> None:
        """Highlight a passage, or take the highlight away that is just there."""
        shown = self._room.opening.settled
        if shown is None:
            return
        known = next((mark for mark in shown.view.marks if _stands_at(mark, anchor)), None)
        if known is not None and known.note:
            self._room.tell("There is a note about just that already.")
        else:
            self._keep(NoteChange(shown.row.id, anchor, known, ""))

    def write(self, passage: Anchor | None = None) -> None:
        """Ask for a note about a passage, or for other words of the one it has.

        Args:
            passage: The passage; None for the paragraph under the cursor, or on the title for the whole article.
        """
        from tui.screens.note_prompt import NotePrompt

        reader, shown = self._room.reader, self._room.opening.settled
        if shown is None:
            self._room.tell("No article is open.")
            return
        if reader.is_raw:
            key = self._room.broadsheet.key_of("reader.raw")
            self._room.tell(f"Notes are written about the cleaned text; {key} shows it.")
            return
        block = reader.position[0] if passage is None else passage.block
        text = shown.view.article.text_of(block) if block < len(shown.view.article.blocks) else ""
        anchor = passage or (Anchor(block, 0, len(text)) if block >= 0 and text else None)
        about = text if passage is None else text[passage.start : passage.end]
        known = next((mark for mark in shown.view.marks if _is_about(mark, anchor)), None)
        prompt = NotePrompt(about, known.note if known else "")
        self._room.app.push_screen(prompt, partial(self._written, shown.row.id, anchor, known))

    def _written(self, article: int, anchor: Anchor | None, known: PassageMark | None, note: str | None) -> None:
        """Keep what was written; None where the reader thought better of it."""
        if note is not None and note != (known.note if known else ""):
            self._keep(NoteChange(article, anchor, known, note))

    def _keep(self, change: NoteChange) -> None:
        self._room.work(partial(self._keeping, change), group="notes", is_alone=False)

    async def _keeping(self, change: NoteChange) -> None:
        try:
            undoing, again = await self._thread.order(write_note, change)
        except BroadsheetError as error:
            self._room.tell(f"Not kept: {error}", is_error=True)
            return
        self._room.marks.remember(
            partial(self._begin, undoing, "Undone: the note or highlight is as it was."),
            partial(self._begin, again, f"Again: {change.words.lower()}."),
        )
        words = f": {one_line(change.note, _EXCERPT)}" if change.note else ""
        self._room.tell(f"{change.words}{words} · {self._room.broadsheet.key_of('marks.undo')} undoes.")
        self.changed.publish(None)
        await self._room.opening.reload()

    def _begin(self, deed: LibraryDeed, told: str) -> None:
        self._room.work(partial(self._writing_again, deed, told), group="notes", is_alone=False)

    async def _writing_again(self, deed: LibraryDeed, told: str) -> None:
        try:
            await self._thread.order(write_again, deed)
        except BroadsheetError as error:
            self._room.tell(f"Not done: {error}", is_error=True)
            return
        self._room.tell(told)
        self.changed.publish(None)
        await self._room.opening.reload()


def _is_about(mark: PassageMark, anchor: Anchor | None) -> bool:
    """Whether it is the note about that paragraph, or for None about the article as a whole."""
    if anchor is None:
        return mark.is_of_article
    return _stands_at(mark, anchor)


def _stands_at(mark: PassageMark, anchor: Anchor) -> bool:
    """Whether a mark is of just that passage."""
    span = (anchor.block, anchor.start, anchor.end)
    return mark.is_placed and not mark.is_of_article and (mark.block, mark.start, mark.end) == span

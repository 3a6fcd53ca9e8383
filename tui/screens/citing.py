"""Copying an article's citation, or a passage with it, in the style that the reader chooses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.export.citation import CitationStyle, Cited, citation, cited
from articles.library import Library
from articles.text import one_line, printable
from tui.clipboard import copy_to_desktop
from tui.library_thread import LibraryThread

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

_EXCERPT = 60
_CHOICES = {
    CitationStyle.PLAIN: "plain text",
    CitationStyle.MARKDOWN: "Markdown",
    CitationStyle.BIBTEX: "BibTeX",
}


def load_cited(library: Library, article_id: int) -> Cited:
    """Get what a citation tells of an article."""
    known = library.address(article_id)
    return cited(library.row(article_id), library.article(article_id), known.address if known else "")


class Citing:
    """Citations of a reading room.

    Args:
        room: The reading room.
        thread: Answers questions to the library.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread

    def copy_article(self) -> None:
        """Let the reader choose how the current article is cited, and copy that."""
        if row := self._room.current_row:
            self._ask(row.id, f"Copy the citation of “{one_line(row.title, _EXCERPT)}” as", "")

    def copy_passage(self) -> None:
        """Let the reader choose how the selected passage is cited, and copy it with that."""
        selected, shown = self._room.passages.selected, self._room.opening.settled
        if selected is not None and shown is not None:
            self._room.passages.close()
            self._ask(shown.row.id, "Copy the passage with its citation as", selected[1])

    def _ask(self, article: int, about: str, passage: str) -> None:
        from tui.screens.choice_picker import ChoicePicker

        styles = tuple(_CHOICES)

        def chosen(position: int | None) -> None:
            if position is not None:
                self._room.work(partial(self._copying, article, styles[position], passage), group="copy")

        self._room.app.push_screen(ChoicePicker(about, tuple(_CHOICES.values())), chosen)

    async def _copying(self, article_id: int, style: CitationStyle, passage: str) -> None:
        try:
            told = await self._thread.ask(load_cited, article_id)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        text = printable(citation(told, style, quoted=passage))
        self._room.app.copy_to_clipboard(text)
        self._room.app.run_worker(partial(copy_to_desktop, text), thread=True, group="copy")
        self._room.tell(f"Copied as {_CHOICES[style]}: {one_line(text, _EXCERPT)}")

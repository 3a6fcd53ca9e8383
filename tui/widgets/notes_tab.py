"""The tab with what the reader has highlighted in an article, or noted about it."""

from __future__ import annotations

from collections.abc import Sequence

from articles.model import TITLE_BLOCK, PassageMark
from tui.rendering.side_notes import note_paragraphs
from tui.state import Place
from tui.widgets.side_tab import SideTab


class NotesTab(SideTab):
    """Highlights and notes, each of which leads to its passage; the cursor goes along with the paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[PassageMark, ...] = ()
        self._shown: Place | None = None

    @property
    def mark_chosen(self) -> PassageMark | None:
        """The mark under the cursor; None where there is none."""
        key = self.cursor_key
        return self._marks[key] if key is not None else None

    def show(self, place: Place, marks: Sequence[PassageMark], *, note_key: str) -> None:
        """Show the marks of an article, with the cursor on the first of the block that is read, if it has any.

        Args:
            place: Where the reader is.
            marks: The marks in the order of the text.
            note_key: The key that writes a note.
        """
        before, kept = self._shown, self.mark_chosen
        self._shown, self._marks = place, tuple(marks)
        self.empty_text = f"No notes on this article yet. In the reader {note_key} writes one."
        again = before is not None and (before.article, before.block) == (place.article, place.block)
        wanted = (
            key
            for key, each in enumerate(self._marks)
            if (kept is not None and each.id == kept.id if again else _block(each) == place.block)
        )
        is_new = before is None or before.article != place.article
        self.renew(note_paragraphs(self._marks), key=next(wanted, None), is_new=is_new)

    def open_selected(self) -> None:
        """Go to the passage; to the title for a note about the article; nowhere where it has lost its place."""
        mark = self.mark_chosen
        if mark is not None and mark.is_placed:
            self.post_message(self.OpenRequested(Place(mark.article, _block(mark), mark.start, mark.end)))


def _block(mark: PassageMark) -> int:
    return TITLE_BLOCK if mark.is_of_article else mark.block

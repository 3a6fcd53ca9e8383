"""Selecting a passage in the reader, to highlight it or to write a note about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.anchoring import Anchor
from articles.text import one_line
from tui.passage import Passage, Span, passage_in

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

_EXCERPT = 40


class Passages:
    """The passage that is being selected in a reading room.

    Args:
        room: The reading room.
    """

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room
        self._block = 0
        self._passage: Passage | None = None

    @property
    def is_open(self) -> bool:
        """Whether a passage is being selected."""
        return self._passage is not None

    @property
    def selected(self) -> tuple[Anchor, str] | None:
        """The passage and its words; None where none is being selected."""
        passage = self._passage
        return None if passage is None else (Anchor(self._block, passage.start, passage.end), passage.words)

    def open(self, span: Span | None = None) -> None:
        """Begin: with what is picked out in the paragraph under the cursor, or its first sentence, or a span."""
        reader, shown = self._room.reader, self._room.opening.settled
        if shown is None or reader.is_raw:
            key = self._room.broadsheet.key_of("reader.raw")
            self._room.tell(
                f"Passages are selected in the cleaned text; {key} shows it." if shown else "No article is open."
            )
            return
        block, start, end = reader.position
        passage = self._passage_of(block, at=span or (start, end))
        if passage is None:
            self._room.tell("There are no words here.")
            return
        self._select(block, passage)
        self._room.give_keys()

    def step(self, steps: int) -> None:
        """Go to the next sentence, or the one before it, also of another paragraph."""
        if self._passage is None:
            return
        there = self._passage.sentence(steps)
        if there is not None:
            self._select(self._block, there)
            return
        block = self._room.reader.block_beside(steps)
        passage = None if block is None else self._passage_of(block, is_last=steps < 0)
        if block is not None and passage is not None:
            self._select(block, passage)

    def change(self, change: Callable[[Passage], Passage]) -> None:
        """Move an end of the passage."""
        if self._passage is not None:
            self._select(self._block, change(self._passage))

    def highlight(self) -> None:
        """Highlight the passage, or take the highlight away that is just there."""
        if selected := self.selected:
            self.close()
            self._room.noting.highlight(selected[0])

    def note(self) -> None:
        """Write a note about the passage, or change it."""
        if selected := self.selected:
            self.close()
            self._room.noting.write(selected[0])

    def close(self) -> None:
        """Leave it at that."""
        self._passage = None
        self._room.reader.clear_passage()
        self._room.give_keys()

    def moved_to(self, article: int, block: int) -> None:
        """The cursor of the reader has come to a paragraph: a passage of another one is let go of."""
        shown = self._room.opening.settled
        if self._passage is not None and (block != self._block or shown is None or shown.row.id != article):
            self._passage = None
            self._room.give_keys()

    def _passage_of(self, block: int, *, at: Span = (0, 0), is_last: bool = False) -> Passage | None:
        shown = self._room.opening.settled
        if shown is None or block >= len(shown.view.article.blocks):
            return None
        text = shown.view.article.text_of(block)
        return passage_in(text, block, shown.view.annotations, at=at, is_last=is_last)

    def _select(self, block: int, passage: Passage) -> None:
        self._block, self._passage = block, passage
        self._room.reader.mark_passage(block, passage.start, passage.end)
        count = len(passage.words.split())
        self._room.tell(f"{count:,} word{'' if count == 1 else 's'}: “{one_line(passage.words, _EXCERPT)}”")

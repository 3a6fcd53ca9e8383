"""Marks made in the reading room: shown at once, written by a thread, undone with one key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import ArticleRow
from tui.library_thread import LibraryThread
from tui.marking import Mark, MarkChange

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom
    from tui.tagging import TagChoice

_REMEMBERED = 200


def write(library: Library, change: MarkChange) -> None:
    """Write a change to the library."""
    change.write(library)


class Marks:
    """The marks that the reader makes, and how to undo them.

    Args:
        room: The reading room.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._undoing: list[Callable[[], None]] = []
        self._last_choice: TagChoice | None = None
        self.recent_tags: tuple[str, ...] = ()
        """Tags used in this session, the last first."""

    def toggle(self, mark: Mark) -> None:
        """Star or unstar, or mark read or unread, the current article."""
        if row := self._room.current_row:
            is_set = row.is_starred if mark is Mark.STAR else row.is_read
            self.apply(MarkChange(mark, row.id, not is_set))

    def tag_chosen(self, row: ArticleRow, choice: TagChoice | None) -> None:
        """Do what was chosen in the tag picker; None for nothing."""
        if choice is None:
            return
        self._last_choice = choice
        if choice.is_set:
            self.recent_tags = (choice.name, *(tag for tag in self.recent_tags if tag != choice.name))[:9]
        self.apply(MarkChange(Mark.TAG, row.id, choice.is_set, choice.name))

    def repeat_tag(self) -> None:
        """Do to the current article what the tag picker did last."""
        if self._last_choice is None:
            self._room.tell("No tag has been used yet; t tags.")
        elif row := self._room.current_row:
            self.tag_chosen(row, self._last_choice)

    def apply(self, change: MarkChange, *, is_remembered: bool = True) -> None:
        """Make a change, unless things are so already.

        Args:
            change: The change.
            is_remembered: Whether it is the reader's own, to be told and undone.
        """
        row = self._room.row(change.article)
        if row is None:
            self._room.tell("Not kept: the article is no longer there.", is_error=True)
            return
        if not change.changes(row):
            if is_remembered:
                self._room.tell(f"Already {change.words}.")
            return
        if is_remembered:
            self.remember(partial(self._take_back, change))
            self._room.tell(f"{change.words.capitalize()}: {row.title}")
        self._make(change, row)

    def remember(self, undoing: Callable[[], None]) -> None:
        """Let the next undo be this; what is undone by it must have been done."""
        self._undoing = [*self._undoing[1 - _REMEMBERED :], undoing]

    def undo(self) -> None:
        """Undo the last change that the reader made."""
        if self._undoing:
            self._undoing.pop()()
        else:
            self._room.tell("There is nothing to undo.")

    def _take_back(self, change: MarkChange) -> None:
        if row := self._room.row(change.article):
            self._room.tell(f"Undone: {change.inverse.words}: {row.title}")
            self._make(change.inverse, row)

    def _make(self, change: MarkChange, row: ArticleRow) -> None:
        self._room.article_list.replace_row(change.on(row))
        written = self._thread.order(write, change)
        self._room.work(partial(self._writing, change, written), group="marks", is_alone=False)

    async def _writing(self, change: MarkChange, written: Awaitable[None]) -> None:
        try:
            await written
        except BroadsheetError as error:
            self._room.tell(f"Not kept: {error}", is_error=True)
            if row := self._room.row(change.article):
                self._room.article_list.replace_row(change.inverse.on(row))

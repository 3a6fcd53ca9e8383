"""Marks made in the reading room: shown at once, written by a thread, undone with one key and done again with another.

All that the reader changes, of whatever kind, is remembered here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.text import one_line
from tui.library_thread import LibraryThread
from tui.marking import Mark, MarkChange
from tui.tagging import RECENT
from tui.undoing import Deed, History

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom
    from tui.tagging import TagChoice

_SHOWN_AT_ONCE = 500
"""Articles whose rows are painted anew before the change is written; the others follow it."""


def write(library: Library, change: MarkChange) -> tuple[int, ...]:
    """Write a change to the library; the articles that it has changed."""
    return change.write(library)


class Marks:
    """The marks that the reader makes, and how to undo them.

    Args:
        room: The reading room.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._history = History()
        self._last_choice: TagChoice | None = None
        self.recent_tags: tuple[str, ...] = ()
        """Tags used in this session, the last first."""

    def toggle(self, mark: Mark) -> None:
        """Star or unstar, or mark read or unread, the chosen articles: all of them as the first one is not."""
        chosen = self._room.chosen
        first = self._room.row(chosen[0]) if chosen else None
        if first is not None:
            is_set = first.is_starred if mark is Mark.STAR else first.is_read
            self.apply(MarkChange(mark, chosen, not is_set))

    def mark_read(self, articles: tuple[int, ...]) -> None:
        """Mark articles read."""
        if articles:
            self.apply(MarkChange(Mark.READ, articles, is_set=True))

    def tag_chosen(self, articles: tuple[int, ...], choice: TagChoice | None) -> None:
        """Do what was chosen in the tag picker; None for nothing."""
        if choice is None:
            return
        self._last_choice = choice
        if choice.is_set:
            self.recent_tags = (choice.name, *(tag for tag in self.recent_tags if tag != choice.name))[:RECENT]
        self.apply(MarkChange(Mark.TAG, articles, choice.is_set, choice.name))

    def repeat_tag(self) -> None:
        """Do to the chosen articles what the tag picker did last."""
        if self._last_choice is None:
            self._room.tell(f"No tag has been used yet; {self._room.broadsheet.key_of('article.tag')} tags.")
        elif chosen := self._room.chosen:
            self.tag_chosen(chosen, self._last_choice)

    def apply(self, change: MarkChange, *, is_remembered: bool = True) -> None:
        """Make a change, unless things are so already.

        Args:
            change: The change.
            is_remembered: Whether it is the reader's own, to be told and undone.
        """
        row = self._room.row(change.articles[0]) if len(change.articles) == 1 else None
        if row is None and len(change.articles) == 1:
            self._room.tell("Not kept: the article is no longer there.", is_error=True)
        elif row is None or change.changes(row):
            self._make(change, self._done if is_remembered else None)
        elif is_remembered:
            self._room.tell(f"Already {change.words}.")

    def remember(self, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        """Let the next undo be this; what is undone by it must have been done."""
        self._history.remember(Deed(undo, redo))

    def undo(self) -> None:
        """Undo the last change that the reader made."""
        if not self._history.undo():
            self._room.tell("There is nothing to undo.")

    def redo(self) -> None:
        """Make the change again that was undone last."""
        if not self._history.redo():
            self._room.tell("There is nothing to do again.")

    def _done(self, change: MarkChange, changed: tuple[int, ...]) -> None:
        """Tell of a change and remember what it has changed."""
        others = len(change.articles) - len(changed)
        already = f"; {others:,} already {'was' if others == 1 else 'were'} so" if others else ""
        self._tell(change.words.capitalize(), changed, already)

    def _tell(self, words: str, articles: tuple[int, ...], more: str = "") -> None:
        row = self._room.row(articles[0]) if len(articles) == 1 else None
        what = one_line(row.title) if row else f"{len(articles):,} articles"
        self._room.tell(f"{words}: {what}{more}")

    def _make(self, change: MarkChange, done: Callable[[MarkChange, tuple[int, ...]], None] | None) -> None:
        """Show a change at once and have it written; what was really changed is what an undo takes back."""
        self._show(change)
        changed = asyncio.ensure_future(self._thread.order(write, change))
        if done is not None:
            self.remember(
                partial(self._again, change.inverse, changed, "Undone"), partial(self._again, change, changed, "Again")
            )
            if len(change.articles) == 1:
                done(change, change.articles)
        self._room.work(partial(self._writing, change, changed, done), group="marks", is_alone=False)

    def _again(self, change: MarkChange, changed: asyncio.Future[tuple[int, ...]], words: str) -> None:
        self._room.work(partial(self._making_again, change, changed, words), group="marks", is_alone=False)

    async def _making_again(self, change: MarkChange, changed: asyncio.Future[tuple[int, ...]], words: str) -> None:
        """Change those articles once more that a change has changed."""
        try:
            articles = await changed
        except BroadsheetError:
            return
        again = replace(change, articles=articles)
        self._tell(f"{words}: {again.words}", articles)
        self._make(again, None)

    async def _writing(
        self,
        change: MarkChange,
        changed: asyncio.Future[tuple[int, ...]],
        done: Callable[[MarkChange, tuple[int, ...]], None] | None,
    ) -> None:
        try:
            articles = await changed
        except BroadsheetError as error:
            self._room.tell(f"Not kept: {error}", is_error=True)
            self._room.article_list.forget_rows()
            return
        if len(change.articles) > 1:
            self._room.article_list.forget_rows()
            self._room.opening.marks_changed()
            if done is not None:
                done(change, articles)

    def _show(self, change: MarkChange) -> None:
        for article in change.articles[:_SHOWN_AT_ONCE]:
            if row := self._room.article_list.row(article):
                self._room.article_list.replace_row(change.on(row))
        self._room.opening.marks_changed()

"""What the reader says of links: at once on screen, undone with the key that undoes everything, told in a line."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.signal import Signal

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import EventRuling, EventRulingRow, Passage
from tui.library_thread import LibraryThread
from tui.listings.event_rulings import ruling_words

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

_Turn = Callable[[EventRuling], Awaitable[EventRuling]]
"""Takes a ruling back or puts it back."""


def make_ruling(library: Library, here: Passage, there: Passage, is_same: bool) -> EventRuling:
    """Say that two passages report one event, or that they don't."""
    return library.event_rulings.rule(here, there, is_same)


def revoke_ruling(library: Library, identity: int) -> EventRuling:
    """Take a ruling back."""
    return library.event_rulings.revoke(identity)


def restore_ruling(library: Library, ruling: EventRuling) -> EventRuling:
    """Put a ruling back that was revoked."""
    return library.event_rulings.restore(ruling)


def link_ruled(library: Library, ruling: EventRuling) -> None:
    """Link the articles of a ruling anew."""
    from articles import relinking

    relinking.link_ruled(library, ruling)


def load_rulings(library: Library) -> tuple[EventRulingRow, ...]:
    """Get all rulings, the last first."""
    rulings = library.event_rulings
    return rulings.rows(reversed(rulings.all()))


class Ruling:
    """What the reader says of links.

    Args:
        room: The reading room.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self.thread = thread
        """Answers the questions of the list."""
        self._one_at_a_time = asyncio.Lock()
        self.changed: Signal[None] = Signal(room, "rulings changed")
        """Published when links are other than they were, for whoever shows rulings."""

    def rule(self, *, is_same: bool) -> None:
        """Say that the passages of the cross-reference under the cursor report one event, or that they don't."""
        reference = self._room.side.selected
        if reference is None:
            self._room.tell("No cross-reference is chosen.")
        else:
            self._begin(partial(self._ruling, reference.here, reference.there, is_same))

    def revoke(self, row: EventRulingRow) -> None:
        """Take a ruling back and remember how to undo that."""
        self._begin(partial(self._revoking, row.ruling))

    def undo(self) -> None:
        """Undo the last change that the reader made, of whatever kind."""
        self._room.marks.undo()

    def open_list(self) -> None:
        """Show all that was said of links."""
        from tui.screens.event_rulings import EventRulingsScreen

        self._room.app.push_screen(EventRulingsScreen(self), self._go_to)

    def _go_to(self, row: EventRulingRow | None) -> None:
        """Open the article that was read, at the passage; None for nothing."""
        if row is not None:
            from tui.state import Place

            here = row.here
            self._room.opening.jump(Place(here.article, here.block, here.start, here.end))

    async def _ruling(self, here: Passage, there: Passage, is_same: bool) -> EventRuling:
        made = await self.thread.ask(make_ruling, here, there, is_same)
        self._remember(self._taking_back, self._restoring, made)
        self._tell(_sentence(made))
        return made

    async def _taking_back(self, made: EventRuling) -> EventRuling:
        revoked = await self.thread.ask(revoke_ruling, made.id)
        self._room.tell(f"Undone: {ruling_words(made)}.")
        return revoked

    async def _revoking(self, ruling: EventRuling) -> EventRuling:
        revoked = await self.thread.ask(revoke_ruling, ruling.id)
        self._remember(self._restoring, self._taking_back, revoked)
        self._tell(f"Revoked: {ruling_words(revoked)}.")
        return revoked

    async def _restoring(self, ruling: EventRuling) -> EventRuling:
        restored = await self.thread.ask(restore_ruling, ruling)
        self._room.tell(f"It holds again: {ruling_words(restored)}.")
        return restored

    def _remember(self, undoing: _Turn, redoing: _Turn, ruling: EventRuling) -> None:
        self._room.marks.remember(
            lambda: self._begin(partial(undoing, ruling)), lambda: self._begin(partial(redoing, ruling))
        )

    def _tell(self, words: str) -> None:
        self._room.tell(f"{words} {self._room.broadsheet.key_of('marks.undo')} undoes.")

    def _begin(self, deed: Callable[[], Awaitable[EventRuling]]) -> None:
        self._room.work(partial(self._doing, deed), group="rulings", is_alone=False)

    async def _doing(self, deed: Callable[[], Awaitable[EventRuling]]) -> None:
        """Do one thing after another, and show what has come of each before the next."""
        async with self._one_at_a_time:
            try:
                ruling = await deed()
            except BroadsheetError as error:
                self._room.tell(f"Not done: {error}", is_error=True)
                return
            try:
                await self.thread.ask(link_ruled, ruling)
            except BroadsheetError as error:
                self._room.tell(str(error), is_error=True)
            await self._room.opening.reload()
        self.changed.publish(None)
        self._room.listing.refresh()


def _sentence(ruling: EventRuling) -> str:
    words = ruling_words(ruling)
    return f"{words[:1].upper()}{words[1:]}."

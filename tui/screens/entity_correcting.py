"""What the reader says of names: at once on screen, undone with the key that undoes everything, told in a line."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.signal import Signal

from articles.errors import BroadsheetError
from articles.library import Library
from articles.library.entity_corrections import EntityCorrections
from articles.model import EntityCorrection, EntityCorrectionRow
from tui.library_thread import LibraryThread
from tui.listings.entity_corrections import correction_words

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

Make = Callable[[EntityCorrections], EntityCorrection]
_Turn = Callable[[EntityCorrectionRow], Awaitable[None]]
"""Takes a correction back or puts it back."""


def make_correction(library: Library, make: Make) -> EntityCorrectionRow:
    """Correct a name; what that is, in the words of a list."""
    corrections = library.entity_corrections
    return corrections.rows((make(corrections),))[0]


def revoke_correction(library: Library, identity: int, reading: int) -> EntityCorrection:
    """Take a correction back; the article that is being read follows at once."""
    return library.entity_corrections.revoke(identity, reading=reading)


def load_corrections(library: Library) -> tuple[EntityCorrectionRow, ...]:
    """Get all corrections of names, the last first."""
    corrections = library.entity_corrections
    return corrections.rows(reversed(corrections.all()))


class EntityCorrecting:
    """What the reader corrects of names.

    Args:
        room: The reading room.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._one_at_a_time = asyncio.Lock()
        self.changed: Signal[None] = Signal(room, "entities changed")
        """Published when names are other than they were, for whoever shows some."""

    @property
    def reading(self) -> int:
        """The article in the reader, which follows at once where the others may take a while; 0 for none."""
        shown = self._room.opening.shown
        return shown.row.id if shown else 0

    def correct(self, make: Make) -> None:
        """Make a correction and remember how to undo it."""
        self._begin(partial(self._correcting, make))

    def revoke(self, row: EntityCorrectionRow) -> None:
        """Take a correction back and remember how to undo that."""
        self._begin(partial(self._revoking, row))

    def undo(self) -> None:
        """Undo the last change that the reader made, of whatever kind."""
        self._room.marks.undo()

    async def _correcting(self, make: Make) -> None:
        made = await self._thread.order(make_correction, make)
        self._remember(self._taking_back, self._restoring, made)
        self._tell(correction_words(made))

    async def _taking_back(self, made: EntityCorrectionRow) -> None:
        await self._thread.order(revoke_correction, made.correction.id, self.reading)
        self._room.tell(f"Undone: {correction_words(made)}")

    async def _revoking(self, row: EntityCorrectionRow) -> None:
        await self._thread.order(revoke_correction, row.correction.id, self.reading)
        self._remember(self._restoring, self._taking_back, row)
        self._tell(f"Revoked: {correction_words(row)}")

    async def _restoring(self, row: EntityCorrectionRow) -> None:
        reading = self.reading
        await self._thread.order(make_correction, lambda made: made.restore(row.correction, reading=reading))
        self._room.tell(f"It holds again: {correction_words(row)}")

    def _remember(self, undoing: _Turn, redoing: _Turn, row: EntityCorrectionRow) -> None:
        self._room.marks.remember(
            lambda: self._begin(partial(undoing, row)), lambda: self._begin(partial(redoing, row))
        )

    def _tell(self, words: str) -> None:
        self._room.tell(f"{words}. {self._room.broadsheet.key_of('marks.undo')} undoes.")

    def _begin(self, deed: Callable[[], Awaitable[None]]) -> None:
        self._room.work(partial(self._doing, deed), group="entities", is_alone=False)

    async def _doing(self, deed: Callable[[], Awaitable[None]]) -> None:
        """Do one thing after another, and show what has come of each before the next."""
        async with self._one_at_a_time:
            try:
                await deed()
            except BroadsheetError as error:
                self._room.tell(f"Not done: {error}", is_error=True)
                return
            await self._room.opening.reload()
        self.changed.publish(None)
        self._room.listing.refresh()
        self._room.broadsheet.link_again()

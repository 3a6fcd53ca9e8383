"""From the reading room to the screens about events and back: by their keys, and by the list of jumps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.event_screen import screen_of
from tui.state import Departure, Frame, TimelineFrame

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom


class Events:
    """The screens about events, as a reading room opens them.

    Args:
        room: The reading room.
        library: The library file.
    """

    def __init__(self, room: ReadingRoom, library: Path) -> None:
        self._room = room
        self._library = library

    def open(self, frames: tuple[Frame, ...]) -> None:
        """Open screens over the room, each over the one before it."""
        first, *onward = frames
        self._room.app.push_screen(screen_of(first, self._library, tuple(onward)), self._left)

    def open_timeline(self) -> None:
        """Show what happened in the articles that are listed."""
        self.open((TimelineFrame(str(self._room.listing.shown.query)),))

    def _left(self, departure: Departure | None) -> None:
        if departure is not None:
            self._room.opening.jump(departure.place, departure.frames)

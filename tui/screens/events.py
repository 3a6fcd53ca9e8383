"""From the reading room to the screens about events and back: by their keys, and by the list of jumps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from articles.text import one_line
from tui.screens.event_screen import screen_of
from tui.state import CompareFrame, Departure, Frame, ReportsFrame, TimelineFrame

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
        self._chosen: int | None = None

    def open(self, frames: tuple[Frame, ...]) -> None:
        """Open screens over the room, each over the one before it."""
        first, *onward = frames
        self._room.app.push_screen(screen_of(first, self._library, tuple(onward)), self._left)

    def open_timeline(self) -> None:
        """Show what happened in the articles that are listed, or in the story whose heading the cursor is on."""
        story = self._room.listing.story_under_cursor
        if story is not None:
            name, articles = story
            self.open((TimelineFrame(story=name, articles=articles),))
        else:
            self.open((TimelineFrame(str(self._room.listing.shown.query)),))

    def open_reports(self) -> None:
        """Show all reports of the event that the side pane's cursor is on."""
        if event := self._room.side.column.event:
            self.open((ReportsFrame(event),))
        else:
            self._room.tell("The cursor is on no event.")

    def compare_beside(self) -> None:
        """Compare the article in the reader with the one that the side pane's cursor is on."""
        shown, other = self._room.opening.shown, self._room.side.column.other_article
        if shown is None or other is None:
            self._room.tell("Nothing stands beside this paragraph to compare it with.")
        else:
            self.open((CompareFrame((shown.row.id, other)),))

    def choose_or_compare(self) -> None:
        """Choose the article under the cursor of the list; with another one chosen, compare the two."""
        row, chosen = self._room.listed_row, self._chosen
        if row is None:
            return
        self._chosen = None if chosen is not None else row.id
        if chosen is None:
            key = self._room.broadsheet.key_of("list.compare")
            self._room.tell(f"Chosen: “{one_line(row.title, 40)}”. {key} on another article compares the two.")
        elif chosen == row.id:
            self._room.tell("No longer chosen.")
        else:
            self.open((CompareFrame((chosen, row.id)),))

    def _left(self, departure: Departure | None) -> None:
        if departure is not None:
            self._room.opening.jump(departure.place, departure.frames)

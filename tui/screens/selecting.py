"""Selecting articles in the list, one by one or a stretch of them, so that a mark is given to all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.selection import Selection

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom


class Selecting:
    """The selection in the list of a reading room.

    Args:
        room: The reading room.
    """

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room

    def toggle(self) -> None:
        """Select what is under the cursor, or let go of it, and go to the next row; of a story, all of its articles."""
        listed = self._room.article_list
        if current := listed.current:
            ids = (current.id,) if current.id > 0 else self._room.listing.members_of(current.id)
            listed.select(listed.selection.toggle(ids))
            listed.move(1)
            self._tell()

    def toggle_range(self) -> None:
        """Begin a stretch at the cursor, or keep the one that was begun."""
        listed = self._room.article_list
        if listed.selection.anchor is not None:
            listed.select(listed.selection.end(listed.ids, listed.cursor))
            self._tell()
        elif current := listed.current:
            listed.select(listed.selection.begin(current.id))
            keep = self._room.broadsheet.key_of("list.select_range")
            self._room.tell(f"What lies between here and the cursor is selected; {keep} keeps it.")

    def clear(self) -> None:
        """Let go of all."""
        self._room.article_list.select(Selection())

    def _tell(self) -> None:
        keys = self._room.broadsheet.key_of
        count = len(self._room.article_list.selected)
        deeds = f"{keys('article.tag')} tags, {keys('article.star')} stars, {keys('article.read')} marks read"
        let_go = keys("room.cancel")
        self._room.tell(
            f"{count:,} selected · {deeds} all of them, {let_go} lets go" if count else "Nothing is selected."
        )

"""Tagging in the reading room: choosing a tag for the current article or for all selected ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from articles.library import Library
from articles.model import TagCount
from articles.text import one_line

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

_MOST_LOOKED_AT = 2_000
"""Selected articles whose tags are counted, which takes milliseconds; of more, the first ones."""


class Tagging:
    """The tags that the reader gives.

    Args:
        room: The reading room.
        library: Asked at once, so that what is typed after the key already goes to the picker.
    """

    def __init__(self, room: ReadingRoom, library: Library) -> None:
        self._room = room
        self._library = library

    def pick(self) -> None:
        """Let the reader choose a tag for the chosen articles."""
        from tui.screens.tag_picker import TagPicker

        if chosen := self._room.chosen:
            picker = TagPicker(
                self._about(chosen),
                len(chosen),
                self._borne(chosen),
                self._library.tags.all(),
                self._room.marks.recent_tags,
            )
            self._room.app.push_screen(picker, partial(self._room.marks.tag_chosen, chosen))

    def _about(self, chosen: tuple[int, ...]) -> str:
        row = self._room.row(chosen[0]) if len(chosen) == 1 else None
        return one_line(row.title) if row else f"{len(chosen):,} articles"

    def _borne(self, chosen: tuple[int, ...]) -> tuple[TagCount, ...]:
        """The tags that the chosen articles bear. Of one they are known before they are written."""
        row = self._room.row(chosen[0]) if len(chosen) == 1 else None
        if row:
            return tuple(TagCount(tag, 1) for tag in row.tags)
        return self._library.tags.borne_by(chosen[:_MOST_LOOKED_AT])

"""The search line of the reading room: results as one types, kept with Enter, forgotten with Esc."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError, QueryError
from articles.library import Library
from articles.model import EntityKind
from articles.query import Field, parse
from tui.commands import Pane
from tui.library_thread import LibraryThread
from tui.screens.listing import Shown, load_ids

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom
    from tui.widgets.line_field import LineField
    from tui.widgets.search_line import SearchLine

SEARCH_AFTER = 0.1
"""Seconds without typing before a search is run."""


_MOST_NAMES = 20
"""Names among which one is looked for that begins with what is typed."""
_KINDS = {
    Field.PERSON: EntityKind.PERSON,
    Field.ORGANISATION: EntityKind.ORGANISATION,
    Field.PLACE: EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True)
class _Before:
    """What the list showed before the search."""

    shown: Shown
    ids: array[int]
    current: int


def load_names(library: Library, field: Field, typed: str) -> Sequence[str]:
    """Get the tags, or the names of a kind, that begin with some words, those of most articles first."""
    if field is Field.TAG:
        return [tag.name for tag in library.tags.all()]
    listing = library.entity_listing
    found = listing.ids(typed.replace("-", " "), kind=_KINDS.get(field), limit=_MOST_NAMES)
    return [row.entity.name for row in listing.rows(found)]


class Searching:
    """Searches of a reading room.

    Args:
        room: The reading room.
        thread: Answers questions to the library.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._line: SearchLine | None = None
        self._before: _Before | None = None
        self._within = Shown()
        self._asked = ""

    @property
    def is_open(self) -> bool:
        """Whether a search is being typed."""
        return self._line is not None

    @property
    def field(self) -> LineField | None:
        """Where the search is typed; None while none is."""
        return None if self._line is None else self._line.field

    def open(self, *, is_narrowing: bool = False) -> None:
        """Let the reader type a search, of all articles or, to narrow the list, of those that it shows."""
        from tui.completing import QuerySuggester
        from tui.widgets.search_line import SearchLine

        listed = self._room.article_list
        current = listed.current
        shown = self._room.listing.shown
        self._before = _Before(shown, listed.ids, current.id if current else 0)
        self._within = shown if is_narrowing else Shown()
        self._asked = ""
        self._room.focus_pane(Pane.LIST)
        self._line = SearchLine(self._within.text, QuerySuggester(self._names))
        self._room.status.display = False
        self._room.mount(self._line, before=self._room.status)
        self._room.give_keys()

    def typed(self, text: str) -> None:
        """Show the results of what is typed so far."""
        if self.is_open:
            self._asked = text
            self._room.work(partial(self._search, text), group="search")

    def complete(self) -> None:
        """Take the completion that is offered."""
        if self._line is not None:
            self._line.field.action_end()
            self._line.field.action_cursor_right()

    async def _names(self, field: Field, typed: str) -> Sequence[str]:
        """The tags or names of the library that begin with what is typed; none while it cannot be asked."""
        try:
            return await self._thread.ask(load_names, field, typed)
        except BroadsheetError:
            return ()

    def accept(self) -> None:
        """Keep the results as the list, those of what was typed last too."""
        if self._line is not None and self._line.field.value != self._asked:
            self.typed(self._line.field.value)
        self._close()

    def cancel(self) -> None:
        """Forget the search and show what was shown before."""
        self._room.workers.cancel_group(self._room, "search")
        before = self._before
        self._close()
        if before is not None:
            self._room.listing.show(before.shown, before.ids, at=before.current)
            self._room.listing.refresh()

    def _close(self) -> None:
        line, self._line = self._line, None
        self._before = None
        self._room.status.display = True
        self._room.give_keys()
        if line is not None:
            line.remove()

    async def _search(self, text: str) -> None:
        await asyncio.sleep(SEARCH_AFTER)
        try:
            sort = self._room.listing.shown.sort
            query = self._within.query & parse(as_typed(text))
            ids = await self._thread.ask(load_ids, query, sort)
        except QueryError as error:
            self._tell(str(error), is_error=True)
        except BroadsheetError as error:
            self._tell(str(error), is_error=True)
        else:
            words = " ".join(filter(None, (self._within.text, text.strip())))
            self._room.listing.show(Shown(words, query, sort=sort), ids)
            self._tell(f"{len(ids):,} article{'' if len(ids) == 1 else 's'}")

    def _tell(self, outcome: str, *, is_error: bool = False) -> None:
        if self._line is not None:
            self._line.tell(outcome, is_error=is_error)
        elif is_error:
            self._room.tell(outcome, is_error=True)


def as_typed(text: str) -> str:
    """A query that is still being typed: its last word stands for all words that begin so."""
    field, _, word = text.rpartition(" ")[2].rpartition(":")
    is_whole = text.count('"') % 2 == 1 or word.lstrip("-") in ("", "OR")
    is_open = word.lstrip("-").isalnum() and field.lstrip("-") in ("", "title", "body", "source", "by")
    return text if is_whole or not is_open else f"{text}*"

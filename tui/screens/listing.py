"""What the list shows: all articles or the results of a search, loaded first page first and kept fresh."""

from __future__ import annotations

import asyncio
import time
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import ArticleRow, LibraryCounts
from articles.query import Query, parse
from tui.commands import Pane
from tui.library_thread import LibraryThread
from tui.screens.story_list import ALONE, ByStory, load_by_story

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

Fetch = Callable[[Sequence[int]], Sequence[ArticleRow]]
"""Gives the rows of articles."""
DEFAULT_ORDER = "published"
ORDERS: Mapping[str, str] = {
    DEFAULT_ORDER: "newest first",
    "oldest": "oldest first",
    "added": "last added first",
    "related": "most reported elsewhere first",
    "relevance": "best match first",
    "title": "by title",
    "source": "by source",
}
"""The orders of `articles.library.SORTS` in words, as they are offered."""
FIRST_PAGE = 200
"""How many ids are loaded before the first paint; the rest follows from a thread."""
_REST_BETWEEN_REFRESHES = 0.4


@dataclass(frozen=True, slots=True)
class Shown:
    """Which articles the list shows."""

    text: str = ""
    """The search as it was typed; empty for all articles."""
    query: Query = field(default_factory=Query)
    is_by_story: bool = False
    """Whether they stand under the headings of their stories."""
    sort: str = DEFAULT_ORDER
    """The order, one of `ORDERS`."""

    @property
    def is_narrowed(self) -> bool:
        """Whether it is other than the plain list of all articles, in whatever order."""
        return bool(self.text or self.query or self.is_by_story)


def load_ids(library: Library, query: Query, sort: str) -> array[int]:
    """Get the ids of the articles that a query selects, in an order."""
    return library.ids(query, sort=sort)


def load_every_id(library: Library, query: Query) -> array[int]:
    """Get the ids of the articles that a query selects, every version of a text."""
    return library.ids(query, is_folded=False)


def load_listing(library: Library, query: Query, sort: str) -> tuple[array[int], LibraryCounts]:
    """Get the ids that a query selects, in an order, with the counts of the whole library."""
    return library.ids(query, sort=sort), library.counts()


def write_unfolded(library: Library, article_id: int, is_unfolded: bool) -> None:
    """Remember that the versions of a text are to be listed one by one, or that one row is to stand for them."""
    library.versions.set_unfolded(article_id, is_unfolded)


class Listing:
    """The list of a reading room.

    Args:
        room: The reading room.
        thread: Answers questions to the library.
        fetch: Gives the rows of articles, in milliseconds.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread, fetch: Fetch) -> None:
        self._room = room
        self._thread = thread
        self._fetch = fetch
        self._by_story = ByStory()
        self._folded: set[int] = set()
        self._is_stale = False
        self._is_refreshing = False
        self.shown = Shown()
        """Which articles the list shows."""

    def rows(self, ids: Sequence[int]) -> tuple[ArticleRow, ...]:
        """The rows of articles, and of the headings of stories, in any order."""
        headings = self._by_story.headings
        shown = (
            replace(headings[each], is_unfolded=each not in self._folded)
            for each in ids
            if each < 0 and each in headings
        )
        return (*self._fetch([each for each in ids if each > 0]), *shown)

    def load_first(self, library: Library) -> None:
        """Show the first page at once; `refresh` fetches the rest."""
        self._room.article_list.show(library.ids(self.shown.query, sort=self.shown.sort, limit=FIRST_PAGE))
        self.entitle()

    def show(self, shown: Shown, ids: array[int], *, at: int | None = None) -> None:
        """Show other articles, with the cursor on one of them, or on the first."""
        self.shown = shown
        listed = self._room.article_list
        listed.show(ids, at=at)
        if at is None:
            listed.move_to(0)
        self.entitle()
        self._room.list_changed()

    def search(self, shown: Shown) -> None:
        """Show what a query selects, with the cursor on the first."""
        self._room.work(partial(self._showing, shown), group="search")

    def show_all(self) -> None:
        """Leave the search and show all articles again, with the cursor on the same one."""
        self._room.work(self._showing_all, group="search")

    def refresh(self) -> None:
        """Bring the list up to date, at most every so often, without losing the cursor."""
        self._is_stale = True
        if not self._is_refreshing:
            self._is_refreshing = True
            self._room.work(self._refreshing, group="refresh", is_alone=False)

    def go_to_unread(self, steps: int) -> None:
        """Put the cursor on the nearest unread article after, or for -1 before, it."""
        self._room.work(partial(self._going_to_unread, steps), group="unread")

    def mark_all_read(self) -> None:
        """Mark all that is listed read, with the versions that are folded away, or else what is selected."""
        if selected := self._room.article_list.selected:
            self._room.marks.mark_read(selected)
        else:
            self._room.work(self._marking_all_read, group="marks", is_alone=False)

    async def _marking_all_read(self) -> None:
        try:
            ids = await self._thread.ask(load_every_id, self.shown.query)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
        else:
            self._room.marks.mark_read(tuple(ids))

    def choose_order(self) -> None:
        """Let the reader choose the order of the list."""
        from tui.screens.choice_picker import ChoicePicker

        orders = tuple(ORDERS)
        picker = ChoicePicker("In which order?", tuple(ORDERS.values()), at=orders.index(self.shown.sort))
        self._room.app.push_screen(
            picker, lambda chosen: self._order_chosen(None if chosen is None else orders[chosen])
        )

    def _order_chosen(self, sort: str | None) -> None:
        if sort is not None and sort != self.shown.sort:
            self._room.work(partial(self._arranging, replace(self.shown, sort=sort)), group="search")

    def toggle_by_story(self) -> None:
        """Put the listed articles under the headings of their stories, or list them by themselves again."""
        self._folded.clear()
        shown = replace(self.shown, is_by_story=not self.shown.is_by_story)
        self._room.work(partial(self._arranging, shown), group="search")

    def toggle_story(self, heading: int) -> None:
        """Fold a story to its heading, or unfold it again."""
        self._folded ^= {heading}
        listed = self._room.article_list
        listed.show(self._by_story.ids(self._folded), at=heading)

    @property
    def story_under_cursor(self) -> tuple[str, tuple[int, ...]] | None:
        """The name and the articles of the story whose heading the list's cursor is on; None elsewhere."""
        current = self._room.article_list.current
        if current is None or current.id >= 0 or current.id == ALONE or self._room.keyed_pane is not Pane.LIST:
            return None
        return current.title, self.members_of(current.id)

    def members_of(self, heading: int) -> tuple[int, ...]:
        """The articles under a heading; none where there is no such heading any more."""
        return tuple(self._by_story.members.get(heading, ()))

    def first_of(self, heading: int) -> int | None:
        """The first article under a heading; None where there is no such heading any more."""
        return next(iter(self._by_story.members.get(heading, ())), None)

    def toggle_unfolded(self) -> None:
        """List the other versions of the current article's text below it, or fold them away again."""
        row = self._room.listed_row
        if row is None:
            return
        if row.all_versions == 1:
            self._room.tell("There is only this version of it.")
        elif row.versions == 1:
            versions = self._room.broadsheet.key_of("article.versions")
            self._room.tell(f"Its other versions are what it was before: {versions} shows them.")
        else:
            self._room.work(partial(self._unfolding, row), group="unfold")

    async def _unfolding(self, row: ArticleRow) -> None:
        shown = self.shown
        try:
            await self._thread.ask(write_unfolded, row.id, not row.is_unfolded)
            ids = await self._arranged(shown, await self._thread.ask(load_ids, shown.query, shown.sort))
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        if shown == self.shown:
            at = row.shown if row.is_unfolded and row.shown in ids else row.id
            self.show(shown, ids, at=at)
            others = row.versions - 1
            words = f"{others} other version{'' if others == 1 else 's'}"
            self._room.tell(f"{words} folded away." if row.is_unfolded else f"{words} listed.")

    async def _arranged(self, shown: Shown, ids: array[int]) -> array[int]:
        """What is listed of some articles: they themselves, or they under the headings of their stories."""
        if not shown.is_by_story:
            return ids
        self._by_story = await self._thread.ask(load_by_story, ids)
        return self._by_story.ids(self._folded)

    async def _arranging(self, shown: Shown) -> None:
        current = self._room.listed_row
        try:
            ids = await self._arranged(shown, await self._thread.ask(load_ids, shown.query, shown.sort))
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        stays = current is not None and not shown.is_by_story and shown.sort == self.shown.sort
        self.show(shown, ids, at=current.id if current and stays else None)

    async def _refreshing(self) -> None:
        try:
            while self._is_stale:
                self._is_stale = False
                began = time.monotonic()
                await self._refresh_once()
                if self._is_stale:
                    await asyncio.sleep(max(_REST_BETWEEN_REFRESHES, 8 * (time.monotonic() - began)))
        finally:
            self._is_refreshing = False

    async def _refresh_once(self) -> None:
        shown = self.shown
        try:
            found, counts = await self._thread.ask(load_listing, shown.query, shown.sort)
            ids = await self._arranged(shown, found)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        self._room.show_counts(counts)
        if shown == self.shown:
            self._update(ids)

    def _update(self, ids: array[int]) -> None:
        """Show the ids that the same query selects now; nothing moves under the cursor."""
        listed = self._room.article_list
        if ids[: len(listed.ids)] == listed.ids:
            listed.extend(ids)
        else:
            current = listed.current
            listed.show(ids, at=current.id if current else None)
        self.entitle()
        self._room.list_changed()

    async def _showing_all(self) -> None:
        current = self._room.article_list.current
        await self._showing(Shown(sort=self.shown.sort), at=current.id if current else None)

    async def _showing(self, shown: Shown, *, at: int | None = None) -> None:
        try:
            ids = await self._thread.ask(load_ids, shown.query, shown.sort)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
        else:
            self.show(shown, ids, at=at)

    async def _going_to_unread(self, steps: int) -> None:
        listed = self._room.article_list
        try:
            unread = set(await self._thread.ask(load_ids, self.shown.query & parse("is:unread"), self.shown.sort))
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        ids, start = listed.ids, listed.cursor
        positions = range(start + 1, len(ids)) if steps > 0 else range(start - 1, -1, -1)
        found = next((position for position in positions if ids[position] in unread), None)
        if found is None:
            self._room.tell("Nothing unread below." if steps > 0 else "Nothing unread above.")
        else:
            listed.move_to(found)

    def entitle(self) -> None:
        """Say above the list what it shows, how much, and how much of that is selected."""
        name = f"“{self.shown.text}”" if self.shown.text else "Articles"
        if self.shown.sort != DEFAULT_ORDER:
            name += f", {ORDERS[self.shown.sort]}"
        if self.shown.is_by_story:
            told = len(self._by_story.members.keys() - {ALONE})
            self._room.panes.entitle(Pane.LIST, f"{name} by story", f"{told:,}")
        else:
            listed = self._room.article_list
            selected = len(listed.selected)
            of = f"{selected:,} of " if selected else ""
            self._room.panes.entitle(Pane.LIST, name, f"{of}{len(listed.ids):,}")

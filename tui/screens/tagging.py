"""Tagging in the reading room: choosing a tag for articles, giving a tag another name, taking it off all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.signal import Signal

from articles.errors import BroadsheetError
from articles.library import Library
from articles.library.tags import TagRenamed
from articles.model import TagCount, TagRule
from articles.query import Field, Query, where
from articles.text import one_line
from tui.commands import Pane
from tui.library_thread import LibraryThread
from tui.listings.tags import counted, renamed_text
from tui.marking import Mark, MarkChange
from tui.screens.listing import Shown

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

_MOST_LOOKED_AT = 2_000
"""Selected articles whose tags are counted, which takes milliseconds; of more, the first ones."""


def load_tags(library: Library) -> tuple[tuple[TagCount, ...], tuple[TagRule, ...]]:
    """Get all tags, the most used first, and the rules that give them to articles."""
    return library.tags.all(), library.tag_rules.all()


def add_rule(library: Library, query: Query, tag: str) -> TagRule:
    """Have articles tagged that come and that a query finds."""
    return library.tag_rules.add(query, tag)


def revoke_rule(library: Library, rule: TagRule) -> None:
    """Take a rule back."""
    library.tag_rules.revoke(rule.id)


def put_back_rule(library: Library, rule: TagRule) -> None:
    """Make a rule again that was revoked."""
    library.tag_rules.put_back(rule)


def load_bearing(library: Library, name: str) -> tuple[int, ...]:
    """Get the articles that bear a tag."""
    return library.tags.articles(name)


def rename_tag(library: Library, name: str, other: str) -> TagRenamed:
    """Give a tag another name."""
    return library.tags.rename(name, other)


def take_back_name(library: Library, renamed: TagRenamed) -> None:
    """Undo the renaming of a tag."""
    library.tags.take_back(renamed)


class Tagging:
    """The tags that the reader gives.

    Args:
        room: The reading room.
        library: Asked at once, so that what is typed after the key already goes to the picker.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, library: Library, thread: LibraryThread) -> None:
        self._room = room
        self._library = library
        self._thread = thread
        self._one_at_a_time = asyncio.Lock()
        self.changed: Signal[None] = Signal(room, "tags changed")
        """Published when a tag is called otherwise, or borne by other articles."""

    def pick(self) -> None:
        """Let the reader choose a tag for the chosen articles."""
        from tui.screens.tag_picker import TagPicker

        if chosen := self._room.chosen:
            tags, recent = self._library.tags.all(), self._room.marks.recent_tags
            picker = TagPicker(self._about(chosen), len(chosen), self._borne(chosen), tags, recent)
            self._room.app.push_screen(picker, partial(self._room.marks.tag_chosen, chosen))

    def open_list(self) -> None:
        """Show all tags."""
        from tui.screens.tag_list import TagListScreen

        self._room.app.push_screen(TagListScreen(self), self._show_tagged)

    async def load(self) -> tuple[tuple[TagCount, ...], tuple[TagRule, ...]]:
        """All tags, the most used first, and the rules that give them to articles. Raises `BroadsheetError`."""
        return await self._thread.ask(load_tags)

    def rename(self, name: str, other: str) -> None:
        """Give a tag another name, or, where there is a tag of that name, make the two one; remember how to undo it."""
        self._begin(partial(self._renaming, name, other))

    def take_off(self, name: str) -> None:
        """Take a tag off all articles that bear it."""
        self._room.work(partial(self._taking_off, name), group="tags", is_alone=False)

    def ask_for_rule(self) -> None:
        """Ask for a tag that articles get which the search in the list finds, whenever one comes."""
        from tui.screens.name_prompt import NamePrompt

        query = self._room.listing.shown.query
        if not query:
            key = self._room.broadsheet.key_of("search.open")
            self._room.tell(f"All articles are listed; search ({key}) for what is to be tagged whenever it comes.")
            return
        prompt = NamePrompt(f"Tag for whatever comes that {query} finds", "")
        self._room.app.push_screen(prompt, partial(self._rule_named, query))

    def revoke(self, rule: TagRule) -> None:
        """Take a rule back; what it has tagged stays tagged."""
        self._begin(partial(self._revoking, rule))

    def undo(self) -> None:
        """Undo the last change that the reader made, of whatever kind."""
        self._room.marks.undo()

    def _about(self, chosen: tuple[int, ...]) -> str:
        row = self._room.row(chosen[0]) if len(chosen) == 1 else None
        return one_line(row.title) if row else counted(len(chosen))

    def _borne(self, chosen: tuple[int, ...]) -> tuple[TagCount, ...]:
        """The tags that the chosen articles bear. Of one they are known before they are written."""
        row = self._room.row(chosen[0]) if len(chosen) == 1 else None
        if row:
            return tuple(TagCount(tag, 1) for tag in row.tags)
        return self._library.tags.borne_by(chosen[:_MOST_LOOKED_AT])

    def _show_tagged(self, name: str | None) -> None:
        """List the articles that bear a tag; None for nothing."""
        if name is None:
            return
        try:
            query = where(Field.TAG, name)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        self._room.focus_pane(Pane.LIST)
        self._room.listing.search(Shown(f"#{one_line(name)}", query))

    def _rule_named(self, query: Query, tag: str | None) -> None:
        if tag:
            self._begin(partial(self._making_rule, query, tag.removeprefix("#")))

    async def _making_rule(self, query: Query, tag: str) -> None:
        rule = await self._thread.order(add_rule, query, tag)
        self._remember_rule(rule, is_there=True)
        keys = self._room.broadsheet.key_of
        here = f"{keys('list.select_range')} {keys('list.bottom')} {keys('article.tag')} tags those that are here"
        self._room.tell(f"What comes from now on and {rule.query} finds is tagged #{rule.tag}. {here}.")

    async def _revoking(self, rule: TagRule) -> None:
        await self._thread.order(revoke_rule, rule)
        self._remember_rule(rule, is_there=False)
        self._room.tell(f"Revoked: #{rule.tag} whenever {rule.query}.")

    def _remember_rule(self, rule: TagRule, *, is_there: bool) -> None:
        revoke = partial(self._begin, partial(self._changing_rule, revoke_rule, rule, "Revoked"))
        again = partial(self._begin, partial(self._changing_rule, put_back_rule, rule, "It holds again"))
        self._room.marks.remember(revoke if is_there else again, again if is_there else revoke)

    async def _changing_rule(self, change: Callable[[Library, TagRule], None], rule: TagRule, told: str) -> None:
        await self._thread.order(change, rule)
        self._room.tell(f"{told}: #{rule.tag} whenever {rule.query}.")

    def _begin(self, deed: Callable[[], Awaitable[None]]) -> None:
        self._room.work(partial(self._doing, deed), group="tags", is_alone=False)

    async def _doing(self, deed: Callable[[], Awaitable[None]]) -> None:
        async with self._one_at_a_time:
            try:
                await deed()
            except BroadsheetError as error:
                self._room.tell(f"Not done: {error}", is_error=True)
                return
        self._room.article_list.forget_rows()
        self._room.listing.refresh()
        self.changed.publish(None)

    async def _renaming(self, name: str, other: str) -> None:
        renamed = await self._thread.order(rename_tag, name, other)
        self._room.marks.remember(
            partial(self._begin, partial(self._taking_back, renamed)),
            partial(self._begin, partial(self._renaming_again, renamed)),
        )
        self._room.tell(f"{renamed_text(renamed)} {self._room.broadsheet.key_of('marks.undo')} undoes.")

    async def _taking_back(self, renamed: TagRenamed) -> None:
        await self._thread.order(take_back_name, renamed)
        self._room.tell(f"Undone: #{renamed.before} is called so again.")

    async def _renaming_again(self, renamed: TagRenamed) -> None:
        await self._thread.order(rename_tag, renamed.before, renamed.after)
        self._room.tell(f"Again: {renamed_text(renamed)}")

    async def _taking_off(self, name: str) -> None:
        try:
            bearing = await self._thread.ask(load_bearing, name)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        if bearing:
            self._room.marks.apply(MarkChange(Mark.TAG, bearing, is_set=False, tag=name))
            self.changed.publish(None)

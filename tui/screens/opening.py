"""What the reader shows: opening articles, previewing them, jumping back, and asking what the others say."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import Annotations, Article, ArticleRow, ArticleState
from articles.text import one_line
from tui.commands import Pane
from tui.dates import date_words
from tui.library_thread import LibraryThread
from tui.marking import Mark, MarkChange
from tui.state import JumpList, Place

if TYPE_CHECKING:
    from articles.reading.crossrefs import CrossReferenceGroup
    from tui.screens.reading_room import ReadingRoom

PREVIEW_AFTER = 0.09
"""Seconds that the cursor of the list has to rest before the article under it is shown."""
CROSS_REFERENCES_AFTER = 0.03
"""Seconds that the cursor of the reader has to rest before the side pane follows."""


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """All that the reader needs of an article."""

    row: ArticleRow
    article: Article
    annotations: Annotations | None
    margin: Mapping[int, int]
    """For each block that others report on, how many do."""


def load_article(library: Library, article_id: int) -> OpenedArticle:
    """Get an article with what was found in it.

    Raises:
        NotFoundError: There is no such article.
    """
    from articles.reading.crossrefs import related_counts

    return OpenedArticle(
        library.row(article_id),
        library.article(article_id),
        library.annotations(article_id),
        related_counts(library, article_id),
    )


def load_cross_references(library: Library, place: Place) -> tuple[CrossReferenceGroup, ...]:
    """Get what other articles say about the paragraph at a place."""
    from articles.reading.crossrefs import cross_references

    return cross_references(library, place.article, place.block)


class Opening:
    """The reader and the side pane of a reading room, and where they have been.

    Args:
        room: The reading room.
        thread: Answers questions to the library.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._wanted = 0
        self._jumps = JumpList()
        self.shown: OpenedArticle | None = None
        """The article in the reader."""
        self.place = Place(0)
        """Where its cursor is."""

    def preview(self, article_id: int) -> None:
        """Show an article in the reader once the cursor of the list has rested on it, where the reader is in sight."""
        if article_id != self._wanted and Pane.READER in self._room.view.panes:
            self._load(article_id, after=PREVIEW_AFTER)

    def open(self, article_id: int, at: Place | None = None) -> None:
        """Show an article in the reader, give the reader the keys, and mark the article read.

        Args:
            article_id: The article.
            at: Where in it to go.
        """
        self._room.focus_pane(Pane.READER)
        if at is None and self.shown is not None and self.shown.row.id == article_id == self._wanted:
            self._mark_read(article_id)
        else:
            self._load(article_id, at=at, is_opened=True)

    def jump(self, place: Place) -> None:
        """Go to a place in another article, remembering this one."""
        if self.shown is not None:
            self._jumps = self._jumps.jumped_from(self.place)
        self._go(place)

    def jump_back(self) -> None:
        """Go back to where the last jump began."""
        if came_from := self._jumps.back(self.place):
            place, self._jumps = came_from
            self._go(place)
        else:
            self._room.tell("There is nothing to go back to.")

    def jump_forward(self) -> None:
        """Go forward again to where one came back from."""
        if going_to := self._jumps.forward(self.place):
            place, self._jumps = going_to
            self._go(place)
        else:
            self._room.tell("There is nothing to go forward to.")

    def moved_to(self, article_id: int, block: int) -> None:
        """The cursor of the reader has come to a paragraph: let the side pane follow."""
        self.place = Place(article_id, block)
        self._entitle()
        self._follow()

    def refresh(self) -> None:
        """Load the article again, since the library has changed, and show what is new about it."""
        if self.shown is not None and self._wanted == self.shown.row.id:
            self._room.work(partial(self._reload, self.shown), group="reload")

    def _go(self, place: Place) -> None:
        self.open(place.article, place)
        self._room.article_list.move_to_article(place.article)

    def _load(self, article_id: int, *, after: float = 0, at: Place | None = None, is_opened: bool = False) -> None:
        self._wanted = article_id
        self._room.work(partial(self._loading, article_id, after, at, is_opened), group="open")

    async def _loading(self, article_id: int, after: float, at: Place | None, is_opened: bool) -> None:
        await asyncio.sleep(after)
        try:
            opened = await self._thread.ask(load_article, article_id)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        self._show(opened, at or Place(article_id), jump=at is not None)
        if is_opened:
            self._mark_read(article_id)

    def _show(self, opened: OpenedArticle, place: Place, *, jump: bool) -> None:
        self.shown = opened
        self.place = place
        self._room.reader.show(
            opened.row.id,
            opened.article,
            opened.annotations,
            margin=opened.margin,
            at=(place.block, place.start, place.end) if jump else None,
        )
        self._entitle()

    async def _reload(self, before: OpenedArticle) -> None:
        try:
            opened = await self._thread.ask(load_article, before.row.id)
        except BroadsheetError:
            return
        if self.shown is not before:
            return
        self.shown = opened
        if (opened.annotations, opened.margin) != (before.annotations, before.margin):
            self._room.reader.refresh_annotations(opened.annotations, opened.margin)
        self._entitle()
        self._follow()

    def _follow(self) -> None:
        self._room.work(partial(self._following, self.place), group="crossrefs")

    async def _following(self, place: Place) -> None:
        await asyncio.sleep(CROSS_REFERENCES_AFTER)
        if self.shown is not None and self.shown.row.state is ArticleState.WAITING:
            self._room.side.show_waiting("Waiting to be annotated; what the others say will follow.")
            return
        try:
            groups = await self._thread.ask(load_cross_references, place)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        self._room.side.show(place.article, place.block, groups)
        reports = sum(group.reports for group in groups if not group.doubtful)
        self._room.panes.entitle(Pane.SIDE, "Others on this paragraph", str(reports) if reports else "")

    def _entitle(self) -> None:
        if self.shown is None:
            return
        row, blocks = self.shown.row, len(self.shown.article.blocks)
        name = " · ".join(part for part in (one_line(row.outlet), date_words(row.published)) if part)
        position = f"{self.place.block + 1}/{blocks}" if self.place.block >= 0 and blocks else ""
        self._room.panes.entitle(Pane.READER, name, position)

    def _mark_read(self, article_id: int) -> None:
        self._room.marks.apply(MarkChange(Mark.READ, article_id, is_set=True), is_remembered=False)

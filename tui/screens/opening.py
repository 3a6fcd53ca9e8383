"""What the reader shows: opening articles, previewing them, and jumping back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import TITLE_BLOCK, ArticleRow
from articles.text import one_line
from tui.commands import Pane
from tui.dates import date_words
from tui.library_thread import LibraryThread
from tui.marking import Mark, MarkChange
from tui.rendering.article_view import ArticleView
from tui.rendering.reading_notes import encoder_note, engine_note, failure_note, language_note
from tui.rendering.rows import versions_note
from tui.state import Frame, JumpList, Place, Stop

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom
    from tui.screens.versions import VersionChoice

PREVIEW_AFTER = 0.09
"""Seconds that the cursor of the list has to rest before the article under it is shown."""


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """All that the reader needs of an article."""

    row: ArticleRow
    view: ArticleView
    entities: tuple[int, ...] = ()
    """The library id of each entity of its annotations."""
    failure: str = ""
    """Why the language engine failed on it; empty where it did not."""


def load_article(library: Library, article_id: int) -> OpenedArticle:
    """Get an article with what was found in it.

    Raises:
        NotFoundError: There is no such article.
    """
    from articles.reading.crossrefs import reported_elsewhere

    with library.snapshot():
        view = ArticleView(
            library.article(article_id),
            library.annotations(article_id),
            reported_elsewhere(library, article_id),
            library.passage_marks(article_id),
            library.dated_by_events(article_id),
        )
        return OpenedArticle(library.row(article_id), view, library.entity_ids(article_id), library.failure(article_id))


class Opening:
    """The reader of a reading room, and where it has been.

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

    @property
    def settled(self) -> OpenedArticle | None:
        """The article in the reader; None also while another one is on its way there."""
        return self.shown if self.shown is not None and self.shown.row.id == self._wanted else None

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

    def jump(self, place: Place, screens: tuple[Frame, ...] = ()) -> None:
        """Go to a place in another article, remembering this one, and the screens about events that it was found on."""
        if self.shown is not None:
            self._jumps = self._jumps.jumped_from(self.place)
        if screens:
            self._jumps = self._jumps.jumped_from(screens)
        self._go(place)

    def jump_back(self) -> None:
        """Go back to where the last jump began."""
        if came_from := self._jumps.back(self.place):
            stop, self._jumps = came_from
            self._go_to_stop(stop)
        else:
            self._room.tell("There is nothing to go back to.")

    def jump_forward(self) -> None:
        """Go forward again to where one came back from."""
        if going_to := self._jumps.forward(self.place):
            stop, self._jumps = going_to
            self._go_to_stop(stop)
        else:
            self._room.tell("There is nothing to go forward to.")

    def moved_to(self, article_id: int, block: int) -> None:
        """The cursor of the reader has come to a paragraph: let the side pane follow."""
        self.place = Place(article_id, block)
        self._entitle()
        self._room.beside.follow()

    def version_chosen(self, choice: VersionChoice | None) -> None:
        """Open what was chosen among the versions; None for nothing. The list shows what was taken apart there."""
        if choice is None:
            return
        if choice.is_regrouped:
            self._room.listing.refresh()
        if choice.article is not None:
            self.jump(Place(choice.article, TITLE_BLOCK))

    def marks_changed(self) -> None:
        """Show the tags that the article bears now."""
        row = None if self.shown is None else self._room.row(self.shown.row.id)
        if self.shown is not None and row is not None and row.tags != self.shown.row.tags:
            self.shown = replace(self.shown, row=row)
            self._room.reader.update_view(self._view(self.shown))

    def refresh(self) -> None:
        """Load the article again, since the library has changed, and show what is new about it."""
        if self.shown is not None and self._wanted == self.shown.row.id:
            self._room.work(self.reload, group="reload")

    def _go_to_stop(self, stop: Stop) -> None:
        if isinstance(stop, Place):
            self._go(stop)
        else:
            self._room.events.open(stop)

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
        at = (place.block, place.start, place.end) if jump else None
        self._room.reader.show(opened.row.id, self._view(opened), at=at)
        self._entitle()

    async def reload(self) -> None:
        """Show the article as the library has it now."""
        if self.shown is None:
            return
        try:
            opened = await self._thread.ask(load_article, self.shown.row.id)
        except BroadsheetError:
            return
        before = self.shown
        if before.row.id != opened.row.id:
            return
        self.shown = opened
        view = self._view(opened)
        if view != self._view(before):
            self._room.reader.update_view(view)
            self.place = Place(opened.row.id, self._room.reader.position[0])
        self._entitle()
        self._room.beside.follow(is_changed=True)

    def _view(self, opened: OpenedArticle) -> ArticleView:
        """What the reader shows, with what else is to be said of the article."""
        keys, row = self._room.broadsheet.key_of, opened.row
        remarks = [
            failure_note(opened.failure, row.title, keys("article.retry")),
            language_note(opened.view.annotations),
            f"summary · {keys('article.fetch')} fetches the full text" if row.is_summary else "",
            versions_note(row.all_versions, keys("article.versions")),
        ]
        return replace(opened.view, tags=row.tags, remark=" · ".join(filter(None, remarks)))

    def _entitle(self) -> None:
        if self.shown is None:
            return
        annotations = self.shown.view.annotations
        self._room.status.engine, self._room.status.encoder = engine_note(annotations), encoder_note(annotations)
        row, blocks = self.shown.row, len(self.shown.view.article.blocks)
        name = " · ".join(part for part in (one_line(row.outlet), date_words(row.published)) if part)
        position = f"{self.place.block + 1}/{blocks}" if self.place.block >= 0 and blocks else ""
        self._room.panes.entitle(Pane.READER, name, position)

    def _mark_read(self, article_id: int) -> None:
        self._room.marks.apply(MarkChange(Mark.READ, (article_id,), is_set=True), is_remembered=False)

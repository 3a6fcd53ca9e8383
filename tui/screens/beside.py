"""What the side pane shows beside the paragraph that is read: asks for it tab by tab, and goes where it leads."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import ArticleState
from tui.library_thread import LibraryThread
from tui.state import Place, Tab

if TYPE_CHECKING:
    from articles.reading.article_timeline import ReportedEvent
    from articles.reading.crossrefs import CrossReferenceGroup
    from articles.reading.named_here import NamedHere
    from tui.rendering.side_differences import Entry
    from tui.screens.reading_room import ReadingRoom

FOLLOWS_AFTER = 0.03
"""Seconds that the cursor of the reader has to rest before the side pane follows."""

_NOT_COMPARED = {
    ArticleState.WAITING: "Waiting to be annotated; what the others say will follow.",
    ArticleState.FAILED: "The language engine failed on this article, so it is not compared with the others.",
}


def load_others(library: Library, place: Place) -> tuple[CrossReferenceGroup, ...]:
    """Get what other articles say about the paragraph at a place."""
    from articles.reading.crossrefs import cross_references

    with library.snapshot():
        return cross_references(library, place.article, place.block)


def load_timeline(library: Library, article_id: int) -> tuple[ReportedEvent, ...]:
    """Get the dated events of an article and of what it is linked to."""
    from articles.reading.article_timeline import article_timeline

    return article_timeline(library, article_id)


def load_differences(library: Library, article_id: int) -> tuple[Entry, ...]:
    """Get what others tell differently from an article, then what only it tells, then what it leaves out."""
    from articles.reading.article_differences import article_differences
    from articles.reading.coverage import coverage

    with library.snapshot():
        differing = article_differences(library, article_id)
    alone = coverage(library, article_id)
    return (*differing, *alone.only_here, *alone.only_there)


def load_names(library: Library, article_id: int) -> tuple[NamedHere, ...]:
    """Get whom and what an article names."""
    from articles.reading.named_here import named_here

    return named_here(library, article_id)


class Beside:
    """The side pane of a reading room.

    What a tab shows of a whole article is asked for once, and again when something about it has changed.

    Args:
        room: The reading room.
        thread: Answers questions to the library.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._article = 0
        self._timeline: tuple[ReportedEvent, ...] | None = None
        self._differences: tuple[Entry, ...] | None = None
        self._names: tuple[NamedHere, ...] | None = None

    def follow(self, *, is_changed: bool = False) -> None:
        """Show what belongs beside the paragraph that is read.

        Args:
            is_changed: Whether what is known of the article may be other than it was.
        """
        place = self._room.opening.place
        if is_changed or place.article != self._article:
            self._article, self._timeline, self._differences, self._names = place.article, None, None, None
        self._room.work(partial(self._following, place), group="beside")

    def step_tab(self, steps: int) -> None:
        """Show the tab so many steps to the right."""
        self._room.change_view(self._room.view.step_tab(steps))

    def show_tab(self, tab: Tab) -> None:
        """Show a tab."""
        self._room.change_view(self._room.view.show_tab(tab))

    def tab_changed(self) -> None:
        """Another tab is shown: fill it."""
        self._room.side.show_tab(self._room.view.tab)
        self._room.panes.show_tab(self._room.view.tab)
        if self._room.opening.shown is not None:
            self._room.work(partial(self._filling, self._room.opening.place), group="beside")

    def go(self, place: Place, left: Place | None) -> None:
        """Open a passage, from where it was set against this article's, so that going back leads there."""
        opening = self._room.opening
        if left is not None and left.article == opening.place.article:
            opening.place = left
        opening.jump(place)

    async def _following(self, place: Place) -> None:
        await asyncio.sleep(FOLLOWS_AFTER)
        await self._filling(place)

    async def _filling(self, place: Place) -> None:
        """Fill the tab that is shown."""
        shown, tab = self._room.opening.shown, self._room.view.tab
        if shown is None or shown.row.id != place.article:
            return
        if tab is not Tab.NOTES and (why := _NOT_COMPARED.get(shown.row.state)):
            self._room.side.column.show_waiting(why)
            self._room.panes.show_tab(tab)
            return
        try:
            count = await self._shown(tab, place)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        self._room.panes.show_tab(tab, str(count) if count else "")

    async def _shown(self, tab: Tab, place: Place) -> int:
        """Show what belongs on a tab; how much it is."""
        side, ask = self._room.side, self._thread.ask
        match tab:
            case Tab.OTHERS:
                groups = await ask(load_others, place)
                side.others.show(place.article, place.block, groups)
                return sum(group.reports for group in groups if not group.doubtful)
            case Tab.TIMELINE:
                if self._timeline is None:
                    self._timeline = await ask(load_timeline, place.article)
                side.timeline.show(place, self._timeline)
                return len(self._timeline)
            case Tab.DIFFERENCES:
                if self._differences is None:
                    self._differences = await ask(load_differences, place.article)
                side.differences.show(place, self._differences)
                return len(self._differences)
            case Tab.ENTITIES:
                if self._names is None:
                    self._names = await ask(load_names, place.article)
                side.entities.show(place, self._names)
                return len(self._names)
            case Tab.NOTES:
                shown = self._room.opening.shown
                marks = shown.view.marks if shown is not None else ()
                side.notes.show(place, marks, note_key=self._room.broadsheet.key_of("reader.note"))
                return len(marks)

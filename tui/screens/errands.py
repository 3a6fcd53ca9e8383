"""What the reader sends for from the reading room: updates, full texts, additions; each in a process of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import ArticleRow
from tui.feeding import Feeding, WorkDone, report_words
from tui.feeding_deeds import add_named, fetch_all, subscribe_to, update_all
from tui.library_thread import LibraryThread

if TYPE_CHECKING:
    from articles.progress import Report
    from articles.updating.apart import Deed
    from tui.screens.reading_room import ReadingRoom

UPDATE, FETCH, ADD = "update", "fetch", "add"
_MOST_LINKS = 33
"""Links that are offered, each by a digit or letter."""
_STOPPED = {
    UPDATE: "The update was stopped; what came is kept.",
    FETCH: "Fetching was stopped.",
    ADD: "Adding was stopped; what came is kept.",
}


def address_of(library: Library, article: int) -> str:
    """Where an article can be read; empty where that is not known."""
    found = library.address(article)
    return found.address if found else ""


def retry_failed(library: Library) -> tuple[int, ...]:
    """Let the articles wait for annotation again that the language engine failed on; which those are."""
    return library.retry_failed()


class Errands:
    """The errands of a reading room. Of each kind one is done at a time, and what is asked meanwhile after it.

    Args:
        room: The reading room.
        library: The library file.
        thread: Answers questions to the library.
    """

    def __init__(self, room: ReadingRoom, library: Path, thread: LibraryThread) -> None:
        self._room = room
        self._library = library
        self._thread = thread
        self._running: dict[str, Feeding] = {}
        self._to_fetch: list[int] = []
        self._to_add: list[Deed] = []

    @property
    def is_updating(self) -> bool:
        """Whether sources are being looked at."""
        return UPDATE in self._running

    def update(self) -> None:
        """Look at all sources; or, while that is being done, stop it."""
        if self.is_updating:
            self.stop()
        else:
            self._room.tell(f"Looking for what is new; {self._room.broadsheet.key_of('sources.update')} stops")
            self._begin(UPDATE, update_all)

    def stop(self) -> None:
        """Stop an update; `done` tells of it."""
        if running := self._running.get(UPDATE):
            running.cancel()

    def stop_all(self) -> None:
        """Stop everything: the room is being left."""
        self._to_fetch.clear()
        self._to_add.clear()
        for running in self._running.values():
            running.cancel()

    def fetch(self) -> None:
        """Fetch the full text of the current article."""
        if (row := self._room.current_row) and row.id not in self._to_fetch:
            self._to_fetch.append(row.id)
            self._room.tell(f"Fetching {'the full text of ' if row.is_summary else ''}{row.title}")
            self._go_on(FETCH)

    def retry(self) -> None:
        """Have the articles annotated again that the language engine failed on."""
        self._room.work(self._retrying, group="retry")

    def ask_what_to_add(self) -> None:
        """Let the reader name what to add."""
        from tui.screens.add_prompt import AddPrompt

        self._room.app.push_screen(AddPrompt(), self._named)

    def open_in_browser(self) -> None:
        """Open the current article at its address."""
        if row := self._room.current_row:
            self._room.work(partial(self._opening, row), group="browser")

    def open_link(self) -> None:
        """Let the reader choose a link of the article, those of the paragraph under the cursor first, and open it."""
        from tui.rendering.links import links_from
        from tui.screens.choice_picker import ChoicePicker

        shown = self._room.opening.settled
        links = links_from(shown.view.article, self._room.reader.position[0]) if shown else ()
        if not links:
            self._room.tell("There are no links in the article.")
            return

        def chosen(position: int | None) -> None:
            if position is not None:
                self._room.work(partial(self._opening_address, links[position].address), group="browser")

        choices = [link.words for link in links[:_MOST_LINKS]]
        self._room.app.push_screen(ChoicePicker("Which link?", choices), chosen)

    def done(self, event: WorkDone) -> None:
        """Tell how an errand ended, have annotated what it brought, and begin the next one."""
        self._running.pop(event.work, None)
        report = event.report
        if report is None:
            self._room.tell(event.problem, is_error=True)
        else:
            self._tell(event.work, report)
            if report.added or report.changed:
                self._room.broadsheet.annotate_new()
        self._go_on(event.work)

    def _named(self, named: tuple[str, bool] | None) -> None:
        if named is None:
            return
        word, is_to_be_kept = named
        self._room.tell(f"{'Subscribing to' if is_to_be_kept else 'Adding'} {word}")
        self._to_add.append(partial(subscribe_to if is_to_be_kept else add_named, word))
        self._go_on(ADD)

    def _go_on(self, work: str) -> None:
        """Begin what has been asked for meanwhile."""
        if work in self._running:
            return
        if work == FETCH and self._to_fetch:
            wanted, self._to_fetch = self._to_fetch, []
            self._begin(FETCH, partial(fetch_all, wanted))
        elif work == ADD and self._to_add:
            self._begin(ADD, self._to_add.pop(0))

    def _begin(self, work: str, deed: Deed) -> None:
        feeding = Feeding(self._library, self._room.app.post_message, work, annotates=False)
        self._running[work] = feeding
        self._room.run_worker(partial(feeding.run, deed), thread=True, group=work)

    def _tell(self, work: str, report: Report) -> None:
        if report.is_cancelled:
            self._room.tell(f"{_STOPPED[work]} {report_words(report)}", is_error=bool(report.problems))
        elif work == FETCH and report.changed and not report.problems:
            self._room.tell(
                "The full text is here." if report.changed == 1 else f"{report.changed} full texts are here."
            )
        elif work == FETCH and not report.problems:
            self._room.tell("The page is as it was.")
        else:
            words = report_words(report) or "There is no source to update yet: a adds one."
            self._room.tell(words, is_error=bool(report.problems))

    async def _retrying(self) -> None:
        try:
            count = len(await self._thread.order(retry_failed))
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        if count:
            self._room.tell(f"Trying {'one article' if count == 1 else f'{count:,} articles'} again")
            self._room.listing.refresh()
            self._room.broadsheet.annotate_new()
        else:
            self._room.tell("There is no article that the language engine failed on.")

    async def _opening(self, row: ArticleRow) -> None:
        try:
            address = await self._thread.ask(address_of, row.id)
        except BroadsheetError as error:
            self._room.tell(str(error), is_error=True)
            return
        await self._opening_address(address)

    async def _opening_address(self, address: str) -> None:
        import asyncio

        from tui.browser import open_in_browser

        problem = await asyncio.to_thread(open_in_browser, address)
        self._room.tell(problem or f"Opened in the browser: {address}", is_error=bool(problem))

"""The reader's views: searches kept under a name, listed with how many articles each finds, shown, and forgotten."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.signal import Signal

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import SavedView
from articles.query import Query, parse
from tui.commands import Pane
from tui.library_thread import LibraryThread
from tui.listings.views import Counted, load_views
from tui.screens.listing import DEFAULT_ORDER, ORDERS, Shown

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom


def save_view(library: Library, name: str, query: Query, sort: str) -> SavedView:
    """Keep a search under a name."""
    return library.views.save(name, query, sort)


def forget_view(library: Library, name: str) -> SavedView:
    """Forget a view; what it was."""
    return library.views.remove(name)


def put_back_view(library: Library, view: SavedView) -> None:
    """Keep a view again that was forgotten."""
    library.views.put_back(view)


class Views:
    """The views of a reading room.

    Args:
        room: The reading room.
        thread: Asks and changes the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self.changed: Signal[None] = Signal(room, "views changed")
        """Published when there are other views than before."""

    async def load(self) -> tuple[Counted, ...]:
        """All views, each with how many articles it finds. Raises `BroadsheetError`."""
        return await self._thread.ask(load_views)

    def open_list(self) -> None:
        """Show all views."""
        from tui.screens.view_list import ViewListScreen

        self._room.app.push_screen(ViewListScreen(self), self._chosen)

    def save(self) -> None:
        """Ask for a name under which the search that the list shows is kept."""
        from tui.screens.name_prompt import NamePrompt

        shown = self._room.listing.shown
        if not shown.query:
            key = self._room.broadsheet.key_of("search.open")
            self._room.tell(f"All articles are listed; search ({key}) for what the view is to show.")
            return
        prompt = NamePrompt(f"A view of {shown.query}", shown.text)
        self._room.app.push_screen(prompt, partial(self._named, shown))

    def forget(self, view: SavedView) -> None:
        """Forget a view, and remember how to undo that."""
        self._begin(partial(self._forgetting, view, is_again=False))

    def undo(self) -> None:
        """Undo the last change that the reader made, of whatever kind."""
        self._room.marks.undo()

    def _named(self, shown: Shown, name: str | None) -> None:
        if name:
            self._begin(partial(self._saving, name, shown.query, shown.sort))

    def _chosen(self, view: SavedView | None) -> None:
        """List what a view finds; None for nothing."""
        if view is None:
            return
        try:
            query = parse(view.query)
        except BroadsheetError as error:
            self._room.tell(f"{view.name}: {error}", is_error=True)
            return
        sort = view.sort if view.sort in ORDERS else DEFAULT_ORDER
        self._room.focus_pane(Pane.LIST)
        self._room.listing.search(Shown(view.name, query, sort=sort))

    def _begin(self, deed: Callable[[], Awaitable[None]]) -> None:
        self._room.work(partial(self._doing, deed), group="views", is_alone=False)

    async def _doing(self, deed: Callable[[], Awaitable[None]]) -> None:
        try:
            await deed()
        except BroadsheetError as error:
            self._room.tell(f"Not done: {error}", is_error=True)
            return
        self.changed.publish(None)

    async def _saving(self, name: str, query: Query, sort: str) -> None:
        view = await self._thread.order(save_view, name, query, sort)
        self._remember(view, is_there=True)
        self._room.tell(f"View kept: {view.name}. {self._room.broadsheet.key_of('app.views')} shows all.")

    async def _forgetting(self, view: SavedView, *, is_again: bool) -> None:
        await self._thread.order(forget_view, view.name)
        if not is_again:
            self._remember(view, is_there=False)
        self._room.tell(f"View forgotten: {view.name}.")

    async def _putting_back(self, view: SavedView) -> None:
        await self._thread.order(put_back_view, view)
        self._room.tell(f"View kept again: {view.name}.")

    def _remember(self, view: SavedView, *, is_there: bool) -> None:
        forget = partial(self._begin, partial(self._forgetting, view, is_again=True))
        keep = partial(self._begin, partial(self._putting_back, view))
        self._room.marks.remember(forget if is_there else keep, keep if is_there else forget)

"""The reading room: the list of articles, the reader, and what the others say about the paragraph being read."""

from __future__ import annotations

import gc
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult

from articles.errors import NotFoundError
from articles.library import Library
from articles.model import ArticleRow, LibraryCounts
from articles.text import one_line
from tui.commands import Pane
from tui.library_thread import LibraryThread
from tui.rendering.rows import is_heading
from tui.screens.beside import Beside
from tui.screens.keyed import KeyedScreen
from tui.screens.listing import Listing
from tui.screens.marks import Marks
from tui.screens.opening import Opening
from tui.screens.passages import Passages
from tui.screens.room_commands import DEEDS
from tui.screens.searching import Searching
from tui.screens.selecting import Selecting
from tui.state import RoomView
from tui.widgets.article_list import ArticleList
from tui.widgets.panes import Panes
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.tab_title import TabTitle

if TYPE_CHECKING:
    from tui.screens.citing import Citing
    from tui.screens.correcting import Correcting
    from tui.screens.entities import Entities
    from tui.screens.errands import Errands
    from tui.screens.events import Events
    from tui.screens.noting import Noting
    from tui.screens.ruling import Ruling
    from tui.screens.tagging import Tagging
    from tui.screens.views import Views
    from tui.widgets.line_field import LineField
    from tui.widgets.reader import Reader
    from tui.widgets.search_line import SearchLine
    from tui.widgets.side_pane import SidePane
    from tui.widgets.side_tab import SideTab

_WATCH_EVERY = 3.0
"""Seconds between looks at whether another process has written to the library."""


_THREADS = ("reading", "beside", "searching", "marking", "naming")
"""What is asked of the library side by side: a question of one kind never waits for one of another."""
_WHERE = {1: "below", -1: "above"}


class ReadingRoom(KeyedScreen[None]):
    """Three panes over one library, and a line of status and one of keys below them.

    Args:
        library: The library, opened by the thread of the event loop; asked only what is answered in milliseconds.
    """

    AUTO_FOCUS = ""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._seen_version = 0
        self._is_furnished = False
        self._typed_ahead: list[Callable[[], object]] = []
        self._threads = [LibraryThread(library.path, name) for name in _THREADS]
        reading, beside, searching, marking, _ = self._threads
        self.view: RoomView = RoomView(width=0)
        self.article_list: ArticleList = ArticleList(lambda ids: self.listing.rows(ids))
        self.reader: Reader
        self.side: SidePane
        self.panes: Panes = Panes({Pane.LIST: self.article_list})
        self.status: StatusLine = StatusLine()
        self._key_line = KeyLine()
        self.listing: Listing = Listing(self, searching, library.rows)
        self.searching: Searching = Searching(self, searching)
        self.opening: Opening = Opening(self, reading)
        self.beside: Beside = Beside(self, beside)
        self.marks: Marks = Marks(self, marking)
        self.selecting: Selecting = Selecting(self)
        self.passages: Passages = Passages(self)
        self.tagging: Tagging
        self.citing: Citing
        self.views: Views
        self.errands: Errands
        self.correcting: Correcting
        self.events: Events
        self.noting: Noting
        self.entities: Entities
        self.ruling: Ruling

    def compose(self) -> ComposeResult:
        """The panes, and the two lines below them."""
        yield self.panes
        yield self.status
        yield self._key_line

    def on_mount(self) -> None:
        """Show the first page with the first paint, and the rest after it."""
        self.status.library = self._library.path.stem
        self.listing.load_first(self._library)
        self.change_view(self.view.resized(self.app.size.width))
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Let go of the library."""
        if self._is_furnished:
            self.errands.stop_all()
        for thread in self._threads:
            thread.close()
        gc.unfreeze()

    @property
    def keyed_pane(self) -> Pane:
        """The focused pane, or the search line or the passage while that is open."""
        if self.searching.is_open:
            return Pane.SEARCH
        return Pane.PASSAGE if self.passages.is_open and self.view.focused is Pane.READER else self.view.focused

    @property
    def field(self) -> LineField | None:
        """The search line while it is open."""
        return self.searching.field

    @property
    def current_row(self) -> ArticleRow | None:
        """The article that commands act on: the one under the cursor of the list, or the one in the reader."""
        if self.view.focused is Pane.LIST or self.opening.shown is None:
            return self.listed_row
        return self.row(self.opening.shown.row.id)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The articles that marks are given to: in the list those that are selected, or else the current one."""
        if self.view.focused is Pane.LIST and (selected := self.article_list.selected):
            return selected
        row = self.current_row
        return () if row is None else (row.id,)

    @property
    def listed_row(self) -> ArticleRow | None:
        """The article under the cursor of the list; None on the heading of a story."""
        row = self.article_list.current
        return None if row is None or is_heading(row) else row

    def row(self, article_id: int) -> ArticleRow | None:
        """The row of an article as it is now; None where there is no such article."""
        try:
            return self.article_list.row(article_id) or self._library.row(article_id)
        except NotFoundError:
            return None

    def run_command(self, command_id: str) -> None:
        """Carry out a command; one that is typed before the room is furnished, as soon as it is."""
        if self._is_furnished:
            DEEDS[command_id](self)
        else:
            self._typed_ahead.append(partial(self.run_command, command_id))

    def on_key(self, event: events.Key) -> None:
        """Keep the keys that are typed before the room is furnished; they follow in their order."""
        is_meant = event.is_printable or self.broadsheet.keymap.step(Pane.LIST, (), event.key).is_taken
        if is_meant and not self._is_furnished:
            event.stop()
            event.prevent_default()
            self._typed_ahead.append(partial(super().on_key, events.Key(event.key, event.character)))

    def pending_changed(self) -> None:
        """Show what is typed of a sequence."""
        self.status.pending_keys = "".join(self.pending)

    def change_view(self, view: RoomView) -> None:
        """Show other panes, or give the keys to another one."""
        if view == self.view:
            return
        before, self.view = self.view, view
        self.panes.show(view)
        if view.tab is not before.tab:
            self.beside.tab_changed()
        self.article_list.row_height = view.row_height
        self.give_keys()
        self._preview_current()

    def focus_pane(self, pane: Pane) -> None:
        """Give the keys to a pane, and bring it to sight."""
        self.change_view(self.view.focus(pane))

    def give_keys(self) -> None:
        """Give the keys to the search line or to the pane whose turn it is, and show which they are."""
        if not self.searching.is_open:
            self.panes.focus_pane(self.view.focused)
        self._key_line.show(self.broadsheet.footer_commands(self.keyed_pane))

    def work(self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str, is_alone: bool = True) -> None:
        """Do something that waits, beside everything else.

        Args:
            work: What to do.
            group: What it belongs to.
            is_alone: Whether whatever else of its group is still at work is given up for it.
        """
        begun: Callable[[], Any] = work
        self.run_worker(begun, group=group, exclusive=is_alone)

    def tell(self, message: str, *, is_error: bool = False) -> None:
        """Say something in the status line, and in that of the screen above the room where it has one."""
        lines = {self.status, *(line for screen in self.app.screen_stack[-1:] for line in screen.query(StatusLine))}
        for line in lines:
            line.tell(message, is_error=is_error)

    def show_counts(self, counts: LibraryCounts) -> None:
        """Say how much there is, and have annotated what waits."""
        self.status.counts = f"{counts.articles:,} articles · {counts.unread:,} unread"
        if counts.waiting or counts.unsigned:
            self.broadsheet.annotate_waiting()

    def list_changed(self) -> None:
        """Bring the reader up to date with the list."""
        self.opening.refresh()
        self._preview_current()

    def open_current(self) -> None:
        """Open the article under the cursor of the list; fold the story under it, or unfold it."""
        current = self.article_list.current
        if current and is_heading(current):
            self.listing.toggle_story(current.id)
        elif current:
            self.opening.open(current.id)

    def step_article(self, steps: int) -> None:
        """Go to another article of the list; with the reader in use, open it there."""
        before = here = self.article_list.cursor
        self.article_list.move(steps)
        while self.listed_row is None and self.article_list.cursor != here:
            here = self.article_list.cursor
            self.article_list.move(steps)
        if self.listed_row is None or self.article_list.cursor == before:
            self.tell("That was the last one." if steps > 0 else "That was the first one.")
        elif self.view.focused is not Pane.LIST:
            self.open_current()

    def next_reported(self, direction: int) -> None:
        """Go to the nearest paragraph after, or for -1 before, the cursor that others report on."""
        if not self.reader.next_reported(direction):
            self.tell(f"Nothing {_WHERE[direction]} is reported elsewhere.")

    def next_difference(self, direction: int) -> None:
        """Go to the nearest paragraph after, or for -1 before, the cursor from which another article differs."""
        if not self.reader.next_reported(direction, is_differing=True):
            self.tell(f"Nothing {_WHERE[direction]} is told differently elsewhere.")

    def next_entity(self, direction: int) -> None:
        """Go to the nearest name after, or for -1 before, the cursor."""
        if not self.reader.next_entity(direction):
            self.tell(f"No name {_WHERE[direction]}.")
        elif named := self.reader.named:
            self.tell(f"{one_line(named.name)} · {named.kind.value}")

    def change_highlights(self) -> None:
        """Highlight all, names, events or nothing, in turn."""
        self.tell(f"Highlights: {self.reader.cycle_highlights().value}")

    def show_versions(self) -> None:
        """Show the versions of the current article's text."""
        from tui.screens.versions import VersionsScreen

        row = self.current_row
        if row is not None and row.all_versions > 1:
            self.app.push_screen(VersionsScreen(row, self._library.path), self.opening.version_chosen)
        elif row is not None:
            self.tell("There is only this version of it.")

    def back(self) -> None:
        """Go out of zen, back a pane, out of a search, or, at the top, leave."""
        if self.view.is_zen:
            self.change_view(self.view.toggle_zen())
        elif self.view.focused is Pane.LIST and self.article_list.selection:
            self.selecting.clear()
        elif self.view.focused is not Pane.LIST:
            self.focus_pane(Pane.READER if self.view.focused is Pane.SIDE else Pane.LIST)
        elif self.listing.shown.is_narrowed:
            self.listing.show_all()
        else:
            self.app.exit()

    def cancel(self) -> None:
        """Leave zen, or else let go of a selection, leave a search or stop an update; clear the last message."""
        self.tell("")
        if self.view.is_zen:
            self.change_view(self.view.toggle_zen())
        elif self.article_list.selection:
            self.selecting.clear()
        elif self.listing.shown.is_narrowed:
            self.listing.show_all()
        else:
            self.errands.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out anew."""
        self.change_view(self.view.resized(event.size.width))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the mouse: a pane that is clicked has the keys. By then they may have gone on to another one."""
        pane = self.panes.pane_of(event.widget)
        if pane and event.widget is self.focused and pane is not self.view.focused:
            self.focus_pane(pane)

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Search as it is typed."""
        self.searching.typed(event.text)

    def on_reader_paragraph_changed(self, event: Reader.ParagraphChanged) -> None:
        """Let the side pane follow the cursor of the reader."""
        self.opening.moved_to(event.article_id, event.block)
        self.passages.moved_to(event.article_id, event.block)

    def on_reader_passage_dragged(self, event: Reader.PassageDragged) -> None:
        """Select the passage that the mouse is drawn over."""
        self.focus_pane(Pane.READER)
        self.passages.open((event.start, event.end))

    def on_reader_entity_chosen(self, event: Reader.EntityChosen) -> None:
        """Show the card of a name."""
        self.entities.open_card_of(event.article_id, event.entity)

    def on_side_tab_open_requested(self, event: SideTab.OpenRequested) -> None:
        """Open an article at that very sentence."""
        self.beside.go(event.place, event.left)

    def on_side_tab_entity_chosen(self, event: SideTab.EntityChosen) -> None:
        """Show the card of a name."""
        self.entities.open_card(event.entity)

    def on_tab_title_chosen(self, event: TabTitle.Chosen) -> None:
        """Show the tab that was clicked, once there is something to show."""
        if self._is_furnished:
            self.beside.show_tab(event.tab)

    @on(ArticleList.CursorMoved)
    def _preview(self, event: ArticleList.CursorMoved) -> None:
        if (article := self._article_at(event.article_id)) is not None:
            self.opening.preview(article)

    @on(ArticleList.SelectionChanged)
    def _count_selected(self) -> None:
        self.listing.entitle()

    @on(ArticleList.Opened)
    def _open(self) -> None:
        self.open_current()

    def _begin(self) -> None:
        """What is left to do once the first paint is out."""
        self._furnish()
        self._seen_version = self._library.data_version()
        self.listing.refresh()
        self.set_interval(_WATCH_EVERY, self._look_for_changes)
        self.broadsheet.begin_work()
        self._preview_current()
        for typed in self._typed_ahead:
            typed()
        gc.freeze()  # what a room is made of is no garbage; to look through it again and again takes 50 ms each time

    def _furnish(self) -> None:
        """Bring in the reader, the side pane and what is done in them: the first paint does not wait for these."""
        from tui.screens.citing import Citing
        from tui.screens.correcting import Correcting
        from tui.screens.entities import Entities
        from tui.screens.errands import Errands
        from tui.screens.events import Events
        from tui.screens.noting import Noting
        from tui.screens.ruling import Ruling
        from tui.screens.tagging import Tagging
        from tui.screens.views import Views
        from tui.widgets.reader import Reader
        from tui.widgets.side_pane import SidePane

        self.reader, self.side = Reader(), SidePane()
        reading, _, _, marking, naming = self._threads
        self.errands = Errands(self, self._library.path, reading)
        self.correcting = Correcting(self, marking)
        self.events = Events(self, self._library.path)
        self.noting = Noting(self, marking)
        self.citing = Citing(self, reading)
        self.views = Views(self, marking)
        self.tagging = Tagging(self, self._library, marking)
        self.entities = Entities(self, naming, self._library.entity_listing.rows)
        self.ruling = Ruling(self, marking)
        if not self.article_list.ids:
            key = self.broadsheet.key_of("list.add")
            self.reader.empty_text = (
                f"Nothing is here yet. Add a file, a folder, a page or a feed ({key}),"
                " or leave and try it on sample articles: broadsheet demo."
            )
        self.panes.fill(Pane.READER, self.reader)
        self.panes.fill(Pane.SIDE, self.side)
        self._is_furnished = True

    def _look_for_changes(self) -> None:
        version = self._library.data_version()
        if version != self._seen_version:
            self._seen_version = version
            self.listing.refresh()

    def _preview_current(self) -> None:
        """Show what the cursor of the list is on, unless something is being read."""
        current = self.article_list.current
        if self._is_furnished and current and (self.view.focused is Pane.LIST or self.opening.shown is None):
            article = self._article_at(current.id)
            if article is not None:
                self.opening.preview(article)

    def _article_at(self, identity: int) -> int | None:
        """The article with an id of the list; of the heading of a story, its first."""
        return identity if identity > 0 else self.listing.first_of(identity)

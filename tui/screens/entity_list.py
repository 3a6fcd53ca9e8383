"""All names of the library: filtered by spelling and kind, sorted, and each with its card."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label, Static

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import EntityKind, EntitySort, KnownEntity
from articles.text import one_line
from tui.commands import Pane
from tui.rendering.entity_rows import heading_line
from tui.rendering.spans import safe
from tui.screens import entity_deeds
from tui.screens.choice_picker import ChoicePicker
from tui.screens.entities import Entities, EntityChoice, articles_naming
from tui.screens.keyed import KeyedScreen
from tui.widgets.entity_list import EntityList
from tui.widgets.line_field import LineField
from tui.widgets.status_line import KeyLine, StatusLine

_LONGEST = 40
_FIRST = 200
"""Names that are listed before the rest is."""
_NONE = "No name has words that begin so."
_NOTHING = "There is none here yet."
_SORT_WORDS = {
    EntitySort.REPORTED: "named by most articles first",
    EntitySort.MENTIONED: "mentioned most often first",
    EntitySort.NAME: "by name",
    EntitySort.SEEN: "seen last first",
}


@dataclass(frozen=True, slots=True)
class NamesView:
    """Which names the list shows, and in which order."""

    words: str = ""
    """Beginnings of words."""
    kind: EntityKind | None = None
    sort: EntitySort = EntitySort.REPORTED

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return not self.words and self.kind is None


def load_names(library: Library, view: NamesView, limit: int | None = None) -> array[int]:
    """Get the ids of the names of a view."""
    return library.entity_listing.ids(view.words, kind=view.kind, sort=view.sort, limit=limit)


class EntityListScreen(KeyedScreen[EntityChoice]):
    """The list of names. Its result is where the reader wants to go, or the name that was picked.

    Args:
        entities: Asks the library.
        is_one_with: Where another name is to be picked that is one with this, this one; None to look around.
    """

    CSS_PATH = "entity_list.tcss"
    AUTO_FOCUS = ""

    def __init__(self, entities: Entities, *, is_one_with: KnownEntity | None = None) -> None:
        super().__init__()
        self._entities = entities
        self._is_one_with = is_one_with
        self._view = NamesView()
        self._before_filter = ""
        self._is_filtering = False
        self._loaded: NamesView | None = None
        self._is_opening = False
        self._title = Static(markup=False, id="names-title")
        self._heading = Static(markup=False, id="names-heading")
        self.names = EntityList(entities.fetch, id="names-list")
        self._input = LineField(placeholder="beginnings of words, of any spelling", compact=True)
        self._filter = Horizontal(Label("/", id="names-slash", markup=False), self._input, id="names-filter")
        self._status = StatusLine()
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """The title, the columns, the names, the filter, what has just been done, and the keys."""
        yield self._title
        yield self._heading
        yield self.names
        yield self._filter
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Get the names."""
        self._filter.display = False
        self._entities.correcting.changed.subscribe(self, self._refresh)
        self._give_keys()
        self._load()
        if self._is_one_with is not None:
            self._begin_filter()

    def on_resize(self) -> None:
        """Fit the columns into the new width."""
        self._entitle()

    @property
    def keyed_pane(self) -> Pane:
        """The names, or the filter while it is typed."""
        return Pane.FILTER if self._is_filtering else Pane.NAMES

    @property
    def field(self) -> LineField | None:
        """The filter while it is typed."""
        return self._input if self._is_filtering else None

    def pending_changed(self) -> None:
        """Show what is typed of a sequence."""
        self._status.pending_keys = "".join(self.pending)

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "names.next": lambda: self.names.move(1),
            "names.previous": lambda: self.names.move(-1),
            "names.top": lambda: self.names.move_to(0),
            "names.bottom": lambda: self.names.move_to(len(self.names.ids) - 1),
            "names.half_down": lambda: self.names.page(0.5),
            "names.half_up": lambda: self.names.page(-0.5),
            "names.page_down": lambda: self.names.page(1),
            "names.page_up": lambda: self.names.page(-1),
            "names.open": self._open,
            "names.articles": self._list_articles,
            "names.filter": self._begin_filter,
            "names.kind": self._pick_kind,
            "names.sort": self._pick_sort,
            "names.rename": lambda: self._correct(entity_deeds.rename),
            "names.change_kind": lambda: self._correct(entity_deeds.change_kind),
            "names.merge": lambda: self._correct(entity_deeds.merge),
            "names.hide": lambda: self._correct(lambda _, entities, entity: entity_deeds.hide(entities, entity)),
            "names.undo": self._entities.correcting.undo,
            "names.corrections": lambda: self._entities.open_corrections(then=self._card_closed),
            "names.help": lambda: self.broadsheet.show_help(Pane.NAMES),
            "names.back": self._back,
            "names.close": lambda: self.dismiss(None),
            "filter.accept": self._accept_filter,
            "filter.next": lambda: self.names.move(1),
            "filter.previous": lambda: self.names.move(-1),
            "filter.cancel": self._cancel_filter,
        }
        deeds[command_id]()

    @on(EntityList.Opened)
    def _open(self) -> None:
        """Show the card of the name under the cursor, or pick it where that is what it is about."""
        row = self.names.current
        if self._loaded != self._view:
            self._is_opening = True
        elif row is not None and self._is_one_with is not None:
            self.dismiss(row.entity)
        elif row is not None:
            self._entities.open_card(row.id, then=self._card_closed)

    def _card_closed(self, choice: EntityChoice | None) -> None:
        if choice is not None:
            self.dismiss(choice)

    def _list_articles(self) -> None:
        row = self.names.current
        if row is not None and self._is_one_with is None:
            self.dismiss(articles_naming(row.entity))

    def _correct(self, deed: Callable[[EntityListScreen, Entities, KnownEntity], None]) -> None:
        """Correct the name under the cursor; not where one is to be picked for another correction."""
        row = self.names.current
        if row is not None and self._is_one_with is None:
            deed(self, self._entities, row.entity)

    def _refresh(self, _: None) -> None:
        """Show the names as they are now, with the cursor where it was."""
        begun: Callable[[], Any] = self._refreshing
        self.run_worker(begun, group="names", exclusive=True)

    async def _refreshing(self) -> None:
        view, current = self._view, self.names.current
        try:
            ids = await self._entities.thread.ask(load_names, view)
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
            return
        self.names.show(ids, at=current.id if current else None)
        if self._loaded != view:  # it has taken the place of the loading of another view
            self.names.move_to(0)
            self._loaded = view
        self._entitle()
        self._open_if_asked()

    def _begin_filter(self) -> None:
        self._before_filter, self._is_filtering = self._view.words, True
        self._filter.display = True
        self._give_keys()

    def _accept_filter(self) -> None:
        """Keep what the filter leaves; where a name is to be picked, the one under the cursor is meant."""
        self._end_filter()
        if self._is_one_with is not None:
            self._open()

    def _end_filter(self) -> None:
        self._is_filtering = False
        self._filter.display = bool(self._view.words)
        self._give_keys()

    def _cancel_filter(self) -> None:
        self._input.value = self._before_filter
        self._show(replace(self._view, words=self._before_filter))
        self._end_filter()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._is_filtering:
            self._show(replace(self._view, words=event.value))

    def _pick_kind(self) -> None:
        kinds = (None, *EntityKind)
        choices = ["all names", *(kind.value for kind in EntityKind)]
        picker = ChoicePicker("Which kind of name?", choices, at=kinds.index(self._view.kind))
        self.app.push_screen(picker, lambda at: None if at is None else self._show(replace(self._view, kind=kinds[at])))

    def _pick_sort(self) -> None:
        sorts = tuple(EntitySort)
        picker = ChoicePicker("In which order?", list(_SORT_WORDS.values()), at=sorts.index(self._view.sort))
        self.app.push_screen(picker, lambda at: None if at is None else self._show(replace(self._view, sort=sorts[at])))

    def _back(self) -> None:
        if self._view.is_whole:
            self.dismiss(None)
            return
        self._input.value = ""
        self._show(NamesView(sort=self._view.sort))
        self._end_filter()

    def _show(self, view: NamesView) -> None:
        """Show other names, with the cursor on the first."""
        if view != self._view:
            self._view, self._is_opening = view, False
            self._load()

    def _load(self) -> None:
        begun: Callable[[], Any] = self._loading
        self.run_worker(begun, group="names", exclusive=True)

    async def _loading(self) -> None:
        """Show the first names at once, and the rest as soon as they are there; then do what was asked too early."""
        view = self._view
        try:
            self.names.show(await self._entities.thread.ask(load_names, view, _FIRST))
            self.names.move_to(0)
            self._loaded = view
            self._entitle()
            self.names.extend(await self._entities.thread.ask(load_names, view))
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
        self._entitle()
        self._open_if_asked()

    def _open_if_asked(self) -> None:
        if self._is_opening:
            self._is_opening = False
            self._open()

    def _give_keys(self) -> None:
        self.set_focus(self._input if self._is_filtering else self.names)
        self._keys.show(self.broadsheet.footer_commands(self.keyed_pane))

    def _entitle(self) -> None:
        shown = self._view.kind.value if self._view.kind else "names"
        about = shown.capitalize()
        if self._is_one_with is not None:
            about = f"Which name is {safe(one_line(self._is_one_with.name, _LONGEST))} one with?"
        filtered = f" · “{safe(one_line(self._view.words))}”" if self._view.words else ""
        self._title.update(f" {about}{filtered} · {len(self.names.ids):,} · {_SORT_WORDS[self._view.sort]}")
        columns = heading_line(max(self.size.width - 1, 0), self._view.sort)
        is_empty = self._loaded is not None and not self.names.ids
        self._heading.update(f" {_NONE if self._view.words else _NOTHING}" if is_empty else columns)

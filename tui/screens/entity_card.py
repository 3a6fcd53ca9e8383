"""The card of an entity on the whole screen, and the cards that one goes on to from it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from articles.errors import BroadsheetError, NotFoundError
from articles.library import Library
from articles.model import Companion, KnownEntity, KnownEvent, Passage
from articles.reading.entity_card import entity_card, mentions_of
from articles.text import one_line
from tui.commands import Pane
from tui.rendering.entity_card import CardView
from tui.rendering.spans import safe
from tui.screens import entity_deeds
from tui.screens.entities import Entities, EntityChoice, Left, articles_naming, reports_of
from tui.screens.keyed import KeyedScreen
from tui.state import Place
from tui.widgets.entity_card import EntityCardColumn
from tui.widgets.status_line import KeyLine, StatusLine

_PAGE = 12
"""Articles that are looked through at a time."""
_LOOKED_FOR = 120
"""Articles, the newest, among which the mention is looked for that one comes back from."""


def load_card(library: Library, entity: int, place: Place | None = None, at_least: int = _PAGE) -> CardView:
    """Get the card of an entity with the first of its mentions, and with those of the article one comes back from.

    Raises:
        NotFoundError: There is no such entity.
    """
    card = entity_card(library, entity)
    newest = card.articles[:_LOOKED_FOR]
    wanted = newest.index(place.article) + 1 if place is not None and place.article in newest else 0
    return with_more(library, CardView(card), max(at_least, wanted))


def with_more(library: Library, view: CardView, articles: int = _PAGE) -> CardView:
    """A card with the mentions of so many more articles."""
    first = view.looked_through
    page = view.card.articles[first : first + articles]
    found = mentions_of(library, view.card.entity.id, page)
    return replace(view, mentions=(*view.mentions, *found), looked_through=first + len(page))


class EntityCardScreen(KeyedScreen[EntityChoice]):
    """One card at a time; those that one went on from are kept. Its result is where the reader wants to go.

    Args:
        entities: Asks the library.
        entity: Whose card to begin with.
    """

    CSS_PATH = "entity_card.tcss"
    AUTO_FOCUS = ""

    def __init__(self, entities: Entities, entity: int) -> None:
        super().__init__()
        self._entities = entities
        self._entity = entity
        self._view: CardView | None = None
        self._behind: list[tuple[int, int | None]] = []
        self._title = Static(markup=False, id="card-title")
        self._card = EntityCardColumn(id="card-text")
        self._card.empty_text = "Looking it up …"
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """The title, the card, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.CARD))
        yield self._title
        yield self._card
        yield self._status
        yield keys

    def on_mount(self) -> None:
        """Get the card."""
        self._card.focus()
        self._entities.correcting.changed.subscribe(self, self._refresh)
        left = self._entities.left
        self._load(self._entity, place=left.place if left is not None and left.entity == self._entity else None)

    @property
    def keyed_pane(self) -> Pane:
        """The card."""
        return Pane.CARD

    def pending_changed(self) -> None:
        """Show what is typed of a sequence."""
        self._status.pending_keys = "".join(self.pending)

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "card.next": lambda: self._card.move(1),
            "card.previous": lambda: self._card.move(-1),
            "card.open": self._open,
            "card.next_part": lambda: self._card.next_part(1),
            "card.previous_part": lambda: self._card.next_part(-1),
            "card.page_down": lambda: self._card.page(1),
            "card.page_up": lambda: self._card.page(-1),
            "card.top": self._card.top,
            "card.bottom": self._card.bottom,
            "card.articles": self._list_articles,
            "card.rename": lambda: self._correct(entity_deeds.rename),
            "card.kind": lambda: self._correct(entity_deeds.change_kind),
            "card.merge": lambda: self._correct(entity_deeds.merge),
            "card.split": self._split,
            "card.hide": self._hide,
            "card.undo": self._entities.correcting.undo,
            "card.help": lambda: self.broadsheet.show_help(Pane.CARD),
            "card.back": self._back,
            "card.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    @on(EntityCardColumn.OpenRequested)
    def _open(self) -> None:
        """Go where the line under the cursor leads."""
        target = self._card.selected
        if target is None:
            return
        if isinstance(target, Companion):
            self._behind.append((self._entity, self._card.cursor_key))
            self._load(target.entity.id)
        elif isinstance(target, KnownEvent):
            self.dismiss(reports_of(target))
        else:
            place = Place(target.article, target.block, target.trigger_start, target.trigger_end)
            self._entities.left = Left(self._entity, place)
            self.dismiss(place)

    @on(EntityCardColumn.EndNeared)
    def _go_on(self) -> None:
        """Get more mentions."""
        if self._view is not None and self._view.looked_through < len(self._view.card.articles):
            self._work(partial(self._loading_more, self._view), group="more")

    def _list_articles(self) -> None:
        if self._view is not None:
            self.dismiss(articles_naming(self._view.card.entity))

    def _correct(self, deed: Callable[[EntityCardScreen, Entities, KnownEntity], None]) -> None:
        if self._view is not None:
            deed(self, self._entities, self._view.card.entity)

    def _split(self) -> None:
        target = self._card.selected
        if self._view is not None and isinstance(target, Passage):
            entity_deeds.split(self, self._entities, self._view.card.entity, target)
        else:
            self._status.tell("Go to a mention first: what is named there can be somebody or something else.")

    def _hide(self) -> None:
        if self._view is not None:
            entity_deeds.hide(self._entities, self._view.card.entity)

    def _refresh(self, _: None) -> None:
        """Show the card as it is now."""
        if self._view is not None:
            self._work(partial(self._refreshing, self._entity, self._view.looked_through))

    def _back(self) -> None:
        if self._behind:
            entity, key = self._behind.pop()
            self._load(entity, key=key)
        else:
            self.dismiss(None)

    def _load(self, entity: int, *, key: int | None = None, place: Place | None = None) -> None:
        self._entity = entity
        self._work(partial(self._loading, entity, key, place))

    def _work(self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str = "card") -> None:
        begun: Callable[[], Any] = work
        self.run_worker(begun, group=group, exclusive=True)

    async def _loading(self, entity: int, key: int | None, place: Place | None) -> None:
        try:
            view = await self._entities.thread.ask(load_card, entity, place)
        except BroadsheetError as error:
            self._view = None
            self._card.empty_text = str(error)
            self._card.set_paragraphs(())
            return
        self._take(view)
        self._card.show(view, key=key if place is None else view.key_of(place))

    async def _refreshing(self, entity: int, articles: int) -> None:
        try:
            view = await self._entities.thread.ask(load_card, entity, None, articles)
        except NotFoundError:
            self._back()
            return
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
            return
        self._take(view)
        self._card.update_view(view)

    async def _loading_more(self, view: CardView) -> None:
        try:
            more = await self._entities.thread.ask(with_more, view)
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
            return
        if self._view is view:
            self._view = more
            self._card.update_view(more)

    def _take(self, view: CardView) -> None:
        self._view = view
        name = safe(one_line(view.card.entity.name))
        self._title.update(Content.styled(f" {name}", "bold $text", strip_control_codes=False))

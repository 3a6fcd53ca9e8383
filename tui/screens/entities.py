"""Names in the reading room: their cards, the list of them all, and going where those lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.model import EntityRow, KnownEntity
from articles.query import Field, where
from articles.text import one_line
from tui.library_thread import LibraryThread
from tui.screens.entity_correcting import EntityCorrecting
from tui.screens.listing import Shown
from tui.state import Place

if TYPE_CHECKING:
    from articles.model import KnownEvent
    from tui.screens.reading_room import ReadingRoom

EntityChoice = Place | Shown | KnownEntity
"""What the reader chose on a card or among the names: a place to go to, articles to list, or one name among them."""


@dataclass(frozen=True, slots=True)
class Left:
    """Where the reader went from a card, to be found there again."""

    entity: int
    place: Place


def articles_naming(entity: KnownEntity) -> Shown:
    """The articles that name an entity, as a list."""
    return Shown(one_line(entity.name), where(Field.ENTITY, f"#{entity.id}"))


def reports_of(event: KnownEvent) -> Shown:
    """The articles that report an event, as a list."""
    return Shown(one_line(event.label), where(Field.EVENT, f"#{event.id}"))


class Entities:
    """The names of a reading room.

    Args:
        room: The reading room.
        thread: Answers questions to the library.
        fetch: Gives rows of the entity list; called on the event loop.
    """

    def __init__(
        self, room: ReadingRoom, thread: LibraryThread, fetch: Callable[[Sequence[int]], Sequence[EntityRow]]
    ) -> None:
        self._room = room
        self.thread = thread
        """Answers the questions of cards and lists."""
        self.fetch = fetch
        """Gives rows of the entity list."""
        self.correcting = EntityCorrecting(room, thread)
        """Corrects names."""
        self.left: Left | None = None
        """Where the reader went from a card last."""

    def open_chosen(self) -> None:
        """Show the card of the name picked out in the reader, or of the first one in the paragraph."""
        reader, shown = self._room.reader, self._room.opening.shown
        if reader.choose_entity():
            return
        if reader.is_raw:
            key = self._room.broadsheet.key_of("reader.raw")
            self._room.tell(f"Names are picked out in the cleaned text; {key} shows it.")
        elif shown is not None and shown.view.annotations is None:
            self._room.tell("The article has not been annotated yet; its names are found then.")
        else:
            self._room.tell("There is no name in this paragraph.")

    def open_card_of(self, article_id: int, position: int) -> None:
        """Show the card of an entity, given by its position among those of the article in the reader."""
        shown = self._room.opening.settled
        if shown is not None and shown.row.id == article_id and position < len(shown.entities):
            self.open_card(shown.entities[position])

    def open_card(self, entity: int) -> None:
        """Show the card of an entity."""
        from tui.screens.entity_card import EntityCardScreen

        self._room.app.push_screen(EntityCardScreen(self, entity), self.go)

    def open_list(self) -> None:
        """Show all names."""
        from tui.screens.entity_list import EntityListScreen

        self._room.app.push_screen(EntityListScreen(self), self.go)

    def open_corrections(self) -> None:
        """Show all that was said of names."""
        from tui.screens.entity_corrections import EntityCorrectionsScreen

        self._room.app.push_screen(EntityCorrectionsScreen(self))

    def go(self, choice: EntityChoice | None) -> None:
        """Go where the reader chose to; None for nowhere."""
        if isinstance(choice, Place):
            self._room.opening.jump(choice)
        elif isinstance(choice, Shown):
            from tui.commands import Pane

            self._room.focus_pane(Pane.LIST)
            self._room.listing.search(choice)

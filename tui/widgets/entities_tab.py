"""The tab with the names of the paragraph that is read, and of the rest of the article."""

from __future__ import annotations

from collections.abc import Sequence

from articles.reading.named_here import NamedHere
from tui.rendering.side_entities import entity_paragraphs, ordered_for
from tui.state import Place
from tui.widgets.side_tab import SideTab

NO_NAMES = "This article names nobody."


class EntitiesTab(SideTab):
    """Names, each of which opens its card."""

    def __init__(self) -> None:
        super().__init__()
        self._named: tuple[NamedHere, ...] = ()
        self._shown: Place | None = None

    @property
    def entity(self) -> int | None:
        """The library id of the name under the cursor; None where there is none."""
        key = self.cursor_key
        return self._named[key].id if key is not None else None

    def show(self, place: Place, named: Sequence[NamedHere]) -> None:
        """Show the names of an article, those of the block that is read first; for the same again the cursor stays."""
        before, kept = self._shown, self.entity
        self._shown, self._named = place, ordered_for(named, place.block)
        self.empty_text = NO_NAMES
        again = before is not None and (before.article, before.block) == (place.article, place.block)
        key = next((key for key, each in enumerate(self._named) if again and each.id == kept), None)
        self.renew(entity_paragraphs(self._named, place.block), key=key, is_new=not again)

    def open_selected(self) -> None:
        """Ask for the card."""
        if self.entity is not None:
            self.post_message(self.EntityChosen(self.entity))

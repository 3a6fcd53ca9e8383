"""All that the reader has said of names, with a key to revoke one of it and a key to undo that."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import EntityCorrectionRow
from tui.commands import Pane
from tui.listings.entity_corrections import correction_words, effect_words
from tui.rendering.spans import safe
from tui.screens.deeds import DeedsScreen
from tui.screens.entities import Entities
from tui.screens.entity_correcting import load_corrections
from tui.widgets.deed_list import Deed

_NONE = "You have not corrected any name yet. On the card of a name, {} renames it, {} says which other one it is."


class EntityCorrectionsScreen(DeedsScreen[EntityCorrectionRow]):
    """All corrections of names, each of which can be revoked. Its result is the one whose card is wanted, or None.

    Args:
        entities: Asks the library, and corrects.
    """

    heading = "What you said of names"
    pane = Pane.DEEDS
    prefix = "deeds"

    def __init__(self, entities: Entities) -> None:
        super().__init__()
        self._entities = entities

    def on_mount(self) -> None:
        """Follow what is corrected while it is open."""
        self._entities.correcting.changed.subscribe(self, lambda _: self.refresh_deeds())

    async def load(self) -> Sequence[Deed[EntityCorrectionRow]]:
        """Get the corrections, the last first."""
        rows = await self._entities.thread.ask(load_corrections)
        return [Deed(row.correction.id, row.correction.made_at, _told(row), row) for row in rows]

    def empty_text(self) -> str:
        """How a name is corrected."""
        keys = self.broadsheet.key_of
        return _NONE.format(keys("card.rename"), keys("card.merge"))

    def revoke(self, row: EntityCorrectionRow) -> None:
        """Take a correction back."""
        self._entities.correcting.revoke(row)

    def undo(self) -> None:
        """Undo what was done last."""
        self._entities.correcting.undo()


def _told(row: EntityCorrectionRow) -> Content:
    return Content.assemble(
        safe(correction_words(row)), (f" · {effect_words(row)}", "$muted"), strip_control_codes=False
    )

"""All that the reader has said of names, with a key to revoke one of it and a key to undo that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.errors import BroadsheetError
from tui.commands import Pane
from tui.screens.entities import Entities
from tui.screens.entity_correcting import load_corrections
from tui.screens.keyed import KeyedScreen
from tui.widgets.deed_list import DeedList
from tui.widgets.status_line import KeyLine, StatusLine

_NONE = "You have not corrected any name yet. On the card of a name, {} renames it, {} says which other one it is."


class EntityCorrectionsScreen(ModalScreen[None], KeyedScreen[None]):
    """All corrections of names, each of which can be revoked.

    Args:
        entities: Asks the library, and corrects.
    """

    CSS_PATH = "entity_corrections.tcss"

    def __init__(self, entities: Entities) -> None:
        super().__init__()
        self._entities = entities
        self.deeds = DeedList(id="deed-list")
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """The corrections, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.DEEDS))
        with Vertical(id="deeds"):
            yield Static("What you said of names", id="deeds-title", markup=False)
            yield self.deeds
            yield self._status
            yield keys

    def on_mount(self) -> None:
        """Show the corrections."""
        keys = self.broadsheet.key_of
        self.deeds.empty_text = _NONE.format(keys("card.rename"), keys("card.merge"))
        self.deeds.focus()
        self._entities.correcting.changed.subscribe(self, self._refresh)
        self._refresh(None)

    @property
    def keyed_pane(self) -> Pane:
        """The corrections."""
        return Pane.DEEDS

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "deeds.next": lambda: self.deeds.move(1),
            "deeds.previous": lambda: self.deeds.move(-1),
            "deeds.open": self._open,
            "deeds.revoke": self._revoke,
            "deeds.undo": self._entities.correcting.undo,
            "deeds.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def _open(self) -> None:
        if row := self.deeds.selected:
            self.dismiss(None)
            self._entities.open_card(row.correction.entity)

    def _revoke(self) -> None:
        if row := self.deeds.selected:
            self._entities.correcting.revoke(row)

    def _refresh(self, _: None) -> None:
        begun: Callable[[], Any] = self._loading
        self.run_worker(begun, group="deeds", exclusive=True)

    async def _loading(self) -> None:
        try:
            self.deeds.show(await self._entities.thread.ask(load_corrections))
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)

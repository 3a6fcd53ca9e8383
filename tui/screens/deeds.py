"""A list of what the reader has said, with a key to revoke one of it and a key to undo that."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.errors import BroadsheetError
from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.widgets.deed_list import Deed, DeedList
from tui.widgets.status_line import KeyLine, StatusLine

Row = TypeVar("Row")


class DeedsScreen(ModalScreen[Row | None], KeyedScreen[Row | None], Generic[Row]):
    """Things that the reader has said, each of which can be revoked. Its result is the one to go to, or None."""

    CSS_PATH = "deeds.tcss"
    heading: ClassVar[str]
    """What stands above them."""
    pane: ClassVar[Pane]
    prefix: ClassVar[str]
    """What the ids of its commands begin with."""
    gap: ClassVar[int] = 0
    """Blank lines between two of one day."""

    def __init__(self) -> None:
        super().__init__()
        self.deeds: DeedList[Row] = DeedList(id="deed-list", gap=self.gap)
        self._status = StatusLine()

    @abstractmethod
    async def load(self) -> Sequence[Deed[Row]]:
        """Get them, the last first. Raises `BroadsheetError`."""

    @abstractmethod
    def empty_text(self) -> str:
        """What stands there while there are none."""

    @abstractmethod
    def revoke(self, row: Row) -> None:
        """Take one back."""

    @abstractmethod
    def undo(self) -> None:
        """Undo what was done last."""

    def compose(self) -> ComposeResult:
        """What was said, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(self.pane))
        with Vertical(id="deeds"):
            yield Static(self.heading, id="deeds-title", markup=False)
            yield self.deeds
            yield self._status
            yield keys

    def on_mount(self) -> None:
        """Show what was said."""
        self.deeds.empty_text = self.empty_text()
        self.deeds.focus()
        self.refresh_deeds()

    @property
    def keyed_pane(self) -> Pane:
        """The list."""
        return self.pane

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "next": lambda: self.deeds.move(1),
            "previous": lambda: self.deeds.move(-1),
            "open": self._open,
            "revoke": self._revoke,
            "undo": self.undo,
            "close": lambda: self.dismiss(None),
        }
        deeds[command_id.removeprefix(f"{self.prefix}.")]()

    def refresh_deeds(self) -> None:
        """Show them as they are now."""
        begun: Callable[[], Any] = self._loading
        self.run_worker(begun, group="deeds", exclusive=True)

    def _open(self) -> None:
        row = self.deeds.selected
        if row is not None:
            self.dismiss(row)

    def _revoke(self) -> None:
        row = self.deeds.selected
        if row is not None:
            self.revoke(row)

    async def _loading(self) -> None:
        try:
            self.deeds.show(await self.load())
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)

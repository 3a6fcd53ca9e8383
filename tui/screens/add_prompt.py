"""The prompt that asks what to add: a file, a folder, a page, a feed, a list of feeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.widgets.line_field import LineField
from tui.widgets.status_line import KeyLine

_HELP = (
    "A file, a folder, or the address of a page becomes articles. The address of a feed or of a site is subscribed to,"
    " and so is a list of feeds (OPML). A folder that is subscribed to is watched."
)

Named = tuple[str, bool]
"""What was typed, and whether to subscribe to it."""


class AddPrompt(ModalScreen[Named | None], KeyedScreen[Named | None]):
    """Asks what to add. Its result is what was typed and whether to subscribe to it, or None."""

    CSS_PATH = "add_prompt.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._input = LineField(placeholder="path or address", compact=True)

    def compose(self) -> ComposeResult:
        """What can be typed, the line to type in, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.ADD))
        with Vertical(id="add-prompt"):
            yield Static("Add", id="add-title", markup=False)
            yield self._input
            yield Static(_HELP, id="add-help", markup=False)
            yield keys

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    @property
    def keyed_pane(self) -> Pane:
        """The prompt."""
        return Pane.ADD

    @property
    def field(self) -> LineField:
        """The line to type in."""
        return self._input

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "add.accept": lambda: self._accept(is_to_be_kept=False),
            "add.subscribe": lambda: self._accept(is_to_be_kept=True),
            "add.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def _accept(self, *, is_to_be_kept: bool) -> None:
        typed = self._input.value.strip().strip("\"'")
        self.dismiss((typed, is_to_be_kept) if typed else None)

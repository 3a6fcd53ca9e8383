"""The line in which a name is given to somebody or something."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from articles.text import one_line, printable
from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.widgets.status_line import KeyLine


class NamePrompt(ModalScreen[str | None], KeyedScreen[str | None]):
    """Asks for a name. Its result is the name, or None.

    Args:
        about: What is to be named.
        name: What stands there at first.
    """

    CSS_PATH = "name_prompt.tcss"

    def __init__(self, about: str, name: str) -> None:
        super().__init__()
        self._about = about
        self._input = Input(name, placeholder="a name", compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """What it is about, the line to write in, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.NAME))
        with Vertical(id="name-prompt"):
            yield Static(printable(one_line(self._about)), id="named-text", markup=False)
            yield self._input
            yield keys

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    @property
    def keyed_pane(self) -> Pane:
        """The name."""
        return Pane.NAME

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "name.keep": lambda: self.dismiss(one_line(printable(self._input.value)) or None),
            "name.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()

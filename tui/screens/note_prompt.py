"""The line in which a note is written, with what it is about above it."""

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


class NotePrompt(ModalScreen[str | None], KeyedScreen[str | None]):
    """Asks for a note. Its result is the note, empty to take it away, or None to leave everything as it is.

    Args:
        about: The text that the note is about.
        note: What stands there already.
    """

    CSS_PATH = "note_prompt.tcss"

    def __init__(self, about: str, note: str) -> None:
        super().__init__()
        self._about = about
        self._input = Input(note, placeholder="a note", compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """What it is about, the line to write in, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.NOTE))
        with Vertical(id="note-prompt"):
            yield Static(printable(one_line(self._about)), id="noted-text", markup=False)
            yield self._input
            yield keys

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    @property
    def keyed_pane(self) -> Pane:
        """The note."""
        return Pane.NOTE

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "note.keep": lambda: self.dismiss(one_line(printable(self._input.value))),
            "note.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()

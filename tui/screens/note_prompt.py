"""The field in which a note is written, in Markdown, with what it is about above it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click
from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from articles.text import one_line, printable
from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.widgets.status_line import KeyLine, StatusLine

_MOST_CHARACTERS = 20_000
"""That are taken from an editor; longer notes are refused by the library, with their length."""


class NoteArea(TextArea):
    """Takes text, and leaves the keys that are commands to the screen."""

    seen: events.Key | None = None

    async def _on_key(self, event: events.Key) -> None:
        self.seen = event
        screen = self.screen
        if isinstance(screen, NotePrompt) and screen.is_command(event):
            event.prevent_default()
            screen.on_key(event)


class NotePrompt(ModalScreen[str | None], KeyedScreen[str | None]):
    """Asks for a note. Its result is empty where the note is to be taken away, and None to leave everything as it is.

    Args:
        about: What the note is about.
        note: What stands there already.
    """

    CSS_PATH = "note_prompt.tcss"

    def __init__(self, about: str, note: str) -> None:
        super().__init__()
        self._about = about
        self._area = NoteArea(
            printable(note),
            placeholder="a note, in Markdown",
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
        )
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """What it is about, the field to write in, what went wrong, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.NOTE))
        with Vertical(id="note-prompt"):
            yield Static(printable(one_line(self._about)), id="note-about", markup=False)
            yield self._area
            yield self._status
            yield keys

    def on_mount(self) -> None:
        """Go on at the end of the note."""
        self._area.focus()
        self._area.move_cursor(self._area.document.end)

    @property
    def keyed_pane(self) -> Pane:
        """The note."""
        return Pane.NOTE

    def is_command(self, event: events.Key) -> bool:
        """Whether a key is one of the commands, rather than text."""
        return self.broadsheet.keymap.step(Pane.NOTE, self.pending, event.key).is_taken

    @property
    def field(self) -> NoteArea:
        """The line to type in."""
        return self._area

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "note.keep": lambda: self.dismiss(printable(self._area.text).strip()),
            "note.line": lambda: self._area.insert("\n"),
            "note.editor": self._edit,
            "note.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def _edit(self) -> None:
        """Let the reader write it in an editor of their own, and go on here with what comes of that."""
        try:
            with self.app.suspend():
                written = click.edit(self._area.text, extension=".md")
        except SuspendNotSupported:
            self._status.tell("An editor can only be opened from a terminal.", is_error=True)
        except (click.ClickException, OSError, UnicodeError) as error:
            self._status.tell(f"The editor failed: {error}. $VISUAL or $EDITOR names another one.", is_error=True)
        else:
            if written is not None:
                self._area.text = printable(written[:_MOST_CHARACTERS]).strip()
                self._area.move_cursor(self._area.document.end)

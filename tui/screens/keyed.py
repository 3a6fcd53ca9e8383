"""A screen whose keys come from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual import events
from textual.screen import Screen

from tui.commands import Pane

if TYPE_CHECKING:
    from tui.app import Broadsheet

Result = TypeVar("Result")


class KeyedScreen(Screen[Result], Generic[Result]):
    """Looks every key up in the keymap of its pane, keeps half-typed sequences, and runs the command found."""

    pending: tuple[str, ...] = ()
    """The keys typed of a sequence that is not complete."""

    @property
    def broadsheet(self) -> Broadsheet:
        """The app, with its own type."""
        app: Any = self.app
        own: Broadsheet = app
        return own

    @property
    def keyed_pane(self) -> Pane:
        """The pane whose keys count now."""
        raise NotImplementedError

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        raise NotImplementedError

    def pending_changed(self) -> None:
        """React to the beginning or end of a sequence."""

    def on_key(self, event: events.Key) -> None:
        """Take the keys that mean something here; the others go on to the framework."""
        stroke = event.character if event.is_printable and event.character not in (None, " ") else event.key
        step = self.broadsheet.keymap.step(self.keyed_pane, self.pending, stroke or event.key)
        changed = step.pending != self.pending
        self.pending = step.pending
        if changed:
            self.pending_changed()
        if step.is_taken:
            event.stop()
            event.prevent_default()
        if step.command:
            self.run_command(step.command)

    def action_run(self, command_id: str) -> None:
        """Carry out a command that was clicked."""
        self.run_command(command_id)

"""A screen whose keys come from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from textual import events
from textual.screen import Screen

from tui.commands import Pane

if TYPE_CHECKING:
    from tui.app import Broadsheet

Result = TypeVar("Result")

_LEAVES = "ctrl+c"
"""The framework's own key, which works wherever the keys go."""


class Field(Protocol):
    """What text is typed into."""

    seen: events.Key | None
    """The last key that came there first."""

    def _forward_event(self, event: events.Event) -> None: ...


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

    @property
    def field(self) -> Field | None:
        """What takes the text that is typed now; None while keys are only commands. Every key goes to it first."""
        return None

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        raise NotImplementedError

    def pending_changed(self) -> None:
        """React to the beginning or end of a sequence."""

    def on_key(self, event: events.Key) -> None:
        """Take the keys that mean something here; the others go on to the framework."""
        if self._hand_on(event):
            return
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

    def _hand_on(self, event: events.Key) -> bool:
        """Give a key to whom it was meant for; False where it is this screen's.

        What is typed fast is on its way before the screen, or the field, is there that the key before it has opened.
        """
        top: Any = self.app.screen
        field = self.field
        if (top is self and (field is None or field.seen is event)) or event.key == _LEAVES:
            return False
        early = events.Key(event.key, event.character)
        event.stop()
        event.prevent_default()
        if top is self and field is not None:
            field._forward_event(early)
        elif isinstance(top, KeyedScreen):
            top.on_key(early)
        else:
            top._forward_event(early)
        return True

    def action_run(self, command_id: str) -> None:
        """Carry out a command that was clicked."""
        self.run_command(command_id)

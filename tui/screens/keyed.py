"""A screen whose keys come from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual import events
from textual.screen import Screen
from textual.widget import Widget

from tui.commands import Pane

if TYPE_CHECKING:
    from tui.app import Broadsheet

Result = TypeVar("Result")

_MOST_HANDED_ON = 200
"""Keys typed ahead that are known again when they come back."""


class KeyedScreen(Screen[Result], Generic[Result]):
    """Looks every key up in the keymap of its pane, keeps half-typed sequences, and runs the command found."""

    pending: tuple[str, ...] = ()
    """The keys typed of a sequence that is not complete."""
    _handed_on: tuple[events.Key, ...] = ()
    """Those typed before the field had the keys, which come back here where they mean nothing to it."""

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
    def field(self) -> Widget | None:
        """What takes the text that is typed now; None while keys are only commands.

        What is typed between the opening of a field and its getting the keys goes to it all the same.
        """
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

        A key may come here that was typed after the one that has opened another screen, or a field that does not have
        the keys yet: what is typed fast is on its way before these are there.
        """
        top: Any = self.app.screen
        field = self.field
        is_ours = field is None or field.has_focus or any(each is event for each in self._handed_on)
        if top is self and is_ours:
            return False
        early = events.Key(event.key, event.character)
        event.stop()
        event.prevent_default()
        if top is not self:
            take = top.on_key if isinstance(top, KeyedScreen) else top._forward_event
            take(early)
        elif field is not None:
            self._handed_on = (*self._handed_on[-_MOST_HANDED_ON:], early)
            field._forward_event(early)
        return True

    def action_run(self, command_id: str) -> None:
        """Carry out a command that was clicked."""
        self.run_command(command_id)

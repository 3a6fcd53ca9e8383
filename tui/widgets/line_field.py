"""A line to type in that remembers which key it has seen last, so that its screen knows whose turn a key is."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineField(Input):
    """A line to type in."""

    seen: events.Key | None = None
    """The last key that came here first; where it means nothing here, it goes on to the screen."""

    def on_mount(self) -> None:
        """Select nothing when the keys come: what was typed before that would be typed over."""
        self.select_on_focus = False

    async def _on_key(self, event: events.Key) -> None:
        self.seen = event

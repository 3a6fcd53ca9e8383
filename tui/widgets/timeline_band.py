"""The band above a timeline: how dense its events lie, to be clicked on."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from articles.model import DatedEvent
from articles.reading.timeline import Density, Unit
from tui.rendering.timeline_band import band, unit_at

_TALL_FROM = 24
"""Lines of the screen from which the bars get one more."""
_MARGIN = 2
"""Cells beside the bars."""


class TimelineBand(Static):
    """Bars of the units that have events, with a pointer to that of one of them."""

    @dataclass
    class Chosen(Message):
        """A bar was clicked on."""

        position: int
        """Of its unit among those of the density."""

    def __init__(self) -> None:
        super().__init__(markup=False, id="timeline-band")
        self._density = Density(Unit.DAY)
        self._event: DatedEvent | None = None

    def show(self, density: Density, event: DatedEvent | None) -> None:
        """Show how events lie, and point to one of them."""
        self._density, self._event = density, event
        self.update(band(density, event, self._width, 3 if self.screen.size.height >= _TALL_FROM else 2))

    def on_click(self, click: Click) -> None:
        """Choose the unit whose bar was clicked on."""
        offset = click.get_content_offset(self)
        position = unit_at(self._density, self._event, self._width, offset.x) if offset is not None else None
        if position is not None:
            self.post_message(self.Chosen(position))

    @property
    def _width(self) -> int:
        return max(self.screen.size.width - _MARGIN, 10)

"""The list of names, one line each."""

from __future__ import annotations

from collections.abc import Hashable

from textual.message import Message

from articles.model import EntityRow
from tui.rendering.entity_rows import entity_line
from tui.rendering.rows import Line, Piece
from tui.widgets.row_list import RowList


class EntityList(RowList[EntityRow]):
    """Entities by their ids."""

    class Opened(Message):
        """An entity was chosen with the mouse."""

    def lines_of(self, row: EntityRow | None, width: int, gutter: Piece, look: Hashable) -> tuple[Line, ...]:
        """The line of one entity."""
        return (entity_line(row, width, gutter),)

    def double_clicked(self) -> None:
        """A second click opens the card."""
        self.post_message(self.Opened())

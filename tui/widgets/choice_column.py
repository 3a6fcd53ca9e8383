"""A column of things to choose from, which tells where its cursor is and what was chosen with the mouse."""

from __future__ import annotations

from textual.message import Message

from tui.widgets.text_column import TextColumn


class ChoiceColumn(TextColumn):
    """Paragraphs of which one is chosen."""

    gutter_cells = 0

    class Moved(Message):
        """The cursor has come to another paragraph."""

        def can_replace(self, message: Message) -> bool:
            """Only the last one matters."""
            return isinstance(message, ChoiceColumn.Moved)

    class Chosen(Message):
        """The paragraph under the cursor was chosen with the mouse."""

    def cursor_moved(self) -> None:
        """Tell that the cursor has moved."""
        self.post_message(self.Moved())

    def clicked_again(self) -> None:
        """A second click does what Enter does."""
        self.post_message(self.Chosen())

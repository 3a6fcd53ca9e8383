"""The card of an entity, with a cursor that goes from one line that leads somewhere to the next."""

from __future__ import annotations

from textual.message import Message

from tui.rendering.entity_card import CardTarget, CardView, card_paragraphs
from tui.rendering.paragraphs import Paragraph
from tui.widgets.text_column import TextColumn

_AHEAD = 6
"""Lines before the last one at which more mentions are asked for."""


class EntityCardColumn(TextColumn):
    """A card."""

    gutter_cells = 0

    class OpenRequested(Message):
        """The reader wants to go where the line under the cursor leads."""

    class EndNeared(Message):
        """The cursor has come near the last mention that is loaded."""

        def can_replace(self, message: Message) -> bool:
            """Once is enough."""
            return isinstance(message, EntityCardColumn.EndNeared)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: CardView | None = None

    @property
    def selected(self) -> CardTarget | None:
        """Where the line under the cursor leads; None where there is no card."""
        key = self.cursor_key
        return None if self._view is None or key is None else self._view.targets[key]

    def show(self, view: CardView, *, key: int | None = None) -> None:
        """Show another card.

        Args:
            view: The card.
            key: The line to put the cursor on; the first one otherwise.
        """
        self._view = view
        self.set_paragraphs(self._painted(view), key=key, from_top=key is None)
        self.cursor_moved()

    def update_view(self, view: CardView) -> None:
        """Show the same card as it is now, or more of it; the cursor stays on its line where that is still there."""
        selected, self._view = self.selected, view
        self.replace_paragraphs(self._painted(view), key=None if selected is None else view.key_like(selected))
        self.cursor_moved()

    def next_part(self, steps: int) -> None:
        """Go to the first line of the next part, or of the one before."""
        here = self.cursor_key
        if self._view is None or here is None:
            return
        starts = self._view.parts
        ahead = [key for key in starts if key > here] if steps > 0 else [key for key in starts if key < here]
        if ahead:
            self.put_cursor(ahead[0 if steps > 0 else -1])

    def cursor_moved(self) -> None:
        """Ask for more where the end is near."""
        if self._view is not None and (self.cursor_key or 0) >= len(self._view.targets) - _AHEAD:
            self.post_message(self.EndNeared())

    def clicked_again(self) -> None:
        """A second click does what Enter does."""
        self.post_message(self.OpenRequested())

    def on_resize(self) -> None:
        """Fit the line of months into the new width."""
        if self._view is not None:
            self.replace_paragraphs(self._painted(self._view))

    def _painted(self, view: CardView) -> tuple[Paragraph, ...]:
        width = self.scrollable_content_region.width or self.measure
        return card_paragraphs(view, min(self.measure, width - 4))

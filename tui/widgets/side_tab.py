"""A tab of the side pane: a column whose paragraphs lead somewhere, and follow the paragraph that is read."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from articles.reading.crossrefs import CrossReference
from tui.rendering.paragraphs import Paragraph
from tui.state import Place
from tui.widgets.text_column import TextColumn


class SideTab(TextColumn):
    """What the tabs have in common. What the cursor is on tells each of them for itself."""

    gutter_cells = 0

    class OpenRequested(Message):
        """The reader wants to go to a passage.

        Args:
            place: Where.
            left: The passage here that it was set against, to come back to; None where there is none.
        """

        def __init__(self, place: Place, left: Place | None = None) -> None:
            super().__init__()
            self.place = place
            self.left = left

    class EntityChosen(Message):
        """The reader asks about a name."""

        def __init__(self, entity: int) -> None:
            super().__init__()
            self.entity = entity
            """Its library id."""

    @property
    def selected(self) -> CrossReference | None:
        """The cross-reference under the cursor; None where it is on none."""
        return None

    @property
    def event(self) -> int | None:
        """The library id of the event under the cursor; None where it is on none."""
        return self.selected.there.event if self.selected else None

    @property
    def other_article(self) -> int | None:
        """The other article that the cursor is on; None where it is on none."""
        return self.selected.there.article if self.selected else None

    def open_selected(self) -> None:
        """Go where the paragraph under the cursor leads."""

    def toggle_why(self) -> None:
        """Show all of what stands there, or go back to the short form; nothing where there is but one form."""

    def show_waiting(self, text: str) -> None:
        """Say in place of everything why there is nothing yet."""
        self.empty_text = text
        self.set_paragraphs(())

    def renew(self, paragraphs: Sequence[Paragraph], *, key: int | None, is_new: bool) -> None:
        """Show what there is now.

        Args:
            paragraphs: What to show.
            key: Where the cursor belongs; None for where it is.
            is_new: Whether it is of another article, so that nothing of the old stays where it was.
        """
        if is_new:
            self.set_paragraphs(paragraphs, key=key)
        else:
            self.replace_paragraphs(paragraphs)
            if key is not None:
                self.put_cursor(key)

    def clicked_again(self) -> None:
        """A second click does what Enter does."""
        self.open_selected()

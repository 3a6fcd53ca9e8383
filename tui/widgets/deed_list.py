"""What the reader has said, of names or of links, as a list with a cursor, under the days on which it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from textual.content import Content

from articles.clock import day_in_words
from tui.rendering.paragraphs import Paragraph
from tui.widgets.text_column import TextColumn

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Deed(Generic[Row]):
    """One thing that the reader has said."""

    id: int
    made_at: datetime | None
    told: Content
    """What it says and what it changes."""
    row: Row


class DeedList(TextColumn, Generic[Row]):
    """Things that were said, the last first.

    Args:
        id: Its name in the style sheet.
        gap: Blank lines between two of one day.
    """

    gutter_cells = 0

    def __init__(self, *, id: str | None = None, gap: int = 0) -> None:
        super().__init__(id=id)
        self._gap = gap
        self._deeds: Sequence[Deed[Row]] = ()

    @property
    def selected(self) -> Row | None:
        """What is under the cursor; None where there is nothing."""
        return next((deed.row for deed in self._deeds if deed.id == self.cursor_key), None)

    def show(self, deeds: Sequence[Deed[Row]]) -> None:
        """Show other ones, the last first.

        The cursor stays on its own, and where that is gone, on the one before it, or on the oldest.
        """
        key = self.cursor_key
        left = [deed.id for deed in deeds]
        if key is not None and key not in left:
            key = next((each for each in left if each < key), left[-1] if left else None)
        self._deeds = deeds
        self.set_paragraphs(tuple(_paragraphs(deeds, self._gap)), key=key)


def _paragraphs(deeds: Sequence[Deed[Row]], gap: int) -> Iterator[Paragraph]:
    day = None
    for deed in deeds:
        made_on = day_in_words(deed.made_at.astimezone().date()) if deed.made_at else ""
        is_first = made_on != day
        if is_first:
            day = made_on
            yield Paragraph(Content.styled(made_on, "bold $accent"), gap=1)
        yield Paragraph(deed.told, key=deed.id, lead="  ", gap=0 if is_first else gap)

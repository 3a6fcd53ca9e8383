"""What the reader has said of names as a list with a cursor: what each says, and how many articles it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from articles.clock import day_in_words
from articles.model import EntityCorrectionRow
from tui.listings.entity_corrections import correction_words, effect_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe
from tui.widgets.text_column import TextColumn


class DeedList(TextColumn):
    """Corrections of names, under the days on which they were made."""

    gutter_cells = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[EntityCorrectionRow] = ()

    @property
    def selected(self) -> EntityCorrectionRow | None:
        """The correction under the cursor; None where there are none."""
        return next((row for row in self._rows if row.correction.id == self.cursor_key), None)

    def show(self, rows: Sequence[EntityCorrectionRow]) -> None:
        """Show corrections, the last first; the cursor stays on its own."""
        key = self.cursor_key
        self._rows = rows
        self.set_paragraphs(tuple(_paragraphs(rows)), key=key)


def _paragraphs(rows: Sequence[EntityCorrectionRow]) -> Iterator[Paragraph]:
    day = ""
    for row in rows:
        made_at = row.correction.made_at
        made_on = day_in_words(made_at.astimezone().date()) if made_at else ""
        if made_on != day:
            day = made_on
            yield Paragraph(Content.styled(day, "bold $accent"), gap=1)
        line = Content.assemble(
            safe(correction_words(row)), (f" · {effect_words(row)}", "$muted"), strip_control_codes=False
        )
        yield Paragraph(line, key=row.correction.id, lead="  ", gap=0)

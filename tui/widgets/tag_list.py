"""The reader's tags as a list with a cursor, each with the number of articles that bear it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import TagCount
from articles.text import one_line
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe
from tui.widgets.text_column import TextColumn


class TagList(TextColumn):
    """Tags by their names."""

    gutter_cells = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tags: Sequence[TagCount] = ()

    @property
    def selected(self) -> str | None:
        """The name of the tag under the cursor; None where there are none."""
        key = self.cursor_key
        return self._tags[key].name if key is not None and key < len(self._tags) else None

    def show(self, tags: Sequence[TagCount]) -> None:
        """Show tags; the cursor stays on its tag, or where that is gone, at its position."""
        before, key = self.selected, self.cursor_key or 0
        self._tags = tags
        at = next((number for number, tag in enumerate(tags) if tag.name == before), min(key, len(tags) - 1))
        self.set_paragraphs(tuple(_paragraph(number, tag) for number, tag in enumerate(tags)), key=at)


def _paragraph(number: int, tag: TagCount) -> Paragraph:
    count = f"  {tag.articles:,} article{'' if tag.articles == 1 else 's'}"
    line = Content.assemble((safe(f"#{one_line(tag.name)}"), "$tag"), (count, "$muted"), strip_control_codes=False)
    return Paragraph(line, key=number, lead="  ", gap=0)

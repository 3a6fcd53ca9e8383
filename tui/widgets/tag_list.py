"""The reader's tags as a list with a cursor, each with its articles, and below them the rules that give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from articles.model import TagCount, TagRule
from articles.text import one_line
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe
from tui.widgets.text_column import TextColumn


class TagList(TextColumn):
    """Tags by their names, and rules by their queries."""

    gutter_cells = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[TagCount | TagRule, ...] = ()

    @property
    def selected(self) -> str | None:
        """The name of the tag under the cursor; None on a rule, or where there are none."""
        row = self._row
        return row.name if isinstance(row, TagCount) else None

    @property
    def rule(self) -> TagRule | None:
        """The rule under the cursor; None on a tag, or where there are none."""
        row = self._row
        return row if isinstance(row, TagRule) else None

    def show(self, tags: Sequence[TagCount], rules: Sequence[TagRule]) -> None:
        """Show tags and rules; the cursor stays on its own, or where that is gone, at its position."""
        before, key = self._row, self.cursor_key or 0
        self._rows = (*tags, *rules)
        same = (number for number, row in enumerate(self._rows) if _identity(row) == _identity(before))
        at = next(same, min(key, len(self._rows) - 1))
        self.set_paragraphs(tuple(_paragraphs(self._rows)), key=at)

    @property
    def _row(self) -> TagCount | TagRule | None:
        key = self.cursor_key
        return self._rows[key] if key is not None and key < len(self._rows) else None


def _identity(row: TagCount | TagRule | None) -> object:
    return row.name if isinstance(row, TagCount) else row


def _paragraphs(rows: Sequence[TagCount | TagRule]) -> Iterator[Paragraph]:
    is_first_rule = True
    for number, row in enumerate(rows):
        if isinstance(row, TagRule) and is_first_rule:
            is_first_rule = False
            yield Paragraph(Content.styled("Whenever an article comes", "bold $accent"), gap=1)
        yield Paragraph(_content(row), key=number, lead="  ", gap=0)


def _content(row: TagCount | TagRule) -> Content:
    if isinstance(row, TagRule):
        name, more = row.tag, f"  {one_line(row.query)}"
    else:
        name, more = row.name, f"  {row.articles:,} article{'' if row.articles == 1 else 's'}"
    return Content.assemble((safe(f"#{one_line(name)}"), "$tag"), (safe(more), "$muted"), strip_control_codes=False)

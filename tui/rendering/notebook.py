"""The notebook as paragraphs of a column: the articles with their dates, and under each its highlights and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from articles.reading.notebook import NotebookPage
from articles.text import one_line
from tui.dates import date_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.side_notes import mark_paragraph
from tui.rendering.spans import safe

_EXCERPT = 600
"""Characters of a passage."""


def notebook_paragraphs(pages: Iterable[NotebookPage]) -> Iterator[Paragraph]:
    """The pages; the marks are keyed by their numbers."""
    for page in pages:
        title = safe(one_line(page.row.title)) or "(no title)"
        source = " · ".join(part for part in (safe(one_line(page.row.outlet)), date_words(page.row.published)) if part)
        heading = Content.assemble((title, "bold $accent"), (f"  {source}", "$muted"), strip_control_codes=False)
        yield Paragraph(heading)
        for mark in page.marks:
            yield mark_paragraph(mark, key=mark.id, indent="  ", most=_EXCERPT)

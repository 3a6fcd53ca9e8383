"""The raw text of an article line by line: what was kept and as what, what was dropped and why."""

from __future__ import annotations

from textual.content import Content

from articles.model import Article, ChromeCategory, Decider, Line, LineRole
from articles.text import one_line
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe

DROPPED_MARK = "×"
"""Leads every dropped line, so that it is told from a kept one without colour."""

_ROLE_CELLS = 9
_ALIKE = 60
"""Characters from a block's beginning by which its raw line is found again."""


def raw_paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """Every line of the raw text, keyed by its number from 0, under one blank line. Blank lines are passed over."""
    return (Paragraph(Content(""), gap=0), *(_paragraph(number, line) for number, line in enumerate(article.lines)))


def raw_legend(article: Article) -> str:
    """What the raw view shows, in a line: `raw text · 36 lines, 12 of them left out`."""
    count = len(article.lines)
    return f"raw text · {count} line{'' if count == 1 else 's'}, {len(article.dropped) or 'none'} of them left out"


def line_of_block(article: Article, block: int) -> int:
    """The raw line that a block, or the title for `TITLE_BLOCK`, begins on; 0 where none is like it."""
    start = one_line(article.text_of(block))[:_ALIKE] if block < len(article.blocks) else ""
    kept = [(number, line) for number, line in enumerate(article.lines) if not line.role.is_dropped]
    alike = (number for number, line in kept if start and start in one_line(line.text))
    return next(alike, 0)


def _paragraph(number: int, line: Line) -> Paragraph:
    if line.role is LineRole.BLANK:
        return Paragraph(Content(""), gap=0)
    content = Content(safe(line.text), strip_control_codes=False)
    if line.role.is_dropped:
        content = content.stylize("$dropped").append(_reason(line))
        return Paragraph(content, key=number, mark=DROPPED_MARK, mark_style="$dropped", gap=0)
    if line.decided_by is not Decider.CLEANER:
        content = content.append(_reason(line))
    return Paragraph(content, key=number, mark=line.role.value[:_ROLE_CELLS], gap=0)


def _reason(line: Line) -> Content:
    reason = safe(line.reason) or line.role.value
    if line.category not in (None, ChromeCategory.OTHER):
        reason = f"{line.category.value}: {reason}"
    return Content.styled(f"  · {reason}", "$muted", strip_control_codes=False)

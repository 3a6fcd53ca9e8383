"""A column of wrapped paragraphs: what each one shows, and where each of its lines comes to stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len
from textual.content import Content

from tui.rendering.wrapping import wrap

Sign = tuple[int, int, str]
"""A half-open span of a text, and what stands in the margin beside every line of it: one cell."""


@dataclass(frozen=True)
class Paragraph:
    """A block of wrapped text in a column."""

    content: Content
    key: int | None = None
    """What it stands for, unique in its column; None for one that the cursor passes over."""
    mark: str = ""
    """What stands in the margin beside its first line."""
    mark_style: str = "$muted"
    lead: str = ""
    """What stands before its first line, inside the measure: a list item's bullet."""
    rule: str = ""
    """What stands before its other lines; as many blanks as the lead is wide, where it is empty."""
    lead_style: str = "$muted"
    gap: int = 1
    """Blank lines above it."""
    signs: tuple[Sign, ...] = ()
    """The first that has to do with a line stands beside it."""

    def sign_of(self, line: tuple[int, int]) -> str:
        """What stands beside a line, given as a span of the text; a blank where nothing does."""
        start, end = line
        return next((sign for first, last, sign in self.signs if first < max(end, start + 1) and last > start), " ")

    @cached_property
    def indent(self) -> int:
        """How many cells the lead takes from the measure."""
        return cell_len(self.lead)


@dataclass(frozen=True)
class Layout:
    """Paragraphs wrapped to a measure."""

    tops: tuple[int, ...]
    """The line on which each paragraph's text begins."""
    lines: tuple[tuple[tuple[int, int], ...], ...]
    """For each paragraph, the spans of its lines."""
    height: int
    """Lines of the whole column, with a blank one at its end."""

    def paragraph_at(self, line: int) -> int:
        """The paragraph that a line belongs to; the gap above a paragraph belongs to the one before it."""
        return max(bisect_right(self.tops, line) - 1, 0)

    def bottom(self, paragraph: int) -> int:
        """The line after a paragraph's last."""
        return self.tops[paragraph] + len(self.lines[paragraph])

    def line_of(self, paragraph: int, offset: int) -> int:
        """The line of the column on which a character of a paragraph stands."""
        starts = [start for start, _ in self.lines[paragraph]]
        return self.tops[paragraph] + max(bisect_right(starts, offset) - 1, 0)


def lay_out(paragraphs: Sequence[Paragraph], measure: int) -> Layout:
    """Wrap paragraphs to a measure, given in cells, and stack them."""
    tops: list[int] = []
    lines: list[tuple[tuple[int, int], ...]] = []
    height = 0
    for paragraph in paragraphs:
        wrapped = wrap(paragraph.content.plain, measure - paragraph.indent)
        tops.append(height + paragraph.gap)
        lines.append(wrapped)
        height += paragraph.gap + len(wrapped)
    return Layout(tuple(tops), tuple(lines), height + 1 if paragraphs else 0)

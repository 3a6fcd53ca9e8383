"""Wrapped paragraphs painted as strips: margin, cursor bar, lead and text, each on its ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.segment import Segment
from textual.strip import Strip
from textual.style import Style

from tui.rendering.paragraphs import Paragraph

BAR = "▌"
"""Stands at the left of the paragraph under the cursor, so that its background need not tell."""
RESTING_BAR = "▏"
"""The same while the keys move something else."""
POINTER = "›"
"""Stands in the margin of the line where a marked passage begins."""

_BEFORE_TEXT = 2
"""Cells of bar and pointer."""
_AROUND = _BEFORE_TEXT + 2
"""Cells of a line that are neither gutter nor text."""

Line = tuple[int, int]
"""A span of a paragraph's text."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """How the width of a column is shared out. All in cells."""

    width: int
    gutter: int
    """For the paragraphs' marks."""
    text: int
    """For the text."""

    @classmethod
    def of(cls, width: int, gutter: int, measure: int) -> Geometry:
        """Text as wide as there is room for, but no wider than the measure."""
        return cls(width, gutter, max(1, min(measure, width - gutter - _AROUND)))

    @property
    def left(self) -> int:
        """The blank that centres the text where there is room."""
        return max((self.width - self.gutter - self.text - _AROUND) // 2, 0)

    @property
    def before_text(self) -> int:
        """Where the text of a paragraph without a lead begins."""
        return self.left + self.gutter + _BEFORE_TEXT

    @property
    def edge(self) -> int:
        """Where the ground of a paragraph ends."""
        return min(self.left + self.gutter + self.text + _AROUND - 1, self.width)


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles that a column is painted in."""

    base: Style
    """Text on the column's own background."""
    style: Callable[[str | Style], Style]
    """Gives a style by its definition."""
    is_focused: bool
    """Whether keys move the column's cursor."""

    @property
    def cursor(self) -> Style:
        """Text under the cursor."""
        return self.base + self.style("on $cursor" if self.is_focused else "on $cursor-blurred")

    @property
    def bar(self) -> Style:
        """The cursor's bar."""
        return self.style("$accent" if self.is_focused else "$muted")


def paint_line(
    paragraph: Paragraph,
    row: int,
    line: Line,
    geometry: Geometry,
    palette: Palette,
    *,
    is_cursor: bool,
    marked: Line | None = None,
) -> Strip:
    """The strip of one line, as wide as the column.

    Args:
        paragraph: What it is a line of.
        row: Which line of the paragraph it is, from 0.
        line: Its span of the paragraph's text.
        geometry: How the width is shared out.
        palette: The styles to use.
        is_cursor: Whether the cursor is on the paragraph.
        marked: A span of the paragraph's text that is marked.
    """
    ground = palette.cursor if is_cursor else palette.base
    content = paragraph.content.stylize("on $selection", *marked) if marked else paragraph.content
    text = content[line[0] : line[1]]
    bar = (BAR if palette.is_focused else RESTING_BAR) if is_cursor else " "
    pointer = POINTER if marked and line[0] <= marked[0] < max(line[1], line[0] + 1) else " "
    mark = paragraph.mark if row == 0 else ""
    margin = " " * geometry.left + (f"{mark:>{geometry.gutter - 1}}" if geometry.gutter else "")
    sign = paragraph.sign_of(line) if geometry.gutter else ""
    lead = paragraph.lead if row == 0 else paragraph.rule or " " * paragraph.indent
    segments = [
        Segment(margin, (palette.base + palette.style(paragraph.mark_style)).rich_style),
        Segment(sign, (palette.base + palette.style("$accent")).rich_style),
        Segment(f"{bar}{pointer}", (ground + palette.bar).rich_style),
        Segment(lead, (ground + palette.style(paragraph.lead_style)).rich_style),
        *(Segment(part, style.rich_style) for part, style in text.render(ground, "", palette.style)),
    ]
    inked = geometry.before_text + paragraph.indent + text.cell_length
    if inked > geometry.edge:
        return Strip(segments).crop(0, geometry.width).extend_cell_length(geometry.width, palette.base.rich_style)
    segments.append(Segment(" " * (geometry.edge - inked), ground.rich_style))
    segments.append(Segment(" " * (geometry.width - geometry.edge), palette.base.rich_style))
    return Strip(segments, geometry.width)

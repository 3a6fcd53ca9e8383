"""Text broken into lines of a width in cells, as spans of its characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

_SINGLE_WIDTH = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Text of scripts and punctuation whose every character is one cell wide, so that cells need not be counted."""


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    r"""The lines of a text as half-open character spans; blanks at a line's end belong to no line.

    A word longer than a line is cut where the line is full. `\n` always ends a line.

    Args:
        text: What to wrap.
        width: Cells; at least one character goes on each line, even where it is wider.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines.extend((start + first, start + last) for first, last in _wrapped(paragraph, max(width, 1)))
        start += len(paragraph) + 1
    return tuple(lines)


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    cells = _cells_before(text)
    start, length = 0, len(text)
    while cells[length] - cells[start] > width:
        limit = max(bisect_right(cells, cells[start] + width) - 1, start + 1)
        blank = limit if text[limit : limit + 1] == " " else text.rfind(" ", start, limit)
        end = start + len(text[start : max(blank, start)].rstrip(" "))
        if end == start:
            blank = end = limit
        yield start, end
        start = _after_blanks(text, blank)
    yield start, start + len(text[start:].rstrip(" "))


def _after_blanks(text: str, start: int) -> int:
    while text.startswith(" ", start):
        start += 1
    return start


def _cells_before(text: str) -> Sequence[int]:
    """For each offset from 0 to the end, how many cells lie before it."""
    if _SINGLE_WIDTH.fullmatch(text):
        return range(len(text) + 1)
    return list(accumulate(map(cell_len, text), initial=0))

"""An article of the list as lines of styled pieces: marks, title, date, outlet, tags, and how many others report it."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from articles.model import ArticleRow, ArticleState
from articles.text import one_line, printable
from tui.dates import date_words
from tui.rendering.wrapping import wrap

UNREAD = "●"
STARRED = "★"
SELECTED = "✓"
FOLDED = "▸"
UNFOLDED = "▾"
"""Lead the heading of a story, whose articles are hidden or stand below it."""
BELOW = "└ "
"""Leads the title of a version that is listed below the one that stands for it."""

_DATE_CELLS = 12
_INDENT = 3
_SHORT_DATE_FROM = 34
_LONG_DATE_FROM = 36
_OUTLET_FROM = 76
_OUTLET_CELLS = 22


class Piece(NamedTuple):
    """Text with the definition of the style to paint it in, by the variables of the theme."""

    text: str
    style: str = ""


NO_CURSOR = Piece(" ")
CURSOR = Piece("▌", "$accent")
RESTING_CURSOR = Piece("▌", "$border")
"""The same while the keys move something else."""

Line = tuple[Piece, ...]


def row_lines(
    row: ArticleRow | None,
    width: int,
    height: int,
    gutter: Piece = NO_CURSOR,
    *,
    is_below: bool = False,
    is_selected: bool = False,
) -> tuple[Line, ...]:
    """The lines of one row, each exactly `width` cells wide.

    Args:
        row: The article; None while it is not loaded.
        width: Cells.
        height: 1 for everything on one line; more for a line of details under so many less one of title, with blank
            lines below a shorter title.
        gutter: What stands at the left of every line: one cell, by which the cursor is known without colour.
        is_below: Whether it is a version of the text of the row above, and is to look so.
        is_selected: Whether the reader has selected it.
    """
    if row is None:
        return tuple((gutter, Piece(" " * max(width - 1, 0), "$muted")) for _ in range(height))
    if height == 1:
        return (_single(row, gutter, width, is_below=is_below, is_selected=is_selected),)
    titles = _title_lines(row, gutter, width, height - 1, is_below=is_below, is_selected=is_selected)
    blank = (gutter, Piece(" " * max(width - 1, 0), "$muted"))
    return (
        *titles,
        _detail_line(row, gutter, width, is_below=is_below),
        *(blank for _ in range(height - 1 - len(titles))),
    )


def is_heading(row: ArticleRow) -> bool:
    """Whether a row is the heading of a story, rather than an article."""
    return row.id < 0


def others_sign(count: int) -> str:
    """How many other articles report on the same, as the reader's margin writes it: `+3`; empty for none."""
    return f"+{count}" if count else ""


def versions_sign(row: ArticleRow) -> str:
    """How many versions of its text there are, where a row stands for all: `×3`; empty where it is the only one."""
    return f"×{row.all_versions}" if row.all_versions > 1 else ""


def versions_note(versions: int, key: str) -> str:
    """What stands below the title of one of several versions of a text: `one of 3 versions · D shows them`."""
    if versions < 2:
        return ""
    return f"one of {versions} versions" + (f" · {key} shows them" if key else "")


def _title_lines(
    row: ArticleRow, gutter: Piece, width: int, most: int, *, is_below: bool, is_selected: bool
) -> tuple[Line, ...]:
    """The title over as many lines as it needs and may have, with the star at the end of the first."""
    title = f"{BELOW if is_below else ''}{_title(row)}"
    star = f" {STARRED} " if row.is_starred else ""
    room = max(width - _INDENT - cell_len(star), 1)
    spans = wrap(title, room)
    texts = [title[start:end] for start, end in spans[: most - 1]]
    if len(spans) >= most:
        texts.append(title[spans[most - 1][0] :])
    style = _title_style(row)
    first = (gutter, *_marks(row, is_selected=is_selected), Piece(fit(texts[0], room), style), Piece(star, "$star"))
    indent = Piece(" " * (_INDENT - 1), "$muted")
    return (first, *((gutter, indent, Piece(fit(text, width - _INDENT), style)) for text in texts[1:]))


def _detail_line(row: ArticleRow, gutter: Piece, width: int, *, is_below: bool) -> Line:
    status = _status(row, is_below=is_below)
    indent = _INDENT + (len(BELOW) if is_below else 0)
    room = max(width - indent - cell_len(status.text), 0)
    line: list[Piece] = [gutter, Piece(" " * (indent - 1), "$muted")]
    for piece in _details(row, room):
        cells = min(cell_len(piece.text), room)
        line.append(Piece(fit(piece.text, cells), piece.style))
        room -= cells
    return (*line, Piece(" " * room, "$muted"), status)


def _details(row: ArticleRow, room: int) -> Line:
    words = date_words(row.published, None if room >= _LONG_DATE_FROM else _DATE_CELLS)
    date = Piece(fit(words, max(_DATE_CELLS, len(words))), "$muted")
    outlet = printable(one_line(row.outlet))
    tags = tuple(Piece(f"  #{printable(one_line(tag))}", "$tag") for tag in row.tags)
    return (date, *((Piece(f" {outlet}", "$muted"),) if outlet else ()), *tags)


def _status(row: ArticleRow, *, is_below: bool) -> Piece:
    """What stands at the right of the details: versions, reports elsewhere, or that it still waits, or is short."""
    versions = "" if is_below else versions_sign(row)
    if is_heading(row):
        return Piece("")
    style = {ArticleState.WAITING: "italic $muted", ArticleState.FAILED: "$error"}.get(row.state, "$accent")
    state = others_sign(row.related) if row.state is ArticleState.READY else row.state.value
    if row.is_summary and not (state or versions):
        state, style = "summary", "italic $muted"
    words = " ".join(part for part in (versions, state) if part)
    return Piece(f" {words} " if words else "", style)


def _single(row: ArticleRow, gutter: Piece, width: int, *, is_below: bool, is_selected: bool) -> Line:
    versions = "" if is_below else versions_sign(row)
    star = Piece(f" {STARRED}" if row.is_starred else "  ", "$star")
    state = {ArticleState.WAITING: "…", ArticleState.FAILED: "!"}.get(row.state, others_sign(row.related))
    if is_heading(row):
        state = "" if width >= _OUTLET_FROM else printable(one_line(row.outlet))
    right: list[Piece] = [Piece(f" {versions}" if versions else "", "$accent"), star, Piece(f"{state:>3} ", "$accent")]
    if width >= _OUTLET_FROM:
        right.append(Piece(f" {fit(printable(one_line(row.outlet)), _OUTLET_CELLS)} ", "$muted"))
    if width >= _SHORT_DATE_FROM:
        right.append(Piece(f"{date_words(row.published, _DATE_CELLS):>{_DATE_CELLS}} ", "$muted"))
    room = max(width - _INDENT - sum(cell_len(piece.text) for piece in right), 0)
    title = f"{BELOW if is_below else ''}{_title(row)}"
    return (gutter, *_marks(row, is_selected=is_selected), Piece(fit(title, room), _title_style(row)), *right)


def _marks(row: ArticleRow, *, is_selected: bool) -> Line:
    if is_heading(row):
        return (Piece(f"{UNFOLDED if row.is_unfolded else FOLDED} ", "$accent"),)
    return (Piece(" " if row.is_read else UNREAD, "$unread"), Piece(SELECTED if is_selected else " ", "bold $accent"))


def _title(row: ArticleRow) -> str:
    return printable(one_line(row.title)) or "(no title)"


def _title_style(row: ArticleRow) -> str:
    if is_heading(row):
        return "$accent" if row.is_read else "bold $accent"
    return "$text" if row.is_read else "bold $text"


def fit(text: str, cells: int) -> str:
    """The text in exactly so many cells: padded with spaces, or cut with an ellipsis; wide characters count two."""
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(f"{set_cell_size(text, max(cells - 1, 0)).rstrip()}…", cells) if cells > 0 else ""

"""An entity of the list as a line of styled pieces: name and spellings, kind, how often it is named, and when last."""

from __future__ import annotations

from rich.cells import cell_len

from articles.model import EntityRow, EntitySort
from articles.text import one_line, printable
from tui.dates import date_words
from tui.rendering.rows import NO_CURSOR, Line, Piece, fit

_KIND_CELLS = 13
_ARTICLES_CELLS = 9
_MENTIONS_CELLS = 9
_SEEN_CELLS = 13
_MENTIONS_FROM = 72
_SEEN_FROM = 56
_KIND_FROM = 40
_LONGEST = 100
_SPELLINGS = 6

_SORT_SIGN = "▾"


def entity_line(row: EntityRow | None, width: int, gutter: Piece = NO_CURSOR) -> Line:
    """The line of one entity, exactly `width` cells wide.

    Args:
        row: The entity; None while it is not loaded.
        width: Cells.
        gutter: What stands at its left: one cell, by which the cursor is known without colour.
    """
    room = _name_room(width)
    if row is None:
        return (gutter, Piece(" " * max(width - 1, 0), "$muted"))
    entity = row.entity
    name = printable(one_line(entity.name, _LONGEST)) or "(no name)"
    name_cells = min(cell_len(name), room)
    spellings = ", ".join(printable(one_line(alias, _LONGEST)) for alias in entity.aliases[:_SPELLINGS])
    line = [
        gutter,
        Piece(fit(name, name_cells), f"$entity-{entity.kind.value}"),
        Piece(fit(f"  {spellings}" if spellings else "", room - name_cells), "$muted"),
    ]
    if width >= _KIND_FROM:
        line.append(Piece(f" {fit(entity.kind.value, _KIND_CELLS - 1)}", "$muted"))
    line.append(Piece(f"{entity.articles:>{_ARTICLES_CELLS - 1},} ", "$accent"))
    if width >= _MENTIONS_FROM:
        line.append(Piece(f"{entity.mentions:>{_MENTIONS_CELLS - 1},} ", "$muted"))
    if width >= _SEEN_FROM:
        line.append(
            Piece(f"{fit(date_words(row.last_seen, _SEEN_CELLS - 1), _SEEN_CELLS - 1):>{_SEEN_CELLS}}", "$muted")
        )
    return tuple(line)


def heading_line(width: int, sort: EntitySort) -> str:
    """The names of the columns, that of the order marked."""

    def titled(name: str, order: EntitySort) -> str:
        return f"{name}{_SORT_SIGN}" if order is sort else name

    line = f" {fit(titled('name', EntitySort.NAME), _name_room(width))}"
    if width >= _KIND_FROM:
        line += f" {'kind':<{_KIND_CELLS - 1}}"
    line += f"{titled('articles', EntitySort.REPORTED):>{_ARTICLES_CELLS}}"
    if width >= _MENTIONS_FROM:
        line += f"{titled('mentions', EntitySort.MENTIONED):>{_MENTIONS_CELLS}}"
    if width >= _SEEN_FROM:
        line += f" {titled('last seen', EntitySort.SEEN)}"
    return line


def _name_room(width: int) -> int:
    """Cells for the name and the spellings."""
    columns = ((_KIND_FROM, _KIND_CELLS), (_MENTIONS_FROM, _MENTIONS_CELLS), (_SEEN_FROM, _SEEN_CELLS))
    others = _ARTICLES_CELLS + sum(cells for least, cells in columns if width >= least)
    return max(width - 1 - others, 0)

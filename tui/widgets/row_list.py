"""A list of rows: virtual, so that a hundred thousand of them cost no more than the ones in sight."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tui.rendering.rows import CURSOR, NO_CURSOR, RESTING_CURSOR, Line, Piece

PAGE = 200
"""How many rows are fetched at a time."""
_PAGES_KEPT = 12
_PAINTED_KEPT = 400


class Identified(Protocol):
    """What has an id in the library."""

    @property
    def id(self) -> int:
        """The id."""


Row = TypeVar("Row", bound=Identified)
Fetch = Callable[[Sequence[int]], Sequence[Row]]


class RowList(ScrollView, Generic[Row], can_focus=True):
    """Rows by their ids; those in sight are fetched a page at a time and kept for a while.

    Args:
        fetch: Gives the rows of ids, in any order. Called on the event loop, so it must answer in milliseconds.
    """

    row_height: reactive[int] = reactive(1, repaint=False)
    """Lines a row."""

    def __init__(self, fetch: Fetch[Row], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._rows: dict[int, Row] = {}
        self._pages: dict[int, None] = {}
        self._cursor = 0
        self._is_touched = False
        self._painted: LRUCache[tuple[object, ...], tuple[Strip, ...]] = LRUCache(_PAINTED_KEPT)

    def lines_of(self, row: Row | None, width: int, gutter: Piece, look: Hashable) -> tuple[Line, ...]:
        """The lines of one row, each exactly `width` cells wide.

        Args:
            row: The row; None while it is not loaded.
            width: Cells.
            gutter: What stands at the left of every line.
            look: What `look` gives for its position.
        """
        raise NotImplementedError

    def look(self, position: int) -> Hashable:
        """What, beside the row itself, decides how the row at a position looks; here nothing does."""
        return position < 0

    def cursor_moved(self) -> None:
        """Called when the reader has put the cursor on another row."""

    def double_clicked(self) -> None:
        """Called when the row under the cursor is clicked twice."""

    @property
    def ids(self) -> array[int]:
        """The ids of what is listed, in order."""
        return self._ids

    @property
    def cursor(self) -> int:
        """The position of the cursor, from 0."""
        return self._cursor

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None in an empty list."""
        return self.row(self._ids[self._cursor]) if self._ids else None

    def row(self, identity: int) -> Row | None:
        """The row with an id, where it is at hand."""
        if identity not in self._rows and self._ids and self._ids[self._cursor] == identity:
            self._ensure_rows()
        return self._rows.get(identity)

    def show(self, ids: array[int], *, at: int | None = None) -> None:
        """List other rows.

        Args:
            ids: Their ids in order.
            at: What to put the cursor on; where it is not listed, the cursor stays at its position, and before it has
                ever been moved, on the first.
        """
        offset = self._cursor - self._first_visible
        self._ids = ids
        self._rows.clear()
        self._pages.clear()
        if self._is_touched and at is not None and at in ids:
            self._cursor = ids.index(at)
        self._cursor = max(0, min(self._cursor, len(ids) - 1))
        self._resize()
        self.scroll_to(y=max(self._cursor - offset, 0) * self.row_height, animate=False)
        self._settle()
        self.refresh()

    def extend(self, ids: array[int]) -> None:
        """List the same and more after it; nothing in sight moves."""
        self._ids = ids
        self._resize()
        self.forget_rows()

    def forget_rows(self) -> None:
        """Fetch the rows again: something about them has changed."""
        self._rows.clear()
        self._pages.clear()
        self._ensure_rows()
        self.refresh()

    def replace_row(self, row: Row) -> None:
        """Show a row as given, whatever was fetched."""
        self._rows[row.id] = row
        self.refresh()

    def move(self, steps: int) -> None:
        """Move the cursor by so many rows; it stops at the ends."""
        self.move_to(self._cursor + steps)

    def move_to(self, position: int) -> None:
        """Put the cursor on a position; beyond the ends, on the first or last row."""
        if not self._ids:
            return
        self._is_touched = True
        position = max(0, min(position, len(self._ids) - 1))
        if position == self._cursor:
            return
        before, self._cursor = self._cursor, position
        self._settle()
        for changed in (before, position):
            self.refresh_lines(changed * self.row_height, self.row_height)
        self.cursor_moved()

    def page(self, pages: float) -> None:
        """Move the cursor by pages, or by half of one."""
        self.move(int(pages * max(self._visible_rows - 1, 1)))

    def render_line(self, y: int) -> Strip:
        """One line of the rows in sight."""
        position, line = divmod(self.scroll_offset.y + y, self.row_height)
        width = self.scrollable_content_region.width
        if position >= len(self._ids):
            return Strip.blank(width, self.rich_style)
        return self._strips(position, width)[line]

    def notify_style_update(self) -> None:
        """Forget what was painted in the old theme."""
        self._painted.clear()
        super().notify_style_update()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fetch the rows that come into sight."""
        self._ensure_rows()
        super().watch_scroll_y(old_value, new_value)

    def watch_row_height(self) -> None:
        """Keep the cursor in sight when rows grow or shrink."""
        self._resize()
        self._settle()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._resize()
        self._settle()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row clicked."""
        position = (self.scroll_offset.y + event.y) // self.row_height
        if position < len(self._ids):
            self.move_to(position)
            if event.chain > 1:
                self.double_clicked()

    @property
    def _visible_rows(self) -> int:
        return max(self.size.height // self.row_height, 1)

    @property
    def _first_visible(self) -> int:
        return self.scroll_offset.y // self.row_height

    def _resize(self) -> None:
        self.virtual_size = Size(0, len(self._ids) * self.row_height)

    def _settle(self) -> None:
        """Bring the cursor into sight, and with it some of what comes next, and fetch what is in sight.

        To scroll by several rows at a time makes most keys cheap, for then only two rows are painted anew.
        """
        first, visible = self._first_visible, self._visible_rows
        ahead = visible // 3
        if self._cursor < first:
            first = max(self._cursor - ahead, 0)
        elif self._cursor >= first + visible:
            first = max(min(self._cursor + ahead, len(self._ids) - 1) - visible + 1, 0)
        if first * self.row_height != self.scroll_offset.y:
            self.scroll_to(y=first * self.row_height, animate=False)
        self._ensure_rows()

    def _ensure_rows(self) -> None:
        """Fetch the pages of the rows in sight that are not at hand; drop those longest out of sight."""
        last = min(self._first_visible + self._visible_rows, len(self._ids) - 1)
        pages = {self._cursor // PAGE, *range(self._first_visible // PAGE, last // PAGE + 1)} if self._ids else set()
        for page in pages & self._pages.keys():
            self._pages[page] = self._pages.pop(page)
        for page in sorted(pages - self._pages.keys()):
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
                self._drop_stray_rows()
            self._pages[page] = None
            wanted = self._ids[page * PAGE : (page + 1) * PAGE]
            self._rows.update((row.id, row) for row in self._fetch(wanted))

    def _drop_stray_rows(self) -> None:
        kept = {id for page in self._pages for id in self._ids[page * PAGE : (page + 1) * PAGE]}
        self._rows = {id: row for id, row in self._rows.items() if id in kept}

    def _strips(self, position: int, width: int) -> tuple[Strip, ...]:
        """The lines of one row, painted once for each way in which it can look."""
        row, look = self._rows.get(self._ids[position]), self.look(position)
        at_cursor = position == self._cursor
        key = (row, width, self.row_height, at_cursor, self.has_focus, look)
        if (painted := self._painted.get(key)) is None:
            gutter = (CURSOR if self.has_focus else RESTING_CURSOR) if at_cursor else NO_CURSOR
            ground = (
                Style.parse("on $cursor" if self.has_focus else "on $cursor-blurred") if at_cursor else Style.null()
            )
            painted = tuple(self._strip(line, ground) for line in self.lines_of(row, width, gutter, look))
            self._painted[key] = painted
        return painted

    def _strip(self, line: Line, ground: Style) -> Strip:
        base = self.visual_style
        return Strip(
            Segment(piece.text, (base + Style.parse(piece.style) + ground).rich_style) for piece in line if piece.text
        )

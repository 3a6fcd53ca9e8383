"""The list of articles: virtual, so that a hundred thousand rows cost no more than the ones in sight."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from articles.model import ArticleRow
from tui.rendering.rows import CURSOR, NO_CURSOR, RESTING_CURSOR, Line, row_lines

PAGE = 200
"""How many rows are fetched at a time."""
_PAGES_KEPT = 12
_PAINTED_KEPT = 400

Fetch = Callable[[Sequence[int]], Sequence[ArticleRow]]


class ArticleList(ScrollView, can_focus=True):
    """Articles by their ids; the rows in sight are fetched a page at a time and kept for a while.

    Args:
        fetch: Gives the rows of ids, in any order. Called on the event loop, so it must answer in milliseconds.
    """

    row_height: reactive[int] = reactive(2, repaint=False)
    """Lines a row, as `rendering.rows.row_lines` takes them."""

    class CursorMoved(Message):
        """The cursor has come to another article."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

        def can_replace(self, message: Message) -> bool:
            """Only the last position matters."""
            return isinstance(message, ArticleList.CursorMoved)

    class Opened(Message):
        """An article was chosen with the mouse."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    def __init__(self, fetch: Fetch, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._rows: dict[int, ArticleRow] = {}
        self._pages: dict[int, None] = {}
        self._cursor = 0
        self._is_touched = False
        self._painted: LRUCache[tuple[object, ...], tuple[Strip, ...]] = LRUCache(_PAINTED_KEPT)

    @property
    def ids(self) -> array[int]:
        """The ids of the articles listed, in order."""
        return self._ids

    @property
    def cursor(self) -> int:
        """The position of the cursor, from 0."""
        return self._cursor

    @property
    def current(self) -> ArticleRow | None:
        """The article under the cursor; None in an empty list."""
        return self.row(self._ids[self._cursor]) if self._ids else None

    def row(self, article_id: int) -> ArticleRow | None:
        """The row of an article, where it is at hand."""
        if article_id not in self._rows and self._ids and self._ids[self._cursor] == article_id:
            self._ensure_rows()
        return self._rows.get(article_id)

    def show(self, ids: array[int], *, at: int | None = None) -> None:
        """List other articles.

        Args:
            ids: Their ids in order.
            at: The article to put the cursor on; where it is not listed, the cursor stays at its position, and
                before it has ever been moved, on the first.
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
        """List the same articles and more after them; nothing in sight moves."""
        self._ids = ids
        self._resize()
        self.forget_rows()

    def forget_rows(self) -> None:
        """Fetch the rows again: something about them has changed."""
        self._rows.clear()
        self._pages.clear()
        self._ensure_rows()
        self.refresh()

    def replace_row(self, row: ArticleRow) -> None:
        """Show a row as given, whatever was fetched."""
        self._rows[row.id] = row
        self.refresh()

    def move(self, steps: int) -> None:
        """Move the cursor by so many articles; it stops at the ends."""
        self.move_to(self._cursor + steps)

    def move_to(self, position: int) -> None:
        """Put the cursor on a position; beyond the ends, on the first or last article."""
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
        self.post_message(self.CursorMoved(self._ids[position]))

    def move_to_article(self, article_id: int) -> bool:
        """Put the cursor on an article; False where it is not listed."""
        if article_id not in self._ids:
            return False
        self.move_to(self._ids.index(article_id))
        return True

    def page(self, pages: float) -> None:
        """Move the cursor by pages, or by half of one."""
        self.move(int(pages * max(self._visible_rows - 1, 1)))

    def render_line(self, y: int) -> Strip:
        """One line of the rows in sight."""
        position, line = divmod(self.scroll_offset.y + y, self.row_height)
        width = self.scrollable_content_region.width
        if position >= len(self._ids):
            return Strip.blank(width, self.rich_style)
        return self._strips(
            self._ids[position], width, at_cursor=position == self._cursor, is_below=self._is_below(position)
        )[line]

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
        """Put the cursor on the article clicked; a second click opens it."""
        position = (self.scroll_offset.y + event.y) // self.row_height
        if position < len(self._ids):
            self.move_to(position)
            if event.chain > 1:
                self.post_message(self.Opened(self._ids[position]))

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

    def _is_below(self, position: int) -> bool:
        """Whether the article there is a version of the text of the one above it."""
        row = self._rows.get(self._ids[position])
        if row is None or position == 0 or not row.is_hidden:
            return False
        above = self._rows.get(self._ids[position - 1])
        return above is None or above.group == row.group

    def _strips(self, article_id: int, width: int, *, at_cursor: bool, is_below: bool) -> tuple[Strip, ...]:
        """The lines of one row, painted once for each way in which it can look."""
        row = self._rows.get(article_id)
        key = (row, width, self.row_height, at_cursor, self.has_focus, is_below)
        if (painted := self._painted.get(key)) is None:
            gutter = (CURSOR if self.has_focus else RESTING_CURSOR) if at_cursor else NO_CURSOR
            ground = (
                Style.parse("on $cursor" if self.has_focus else "on $cursor-blurred") if at_cursor else Style.null()
            )
            lines = row_lines(row, width, self.row_height, gutter, is_below=is_below)
            painted = tuple(self._strip(line, ground) for line in lines)
            self._painted[key] = painted
        return painted

    def _strip(self, line: Line, ground: Style) -> Strip:
        base = self.visual_style
        return Strip(
            Segment(piece.text, (base + Style.parse(piece.style) + ground).rich_style) for piece in line if piece.text
        )

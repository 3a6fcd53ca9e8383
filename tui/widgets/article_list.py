"""The list of articles: virtual rows, some of which are versions of the text of the one above."""

from __future__ import annotations

from array import array
from collections.abc import Hashable

from textual.message import Message
from textual.reactive import reactive

from articles.model import ArticleRow
from tui.rendering.rows import Line, Piece, row_lines
from tui.selection import Selection
from tui.widgets.row_list import Fetch, RowList


class ArticleList(RowList[ArticleRow]):
    """Articles by their ids."""

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

    class SelectionChanged(Message):
        """Other articles are selected than before."""

    class Opened(Message):
        """An article was chosen with the mouse."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    def __init__(self, fetch: Fetch[ArticleRow], *, id: str | None = None) -> None:
        super().__init__(fetch, id=id)
        self._selection = Selection()
        self._selected: frozenset[int] = frozenset()

    @property
    def selection(self) -> Selection:
        """What the reader has selected."""
        return self._selection

    @property
    def selected(self) -> tuple[int, ...]:
        """The listed articles that are selected, in order."""
        return self._selection.listed(self._ids, self._cursor)

    def select(self, selection: Selection) -> None:
        """Select other articles."""
        self._selection = selection
        self._show_selected()

    def lines_of(self, row: ArticleRow | None, width: int, gutter: Piece, look: Hashable) -> tuple[Line, ...]:
        """The lines of one article."""
        is_below, is_selected = look if isinstance(look, tuple) else (False, False)
        return row_lines(row, width, self.row_height, gutter, is_below=is_below, is_selected=is_selected)

    def look(self, position: int) -> tuple[bool, bool]:
        """Whether the article there is a version of the text of the one above it, and whether it is selected."""
        return self._is_below(position), self._ids[position] in self._selected

    def _is_below(self, position: int) -> bool:
        row = self._rows.get(self._ids[position])
        if row is None or position == 0 or not row.is_hidden:
            return False
        above = self._rows.get(self._ids[position - 1])
        return above is None or above.group == row.group

    def move_to_article(self, article_id: int) -> bool:
        """Put the cursor on an article; False where it is not listed."""
        if article_id not in self.ids:
            return False
        self.move_to(self.ids.index(article_id))
        return True

    def show(self, ids: array[int], *, at: int | None = None) -> None:
        """List other articles; those of them that are selected stay so."""
        super().show(ids, at=at)
        self._show_selected()

    def extend(self, ids: array[int]) -> None:
        """List the same and more after it."""
        super().extend(ids)
        self._show_selected()

    def cursor_moved(self) -> None:
        """Draw the stretch that is being selected on to the cursor, and tell of the article under it."""
        if self._selection.anchor is not None:
            self._show_selected()
        self.post_message(self.CursorMoved(self.ids[self.cursor]))

    def _show_selected(self) -> None:
        selected = frozenset(self.selected)
        if selected != self._selected:
            self._selected = selected
            self.refresh()
            self.post_message(self.SelectionChanged())

    def double_clicked(self) -> None:
        """A second click opens the article."""
        self.post_message(self.Opened(self.ids[self.cursor]))

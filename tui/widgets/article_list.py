"""The list of articles: virtual rows, some of which are versions of the text of the one above."""

from __future__ import annotations

from collections.abc import Hashable

from textual.message import Message
from textual.reactive import reactive

from articles.model import ArticleRow
from tui.rendering.rows import Line, Piece, row_lines
from tui.widgets.row_list import RowList


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

    class Opened(Message):
        """An article was chosen with the mouse."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    def lines_of(self, row: ArticleRow | None, width: int, gutter: Piece, look: Hashable) -> tuple[Line, ...]:
        """The lines of one article."""
        return row_lines(row, width, self.row_height, gutter, is_below=bool(look))

    def look(self, position: int) -> bool:
        """Whether the article there is a version of the text of the one above it."""
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

    def cursor_moved(self) -> None:
        """Tell of the article under the cursor."""
        self.post_message(self.CursorMoved(self.ids[self.cursor]))

    def double_clicked(self) -> None:
        """A second click opens the article."""
        self.post_message(self.Opened(self.ids[self.cursor]))

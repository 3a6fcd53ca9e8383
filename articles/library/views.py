"""Searches that the reader keeps under a name."""

from __future__ import annotations

from articles.errors import LibraryError, NotFoundError
from articles.library.connection import Connection
from articles.model import SavedView
from articles.query import Query
from articles.text import fold, one_line, printable

LONGEST_NAME = 64
"""Characters."""

_VIEWS = "SELECT id, name, query, sort FROM view"


class Views:
    """The views of a library. Names that differ in case, diacritics or hyphens only are one.

    Args:
        connection: The library's.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[SavedView, ...]:
        """All views in the order in which they were made."""
        return tuple(SavedView(*row) for row in self._connection.rows(f"{_VIEWS} ORDER BY id"))

    def one(self, name: str) -> SavedView:
        """The view of a name. Raises `NotFoundError`."""
        row = self._connection.row(f"{_VIEWS} WHERE key = ?", (fold(printable(name)),))
        if row is None:
            raise NotFoundError(f"there is no view {name}", remedy="List them with: broadsheet views")
        return SavedView(*row)

    def save(self, name: str, query: Query, sort: str) -> SavedView:
        """Keep a search under a name, in place of what was kept under it.

        Raises:
            LibraryError: The name is empty or too long.
        """
        shown = one_line(printable(name))
        if not fold(shown) or len(shown) > LONGEST_NAME:
            raise LibraryError(f"a view needs a name of 1 to {LONGEST_NAME} characters", remedy="Type another one")
        self._connection.run(
            "INSERT INTO view (key, name, query, sort) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET (name, query, sort) = (excluded.name, excluded.query, excluded.sort)",
            (fold(shown), shown, str(query), sort),
        )
        return self.one(shown)

    def remove(self, name: str) -> SavedView:
        """Forget a view; what it was. Raises `NotFoundError`."""
        view = self.one(name)
        self._connection.run("DELETE FROM view WHERE id = ?", (view.id,))
        return view

    def put_back(self, view: SavedView) -> None:
        """Keep a view again that was forgotten, in its place, unless another one has its name by now."""
        self._connection.run(
            "INSERT INTO view (id, key, name, query, sort) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (view.id, fold(view.name), view.name, view.query, view.sort),
        )

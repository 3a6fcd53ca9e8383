"""What the library offers about articles that have the same text: which those are, and how lists show them."""

from __future__ import annotations

from collections.abc import Iterable

from articles.library import listing, version_groups
from articles.library.connection import Connection
from articles.model import ArticleRow


class Versions:
    """The articles of a library that have the same text, as versions of it. Reached as `Library.versions`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, identity: int) -> tuple[ArticleRow, ...]:
        """The articles with the same text as one, itself included, in the order in which they appeared.

        Raises:
            NotFoundError: There is no such article.
        """
        found = listing.rows(self._connection, version_groups.versions(self._connection, identity))
        return found or (listing.row(self._connection, identity),)

    def texts(self, articles: Iterable[int]) -> dict[int, int]:
        """For each of some articles a number that it shares with those that have the same text, and with no other."""
        return version_groups.texts(self._connection, articles)

    def set_unfolded(self, identity: int, is_unfolded: bool) -> bool:
        """Unfold the articles with the same text as one in lists, or fold them; whether that changed anything."""
        return version_groups.set_unfolded(self._connection, identity, is_unfolded)

    def set_apart(self, identity: int, is_apart: bool) -> bool:
        """Take an article away from those with the same text for good, or undo that; whether that changed anything.

        Raises:
            NotFoundError: There is no such article.
        """
        from articles.library import duplicate_store

        return duplicate_store.set_apart(self._connection, identity, is_apart)

    def unsigned(self) -> tuple[int, ...]:
        """The articles that were never compared with others, since they were stored by an older Broadsheet."""
        from articles.library import duplicate_store

        return duplicate_store.unsigned(self._connection)

    def sign(self, identity: int) -> None:
        """Compare such an article with the others, in one transaction. Raises `NotFoundError`."""
        from articles.library import duplicate_store

        duplicate_store.sign(self._connection, identity)

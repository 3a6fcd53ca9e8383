"""The facade of the library: everything that other rooms may ask of it, each question delegated to one module."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from articles.library import article_store, listing, marks
from articles.library.connection import Connection
from articles.library.migrating import open_library_file
from articles.model import Article, ArticleRow, LibraryCounts, RawDocument, StoredArticle, TagCount
from articles.query import Query


class Library:
    """An open library. It belongs to the thread that opened it; open it once more for another thread.

    Every method raises `LibraryError` where the file cannot be read or written (damaged, disk full, read-only).
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library, creating it where there is none and migrating it where it is older.

        Raises:
            LibraryVersionError: The file is another program's, or of a newer version; it was not touched.
            LibraryError: The file cannot be opened.
        """
        return cls(open_library_file(path))

    def close(self) -> None:
        """Close the library; a second time does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._connection.path

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        version: int = self._connection.value("PRAGMA data_version")
        return version

    def store_article(self, raw: RawDocument, article: Article) -> StoredArticle:
        """Store an article with its raw bytes in one transaction; the same bytes again change nothing."""
        return article_store.store(self._connection, raw, article)

    def article(self, identity: int) -> Article:
        """The cleaned article, dated as its page states. Raises `NotFoundError`."""
        return article_store.load(self._connection, identity)

    def raw_document(self, identity: int) -> RawDocument:
        """The bytes as they came. Raises `NotFoundError`."""
        return article_store.load_raw(self._connection, identity)

    def pending(self) -> tuple[int, ...]:
        """The articles that wait for annotation, newest first."""
        return article_store.pending(self._connection)

    def mark_failed(self, identity: int, reason: str) -> None:
        """Set an article aside that the engine failed on. Raises `NotFoundError`."""
        article_store.mark_failed(self._connection, identity, reason)

    def failure(self, identity: int) -> str:
        """Why the engine failed on an article; empty where it did not."""
        return article_store.failure(self._connection, identity)

    def retry_failed(self) -> int:
        """Let the articles that were set aside wait for annotation again; how many there were."""
        return article_store.retry_failed(self._connection)

    def ids(self, query: Query = Query(), *, sort: str = "published", limit: int | None = None) -> array[int]:  # noqa: B008 - frozen
        """The ids of the articles that a query selects, in one of the orders of `SORTS`."""
        return listing.ids(self._connection, query, sort=sort, limit=limit)

    def rows(self, ids: Iterable[int]) -> tuple[ArticleRow, ...]:
        """The rows of articles, in the order of their ids; ids that are not there are left out."""
        return listing.rows(self._connection, ids)

    def row(self, identity: int) -> ArticleRow:
        """The row of one article. Raises `NotFoundError`."""
        return listing.row(self._connection, identity)

    def counts(self) -> LibraryCounts:
        """How much the library holds."""
        return listing.counts(self._connection)

    def set_read(self, ids: Iterable[int], is_read: bool) -> tuple[int, ...]:
        """Mark articles as read or unread; those that were not so before."""
        return marks.set_read(self._connection, ids, is_read)

    def set_starred(self, ids: Iterable[int], is_starred: bool) -> tuple[int, ...]:
        """Star articles or take the star away; those that were not so before."""
        return marks.set_starred(self._connection, ids, is_starred)

    def add_tag(self, ids: Iterable[int], name: str) -> tuple[int, ...]:
        """Tag articles; those that did not bear the tag before."""
        return marks.add_tag(self._connection, ids, name)

    def remove_tag(self, ids: Iterable[int], name: str) -> tuple[int, ...]:
        """Take a tag off articles; those that bore it."""
        return marks.remove_tag(self._connection, ids, name)

    def tags(self) -> tuple[TagCount, ...]:
        """All tags with the number of articles that bear them, the most used first."""
        return marks.tags(self._connection)

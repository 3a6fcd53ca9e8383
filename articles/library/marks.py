"""What the reader makes of articles: read, star and tags. Cleaning and annotating again leave them alone."""

from __future__ import annotations

import json
from collections.abc import Iterable

from articles.errors import LibraryError, NotFoundError
from articles.library.connection import Connection
from articles.model import TagCount
from articles.text import fold, one_line, printable

LONGEST_TAG = 64
"""Characters."""


def set_read(connection: Connection, ids: Iterable[int], is_read: bool) -> tuple[int, ...]:
    """Mark articles as read or unread.

    Returns:
        Those that were not so before: what an undo has to put back.
    """
    return _set(connection, "is_read", ids, is_read)


def set_starred(connection: Connection, ids: Iterable[int], is_starred: bool) -> tuple[int, ...]:
    """Star articles or take the star away.

    Returns:
        Those that were not so before.
    """
    return _set(connection, "is_starred", ids, is_starred)


def _set(connection: Connection, column: str, ids: Iterable[int], value: bool) -> tuple[int, ...]:
    chosen = f"id IN (SELECT value FROM json_each(?2)) AND {column} <> ?1"
    sql = f"UPDATE article SET {column} = ?1 WHERE {chosen} RETURNING id"
    return _ids(connection.rows(sql, (int(value), json.dumps(list(ids)))))


def add_tag(connection: Connection, ids: Iterable[int], name: str) -> tuple[int, ...]:
    """Tag articles. Names that differ in case, diacritics or hyphens only are one tag, shown as it was first written.

    Returns:
        Those that did not bear the tag before.

    Raises:
        LibraryError: The name is empty or too long.
        NotFoundError: An article is not there; none is tagged then.
    """
    shown, key = tag_name(name)
    wanted = json.dumps(list(ids))
    with connection.transaction():
        absent = connection.value(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM article)", (wanted,)
        )
        if absent is not None:
            raise NotFoundError(f"there is no article {absent}", remedy="List the articles to see their numbers")
        if wanted == "[]":
            return ()
        connection.run("INSERT INTO tag (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (key, shown))
        tag = connection.value("SELECT id FROM tag WHERE key = ?", (key,))
        return _ids(
            connection.rows(
                "INSERT INTO article_tag (article, tag) SELECT value, ? FROM json_each(?) WHERE TRUE"
                " ON CONFLICT DO NOTHING RETURNING article",
                (tag, wanted),
            )
        )


def remove_tag(connection: Connection, ids: Iterable[int], name: str) -> tuple[int, ...]:
    """Take a tag off articles; a tag that no article bears any more is forgotten.

    Returns:
        Those that bore it.
    """
    key = fold(printable(name))
    with connection.transaction():
        tag = connection.value("SELECT id FROM tag WHERE key = ?", (key,))
        removed = connection.rows(
            "DELETE FROM article_tag WHERE tag = ? AND article IN (SELECT value FROM json_each(?)) RETURNING article",
            (tag, json.dumps(list(ids))),
        )
        connection.run(
            "DELETE FROM tag WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag = ?1)", (tag,)
        )
    return _ids(removed)


def tags(connection: Connection) -> tuple[TagCount, ...]:
    """All tags with the number of articles that bear them, the most used first."""
    rows = connection.rows(
        "SELECT name, (SELECT count(*) FROM article_tag WHERE tag = tag.id) AS articles FROM tag"
        " ORDER BY articles DESC, key"
    )
    return tuple(TagCount(*row) for row in rows)


def tag_name(name: str) -> tuple[str, str]:
    """A tag's name as it is shown, and the key under which its spellings are one.

    Raises:
        LibraryError: The name is empty or too long.
    """
    shown = one_line(printable(name))
    key = fold(shown)
    if not key:
        raise LibraryError("a tag needs a name", remedy="Type a word or two")
    if len(shown) > LONGEST_TAG:
        raise LibraryError(f"a tag has at most {LONGEST_TAG} characters, this one {len(shown)}", remedy="Shorten it")
    return shown, key


def _ids(rows: list[tuple[int]]) -> tuple[int, ...]:
    return tuple(identity for (identity,) in rows)

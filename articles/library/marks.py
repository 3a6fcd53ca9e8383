"""What the reader makes of articles: read and star. Cleaning and annotating again leave them alone."""

from __future__ import annotations

import json
from collections.abc import Iterable

from articles.library.connection import Connection


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


def _ids(rows: list[tuple[int]]) -> tuple[int, ...]:
    return tuple(identity for (identity,) in rows)

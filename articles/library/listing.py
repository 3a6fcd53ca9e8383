"""Lists of articles: the ids that a query selects, in order, and the rows of a page of them."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from articles.errors import LibraryError
from articles.library.article_store import missing
from articles.library.conditions import condition, match
from articles.library.connection import Connection
from articles.library.dates import published
from articles.library.folding import fold, unfold
from articles.model import ArticleRow, ArticleState, LibraryCounts
from articles.query import Query

SORTS = MappingProxyType(
    {
        "published": "listed DESC, id DESC",
        "oldest": "listed, id",
        "added": "id DESC",
        "title": "title COLLATE NOCASE, id",
        "source": "outlet COLLATE NOCASE, listed DESC, id DESC",
        "related": "related DESC, listed DESC, id DESC",
        "relevance": "",
    }
)
"""The orders of a list. `relevance` ranks by the words of the query and is `published` where it has none."""

_UNIT_SEPARATOR = "\x1f"
_ROWS = """
SELECT article.id, title, outlet, day, precision, basis, moment, is_read, is_starred, state, words, related,
    is_summary, (SELECT group_concat(name, char(31)) FROM (
        SELECT tag.name FROM article_tag JOIN tag ON tag.id = article_tag.tag
        WHERE article_tag.article = article.id ORDER BY tag.key)),
    coalesce(versions, 1), coalesce(in_group, 0), coalesce(shown, 0), coalesce(is_unfolded, 0),
    (SELECT count(*) FROM earlier_raw_document AS former WHERE former.article = article.id AND cleaned IS NOT NULL)
FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
LEFT JOIN version ON version.article = article.id LEFT JOIN version_group ON version_group.id = in_group
ORDER BY wanted.key
"""
_COUNTS = """
SELECT (SELECT count(*) FROM article),
    (SELECT count(*) FROM article WHERE is_read = 0),
    (SELECT count(*) FROM article WHERE state = 'waiting'),
    (SELECT count(*) FROM article WHERE state = 'failed'),
    (SELECT number FROM tally WHERE counted = 'entity')
        - (SELECT count(*) FROM entity WHERE articles = 0 OR is_hidden = 1),
    (SELECT number FROM tally WHERE counted = 'event'),
    (SELECT number FROM tally WHERE counted = 'link'),
    (SELECT day FROM article WHERE day IS NOT NULL ORDER BY listed LIMIT 1),
    (SELECT day FROM article WHERE day IS NOT NULL ORDER BY listed DESC LIMIT 1),
    (SELECT count(*) FROM article WHERE signed_by = 0)
"""


def ids(
    connection: Connection,
    query: Query,
    *,
    sort: str = "published",
    limit: int | None = None,
    is_folded: bool = True,
) -> array[int]:
    """The ids of the articles that a query selects, in the order asked for.

    Folded, everything is listed without the versions that another stands for, by an index. What a query selects is
    folded afterwards, for there the one that stands for the others may not be among them.

    Raises:
        LibraryError: There is no such order.
    """
    sql, values = select_ids(query, sort, without_hidden=is_folded and not query)
    if limit is not None and not (is_folded and query):
        sql, values = f"{sql} LIMIT ?", (*values, max(limit, 0))
    found = _ids(connection, sql, values)
    if is_folded:
        found = fold(connection, found) if query else unfold(connection, found)
    return found if limit is None else found[: max(limit, 0)]


def _ids(connection: Connection, sql: str, values: tuple[Any, ...]) -> array[int]:
    """The ids joined to one text by SQLite: at 100,000 of them a third of the time that a row for each takes."""
    joined = connection.value(f"SELECT group_concat(id) FROM ({sql})", values)
    return array("q", json.loads(f"[{joined or ''}]"))


def select_ids(query: Query, sort: str, *, without_hidden: bool = False) -> tuple[str, tuple[Any, ...]]:
    """The statement behind `ids`, with the values of its parameters."""
    if sort not in SORTS:
        raise LibraryError(f"there is no order {sort}", remedy=f"Choose from {', '.join(SORTS)}")
    sql, values = condition(query)
    if without_hidden:
        sql = "is_hidden = 0" if sql == "TRUE" else f"{sql} AND is_hidden = 0"
    if sort == "relevance" and (words := match(query)):
        ranked = "SELECT rowid AS ranked, rank FROM article_words WHERE article_words MATCH ?"
        return (
            f"SELECT id FROM ({ranked}) CROSS JOIN article ON id = ranked WHERE {sql} ORDER BY rank, id DESC",
            (words, *values),
        )
    order = SORTS[sort] or SORTS["published"]
    return f"SELECT id FROM article WHERE {sql} ORDER BY {order}", values


def rows(connection: Connection, wanted: Iterable[int]) -> tuple[ArticleRow, ...]:
    """The rows of the articles with these ids, in that order; ids that are not there are left out."""
    return tuple(_row(*found) for found in connection.rows(_ROWS, (json.dumps(list(wanted)),)))


def row(connection: Connection, identity: int) -> ArticleRow:
    """The row of one article.

    Raises:
        NotFoundError: There is none with this id.
    """
    found = rows(connection, (identity,))
    if not found:
        raise missing(identity)
    return found[0]


def _row(
    identity: int,
    title: str,
    outlet: str,
    day: str | None,
    precision: str,
    basis: str,
    moment: str | None,
    is_read: int,
    is_starred: int,
    state: str,
    words: int,
    related: int,
    is_summary: int,
    tags: str | None,
    versions: int,
    group: int,
    shown: int,
    is_unfolded: int,
    earlier: int,
) -> ArticleRow:
    return ArticleRow(
        identity,
        title,
        outlet,
        published(day, precision, basis, moment),
        bool(is_read),
        bool(is_starred),
        tuple(tags.split(_UNIT_SEPARATOR)) if tags else (),
        ArticleState(state),
        words,
        related,
        bool(is_summary),
        versions,
        group,
        shown,
        bool(is_unfolded),
        earlier,
    )


def counts(connection: Connection) -> LibraryCounts:
    """How much the library holds."""
    *numbers, oldest, newest, unsigned = connection.rows(_COUNTS)[0]
    days = (None if day is None else date.fromisoformat(day) for day in (oldest, newest))
    return replace(LibraryCounts(*numbers, *days), unsigned=unsigned)

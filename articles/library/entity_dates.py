"""When an entity is named first and last. Answered from indexes, for common names and for rare ones."""

from __future__ import annotations

import json
from collections.abc import Iterable

from articles.library.connection import Connection
from articles.library.dates import published
from articles.model import Published

_COMMON = 200
"""Articles from which on the outermost one that names an entity is found sooner by looking through all articles."""
_OF_FEW = (
    "SELECT article.id FROM article_entity CROSS JOIN article ON article.id = article"
    " WHERE entity = ? AND day IS NOT NULL ORDER BY listed"
)
_OF_MANY = (
    "SELECT id FROM article WHERE day IS NOT NULL"
    " AND EXISTS (SELECT 1 FROM article_entity WHERE entity = ? AND article = article.id) ORDER BY listed"
)


def last_article(connection: Connection, entity: int, articles: int) -> int:
    """The newest dated article that names an entity; 0 for none. `articles` is how many name it."""
    return _outermost(connection, entity, articles, "DESC")


def first_article(connection: Connection, entity: int, articles: int) -> int:
    """The oldest dated article that names an entity; 0 for none. `articles` is how many name it."""
    return _outermost(connection, entity, articles, "ASC")


def _outermost(connection: Connection, entity: int, articles: int, way: str) -> int:
    ordered = _OF_FEW if articles < _COMMON else _OF_MANY
    found: int | None = connection.value(f"{ordered} {way} LIMIT 1", (entity,))
    return found or 0


def published_by_id(connection: Connection, articles: Iterable[int]) -> dict[int, Published]:
    """The publication dates of articles, without their evidence; ids that are not there are left out."""
    rows = connection.rows(
        "SELECT article.id, day, precision, basis, moment FROM json_each(?) AS wanted"
        " CROSS JOIN article ON article.id = wanted.value",
        (json.dumps(sorted(set(articles))),),
    )
    return {article: published(*columns) for article, *columns in rows}

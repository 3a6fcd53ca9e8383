"""The entity list: the ids of all names in one of four orders, filtered by kind and spelling, and a page of rows."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from types import MappingProxyType

from articles.library import entity_dates, entity_store
from articles.library.connection import Connection, Value
from articles.model import UNDATED, EntityKind, EntityRow, EntitySort
from articles.text import fold

_ORDERS = MappingProxyType(
    {
        EntitySort.REPORTED: "articles DESC, mentions DESC, id",
        EntitySort.MENTIONED: "mentions DESC, articles DESC, id",
        EntitySort.NAME: "name COLLATE NOCASE, id",
        EntitySort.SEEN: "seen DESC, articles DESC, id",
    }
)
_SEEN = (
    "LEFT JOIN (SELECT entity AS named, max(day) AS seen FROM article_entity"
    " JOIN article ON article.id = article GROUP BY entity) ON named = id"
)
_SPELT = (
    "SELECT coalesce(stands_for, id) FROM entity"
    " WHERE id IN (SELECT rowid FROM entity_words WHERE entity_words MATCH ?)"
)
FIGURES = (EntityKind.MONEY, EntityKind.QUANTITY)
"""Kinds that are counted as names in an article, but are nobody's."""


class EntityListing:
    """The names of a library as lists show them. Reached as `Library.entity_listing`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(
        self,
        words: str = "",
        *,
        kind: EntityKind | None = None,
        sort: EntitySort = EntitySort.REPORTED,
        limit: int | None = None,
    ) -> array[int]:
        """The ids of the entities that articles name.

        Args:
            words: Beginnings of words, all of which some spelling of the entity has; folded, so that accents and
                hyphens don't matter.
            kind: Only of this kind; None for every kind of name, that is without sums of money and quantities.
            sort: In which order.
            limit: How many at most.
        """
        where, values = _condition(words, kind)
        joined = self._connection.value(
            f"SELECT group_concat(id) FROM (SELECT id FROM entity {_SEEN if sort is EntitySort.SEEN else ''}"
            f" WHERE {where} ORDER BY {_ORDERS[sort]} LIMIT ?)",
            (*values, -1 if limit is None else limit),
        )
        return array("q", json.loads(f"[{joined or ''}]"))

    def rows(self, wanted: Iterable[int]) -> tuple[EntityRow, ...]:
        """The rows of entities, in the order of their ids; ids that are not there are left out."""
        found = entity_store.some(self._connection, wanted)
        last = {each.id: entity_dates.last_article(self._connection, each.id, each.articles) for each in found}
        dated = entity_dates.published_by_id(self._connection, last.values())
        return tuple(EntityRow(each, dated.get(last[each.id], UNDATED)) for each in found)


def _condition(words: str, kind: EntityKind | None) -> tuple[str, tuple[Value, ...]]:
    kinds = "kind = ?" if kind else f"kind NOT IN ({', '.join('?' * len(FIGURES))})"
    parts, values = ["articles > 0 AND is_hidden = 0", kinds], [*((kind,) if kind else FIGURES)]
    beginnings = [word for word in fold(words).split() if any(char.isalnum() for char in word)]
    if beginnings:
        parts.append(f"id IN ({_SPELT})")
        return " AND ".join(parts), (*values, " AND ".join(map(_beginning, beginnings)))
    return " AND ".join(parts), tuple(values)


def _beginning(word: str) -> str:
    """The FTS5 expression of words that begin so."""
    quoted = word.replace('"', '""')
    return f'"{quoted}" *'

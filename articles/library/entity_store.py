"""The entities of the library: who and what many articles name, as they were found and as the reader says they are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from articles.library.article_store import missing
from articles.library.conditions import condition
from articles.library.connection import Connection
from articles.model import Entity, EntityKind, KnownEntity, Walk
from articles.query import Query
from articles.text import fold

_COLUMNS = (
    "entity.id, name, found_name, kind, aliases, country, articles, mentions, walks, beside, is_hidden, stands_for"
)
_FOUND_COLUMNS = _COLUMNS.replace("name, found_name, kind", "found_name, found_name, found_kind")
_IS_SPLIT_OFF = "EXISTS (SELECT 1 FROM entity_correction WHERE other = entity.id AND deed = 'split')"


def one(connection: Connection, identity: int) -> KnownEntity:
    """An entity as the reader says it is, or the one that it is one with.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(
        f"SELECT {_COLUMNS} FROM entity WHERE id = (SELECT coalesce(stands_for, id) FROM entity WHERE id = ?)",
        (identity,),
    )
    if row is None:
        raise missing(identity, "entity")
    return _shown(connection, (row,))[0]


def found(connection: Connection, identity: int) -> KnownEntity:
    """An entity as it was found, whatever the reader makes of it.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"SELECT {_FOUND_COLUMNS}, {_IS_SPLIT_OFF} FROM entity WHERE id = ?", (identity,))
    if row is None:
        raise missing(identity, "entity")
    return _entity(*row)


def name_of(connection: Connection, identity: int) -> str | None:
    """The name that an entity was found by; None where there is none with this id."""
    name: str | None = connection.value("SELECT found_name FROM entity WHERE id = ?", (identity,))
    return name


def members(connection: Connection, identity: int) -> tuple[int, ...]:
    """The ids of what is shown as one entity, that one first. Raises `NotFoundError`."""
    shown = one(connection, identity).id
    rows = connection.rows("SELECT id FROM entity WHERE stands_for = ? ORDER BY id", (shown,))
    return (shown, *(member for (member,) in rows))


def some(connection: Connection, ids: Iterable[int]) -> tuple[KnownEntity, ...]:
    """The entities with these ids, in that order; ids that are not there are left out."""
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM json_each(?) AS wanted"
        " CROSS JOIN entity ON entity.id = wanted.value ORDER BY wanted.key",
        (_array(ids),),
    )
    return _shown(connection, rows)


def selected(connection: Connection, query: Query, limit: int) -> tuple[KnownEntity, ...]:
    """The entities of the articles that a query selects, the most reported first, counted within those articles."""
    if not query:
        sql = (
            f"SELECT {_COLUMNS} FROM entity WHERE articles > 0 AND is_hidden = 0"
            " ORDER BY articles DESC, mentions DESC LIMIT ?"
        )
        return _shown(connection, connection.rows(sql, (limit,)))
    where, values = condition(query)
    sql = (
        f"SELECT {_COLUMNS.replace('articles, mentions', 'own_articles, own_mentions')} FROM ("
        " SELECT entity, count(DISTINCT article) AS own_articles, sum(mentions) AS own_mentions FROM article_entity"
        f" WHERE article IN (SELECT id FROM article WHERE {where})"
        " AND entity NOT IN (SELECT id FROM entity WHERE is_hidden = 1)"
        " GROUP BY entity ORDER BY own_articles DESC, own_mentions DESC, entity LIMIT ?"
        ") JOIN entity ON entity.id = entity ORDER BY own_articles DESC, own_mentions DESC, id"
    )
    return _shown(connection, connection.rows(sql, (*values, limit)))


def with_keys(connection: Connection, keys: Iterable[str]) -> tuple[KnownEntity, ...]:
    """What one of the folded spellings may name, as it was found, the most reported first.

    Where the reader has given another name or kind, an entity is there once more as the reader says it is.
    """
    rows = connection.rows(
        f"SELECT {_FOUND_COLUMNS}, {_IS_SPLIT_OFF}, given_name, given_kind FROM entity WHERE id IN"
        " (SELECT entity FROM entity_key WHERE key IN (SELECT value FROM json_each(?)))"
        " ORDER BY articles DESC, mentions DESC, id",
        (_array(keys),),
    )
    return tuple(variant for *row, name, kind in rows for variant in _variants(_entity(*row), name, kind))


def _variants(known: KnownEntity, name: str | None, kind: str | None) -> Iterator[KnownEntity]:
    yield known
    if name is not None or kind is not None:
        yield _given(known, name, kind)


def as_given(connection: Connection, identity: int) -> KnownEntity:
    """An entity as it was found, but with the name and kind that the reader has given it. Raises `NotFoundError`."""
    known = found(connection, identity)
    ((name, kind),) = connection.rows("SELECT given_name, given_kind FROM entity WHERE id = ?", (identity,))
    return _given(known, name, kind)


def _given(known: KnownEntity, name: str | None, kind: str | None) -> KnownEntity:
    shown = name or known.name
    return replace(
        known,
        name=shown,
        kind=known.kind if kind is None else EntityKind(kind),
        aliases=_other_spellings(shown, (known.name, *known.aliases)),
        is_given=True,
    )


def as_entity(known: KnownEntity) -> Entity:
    """What is known of an entity as articles say it."""
    return Entity(known.name, known.kind, known.aliases, known.country, known.walks, known.beside)


def _shown(connection: Connection, rows: Iterable[tuple[Any, ...]]) -> tuple[KnownEntity, ...]:
    """Entities as the reader says they are: with the spellings of what is one with them, without those split off."""
    shown = [_entity(*row) for row in rows]
    wanted = _array(each.id for each in shown)
    more: defaultdict[int, list[str]] = defaultdict(list)
    for identity, name, found_name, aliases in connection.rows(
        "SELECT stands_for, name, found_name, aliases FROM entity"
        " WHERE stands_for IN (SELECT value FROM json_each(?)) ORDER BY id",
        (wanted,),
    ):
        more[identity] += (name, found_name, *json.loads(aliases))
    fewer: defaultdict[int, set[str]] = defaultdict(set)
    for identity, spelling in connection.rows(
        "SELECT entity, spelling FROM entity_correction WHERE deed = 'split' AND article IS NULL"
        " AND entity IN (SELECT value FROM json_each(?))",
        (wanted,),
    ):
        fewer[identity].add(fold(spelling))
    return tuple(_respelt(each, more[each.id], fewer[each.id]) for each in shown)


def _respelt(known: KnownEntity, more: Sequence[str], fewer: Container[str]) -> KnownEntity:
    spellings = _other_spellings(known.name, (*known.aliases, *more))
    return replace(known, aliases=tuple(spelling for spelling in spellings if fold(spelling) not in fewer))


def _other_spellings(name: str, spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(spelling for spelling in dict.fromkeys(spellings) if spelling != name)


def _entity(
    identity: int,
    name: str,
    found_name: str,
    kind: str,
    aliases: str,
    country: str,
    articles: int,
    mentions: int,
    walks: str,
    beside: str,
    is_hidden: int,
    stands_for: int | None,
    is_given: int = False,
) -> KnownEntity:
    return KnownEntity(
        identity,
        name,
        EntityKind(kind),
        _other_spellings(name, (found_name, *json.loads(aliases))),
        country,
        articles,
        mentions,
        tuple(map(Walk, json.loads(walks))),
        tuple(json.loads(beside)),
        bool(is_hidden),
        stands_for or 0,
        bool(is_given),
    )


def _array(items: Iterable[Any]) -> str:
    return json.dumps(list(items))

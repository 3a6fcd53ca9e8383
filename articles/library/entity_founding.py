"""The rows of entities: founded, extended by what other articles say, given what the reader says, and forgotten."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from articles.library.connection import Connection
from articles.library.entity_store import as_entity, as_given, found
from articles.linking.entities import joined, keys
from articles.model import Entity, EntityKind


def founded(connection: Connection, entity: Entity, identity: int | None = None) -> int:
    """Insert an entity, under a given id where there is one; its id."""
    made = connection.run(
        "INSERT INTO entity (id, found_name, found_kind, country, aliases, walks, beside) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            identity,
            entity.name,
            entity.kind,
            entity.country,
            *map(json.dumps, (entity.aliases, entity.walks, entity.beside)),
        ),
    )
    _index(connection, made)
    return made


def extended(connection: Connection, identity: int, entity: Entity) -> int:
    """Add to an entity what another article says of it; its id. Raises `NotFoundError`."""
    before = as_entity(found(connection, identity))
    after = joined(before, entity)
    if after != before:
        with _indexed_anew(connection, identity):
            connection.run(
                "UPDATE entity SET found_name = ?, country = ?, aliases = ?, walks = ?, beside = ? WHERE id = ?",
                (after.name, after.country, *map(json.dumps, (after.aliases, after.walks, after.beside)), identity),
            )
    return identity


def give(connection: Connection, identity: int, name: str | None, kind: EntityKind | None, *, is_hidden: bool) -> None:
    """Say what the reader makes of an entity; None for what it leaves as it was found."""
    before = as_entity(as_given(connection, identity))
    with _indexed_anew(connection, identity):
        connection.run(
            "UPDATE entity SET given_name = ?, given_kind = ?, is_hidden = ? WHERE id = ?",
            (name, kind, is_hidden, identity),
        )
        of_given = set(keys(before)) - set(keys(as_entity(found(connection, identity))))
        connection.run_many(
            "DELETE FROM entity_key WHERE key = ? AND entity = ?", [(key, identity) for key in of_given]
        )


def forget_unused(connection: Connection, ids: Iterable[int]) -> None:
    """Remove those of the entities that no article names any more and that the reader has said nothing of."""
    unused = connection.rows(
        "SELECT id FROM entity WHERE articles = 0 AND stands_for IS NULL AND id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM entity_correction WHERE entity_correction.entity = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM entity_correction WHERE other = entity.id)",
        (json.dumps(list(ids)),),
    )
    for (identity,) in unused:
        _forget_words(connection, identity)
        connection.run("DELETE FROM entity WHERE id = ?", (identity,))


@contextmanager
def _indexed_anew(connection: Connection, identity: int) -> Iterator[None]:
    """Index the spellings of an entity anew that are changed inside."""
    _forget_words(connection, identity)
    yield
    _index(connection, identity)


def _index(connection: Connection, identity: int) -> None:
    known = (found(connection, identity), as_given(connection, identity))
    looked_up = dict.fromkeys(key for each in known for key in keys(as_entity(each)))
    connection.run_many(
        "INSERT INTO entity_key (key, entity) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, identity) for key in looked_up],
    )
    connection.run(
        "INSERT INTO entity_words (rowid, names) VALUES (?, ?)", (identity, _spellings(connection, identity))
    )


def _forget_words(connection: Connection, identity: int) -> None:
    connection.run(
        "INSERT INTO entity_words (entity_words, rowid, names) VALUES ('delete', ?, ?)",
        (identity, _spellings(connection, identity)),
    )


def _spellings(connection: Connection, identity: int) -> str:
    ((name, found_name, aliases),) = connection.rows(
        "SELECT name, found_name, aliases FROM entity WHERE id = ?", (identity,)
    )
    return "\n".join(dict.fromkeys((name, found_name, *json.loads(aliases))))

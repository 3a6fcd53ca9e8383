"""What the reader says of entities in and out, and the articles whose links don't follow from it yet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from articles.errors import NotFoundError
from articles.library.connection import Connection
from articles.model import EntityCorrection, EntityCorrectionRow, EntityDeed, EntityKind

_COLUMNS = "entity, deed, name, kind, other, article, spelling, id, made_at"


def every(connection: Connection) -> tuple[EntityCorrection, ...]:
    """All corrections in the order in which they were made."""
    return tuple(_correction(*row) for row in connection.rows(f"SELECT {_COLUMNS} FROM entity_correction ORDER BY id"))


def about(connection: Connection, entities: Iterable[int]) -> tuple[EntityCorrection, ...]:
    """The corrections that are about some entities or led to them, in the order in which they were made."""
    wanted = json.dumps(sorted(set(entities)))
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM entity_correction WHERE entity IN (SELECT value FROM json_each(?1))"
        " OR other IN (SELECT value FROM json_each(?1)) ORDER BY id",
        (wanted,),
    )
    return tuple(_correction(*row) for row in rows)


def one(connection: Connection, identity: int) -> EntityCorrection:
    """A correction.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"SELECT {_COLUMNS} FROM entity_correction WHERE id = ?", (identity,))
    if row is None:
        raise NotFoundError(
            f"there is no correction {identity}", remedy="List the corrections of names to see their numbers"
        )
    return _correction(*row)


def insert(connection: Connection, correction: EntityCorrection, made_at: datetime) -> EntityCorrection:
    """Store a correction, under its number where it has one; as it is stored."""
    identity = connection.run(
        "INSERT INTO entity_correction (id, entity, deed, name, kind, other, article, spelling, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            correction.id or None,
            correction.entity,
            correction.deed,
            correction.name,
            correction.kind,
            correction.into or None,
            correction.article or None,
            correction.spelling,
            made_at.isoformat(),
        ),
    )
    return one(connection, identity)


def remove(connection: Connection, identity: int) -> None:
    """Remove a correction."""
    connection.run("DELETE FROM entity_correction WHERE id = ?", (identity,))


def splits_anything(connection: Connection, identity: int) -> bool:
    """Whether a split gives any mention to what it splits off, or may do so in an article that awaits that."""
    return bool(
        connection.value(
            "SELECT EXISTS (SELECT 1 FROM split_off WHERE correction = ?)"
            " OR EXISTS (SELECT 1 FROM awaiting_links WHERE is_sure = 0)",
            (identity,),
        )
    )


def row(connection: Connection, correction: EntityCorrection) -> EntityCorrectionRow:
    """A correction as a list shows it."""
    ((name, found_name, kind, found_kind, given_name, given_kind, articles),) = connection.rows(
        "SELECT name, found_name, kind, found_kind, given_name, given_kind, articles FROM entity WHERE id = ?",
        (correction.entity,),
    )
    other = connection.value("SELECT name FROM entity WHERE id = ?", (correction.into,))
    title = connection.value("SELECT title FROM article WHERE id = ?", (correction.article,))
    match correction.deed:
        case EntityDeed.RENAME:
            name, articles = found_name, articles if given_name == correction.name else 0
        case EntityDeed.KIND:
            kind, articles = found_kind, articles if given_kind == correction.kind else 0
        case EntityDeed.MERGE:
            articles = connection.value(
                "SELECT count(DISTINCT article) FROM article_entity WHERE found = ?", (correction.entity,)
            )
        case EntityDeed.SPLIT:
            articles = connection.value(
                "SELECT count(DISTINCT article) FROM split_off WHERE correction = ?", (correction.id,)
            )
    return EntityCorrectionRow(correction, name, EntityKind(kind), other or "", title or "", articles)


def await_links(connection: Connection, articles: Iterable[int], *, is_sure: bool = True) -> None:
    """Say that the links of articles have to be made anew, or, where that is not sure, if a split changes them."""
    connection.run(
        "INSERT INTO awaiting_links (article, is_sure) SELECT value, ? FROM json_each(?) WHERE TRUE"
        " ON CONFLICT (article) DO UPDATE SET is_sure = max(is_sure, excluded.is_sure)",
        (is_sure, json.dumps(list(articles))),
    )


def is_surely_awaiting(connection: Connection, article: int) -> bool:
    """Whether the links of an article have to be made anew even if no split changes it."""
    return not connection.value(
        "SELECT EXISTS (SELECT 1 FROM awaiting_links WHERE article = ? AND is_sure = 0)", (article,)
    )


def awaiting_links(connection: Connection) -> tuple[int, ...]:
    """The articles whose links have to be made anew, newest first."""
    rows = connection.rows(
        "SELECT article FROM awaiting_links JOIN article ON article.id = article ORDER BY listed DESC, article DESC"
    )
    return tuple(article for (article,) in rows)


def set_linked(connection: Connection, article: int) -> None:
    """Say that the links of an article are as its entities are now."""
    connection.run("DELETE FROM awaiting_links WHERE article = ?", (article,))


def _correction(
    entity: int,
    deed: str,
    name: str,
    kind: str | None,
    other: int | None,
    article: int | None,
    spelling: str,
    identity: int,
    made_at: str,
) -> EntityCorrection:
    return EntityCorrection(
        entity,
        EntityDeed(deed),
        name,
        None if kind is None else EntityKind(kind),
        other or 0,
        article or 0,
        spelling,
        identity,
        datetime.fromisoformat(made_at),
    )

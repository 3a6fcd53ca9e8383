"""Which entities of the library an article names: as they were found, and as the reader says they are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from articles.library import article_store, entity_correction_store
from articles.library.codec import unpack
from articles.library.connection import Connection
from articles.model import Annotations, EntityKind

if TYPE_CHECKING:
    from articles.linking.entity_corrections import ShownAs, SplitOff

_FOUND = """
SELECT coalesce(split_off.found, own.found, own.entity)
FROM article_entity AS own LEFT JOIN split_off USING (article, position)
WHERE article = ? AND (correction IS NULL OR split_off.found IS NOT NULL) ORDER BY position
"""
_SHOWN = """
SELECT position, correction IS NOT NULL OR own.found IS NOT NULL, name, kind, given_name, given_kind, country,
    is_hidden, aliases, coalesce(split_off.mentions, '[]')
FROM article_entity AS own JOIN entity ON entity.id = own.entity LEFT JOIN split_off USING (article, position)
WHERE article = ? AND (correction IS NOT NULL OR own.found IS NOT NULL
    OR given_name IS NOT NULL OR given_kind IS NOT NULL OR is_hidden = 1)
"""


def place(connection: Connection, article: int, annotations: Annotations, ids: Sequence[int]) -> None:
    """Say which entities an article names, that none is said of, and count it among theirs. Inside a transaction.

    Args:
        connection: The library.
        article: Library id of the article.
        annotations: What was found in it.
        ids: The library id of each of its entities as it was found.
    """
    apart = _split_off(connection, article, annotations, ids)
    mentions = Counter(mention.entity for mention in annotations.mentions)
    mentions.subtract(annotations.mentions[index].entity for split in apart for index in split.mentions)
    own = dict(enumerate(ids))
    for split in apart:
        own[split.position] = split.rule.into
        mentions[split.position] = len(split.mentions)
    shown = _standing_for(connection, own.values())
    connection.run_many(
        "INSERT INTO article_entity (article, position, entity, mentions, found) VALUES (?, ?, ?, ?, ?)",
        [
            (article, position, shown.get(each, each), mentions[position], each if each in shown else None)
            for position, each in own.items()
        ],
    )
    connection.run_many(
        "INSERT INTO split_off (article, position, correction, found, mentions) VALUES (?, ?, ?, ?, ?)",
        [
            (
                article,
                split.position,
                split.rule.correction,
                ids[split.position] if split.position < len(ids) else None,
                json.dumps(split.mentions),
            )
            for split in apart
        ],
    )
    _count(connection, article, sign=1)


def of_article(connection: Connection, article: int) -> tuple[int, ...]:
    """The library ids of an article's entities, in the order of its corrected annotations."""
    rows = connection.rows("SELECT entity FROM article_entity WHERE article = ? ORDER BY position", (article,))
    return tuple(identity for (identity,) in rows)


def showing(connection: Connection, entity: int) -> tuple[int, ...]:
    """The articles that name what is shown as an entity."""
    rows = connection.rows("SELECT DISTINCT article FROM article_entity WHERE entity = ?", (entity,))
    return tuple(article for (article,) in rows)


def naming(connection: Connection, entity: int) -> tuple[int, ...]:
    """The articles that name an entity, whatever it is shown as."""
    rows = connection.rows(
        "SELECT article FROM article_entity WHERE entity = ?1 AND found IS NULL"
        " UNION SELECT article FROM article_entity WHERE found = ?1",
        (entity,),
    )
    return tuple(article for (article,) in rows)


def show_as(connection: Connection, entity: int, shown: int) -> None:
    """Show an entity as another one, or as itself again, in all articles; nothing is counted anew."""
    other = None if shown == entity else shown
    is_itself = connection.value("SELECT stands_for IS NULL FROM entity WHERE id = ?", (entity,))
    connection.run(
        "UPDATE article_entity SET entity = ?, found = ?"
        f" WHERE {'entity = ? AND found IS NULL' if is_itself else 'found = ?'}",
        (shown, entity if other else None, entity),
    )
    connection.run("UPDATE entity SET stands_for = ? WHERE id = ?", (other, entity))


def clear(connection: Connection, article: int) -> tuple[int, ...]:
    """Say of no entity any more that an article names it; those that it did, of which nothing may be left."""
    rows = connection.rows(
        "SELECT entity FROM article_entity WHERE article = ?1"
        " UNION SELECT found FROM article_entity WHERE article = ?1 AND found IS NOT NULL",
        (article,),
    )
    _count(connection, article, sign=-1)
    connection.run("DELETE FROM split_off WHERE article = ?", (article,))
    connection.run("DELETE FROM article_entity WHERE article = ?", (article,))
    return tuple(identity for (identity,) in rows)


def place_again(connection: Connection, article: int) -> bool:
    """Apply splits anew to what was found in an article, inside a transaction; whether that changed anything."""
    packed = connection.value("SELECT content FROM annotations WHERE article = ?", (article,))
    if packed is None:
        return False
    before = _rows(connection, article)
    ids = tuple(identity for (identity,) in connection.rows(_FOUND, (article,)))
    clear(connection, article)
    place(connection, article, unpack(Annotations, packed), ids)
    return _rows(connection, article) != before


def _rows(connection: Connection, article: int) -> list[tuple[Any, ...]]:
    return connection.rows(
        "SELECT position, entity, own.mentions, split_off.mentions FROM article_entity AS own"
        " LEFT JOIN split_off USING (article, position) WHERE article = ? ORDER BY position",
        (article,),
    )


def corrected(connection: Connection, article: int, annotations: Annotations) -> Annotations:
    """What was found in an article, whose entities have been placed, as the reader says it is."""
    rows = connection.rows(_SHOWN, (article,))
    if not rows:
        return annotations
    from articles.linking.entity_corrections import corrected as applied

    return applied(annotations, [_shown_as(*row) for row in rows])


def _shown_as(
    position: int,
    is_another: int,
    name: str,
    kind: str,
    given_name: str | None,
    given_kind: str | None,
    country: str,
    is_hidden: int,
    aliases: str,
    mentions: str,
) -> ShownAs:
    """What the reader says of an entity: all of it, where another one was found, else what the reader has given it."""
    from articles.linking.entity_corrections import ShownAs

    shown_kind = kind if is_another else given_kind
    return ShownAs(
        position,
        (name if is_another else given_name) or "",
        None if shown_kind is None else EntityKind(shown_kind),
        country if is_another else "",
        bool(is_hidden),
        tuple(json.loads(aliases)),
        tuple(json.loads(mentions)),
    )


def recount(connection: Connection, entities: Iterable[int]) -> None:
    """Count anew how many articles name entities, and how often."""
    connection.run(
        "UPDATE entity SET (articles, mentions) = (SELECT count(DISTINCT article), coalesce(sum(mentions), 0)"
        " FROM article_entity WHERE article_entity.entity = entity.id) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entities)),),
    )


def _count(connection: Connection, article: int, *, sign: int) -> None:
    """Add an article to the counts of its entities (`sign` 1) or take it away (-1)."""
    connection.run(
        "UPDATE entity SET articles = entity.articles + ?1, mentions = entity.mentions + ?1 * own.mentions"
        " FROM (SELECT entity, sum(mentions) AS mentions FROM article_entity WHERE article = ?2 GROUP BY entity) AS own"
        " WHERE entity.id = own.entity",
        (sign, article),
    )


def _split_off(
    connection: Connection, article: int, annotations: Annotations, ids: Sequence[int]
) -> tuple[SplitOff, ...]:
    if not connection.value("SELECT EXISTS (SELECT 1 FROM entity_correction WHERE deed = 'split')"):
        return ()
    from articles.linking.entity_corrections import split_off, split_rules

    rules = [rule for rule in split_rules(entity_correction_store.every(connection)) if rule.is_about(article)]
    if all(rule.sources.isdisjoint(ids) for rule in rules):
        return ()
    return split_off(annotations, article_store.load(connection, article), ids, rules)


def _standing_for(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    """Of some entities those that are one with another one, which stands for them."""
    rows = connection.rows(
        "SELECT id, stands_for FROM entity WHERE stands_for IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return dict(rows)

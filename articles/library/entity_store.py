"""The entities of the library: who and what many articles name, under every spelling they use."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from articles.library.article_store import load, missing
from articles.library.codec import unpack
from articles.library.conditions import condition
from articles.library.connection import Connection
from articles.library.passages import citations
from articles.model import Annotations, Entity, EntityKind, KnownEntity, Mention, Passage, Walk
from articles.query import Query

MOST_ALIASES = 60
"""Spellings kept of one entity; beyond that they are noise."""

MOST_BESIDE = 40
"""Organisations kept of those that are named beside a person."""

_COLUMNS = "entity.id, name, kind, aliases, country, walks, beside"


def assign(
    connection: Connection, article: int, annotations: Annotations, known: Sequence[int | None]
) -> tuple[int, ...]:
    """Say which entity of the library each entity of an article is, founding or extending it.

    Args:
        connection: The library, in a transaction.
        article: Library id of the article.
        annotations: What was found in it.
        known: For each of its entities the library id, or None where it is new.

    Returns:
        The library ids, one for each entity of the annotations.
    """
    mentions = Counter(mention.entity for mention in annotations.mentions)
    ids = []
    for position, (entity, identity) in enumerate(zip(annotations.entities, known, strict=True)):
        chosen = _found(connection, entity) if identity is None else _extend(connection, identity, entity)
        connection.run(
            "INSERT INTO article_entity (article, position, entity, mentions) VALUES (?, ?, ?, ?)",
            (article, position, chosen, mentions[position]),
        )
        ids.append(chosen)
    return tuple(ids)


def _found(connection: Connection, entity: Entity) -> int:
    identity = connection.run(
        "INSERT INTO entity (name, kind, country, aliases, walks, beside) VALUES (?, ?, ?, ?, ?, ?)",
        (entity.name, entity.kind, entity.country, *map(json.dumps, (entity.aliases, entity.walks, entity.beside))),
    )
    _index(connection, identity, entity)
    return identity


def _extend(connection: Connection, identity: int, entity: Entity) -> int:
    stored = one(connection, identity)
    before = _as_found(stored)
    after = joined(before, entity)
    if after == before:
        return identity
    connection.run(
        "UPDATE entity SET name = ?, country = ?, aliases = ?, walks = ?, beside = ? WHERE id = ?",
        (after.name, after.country, *map(json.dumps, (after.aliases, after.walks, after.beside)), identity),
    )
    _forget_words(connection, identity, before)
    _index(connection, identity, after)
    return identity


def joined(known: Entity, found: Entity) -> Entity:
    """A known entity with what another article adds: spellings, country, a person's fuller name and what tells it."""
    name = known.name
    if known.kind is EntityKind.PERSON and len(found.name.split()) > len(name.split()):
        name = found.name
    spellings = dict.fromkeys((*known.aliases, known.name, found.name, *found.aliases))
    aliases = tuple(spelling for spelling in spellings if spelling != name)[:MOST_ALIASES]
    walks = tuple(dict.fromkeys((*known.walks, *found.walks)))
    beside = tuple(dict.fromkeys((*known.beside, *found.beside)))[:MOST_BESIDE]
    return Entity(name, known.kind, aliases, known.country or found.country, walks, beside)


def _as_found(stored: KnownEntity) -> Entity:
    return Entity(stored.name, stored.kind, stored.aliases, stored.country, stored.walks, stored.beside)


def _index(connection: Connection, identity: int, entity: Entity) -> None:
    from articles.linking.entities import keys

    connection.run_many(
        "INSERT INTO entity_key (key, entity) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, identity) for key in keys(entity)],
    )
    connection.run("INSERT INTO entity_words (rowid, names) VALUES (?, ?)", (identity, _spellings(entity)))


def _forget_words(connection: Connection, identity: int, entity: Entity) -> None:
    connection.run(
        "INSERT INTO entity_words (entity_words, rowid, names) VALUES ('delete', ?, ?)", (identity, _spellings(entity))
    )


def _spellings(entity: Entity) -> str:
    return "\n".join((entity.name, *entity.aliases))


def count(connection: Connection, article: int, *, sign: int) -> None:
    """Add an article to the counts of its entities (`sign` 1) or take it away (-1)."""
    connection.run(
        "UPDATE entity SET articles = entity.articles + ?1, mentions = entity.mentions + ?1 * own.mentions"
        " FROM (SELECT entity, sum(mentions) AS mentions FROM article_entity WHERE article = ?2 GROUP BY entity) AS own"
        " WHERE entity.id = own.entity",
        (sign, article),
    )


def forget_unused(connection: Connection, ids: Iterable[int]) -> None:
    """Remove those of the entities that no article names any more."""
    for (identity,) in connection.rows(
        "SELECT id FROM entity WHERE articles = 0 AND id IN (SELECT value FROM json_each(?))", (_array(ids),)
    ):
        stored = one(connection, identity)
        _forget_words(connection, identity, _as_found(stored))
        connection.run("DELETE FROM entity WHERE id = ?", (identity,))


def of_article(connection: Connection, article: int) -> tuple[int, ...]:
    """The library ids of an article's entities, in the order of its annotations."""
    rows = connection.rows("SELECT entity FROM article_entity WHERE article = ? ORDER BY position", (article,))
    return tuple(identity for (identity,) in rows)


def with_keys(connection: Connection, keys: Iterable[str]) -> tuple[KnownEntity, ...]:
    """The entities that one of the folded spellings may name, the most reported first."""
    rows = connection.rows(
        f"SELECT {_COLUMNS}, articles, mentions FROM entity WHERE id IN"
        " (SELECT entity FROM entity_key WHERE key IN (SELECT value FROM json_each(?)))"
        " ORDER BY articles DESC, mentions DESC, id",
        (_array(keys),),
    )
    return tuple(_entity(*row) for row in rows)


def one(connection: Connection, identity: int) -> KnownEntity:
    """An entity.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"SELECT {_COLUMNS}, articles, mentions FROM entity WHERE id = ?", (identity,))
    if row is None:
        raise missing(identity, "entity")
    return _entity(*row)


def some(connection: Connection, ids: Iterable[int]) -> tuple[KnownEntity, ...]:
    """The entities with these ids, in that order; ids that are not there are left out."""
    rows = connection.rows(
        f"SELECT {_COLUMNS}, articles, mentions FROM json_each(?) AS wanted"
        " CROSS JOIN entity ON entity.id = wanted.value ORDER BY wanted.key",
        (_array(ids),),
    )
    return tuple(_entity(*row) for row in rows)


def selected(connection: Connection, query: Query, limit: int) -> tuple[KnownEntity, ...]:
    """The entities of the articles that a query selects, the most reported first, counted within those articles."""
    if not query:
        sql = f"SELECT {_COLUMNS}, articles, mentions FROM entity ORDER BY articles DESC, mentions DESC LIMIT ?"
        return tuple(_entity(*row) for row in connection.rows(sql, (limit,)))
    where, values = condition(query)
    sql = (
        f"SELECT {_COLUMNS}, own_articles, own_mentions FROM ("
        " SELECT entity, count(DISTINCT article) AS own_articles, sum(mentions) AS own_mentions FROM article_entity"
        f" WHERE article IN (SELECT id FROM article WHERE {where})"
        " GROUP BY entity ORDER BY own_articles DESC, own_mentions DESC, entity LIMIT ?"
        ") JOIN entity ON entity.id = entity ORDER BY own_articles DESC, own_mentions DESC, id"
    )
    return tuple(_entity(*row) for row in connection.rows(sql, (*values, limit)))


def passages(connection: Connection, identity: int, limit: int) -> tuple[Passage, ...]:
    """The sentences that name an entity, newest articles first.

    Raises:
        NotFoundError: There is no such entity.
    """
    one(connection, identity)
    found: list[Passage] = []
    articles = connection.rows(
        "SELECT DISTINCT article FROM article_entity JOIN article ON article.id = article"
        " WHERE entity = ? ORDER BY listed DESC, article DESC LIMIT ?",
        (identity, limit),
    )
    for (article,) in articles:
        found.extend(_passages_of(connection, identity, article))
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def _passages_of(connection: Connection, identity: int, article: int) -> Iterator[Passage]:
    packed = connection.value("SELECT content FROM annotations WHERE article = ?", (article,))
    annotations = unpack(Annotations, packed)
    text = load(connection, article)
    citation = citations(connection, (article,))[article]
    own = {position for position, entity in enumerate(of_article(connection, article)) if entity == identity}
    first_in: dict[int, Mention] = {}
    for mention in annotations.mentions:
        if mention.entity in own:
            for number, sentence in enumerate(annotations.sentences):
                if sentence.block == mention.block and sentence.start <= mention.start < sentence.end:
                    first_in.setdefault(number, mention)
    for number, mention in sorted(first_in.items()):
        sentence = annotations.sentences[number]
        words = text.text_of(sentence.block)[sentence.start : sentence.end]
        yield Passage(
            article,
            citation.title,
            citation.outlet,
            citation.published,
            sentence.block,
            sentence.start,
            sentence.end,
            words,
            mention.start,
            mention.end,
        )


def _entity(
    identity: int,
    name: str,
    kind: str,
    aliases: str,
    country: str,
    walks: str,
    beside: str,
    articles: int,
    mentions: int,
) -> KnownEntity:
    return KnownEntity(
        identity,
        name,
        EntityKind(kind),
        tuple(json.loads(aliases)),
        country,
        articles,
        mentions,
        tuple(map(Walk, json.loads(walks))),
        tuple(json.loads(beside)),
    )


def _array(items: Iterable[Any]) -> str:
    return json.dumps(list(items))

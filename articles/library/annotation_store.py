"""Annotations in and out, with all that follows from them: entities, events, links and the counts that lists show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articles.library import article_store, entity_store, event_dating, event_store, link_store
from articles.library.codec import pack, unpack
from articles.library.connection import Connection
from articles.model import Annotations, Linked

MakeLinks = Callable[[tuple[int, ...]], Linked]
"""From the library ids of an article's entities to its slots, links and events."""


def store(
    connection: Connection,
    article: int,
    annotations: Annotations,
    entities: Sequence[int | None],
    make_links: MakeLinks,
) -> None:
    """Store what was found in an article in one transaction, in place of what was found in it before.

    Args:
        connection: The library.
        article: Library id of the article.
        annotations: What was found in it.
        entities: For each of its entities the library id, or None where it is new.
        make_links: Called inside the transaction, when every entity has its id.

    Raises:
        NotFoundError: There is no such article.
    """
    text = article_store.load(connection, article)
    with connection.transaction():
        related_before = link_store.neighbours(connection, article)
        events_before = event_store.clear(connection, article)
        entities_before = _clear_entities(connection, article)
        ids = entity_store.assign(connection, article, annotations, entities)
        entity_store.count(connection, article, sign=1)
        linked = make_links(ids)
        events = event_store.store(connection, annotations, text, linked)
        event_store.refresh(connection, (*events_before, *events))
        link_store.store(connection, linked.links)
        link_store.count_related(connection, article, related_before, link_store.neighbours(connection, article))
        entity_store.forget_unused(connection, entities_before)
        _finish(connection, article, annotations)


def clear(connection: Connection, article: int) -> None:
    """Remove all that was found in an article, inside a transaction; it waits for annotation again."""
    related = link_store.neighbours(connection, article)
    events = event_store.clear(connection, article)
    entities = _clear_entities(connection, article)
    event_store.refresh(connection, events)
    link_store.count_related(connection, article, related, {})
    entity_store.forget_unused(connection, entities)
    connection.run("DELETE FROM annotations WHERE article = ?", (article,))
    connection.run("UPDATE article SET state = 'waiting', failure = '' WHERE id = ?", (article,))


def _clear_entities(connection: Connection, article: int) -> tuple[int, ...]:
    before = entity_store.of_article(connection, article)
    entity_store.count(connection, article, sign=-1)
    connection.run("DELETE FROM article_entity WHERE article = ?", (article,))
    return before


def _finish(connection: Connection, article: int, annotations: Annotations) -> None:
    connection.run(
        "INSERT INTO annotations (article, content) VALUES (?, ?)"
        " ON CONFLICT (article) DO UPDATE SET content = excluded.content",
        (article, pack(annotations)),
    )
    event_dating.forget(connection, article)
    article_store.set_published(connection, article, annotations.published)
    event_dating.date_by_events(connection, article)
    connection.run("UPDATE article SET state = 'ready', failure = '' WHERE id = ?", (article,))


def load(connection: Connection, article: int) -> Annotations | None:
    """What was found in an article; None while it waits.

    Raises:
        NotFoundError: There is no such article.
    """
    row = connection.row("SELECT content FROM article LEFT JOIN annotations ON article = id WHERE id = ?", (article,))
    if row is None:
        raise article_store.missing(article)
    return None if row[0] is None else unpack(Annotations, row[0])

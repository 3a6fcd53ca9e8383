"""Annotations in and out, with all that follows from them: entities, events, links and the counts that lists show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articles.library import (
    article_entities,
    article_store,
    entity_correction_store,
    event_dating,
    event_meanings,
    event_pairs,
    event_store,
    link_store,
    tag_rules,
)
from articles.library.codec import pack, unpack
from articles.library.connection import Connection
from articles.model import Annotations, Article, Linked

MakeLinks = Callable[[Annotations, tuple[int, ...]], Linked]
"""From what an article's annotations are by the reader's corrections, and the library ids of their entities, to its
slots, links and events."""


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
    from articles.library.entity_founding import extended, forget_unused, founded

    text = article_store.load(connection, article)
    with connection.transaction():
        entities_before = article_entities.clear(connection, article)
        ids = [
            founded(connection, entity) if known is None else extended(connection, known, entity)
            for entity, known in zip(annotations.entities, entities, strict=True)
        ]
        article_entities.place(connection, article, annotations, ids)
        _link(connection, article, text, annotations, make_links)
        forget_unused(connection, entities_before)
        _finish(connection, article, annotations)
        tag_rules.apply(connection, article)


def link_again(connection: Connection, article: int, make_links: MakeLinks) -> bool:
    """Make the links of an article anew in one transaction, by what the reader says now of what was found in it.

    Returns:
        False where there is nothing to link anew: nothing was found in it yet, or nothing of it has changed.

    Raises:
        NotFoundError: There is no such article.
    """
    from articles.library.entity_founding import forget_unused

    with connection.transaction():
        text = article_store.load(connection, article)
        is_sure = entity_correction_store.is_surely_awaiting(connection, article)
        entity_correction_store.set_linked(connection, article)
        packed = connection.value("SELECT content FROM annotations WHERE article = ?", (article,))
        before = article_entities.of_article(connection, article)
        if packed is None or not (article_entities.place_again(connection, article) or is_sure):
            return False
        forget_unused(connection, before)
        annotations = event_meanings.restored(connection, article, unpack(Annotations, packed))
        events = _link(connection, article, text, annotations, make_links)
        event_store.name_anew(connection, events)
        event_dating.date_by_events(connection, article)
        return True


def _link(
    connection: Connection, article: int, text: Article, annotations: Annotations, make_links: MakeLinks
) -> tuple[int, ...]:
    """Put other events and links of an article in place of those that it has; the events that it reports or did."""
    related = link_store.neighbours(connection, article)
    former = event_store.clear(connection, article)
    shown = article_entities.corrected(connection, article, annotations)
    linked = make_links(shown, article_entities.of_article(connection, article))
    after = event_store.store(connection, annotations, text, linked, former)
    concerned = (*former.values(), *after)
    event_store.refresh(connection, concerned)
    if former or linked.moves:
        event_store.name_anew(connection, concerned)
    event_pairs.store(connection, {(one, other): chance for one, other, chance in linked.pairs})
    link_store.store(connection, linked.links)
    event_dating.date_anew(connection, related)
    link_store.count_related(connection, article, related, link_store.neighbours(connection, article))
    return concerned


def clear(connection: Connection, article: int) -> None:
    """Remove all that was found in an article, inside a transaction; it waits for annotation again."""
    from articles.library.entity_founding import forget_unused

    related = link_store.neighbours(connection, article)
    events = event_store.clear(connection, article)
    entities = article_entities.clear(connection, article)
    event_store.refresh(connection, events.values())
    event_store.name_anew(connection, events.values())
    event_dating.date_anew(connection, related)
    link_store.count_related(connection, article, related, {})
    forget_unused(connection, entities)
    connection.run("DELETE FROM annotations WHERE article = ?", (article,))
    event_meanings.clear(connection, article)
    connection.run("UPDATE article SET state = 'waiting', failure = '' WHERE id = ?", (article,))


def _finish(connection: Connection, article: int, annotations: Annotations) -> None:
    connection.run(
        "INSERT INTO annotations (article, content) VALUES (?, ?)"
        " ON CONFLICT (article) DO UPDATE SET content = excluded.content",
        (article, pack(event_meanings.without(annotations))),
    )
    event_meanings.store(connection, article, annotations)
    event_dating.forget(connection, article)
    article_store.set_published(connection, article, annotations.published)
    event_dating.date_by_events(connection, article)
    entity_correction_store.set_linked(connection, article)
    connection.run("UPDATE article SET state = 'ready', failure = '' WHERE id = ?", (article,))


def load(connection: Connection, article: int) -> Annotations | None:
    """What was found in an article, as the reader says it is; None while it waits.

    Raises:
        NotFoundError: There is no such article.
    """
    row = connection.row("SELECT content FROM article LEFT JOIN annotations ON article = id WHERE id = ?", (article,))
    if row is None:
        raise article_store.missing(article)
    if row[0] is None:
        return None
    annotations = event_meanings.restored(connection, article, unpack(Annotations, row[0]))
    return article_entities.corrected(connection, article, annotations)

"""What articles have in common that makes stories of them: the events they share, and the people they name."""

from __future__ import annotations

import json
from collections.abc import Iterable

from articles.library.connection import Connection
from articles.model import EntityKind

TOO_COMMON = 100
"""Articles that report an event, beyond which it says nothing of a story."""
MOST_SHARING = 400
"""Articles that are looked at as of one story."""


def shared_events(connection: Connection, articles: Iterable[int]) -> dict[int, dict[int, int]]:
    """For each of some articles how often it reports each event that another article of the library does too."""
    rows = connection.rows(
        "SELECT event_mention.article, event_mention.event, count(*) FROM json_each(?) AS wanted"
        " CROSS JOIN event_mention ON event_mention.article = wanted.value"
        " CROSS JOIN event ON event.id = event_mention.event WHERE event.articles > 1"
        " GROUP BY event_mention.article, event_mention.event",
        (json.dumps(list(articles)),),
    )
    found: dict[int, dict[int, int]] = {}
    for article, event, mentions in rows:
        found.setdefault(article, {})[event] = mentions
    return found


def sharing_events(connection: Connection, articles: Iterable[int]) -> tuple[int, ...]:
    """Some articles with those that report an event that one of them reports, at most `MOST_SHARING`, the newest."""
    rows = connection.rows(
        "SELECT DISTINCT other.article FROM json_each(?) AS wanted"
        " CROSS JOIN event_mention AS own ON own.article = wanted.value"
        " CROSS JOIN event ON event.id = own.event AND event.articles BETWEEN 2 AND ?"
        " CROSS JOIN event_mention AS other ON other.event = own.event ORDER BY other.article DESC LIMIT ?",
        (json.dumps(list(articles)), TOO_COMMON, MOST_SHARING),
    )
    return tuple({*articles, *(article for (article,) in rows)})


def labels(connection: Connection, events: Iterable[int]) -> dict[int, str]:
    """What events are called."""
    rows = connection.rows(
        "SELECT event.id, label FROM json_each(?) AS wanted CROSS JOIN event ON event.id = wanted.value",
        (json.dumps(list(events)),),
    )
    return dict(rows)


def people(connection: Connection, articles: Iterable[int]) -> dict[int, list[tuple[int, str, int]]]:
    """For each of some articles the people it names, each once, those hidden left out: number, name, and how often."""
    rows = connection.rows(
        "SELECT article, entity.id, name, sum(article_entity.mentions) FROM json_each(?) AS wanted"
        " CROSS JOIN article_entity ON article = wanted.value"
        " CROSS JOIN entity ON entity.id = article_entity.entity WHERE kind = ? AND is_hidden = 0"
        " GROUP BY article, entity.id",
        (json.dumps(list(articles)), EntityKind.PERSON),
    )
    found: dict[int, list[tuple[int, str, int]]] = {}
    for article, entity, name, mentions in rows:
        found.setdefault(article, []).append((entity, name, mentions))
    return found

"""What a card tells of an entity: when it is named, with whom, and in which events. Every question is bounded."""

from __future__ import annotations

import json
from array import array
from datetime import date

from articles.library import entity_dates, entity_store, event_store
from articles.library.connection import Connection
from articles.library.entity_listing import FIGURES
from articles.model import Companion, KnownEntity, KnownEvent, MonthCount, Published

MOST_SHARED = 400
"""Articles, the newest, in which it is looked who else is named."""
_MOST_POSTED = 2000
"""Event mentions, the newest, that are looked at of one entity."""

_COMMON = 2000
"""Articles from which on it is sooner to look through all articles than to look up those that name an entity."""

_OF_FEW = "id IN (SELECT article FROM article_entity WHERE entity = ?)"
_OF_MANY = "EXISTS (SELECT 1 FROM article_entity WHERE entity = ? AND article = article.id)"
_MONTHS = (
    "SELECT substr(day, 1, 7), sum(mentions) FROM {} CROSS JOIN {} WHERE article = article.id AND entity = ?"
    " AND day IS NOT NULL GROUP BY 1 ORDER BY 1"
)
_COMPANY = (
    "SELECT other.entity, count(DISTINCT other.article) AS shared FROM json_each(?) AS named"
    " CROSS JOIN article_entity AS other ON other.article = named.value"
    " JOIN entity ON entity.id = other.entity"
    f" WHERE other.entity <> ? AND is_hidden = 0 AND kind NOT IN ({', '.join('?' * len(FIGURES))})"
    " GROUP BY other.entity ORDER BY shared DESC, entity.mentions DESC, other.entity LIMIT ?"
)
_EVENTS = (
    "SELECT event FROM event_mention WHERE id IN (SELECT mention FROM slot_posting"
    " WHERE key IN (SELECT id FROM slot_key WHERE key IN (?, ?)) ORDER BY mention DESC LIMIT ?)"
    " GROUP BY event"
)
_MOST_OF_A_CLASS = 50
"""Event mentions, the newest, that are looked at of one country and one class of events."""
_EVENTS_OF_COUNTRY = (
    "SELECT DISTINCT event FROM slot_key CROSS JOIN event_mention ON event_mention.id IN"
    " (SELECT mention FROM slot_posting WHERE slot_posting.key = slot_key.id ORDER BY mention DESC LIMIT ?)"
    " WHERE slot_key.key >= ? AND slot_key.key < ? AND instr(substr(slot_key.key, ?), ' ') = 0"
    " AND EXISTS (SELECT 1 FROM json_each(slots, '$.actor_names') AS named WHERE named.value ->> 0 = ?)"
)
"""Of the keys of a country those of classes alone, without a month or a theme."""


class EntityFacts:
    """What is known of single entities. Reached as `Library.entity_facts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, entity: KnownEntity) -> array[int]:
        """The ids of all articles that name an entity, newest first."""
        naming = _OF_FEW if entity.articles < _COMMON else _OF_MANY
        joined = self._connection.value(
            f"SELECT group_concat(id) FROM (SELECT id FROM article WHERE {naming} ORDER BY listed DESC, id DESC)",
            (entity.id,),
        )
        return array("q", json.loads(f"[{joined or ''}]"))

    def months(self, entity: KnownEntity) -> tuple[MonthCount, ...]:
        """How often it is named in each month in which it is, the first first; articles without a date don't count."""
        tables = ("article_entity", "article") if entity.articles < _COMMON else ("article", "article_entity")
        rows = self._connection.rows(_MONTHS.format(*tables), (entity.id,))
        return tuple(MonthCount(date.fromisoformat(f"{month}-01"), mentions) for month, mentions in rows)

    def seen(self, entity: KnownEntity) -> tuple[Published, Published] | None:
        """The dates of the oldest and the newest dated article that names it; None where none has a date."""
        first = entity_dates.first_article(self._connection, entity.id, entity.articles)
        last = entity_dates.last_article(self._connection, entity.id, entity.articles)
        dated = entity_dates.published_by_id(self._connection, (first, last))
        return (dated[first], dated[last]) if dated else None

    def company(self, entity: KnownEntity, articles: array[int], limit: int) -> tuple[Companion, ...]:
        """Who and what is named in the same articles, those that share most first; sums and quantities left out.

        Args:
            entity: The entity.
            articles: The articles that name it, newest first; no more than `MOST_SHARED` are looked at.
            limit: How many at most.
        """
        looked_at = json.dumps(articles[:MOST_SHARED].tolist())
        shared = dict(self._connection.rows(_COMPANY, (looked_at, entity.id, *FIGURES, limit)))
        return tuple(Companion(each, shared[each.id]) for each in entity_store.some(self._connection, shared))

    def events(self, entity: KnownEntity, limit: int) -> tuple[KnownEvent, ...]:
        """The events that it takes part in, or that take place there: the most reported first."""
        keys = (f"actor {entity.id}", f"place {entity.id}")
        rows = self._connection.rows(_EVENTS, (*keys, _MOST_POSTED))
        if entity.country:
            first, beyond = f"country {entity.country} ", f"country {entity.country}!"
            bounds = (_MOST_OF_A_CLASS, first, beyond, len(beyond) + 1, entity.id)
            rows += self._connection.rows(_EVENTS_OF_COUNTRY, bounds)
        return event_store.most_reported(self._connection, {event for (event,) in rows}, limit)

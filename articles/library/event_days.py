"""Events by when they happened: which of them a timeline shows, however many the library holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from articles.library.conditions import condition
from articles.library.connection import Connection
from articles.library.event_conditions import event_condition, implied, parted
from articles.library.event_store import COLUMNS, known_event
from articles.model import DatedEvent, KnownEvent
from articles.query import Query

_IS_DATED = "first_day IS NOT NULL AND event_class <> 'statement'"
_IS_TOLD = (
    "EXISTS (SELECT 1 FROM event_mention AS sure WHERE sure.event = event.id AND sure.slots ->> '$.is_faint' IS NULL)"
)
"""What is told by a word that surely tells of an event."""
_COLUMNS = ", ".join(f"event.{column}" for column in (*COLUMNS.split(", "), "articles", "mentions"))
_BY_REPORTS = "articles DESC, mentions DESC, event.id"
_FEW_ARTICLES = 1_000
"""Selected articles up to which their events are looked at one by one."""
_MOST_EVENTS = 10_000
"""The most reported events of the library, among which those of more articles are looked for."""


def selected(connection: Connection, query: Query, limit: int) -> tuple[tuple[DatedEvent, ...], bool]:
    """The dated events that a query selects, the most reported first; what was merely said or faintly told left out.

    Names, words for the event itself and days are asked of each event; all else of the articles that report it. The
    cost is bounded in a library of any size: of few articles all events are looked at, of many those among the most
    reported of the library.

    Returns:
        The events, and whether they are all.
    """
    of_articles, of_events = parted(query)
    asked, asked_values = event_condition(of_events)
    narrowing = of_articles & implied(of_events)
    if not narrowing:
        sql, values, is_bounded = f"SELECT {_COLUMNS} FROM event WHERE {_IS_DATED}", (), False
    else:
        sql, values, is_bounded = _of_articles(connection, narrowing)
    rows = connection.rows(
        f"{sql} AND {asked} AND {_IS_TOLD} ORDER BY {_BY_REPORTS} LIMIT ?", (*values, *asked_values, limit + 1)
    )
    known = [known_event(*row) for row in rows[:limit]]
    return _told(connection, known), not is_bounded and len(rows) <= limit


def of_events(connection: Connection, events: Iterable[int]) -> tuple[DatedEvent, ...]:
    """Those of some events whose days are known; what was merely said left out."""
    rows = connection.rows(
        f"SELECT {_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN event ON event.id = wanted.value WHERE {_IS_DATED}",
        (json.dumps(sorted(set(events))),),
    )
    return _told(connection, [known_event(*row) for row in rows])


def _of_articles(connection: Connection, query: Query) -> tuple[str, tuple[Any, ...], bool]:
    """The statement that selects the events of some articles, its values, and whether it may leave some out."""
    where, values = condition(query)
    selecting = f"SELECT id FROM article WHERE {where}"
    found = connection.value(f"SELECT count(*) FROM ({selecting} LIMIT {_FEW_ARTICLES + 1})", values)
    is_bounded = found > _FEW_ARTICLES
    chosen = "SELECT id FROM chosen"
    reporting = f"event_mention WHERE article IN ({chosen})"
    if is_bounded:
        most = f"SELECT id FROM event WHERE {_IS_DATED} ORDER BY {_BY_REPORTS} LIMIT {_MOST_EVENTS}"
        # The sign keeps SQLite from asking the index once for each of the articles.
        reporting = f"({most}) AS most CROSS JOIN event_mention ON event = most.id WHERE +article IN ({chosen})"
    sql = (
        f"WITH chosen AS MATERIALIZED ({selecting}), reported AS (SELECT DISTINCT event FROM {reporting})"
        f" SELECT {_COLUMNS} FROM reported CROSS JOIN event ON event.id = reported.event WHERE {_IS_DATED}"
    )
    return sql, values, is_bounded


def _told(connection: Connection, known: Sequence[KnownEvent]) -> tuple[DatedEvent, ...]:
    """The events with how many texts report each, copies counted once, and with a sentence that does."""
    rows = connection.rows(
        "WITH reported AS MATERIALIZED ("
        " SELECT event, count(DISTINCT coalesce(-in_group, event_mention.article)) AS texts,"
        " min(event_mention.id) AS mention"
        " FROM json_each(?) AS wanted CROSS JOIN event_mention ON event = wanted.value"
        " LEFT JOIN version ON version.article = event_mention.article GROUP BY event"
        ") SELECT reported.event, texts, sentence, trigger_start - sentence_start, trigger_end - sentence_start"
        " FROM reported CROSS JOIN event_mention ON id = mention",
        (json.dumps([each.id for each in known]),),
    )
    told = {identity: values for identity, *values in rows}
    return tuple(DatedEvent(each, each.interval, *told[each.id]) for each in known if each.interval is not None)

"""The inverted index behind linking: from what a slot holds to the event mentions that hold it.

Its answer costs the same in a library of a hundred articles and of a hundred thousand: rare keys are asked first, and
of a common one only the newest mentions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2

from articles.library import event_meanings
from articles.library.codec import from_json
from articles.library.connection import Connection
from articles.linking.terms import weight
from articles.model import EventSlots, Interval

MOST_KEYS = 240
"""Keys asked for one article."""
MOST_ARTICLES = 40
"""Articles whose event mentions are candidates."""

MOST_MENTIONS_A_KEY = 200
"""Mentions taken of one key."""
TOO_COMMON = 50_000
"""Mentions beyond which a key says nothing any more."""
RARE_WORDS = 4
"""Words of its sentence under which a mention is found, those that weigh most."""

_LONGEST_DATED_DAYS = 92


def slot_keys(slots: EventSlots) -> tuple[str, ...]:
    """The keys under which a mention is found: who, where, which country, what, partly with when, and rare words."""
    kind = slots.event_class
    months = tuple(_months(slots.interval))
    keys = [f"lemma {slots.lemma}", *(f"class {kind} {month}" for month in months)]
    for actor in sorted(slots.actors):
        keys += [f"actor {actor}", f"actor {actor} {kind}", *(f"actor {actor} {month}" for month in months)]
    for country in sorted(slots.countries):
        keys += [f"country {country} about {theme}" for theme in sorted(slots.themes)]
        keys += [f"country {country} {kind}", *(f"country {country} {kind} {month}" for month in months)]
    for place in sorted(slots.places):
        keys += [f"place {place}", f"place {place} {kind}"]
    rarest = sorted(slots.context, key=lambda word: (-weight(word), word))[:RARE_WORDS]
    return (*keys, *(f"word {word}" for word in rarest))


def _months(interval: Interval | None) -> Iterator[str]:
    if interval is None or interval.days > _LONGEST_DATED_DAYS:
        return
    year, month = interval.first.year, interval.first.month
    while (year, month) <= (interval.last.year, interval.last.month):
        yield f"{year}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def add(connection: Connection, mention: int, slots: EventSlots) -> None:
    """Enter a stored event mention under its keys."""
    for key in slot_keys(slots):
        number = connection.value(
            "INSERT INTO slot_key (key, mentions) VALUES (?, 1)"
            " ON CONFLICT (key) DO UPDATE SET mentions = mentions + 1 RETURNING id",
            (key,),
        )
        connection.run(
            "INSERT INTO slot_posting (key, mention, article) VALUES (?, ?, ?)", (number, mention, slots.article)
        )


def remove(connection: Connection, article: int) -> None:
    """Take the event mentions of an article out of the index, before they are removed themselves."""
    connection.run(
        "UPDATE slot_key SET mentions = slot_key.mentions - gone.mentions FROM"
        " (SELECT key, count(*) AS mentions FROM slot_posting WHERE article = ? GROUP BY key) AS gone"
        " WHERE slot_key.id = gone.key",
        (article,),
    )
    connection.run("DELETE FROM slot_posting WHERE article = ?", (article,))


def candidates(connection: Connection, slots: Sequence[EventSlots], limit: int) -> tuple[EventSlots, ...]:
    """All event mentions of the other articles that share most with the given ones, the most telling article first.

    Args:
        connection: The library.
        slots: The event mentions of an article.
        limit: How many mentions at most; those of one article are never parted.
    """
    own = {each.article for each in slots}
    shared: defaultdict[int, float] = defaultdict(float)
    for key, mentions in _rarest(connection, slots):
        weight_of_key = 1 / (1 + log2(1 + mentions))
        for (article,) in connection.rows(
            "SELECT DISTINCT article FROM"
            " (SELECT article FROM slot_posting WHERE key = ? ORDER BY mention DESC LIMIT ?)",
            (key, MOST_MENTIONS_A_KEY),
        ):
            shared[article] += weight_of_key
    best = sorted(shared.keys() - own, key=lambda article: (-shared[article], -article))
    found: list[EventSlots] = []
    for article in best[:MOST_ARTICLES]:
        mentions_of_article = _slots(connection, article)
        if found and len(found) + len(mentions_of_article) > limit:
            break
        found += mentions_of_article
    return event_meanings.restored_slots(connection, found)


def of_mentions(connection: Connection, pairs: Sequence[tuple[int, int]]) -> tuple[EventSlots, ...]:
    """The slots of stored event mentions, given as article and index."""
    rows = connection.rows(
        "SELECT slots FROM json_each(?) AS wanted CROSS JOIN event_mention"
        " ON article = wanted.value ->> 0 AND position = wanted.value ->> 1",
        (json.dumps(pairs),),
    )
    return event_meanings.restored_slots(connection, [from_json(EventSlots, text) for (text,) in rows])


def _rarest(connection: Connection, slots: Sequence[EventSlots]) -> list[tuple[int, int]]:
    """The keys of the mentions that are in the index, as number and how many mentions bear each, rarest first."""
    keys = sorted({key for each in slots for key in slot_keys(each)})
    return [
        (key, mentions)
        for key, mentions in connection.rows(
            "SELECT id, mentions FROM slot_key WHERE key IN (SELECT value FROM json_each(?))"
            " AND mentions BETWEEN 1 AND ? ORDER BY mentions, id LIMIT ?",
            (json.dumps(keys), TOO_COMMON, MOST_KEYS),
        )
    ]


def _slots(connection: Connection, article: int) -> list[EventSlots]:
    rows = connection.rows("SELECT slots FROM event_mention WHERE article = ? ORDER BY position", (article,))
    return [from_json(EventSlots, text) for (text,) in rows]

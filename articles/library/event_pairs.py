"""How likely pairs of event mentions are of one event, and with them the neighbourhood of an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from articles.library.connection import Connection
from articles.linking.clusters import Chances, Mention, Neighbourhood

MOST_MENTIONS = 2000
"""Mentions that a neighbourhood holds at most, so that what is told a thousand times costs no more."""
_THOUSAND = 1000


def store(connection: Connection, pairs: Chances) -> None:
    """Keep how likely pairs are of one event. Those of an article go with its event mentions."""
    ids = _ids(connection, {mention for pair in pairs for mention in pair})
    rows = [
        (*sorted((ids[one], ids[other])), round(chance * _THOUSAND))
        for (one, other), chance in pairs.items()
        if one in ids and other in ids
    ]
    connection.run_many("INSERT OR REPLACE INTO event_pair (first, second, chance) VALUES (?, ?, ?)", rows)


def neighbourhood(connection: Connection, mentions: Iterable[Mention]) -> Neighbourhood:
    """All mentions of the events of some mentions, the events of the first ones first if there are too many.

    Args:
        connection: The library.
        mentions: Those that one of an article's may be of one event with, the likeliest first.
    """
    nearest = list(mentions)
    ids: dict[int, Mention] = {}
    event_of: dict[Mention, int] = {}
    for event in _events(connection, nearest):
        members = _members(connection, event, nearest, MOST_MENTIONS + 1)
        if ids and len(ids) + len(members) > MOST_MENTIONS:
            continue
        for identity, article, position in members[:MOST_MENTIONS]:
            ids[identity] = (article, position)
            event_of[article, position] = event
    rows = connection.rows(
        "SELECT first, second, chance FROM json_each(?1) AS wanted CROSS JOIN event_pair ON first = wanted.value",
        (json.dumps(list(ids)),),
    )
    chances = {(ids[first], ids[second]): chance / _THOUSAND for first, second, chance in rows if second in ids}
    held = connection.rows(
        "SELECT mention, event FROM json_each(?) AS wanted CROSS JOIN unpaired_mention ON mention = wanted.value",
        (json.dumps(list(ids)),),
    )
    return Neighbourhood(event_of, chances, {ids[mention]: event for mention, event in held})


def _members(connection: Connection, event: int, nearest: Iterable[Mention], limit: int) -> list[tuple[int, int, int]]:
    """The mentions of an event as id, article and position, the nearest ones first."""
    members = connection.rows(
        "SELECT id, article, position FROM event_mention WHERE event = ? ORDER BY id LIMIT ?", (event, limit)
    )
    if len(members) < limit:
        return members
    near = connection.rows(
        "SELECT event_mention.id, article, position FROM json_each(?) AS wanted CROSS JOIN event_mention"
        " ON article = wanted.value ->> 0 AND position = wanted.value ->> 1 WHERE event = ? ORDER BY wanted.key",
        (json.dumps(nearest), event),
    )
    return list(dict.fromkeys((*near, *members)))


def _events(connection: Connection, mentions: Iterable[Mention]) -> Iterable[int]:
    wanted = list(mentions)
    rows = connection.rows(
        "SELECT event FROM json_each(?) AS wanted CROSS JOIN event_mention"
        " ON article = wanted.value ->> 0 AND position = wanted.value ->> 1 ORDER BY wanted.key",
        (json.dumps(wanted),),
    )
    return dict.fromkeys(event for (event,) in rows)


def _ids(connection: Connection, mentions: Iterable[Mention]) -> Mapping[Mention, int]:
    rows = connection.rows(
        "SELECT article, position, event_mention.id FROM json_each(?) AS wanted CROSS JOIN event_mention"
        " ON article = wanted.value ->> 0 AND position = wanted.value ->> 1",
        (json.dumps(sorted(mentions)),),
    )
    return {(article, position): identity for article, position, identity in rows}

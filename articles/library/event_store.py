"""Events: what happened, each a cluster of event mentions in one article or many."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from articles.library import slot_index
from articles.library.article_store import missing
from articles.library.codec import from_json, to_json
from articles.library.conditions import condition
from articles.library.connection import Connection
from articles.library.dates import interval
from articles.library.passages import citations, mention_columns, passage
from articles.linking.labels import detail, event_label
from articles.model import Annotations, Article, EventSlots, Factuality, KnownEvent, Linked, Passage
from articles.query import Query

COLUMNS = "id, label, event_class, first_day, last_day, factuality"
"""What `known_event` takes, before the numbers of articles and mentions."""
_MOST_NAMING = 200
"""Mentions of an event that are looked at to name it anew."""
_SUREST_FIRST = tuple(Factuality)
"""An event that one report asserts is shown as asserted, whatever the others make of it."""
_RANK = "CASE factuality " + " ".join(f"WHEN '{each}' THEN {n}" for n, each in enumerate(_SUREST_FIRST)) + " END"


def store(
    connection: Connection,
    annotations: Annotations,
    article: Article,
    linked: Linked,
    former: Mapping[tuple[int, int, int], int],
) -> tuple[int, ...]:
    """Store the event mentions of an article, each joined to its event or founding one.

    Args:
        connection: The library.
        annotations: What was found in the article.
        article: The article.
        linked: What linking found for it.
        former: The events that its mentions had before, as `clear` returns them. One that nothing is left of goes on
            in what is founded in its place.

    Returns:
        The ids of the events, and of those that others joined or left.
    """
    founded = _going_on(connection, annotations, linked, former)
    events = []
    for slots, chosen in zip(linked.slots, linked.events, strict=True):
        event = founded.get(chosen) or _existing(connection, chosen) or _found(connection, slots)
        founded[chosen] = event
        _name(connection, event, slots)
        _insert(connection, event, annotations, article, slots)
        events.append(event)
    return (*events, *_move(connection, linked, founded))


def _going_on(
    connection: Connection, annotations: Annotations, linked: Linked, former: Mapping[tuple[int, int, int], int]
) -> dict[int, int]:
    """For new events, by their negative numbers, those that the article alone reported and that go on in them."""
    shares: Counter[tuple[int, int]] = Counter()
    for slots, chosen in zip(linked.slots, linked.events, strict=True):
        mention = annotations.events[slots.index]
        event = former.get((mention.block, mention.start, mention.end))
        if chosen < 0 and event is not None:
            shares[event, chosen] += 1
    left = connection.rows(
        "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT event FROM event_mention)",
        (json.dumps(sorted({event for event, _ in shares})),),
    )
    free = {event for (event,) in left}
    going_on: dict[int, int] = {}
    for event, chosen in sorted(shares, key=lambda pair: (-shares[pair], pair)):
        if event in free and chosen not in going_on:
            going_on[chosen] = event
            free.remove(event)
    return going_on


def _move(connection: Connection, linked: Linked, founded: dict[int, int]) -> Iterable[int]:
    """Put event mentions of other articles into the events that they are of from now on; the events concerned."""
    before = of_mentions(connection, [mention for mention, _ in linked.moves])
    for mention, chosen in linked.moves:
        if mention not in before:
            continue
        if chosen not in founded:
            (slots,) = slot_index.of_mentions(connection, (mention,))
            founded[chosen] = _existing(connection, chosen) or _found(connection, slots)
            _name(connection, founded[chosen], slots)
        connection.run(
            "UPDATE event_mention SET event = ? WHERE article = ? AND position = ?", (founded[chosen], *mention)
        )
        yield from (before[mention], founded[chosen])


def _found(connection: Connection, slots: EventSlots) -> int:
    return connection.run(
        "INSERT INTO event (label, event_class, detail) VALUES ('', ?, -1)",
        (slots.event_class,),
    )


def _existing(connection: Connection, event: int) -> int | None:
    found: int | None = connection.value("SELECT id FROM event WHERE id = ?", (event,))
    return found


def _name(connection: Connection, event: int, slots: EventSlots) -> None:
    """Name an event after the mention that tells it most exactly."""
    label, known_detail = connection.rows("SELECT label, detail FROM event WHERE id = ?", (event,))[0]
    own_detail = detail(slots)
    if own_detail <= known_detail:
        return
    if known_detail >= 0:
        _forget_words(connection, event, label)
    label = event_label(slots)
    days = slots.interval if slots.dated_by_text else None
    connection.run(
        "UPDATE event SET label = ?, event_class = ?, detail = ?, first_day = ?, last_day = ? WHERE id = ?",
        (
            label,
            slots.event_class,
            own_detail,
            None if days is None else days.first.isoformat(),
            None if days is None else days.last.isoformat(),
            event,
        ),
    )
    connection.run("INSERT INTO event_words (rowid, label) VALUES (?, ?)", (event, label))


def name_anew(connection: Connection, events: Iterable[int]) -> None:
    """Name events after what those that take part in them are called by now; events that are gone are passed over."""
    for event in sorted(set(events)):
        label = connection.value("SELECT label FROM event WHERE id = ?", (event,))
        if label is None:
            continue
        _forget_words(connection, event, label)
        connection.run("UPDATE event SET detail = -1 WHERE id = ?", (event,))
        for (text,) in connection.rows(
            "SELECT slots FROM event_mention WHERE event = ? ORDER BY id LIMIT ?", (event, _MOST_NAMING)
        ):
            _name(connection, event, from_json(EventSlots, text))


def _forget_words(connection: Connection, event: int, label: str) -> None:
    connection.run("INSERT INTO event_words (event_words, rowid, label) VALUES ('delete', ?, ?)", (event, label))


def _insert(connection: Connection, event: int, annotations: Annotations, article: Article, slots: EventSlots) -> None:
    mention = annotations.events[slots.index]
    sentence = annotations.sentences[mention.sentence]
    identity = connection.run(
        "INSERT INTO event_mention (article, position, event, block, sentence_start, sentence_end, sentence,"
        " trigger_start, trigger_end, factuality, speaker, slots) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            slots.article,
            slots.index,
            event,
            mention.block,
            sentence.start,
            sentence.end,
            article.text_of(sentence.block)[sentence.start : sentence.end],
            mention.start,
            mention.end,
            mention.factuality,
            mention.speaker,
            to_json(replace(slots, meaning=b"")),
        ),
    )
    slot_index.add(connection, identity, slots)


def clear(connection: Connection, article: int) -> dict[tuple[int, int, int], int]:
    """Remove the event mentions of an article, with their links.

    Returns:
        The ids of the events they belonged to, whose counts have to be refreshed, by block, start and end of trigger.
    """
    slot_index.remove(connection, article)
    rows = connection.rows(
        "SELECT block, trigger_start, trigger_end, event FROM event_mention WHERE article = ?", (article,)
    )
    connection.run("DELETE FROM event_mention WHERE article = ?", (article,))
    return {(block, start, end): event for block, start, end, event in rows}


def refresh(connection: Connection, events: Iterable[int]) -> None:
    """Count the mentions of events anew, and remove those that none is left of."""
    for event in sorted(set(events)):
        articles, mentions, rank = connection.rows(
            f"SELECT count(DISTINCT article), count(*), min({_RANK}) FROM event_mention WHERE event = ?", (event,)
        )[0]
        if mentions:
            connection.run(
                "UPDATE event SET articles = ?, mentions = ?, factuality = ? WHERE id = ?",
                (articles, mentions, _SUREST_FIRST[rank], event),
            )
        else:
            _forget_words(connection, event, connection.value("SELECT label FROM event WHERE id = ?", (event,)))
            connection.run("DELETE FROM event WHERE id = ?", (event,))


def of_mentions(connection: Connection, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The event that each event mention, given as article and index, belongs to."""
    rows = connection.rows(
        "SELECT article, position, event FROM json_each(?) AS wanted CROSS JOIN event_mention"
        " ON article = wanted.value ->> 0 AND position = wanted.value ->> 1",
        (json.dumps(pairs),),
    )
    return {(article, position): event for article, position, event in rows}


def one(connection: Connection, identity: int) -> KnownEvent:
    """An event.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"SELECT {COLUMNS}, articles, mentions FROM event WHERE id = ?", (identity,))
    if row is None:
        raise missing(identity, "event")
    return known_event(*row)


def most_reported(connection: Connection, ids: Iterable[int], limit: int) -> tuple[KnownEvent, ...]:
    """Of the events with these ids the most reported ones, those first; of equals the latest."""
    rows = connection.rows(
        f"SELECT {COLUMNS}, articles, mentions FROM event WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY articles DESC, first_day DESC, mentions DESC, id LIMIT ?",
        (json.dumps(list(ids)), limit),
    )
    return tuple(known_event(*row) for row in rows)


def selected(connection: Connection, query: Query, limit: int) -> tuple[KnownEvent, ...]:
    """The events of the articles that a query selects, the most reported first, counted within those articles."""
    if not query:
        sql = f"SELECT {COLUMNS}, articles, mentions FROM event ORDER BY articles DESC, mentions DESC LIMIT ?"
        return tuple(known_event(*row) for row in connection.rows(sql, (limit,)))
    where, values = condition(query)
    sql = (
        f"SELECT {COLUMNS}, own_articles, own_mentions FROM ("
        " SELECT event, count(DISTINCT article) AS own_articles, count(*) AS own_mentions FROM event_mention"
        f" WHERE article IN (SELECT id FROM article WHERE {where})"
        " GROUP BY event ORDER BY own_articles DESC, own_mentions DESC, event LIMIT ?"
        ") JOIN event ON event.id = event ORDER BY own_articles DESC, own_mentions DESC, id"
    )
    return tuple(known_event(*row) for row in connection.rows(sql, (*values, limit)))


def passages(connection: Connection, identity: int) -> tuple[Passage, ...]:
    """The sentences that report an event, in the order their articles appeared.

    Raises:
        NotFoundError: There is no such event.
    """
    one(connection, identity)
    rows = connection.rows(
        f"SELECT {mention_columns('event_mention')} FROM event_mention JOIN article ON article.id = article"
        " WHERE event = ? ORDER BY listed, article, position",
        (identity,),
    )
    cited = citations(connection, (row[0] for row in rows))
    return tuple(passage(cited, row) for row in rows)


def claimants(connection: Connection, identity: int) -> dict[tuple[int, int, int], frozenset[str]]:
    """On whose word each report of an event stands, as keys that articles share, by article, block and trigger."""
    rows = connection.rows(
        "SELECT article, block, trigger_start, slots ->> '$.claimants' FROM event_mention WHERE event = ?", (identity,)
    )
    return {(article, block, start): frozenset(json.loads(keys or "[]")) for article, block, start, keys in rows}


def passages_of(connection: Connection, article: int) -> tuple[Passage, ...]:
    """The sentences of an article that report an event, in the order of the text, once for each event mention."""
    rows = connection.rows(
        f"SELECT {mention_columns('event_mention')} FROM event_mention WHERE article = ?"
        " ORDER BY block, trigger_start, position",
        (article,),
    )
    cited = citations(connection, (article,))
    return tuple(passage(cited, row) for row in rows)


def known_event(
    identity: int,
    label: str,
    event_class: str,
    first: str | None,
    last: str | None,
    factuality: str,
    articles: int,
    mentions: int,
) -> KnownEvent:
    """An event from the values of `COLUMNS` with its numbers of articles and mentions."""
    return KnownEvent(identity, label, event_class, interval(first, last), Factuality(factuality), articles, mentions)

"""Libraries of invented articles, of any size, made in seconds: for benchmarks and for tests of speed."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from articles.library.codec import to_json
from articles.library.connection import Connection, Value
from articles.library.dates import date_columns
from articles.library.link_codes import RELATION_NUMBERS, intern, packed_words
from articles.library.migrating import open_library_file
from articles.library.slot_index import slot_keys
from articles.linking.signatures import METHOD
from articles.model import UNDATED, Basis, EventSlots, Interval, Published, Relation

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
RETRIEVED_AT = datetime(2025, 6, 1, 12, tzinfo=UTC)

_SUBJECTS = ("Harbour board", "Ferry line", "City council", "Rail union", "Grain exporters", "Water authority")
_ACTS = ("rejects", "approves", "delays", "inspects", "denies", "signs", "postpones", "audits")
_OBJECTS = ("dredging contract", "night timetable", "bridge levy", "safety report", "wage offer", "storage permit")
_OUTLETS = ("Northport Courier", "The Lantern", "Delta Wire", "Inland Gazette", "Coast Observer")
_CLASSES = ("approve", "refuse", "delay", "inspect", "strike", "sign", "accident", "election")
_COUNTRIES = ("NO", "PT", "KE", "UY", "NZ", "CA")
_PARAGRAPHS = 3
_BODIES = 400
_BATCH = 2000
_TAGS = ("harbour", "to read", "sources")


def synthetic_library(path: Path, rows: int, seed: int = 1, *, mentions: int = 0, versions: int = 1) -> Path:
    """Make a library of invented articles, the same for the same arguments.

    Args:
        path: The file to make.
        rows: How many articles it holds.
        seed: Another seed gives other articles.
        mentions: Event mentions for each article, with links to articles of the same days; 0 leaves them unannotated.
        versions: How many articles each tenth text has, one of which stands for all in lists.
    """
    chance = random.Random(seed)
    connection = open_library_file(path)
    try:
        with connection.transaction():
            _write_articles(connection, rows, seed, chance)
            _mark(connection, rows, chance)
            _group(connection, rows, versions)
            if mentions:
                _annotate(connection, rows, mentions, chance)
    finally:
        connection.close()
    return path


def _write_articles(connection: Connection, rows: int, seed: int, chance: random.Random) -> None:
    """The statements of `article_store.insert`, many rows at a time, over a few hundred different bodies."""
    bodies = [tuple(_paragraph(chance) for _ in range(_PARAGRAPHS)) for _ in range(_BODIES)]
    for first in range(0, rows, _BATCH):
        batch = [_row(number, seed, bodies, chance) for number in range(first, min(first + _BATCH, rows))]
        connection.run_many(
            "INSERT INTO article (id, digest, title, byline, outlet, words, day, precision, basis, moment, listed)"
            " VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)",
            [row.article for row in batch],
        )
        connection.run_many("INSERT INTO raw_document VALUES (?, ?, 'text', ?, ?, '')", [row.raw for row in batch])
        connection.run_many("INSERT INTO cleaned_text VALUES (?, ?)", [row.cleaned for row in batch])
        connection.run_many(
            "INSERT INTO article_words (rowid, title, body, outlet, byline) VALUES (?, ?, ?, ?, '')",
            [row.words for row in batch],
        )


class _Row(NamedTuple):
    """One article as rows of its tables."""

    article: tuple[Value, ...]
    raw: tuple[Value, ...]
    cleaned: tuple[Value, ...]
    words: tuple[Value, ...]


def _row(number: int, seed: int, bodies: Sequence[tuple[str, ...]], chance: random.Random) -> _Row:
    identity = number + 1
    title = f"{chance.choice(_SUBJECTS)} {chance.choice(_ACTS)} {chance.choice(_OBJECTS)} ({number})"
    outlet = chance.choice(_OUTLETS)
    body = chance.choice(bodies)
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    published = UNDATED if number % 20 == 0 else Published(day, basis=Basis.STATED)
    content = f"{title}\n\n{body[0]}\n".encode()
    return _Row(
        (
            identity,
            sha256(b"%d %d" % (seed, number)).digest(),
            title,
            outlet,
            sum(len(paragraph.split()) for paragraph in body),
            *date_columns(published, RETRIEVED_AT),
        ),
        (identity, f"/archive/{number}.txt", RETRIEVED_AT.isoformat(), zlib.compress(content, 1)),
        (identity, zlib.compress(_json(title, outlet, body, published).encode(), 1)),
        (identity, title, "\n".join(body), outlet),
    )


def _json(title: str, outlet: str, body: tuple[str, ...], published: Published) -> str:
    """What `codec.to_json` makes of the article."""
    dated = {} if published.day is None else {"day": published.day.isoformat(), "basis": published.basis}
    blocks = [{"kind": "paragraph", "text": paragraph} for paragraph in body]
    return json.dumps({"title": title, "blocks": blocks, "outlet": outlet, "published": dated})


def _paragraph(chance: random.Random) -> str:
    words = (*_SUBJECTS, *_ACTS, *_OBJECTS)
    street = f"at {chance.randrange(1, 5000)} Quay Street"
    return f"The {chance.choice(words)} {street} said it {chance.choice(_ACTS)} the {chance.choice(_OBJECTS)}."


def _mark(connection: Connection, rows: int, chance: random.Random) -> None:
    for number, tag in enumerate(_TAGS, 1):
        connection.run("INSERT INTO tag (id, key, name) VALUES (?, ?, ?)", (number, tag, tag))
        chosen = chance.sample(range(1, rows + 1), rows // 20)
        connection.run_many("INSERT INTO article_tag (article, tag) VALUES (?, ?)", [(each, number) for each in chosen])
    connection.run("UPDATE article SET is_read = 1 WHERE id % 3 = 0")
    connection.run("UPDATE article SET is_starred = 1 WHERE id % 50 = 0")


def _group(connection: Connection, rows: int, versions: int) -> None:
    """Make articles that stand together by number versions of one text; none waits to be compared with the others."""
    connection.run("UPDATE article SET signed_by = ?", (METHOD,))
    if versions < 2:
        return
    for shown in range(1, rows - versions, 10 * versions):
        members = range(shown, shown + versions)
        group = connection.run("INSERT INTO version_group (shown, versions) VALUES (?, ?)", (shown, versions))
        connection.run_many("INSERT INTO version VALUES (?, ?)", [(each, group) for each in members])
    connection.run(
        "UPDATE article SET is_hidden = 1 WHERE id IN (SELECT article FROM version)"
        " AND id NOT IN (SELECT shown FROM version_group)"
    )


def _annotate(connection: Connection, rows: int, mentions: int, chance: random.Random) -> None:
    entities = max(rows // 10, 20)
    connection.run_many(
        "INSERT INTO entity (id, found_name, found_kind, country, aliases) VALUES (?, ?, 'person', '', '[]')",
        ((number, f"Person {number}") for number in range(1, entities + 1)),
    )
    stored = [slots for article in range(1, rows + 1) for slots in _slots(article, mentions, entities, chance)]
    connection.run_many(
        "INSERT INTO event (id, label, event_class, first_day, last_day, detail, articles, mentions)"
        " VALUES (?, ?, ?, ?, ?, 1, 1, 1)",
        (
            (number, f"{slots.lemma}, Person", slots.event_class, *_days(slots))
            for number, slots in enumerate(stored, 1)
        ),
    )
    connection.run_many(
        "INSERT INTO event_mention (id, article, position, event, block, sentence_start, sentence_end, sentence,"
        " trigger_start, trigger_end, factuality, speaker, slots)"
        " VALUES (?, ?, ?, ?, ?, 0, 40, 'The board said it approves the contract.', 4, 9, 'asserted', '', ?)",
        (
            (number, slots.article, slots.index, number, slots.index % _PARAGRAPHS, to_json(slots))
            for number, slots in enumerate(stored, 1)
        ),
    )
    _name(connection, stored)
    _post(connection, stored)
    _link(connection, len(stored), chance)
    connection.run("UPDATE article SET state = 'ready'")


def _name(connection: Connection, stored: Sequence[EventSlots]) -> None:
    """Say of each article that it names who takes part in its events, and of every other that it names the first."""
    named: dict[int, set[int]] = {}
    for slots in stored:
        named.setdefault(slots.article, {1} if slots.article % 2 else set()).update(slots.actors)
    connection.run_many(
        "INSERT INTO article_entity (article, position, entity, mentions) VALUES (?, ?, ?, 1)",
        (
            (article, position, entity)
            for article, entities in named.items()
            for position, entity in enumerate(sorted(entities))
        ),
    )
    connection.run(
        "UPDATE entity SET (articles, mentions) = (SELECT count(*), count(*) FROM article_entity WHERE entity = id)"
    )
    connection.run("INSERT INTO entity_words (rowid, names) SELECT id, name FROM entity")


def _slots(article: int, mentions: int, entities: int, chance: random.Random) -> Iterator[EventSlots]:
    for index in range(mentions):
        kind = chance.choice(_CLASSES)
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        actors = frozenset(chance.sample(range(1, entities + 1), 2))
        yield EventSlots(
            article,
            index,
            lemma=kind,
            event_class=kind,
            actors=actors,
            countries=frozenset({chance.choice(_COUNTRIES)}),
            interval=Interval(day, day),
            dated_by_text=True,
        )


def _days(slots: EventSlots) -> tuple[str, str]:
    return (slots.interval.first.isoformat(), slots.interval.last.isoformat()) if slots.interval else ("", "")


def _post(connection: Connection, stored: list[EventSlots]) -> None:
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    postings = []
    for mention, slots in enumerate(stored, 1):
        for key in slot_keys(slots):
            postings.append((numbers.setdefault(key, len(numbers) + 1), mention, slots.article))
            counts[key] = counts.get(key, 0) + 1
    connection.run_many(
        "INSERT INTO slot_key (id, key, mentions) VALUES (?, ?, ?)",
        ((number, key, counts[key]) for key, number in numbers.items()),
    )
    connection.run_many("INSERT INTO slot_posting (key, mention, article) VALUES (?, ?, ?)", sorted(postings))


def _link(connection: Connection, stored: int, chance: random.Random) -> None:
    """Link each mention with two others."""
    pairs = {
        (min(mention, other), max(mention, other))
        for mention in range(1, stored + 1)
        for other in (chance.randrange(1, stored + 1), chance.randrange(1, stored + 1))
        if other != mention
    }
    ids = intern(connection, because := ("same day", "Person 1"))
    connection.run_many(
        "INSERT INTO link (first, second, relation, confidence, because, differences) VALUES (?, ?, ?, 800, ?, '')",
        (
            (first, second, RELATION_NUMBERS[Relation.SAME_EVENT], packed_words(because, ids))
            for first, second in sorted(pairs)
        ),
    )

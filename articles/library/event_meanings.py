"""What event mentions mean, kept as bytes beside the annotations and slots, which are kept as JSON without it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from articles.library.connection import Connection
from articles.model import Annotations, EventSlots


def store(connection: Connection, article: int, annotations: Annotations) -> None:
    """Keep the meanings of an article's event mentions in place of those that it had."""
    connection.run("DELETE FROM event_meanings WHERE article = ?", (article,))
    size = max((len(event.meaning) for event in annotations.events), default=0)
    if size:
        meanings = b"".join(event.meaning or bytes(size) for event in annotations.events)
        connection.run(
            "INSERT INTO event_meanings (article, size, meanings) VALUES (?, ?, ?)", (article, size, meanings)
        )


def clear(connection: Connection, article: int) -> None:
    """Forget the meanings of an article's event mentions."""
    connection.run("DELETE FROM event_meanings WHERE article = ?", (article,))


def without(annotations: Annotations) -> Annotations:
    """Annotations as they are kept as JSON."""
    return replace(annotations, events=tuple(replace(event, meaning=b"") for event in annotations.events))


def restored(connection: Connection, article: int, annotations: Annotations) -> Annotations:
    """The annotations of an article, which were kept without the meanings of its events, with them."""
    meanings = _of_articles(connection, (article,)).get(article, ())
    if not meanings:
        return annotations
    events = (replace(event, meaning=meaning) for event, meaning in zip(annotations.events, meanings, strict=True))
    return replace(annotations, events=tuple(events))


def restored_slots(connection: Connection, slots: Sequence[EventSlots]) -> tuple[EventSlots, ...]:
    """Slots, which were kept without their meanings, with them."""
    meanings = _of_articles(connection, {each.article for each in slots})
    return tuple(
        replace(each, meaning=meanings[each.article][each.index]) if each.article in meanings else each
        for each in slots
    )


def _of_articles(connection: Connection, articles: Sequence[int] | set[int]) -> dict[int, tuple[bytes, ...]]:
    """The meanings of the event mentions of each of some articles that has any."""
    rows = connection.rows(
        "SELECT article, size, meanings FROM event_meanings WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    return {article: _parted(size, meanings) for article, size, meanings in rows}


def _parted(size: int, meanings: bytes) -> tuple[bytes, ...]:
    none = bytes(size)
    parts = (meanings[start : start + size] for start in range(0, len(meanings), size))
    return tuple(b"" if part == none else part for part in parts)

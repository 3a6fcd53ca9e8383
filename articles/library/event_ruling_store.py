"""What the reader says of two passages in and out, and where these passages are found now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from articles.anchoring import Anchor, AnchorText
from articles.errors import NotFoundError
from articles.library import article_store
from articles.library.codec import from_json, to_json
from articles.library.connection import Connection
from articles.library.passages import citations, mention_columns
from articles.library.passages import passage as cited_passage
from articles.model import EventRuling, Passage, RuledPassage

Mention = tuple[int, int]
"""An event mention by article and index."""

_RULINGS = "SELECT here_passage, there_passage, is_same, id, made_at FROM event_ruling"


def every(connection: Connection) -> tuple[EventRuling, ...]:
    """All rulings in the order in which they were made."""
    return tuple(_ruling(*row) for row in connection.rows(f"{_RULINGS} ORDER BY id"))


def about(connection: Connection, article: int) -> tuple[EventRuling, ...]:
    """The rulings on passages of an article, in the order in which they were made."""
    rows = connection.rows(f"{_RULINGS} WHERE here = ?1 OR there = ?1 ORDER BY id", (article,))
    return tuple(_ruling(*row) for row in rows)


def among(connection: Connection, articles: Iterable[int]) -> tuple[EventRuling, ...]:
    """The rulings of which both passages stand in some articles, in the order in which they were made."""
    wanted = "(SELECT value FROM json_each(?1))"
    rows = connection.rows(
        f"{_RULINGS} WHERE here IN {wanted} AND there IN {wanted} ORDER BY id", (json.dumps(sorted(articles)),)
    )
    return tuple(_ruling(*row) for row in rows)


def one(connection: Connection, identity: int) -> EventRuling:
    """A ruling.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"{_RULINGS} WHERE id = ?", (identity,))
    if row is None:
        raise NotFoundError(f"there is no ruling {identity}", remedy="List the rulings to see their numbers")
    return _ruling(*row)


def insert(connection: Connection, ruling: EventRuling, made_at: datetime) -> EventRuling:
    """Store a ruling, under its number where it has one; as it is stored."""
    identity = connection.run(
        "INSERT INTO event_ruling (id, is_same, here, here_passage, there, there_passage, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            ruling.id or None,
            ruling.is_same,
            ruling.here.article,
            to_json(ruling.here),
            ruling.there.article,
            to_json(ruling.there),
            made_at.isoformat(),
        ),
    )
    return one(connection, identity)


def remove(connection: Connection, identity: int) -> None:
    """Remove a ruling."""
    connection.run("DELETE FROM event_ruling WHERE id = ?", (identity,))


class Triggers:
    """The triggers of the event mentions of articles, among which ruled passages are found again.

    Args:
        connection: The library.
        known: Those of articles that are being linked, by the indexes of their event mentions; those of the others are
            as the library has them.
    """

    def __init__(self, connection: Connection, known: Mapping[int, Mapping[int, Anchor]] | None = None) -> None:
        self._connection = connection
        self._triggers: dict[int, Mapping[int, Anchor]] = dict(known or {})
        self._texts: dict[int, AnchorText] = {}

    def pair(self, ruling: EventRuling) -> frozenset[Mention] | None:
        """The two event mentions that a ruling is about; None where one of them is not there."""
        here, there = self.mention(ruling.here), self.mention(ruling.there)
        return None if here is None or there is None else frozenset((here, there))

    def mention(self, passage: RuledPassage) -> Mention | None:
        """The event mention that a passage reports, whose trigger shares most with it; None where it is not there."""
        triggers = self._triggers_of(passage.article)
        place = self._place(passage) if triggers else None
        if place is None:
            return None
        index = max(triggers, key=lambda each: _shared(place, triggers[each]))
        return (passage.article, index) if _shared(place, triggers[index]) else None

    def _triggers_of(self, article: int) -> Mapping[int, Anchor]:
        if article not in self._triggers:
            rows = self._connection.rows(
                "SELECT position, block, trigger_start, trigger_end FROM event_mention WHERE article = ?"
                " ORDER BY position",
                (article,),
            )
            self._triggers[article] = {position: Anchor(*place) for position, *place in rows}
        return self._triggers[article]

    def _place(self, passage: RuledPassage) -> Anchor | None:
        if passage.article not in self._texts:
            self._texts[passage.article] = AnchorText(article_store.load(self._connection, passage.article))
        near = Anchor(passage.block, passage.start, passage.end)
        return self._texts[passage.article].find(passage.quotation, near=near)


def holding(triggers: Triggers, rulings: Iterable[EventRuling]) -> dict[frozenset[Mention], EventRuling]:
    """The rulings that are in effect, the last of those on the same two event mentions, by these."""
    pairs = ((triggers.pair(ruling), ruling) for ruling in rulings)
    return {pair: ruling for pair, ruling in pairs if pair is not None}


def shown(connection: Connection, passage: RuledPassage, mention: Mention | None) -> Passage:
    """A ruled passage as the event mention tells it that reports it now; as it was, where there is none."""
    cited = citations(connection, (passage.article,))
    if mention is not None:
        row = connection.row(
            f"SELECT {mention_columns('event_mention')} FROM event_mention WHERE article = ? AND position = ?", mention
        )
        if row is not None:
            return cited_passage(cited, row)
    citation = cited[passage.article]
    return Passage(
        passage.article,
        citation.title,
        citation.outlet,
        citation.published,
        passage.block,
        passage.sentence_start,
        passage.sentence_start + len(passage.sentence),
        passage.sentence,
        passage.start,
        passage.end,
    )


def _shared(one: Anchor, other: Anchor) -> int:
    """How many characters two spans have in common."""
    return max(min(one.end, other.end) - max(one.start, other.start), 0) if one.block == other.block else 0


def _ruling(here: str, there: str, is_same: int, identity: int, made_at: str) -> EventRuling:
    return EventRuling(
        from_json(RuledPassage, here),
        from_json(RuledPassage, there),
        bool(is_same),
        identity,
        datetime.fromisoformat(made_at),
    )

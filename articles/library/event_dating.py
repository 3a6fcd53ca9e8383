"""Articles without a date of their own, dated by the events that they report and others date."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from articles.library import article_store
from articles.library.codec import from_json
from articles.library.connection import Connection
from articles.library.link_codes import LIKELY_THOUSANDTHS, confidence_of, listed
from articles.linking.dating import EventReport, on_or_after
from articles.model import UNDATED, Basis, EventSlots, Precision, Published, Relation

_ONE_EVENT = listed(relation for relation in Relation if relation.is_one_event)
_BESIDE = " UNION ALL ".join(
    f"SELECT {{columns}} FROM event_mention AS here CROSS JOIN link ON link.{mine} = here.id"
    f" CROSS JOIN event_mention AS there ON there.id = link.{other}"
    f" CROSS JOIN article ON article.id = there.article WHERE here.article = ?1"
    f" AND relation IN {_ONE_EVENT} AND confidence >= {LIKELY_THOUSANDTHS} AND {{narrowed}}"
    for mine, other in (("first", "second"), ("second", "first"))
)
"""The likely links of article ?1, told from its side."""


def date_by_events(connection: Connection, article: int) -> None:
    """Date an article, and those that report an event which it dates, where they have no date of their own.

    Inside the transaction that has stored the article's links.
    """
    undated = "here.slots ->> '$.dated_by_text' AND (day IS NULL OR EXISTS"
    undated += " (SELECT 1 FROM event_dating WHERE event_dating.article = there.article))"
    beside = connection.rows(_BESIDE.format(columns="there.article", narrowed=undated), (article,))
    for each in (article, *sorted({other for (other,) in beside})):
        _date(connection, each)


def date_anew(connection: Connection, articles: Iterable[int]) -> None:
    """Date those of some articles anew that are dated by events: what that rests on may be gone."""
    rows = connection.rows(
        "SELECT article FROM event_dating WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article",
        (json.dumps(list(articles)),),
    )
    for (article,) in rows:
        _date(connection, article)


def forget(connection: Connection, article: int) -> None:
    """Forget the date that an article has by events, since it is dated anew."""
    connection.run("DELETE FROM event_dating WHERE article = ?", (article,))


def dated(connection: Connection, article: int) -> Published:
    """The date that an article has by events, with the evidence; undated where it has none by them."""
    row = connection.row("SELECT day, evidence FROM event_dating WHERE article = ?", (article,))
    if row is None:
        return UNDATED
    day, evidence = row
    return Published(date.fromisoformat(day), Precision.ON_OR_AFTER, Basis.INFERRED, tuple(json.loads(evidence)))


def _date(connection: Connection, article: int) -> None:
    before = dated(connection, article)
    is_dated = connection.value("SELECT day IS NOT NULL FROM article WHERE id = ?", (article,))
    if is_dated and before.day is None:
        return
    rows = connection.rows(
        _BESIDE.format(
            columns="here.slots, there.slots, confidence, outlet, title", narrowed="there.slots ->> '$.dated_by_text'"
        ),
        (article,),
    )
    reports = [
        EventReport(from_json(EventSlots, here), from_json(EventSlots, there), confidence_of(stored), outlet or title)
        for here, there, stored, outlet, title in rows
    ]
    found = on_or_after(reports, article_store.arrived_at(connection, article).date())
    if found == before:
        return
    forget(connection, article)
    if found.day is not None:
        connection.run(
            "INSERT INTO event_dating (article, day, evidence) VALUES (?, ?, ?)",
            (article, found.day.isoformat(), json.dumps(found.evidence)),
        )
    article_store.set_published(connection, article, found)

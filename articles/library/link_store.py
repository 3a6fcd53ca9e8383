"""The links between passages of different articles, each stored once and read from either side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.library import link_codes, version_groups
from articles.library.connection import Connection
from articles.library.link_codes import (
    LIKELY_THOUSANDTHS,
    RELATION_NUMBERS,
    confidence_of,
    differences_of,
    listed,
    packed_words,
    relation_of,
    thousandths,
    told,
    unpacked_words,
    words_of,
)
from articles.library.passages import MENTION_COLUMNS, Citation, citations, mention_columns, passage
from articles.model import Difference, EventLink, LinkedPassages, Relation

_ONE_EVENT = tuple(relation for relation in Relation if relation.is_one_event)
_DIFFERING = (Relation.DIFFERS, Relation.DISPUTES)

_OWN_COLUMNS = (
    "link.first = here.id, relation, confidence, because, differences, here.position AS mine, there.position AS other"
)
_LINK_COLUMNS = f"{_OWN_COLUMNS}, {mention_columns('here')}, {mention_columns('there')}"
_WORDS = slice(3, 5)
_HERE = 7
_THERE = _HERE + len(MENTION_COLUMNS)


def store(connection: Connection, links: Iterable[EventLink]) -> None:
    """Store links between stored event mentions; of two between the same mentions in one relation, the surer."""
    ordered = [_lower_first(link) for link in sorted(links, key=lambda link: link.confidence)]
    ids = link_codes.intern(connection, [word for link in ordered for word in (*link.because, *told(link.differences))])
    connection.run_many(
        "INSERT INTO link (first, second, relation, confidence, because, differences)"
        " SELECT one.id, other.id, ?, ?, ?, ? FROM event_mention AS one CROSS JOIN event_mention AS other"
        " WHERE one.article = ? AND one.position = ? AND other.article = ? AND other.position = ?"
        " ON CONFLICT DO UPDATE SET confidence = excluded.confidence, because = excluded.because,"
        " differences = excluded.differences",
        [
            (
                RELATION_NUMBERS[link.relation],
                thousandths(link.confidence),
                packed_words(link.because, ids),
                packed_words(told(link.differences), ids),
                *link.source,
                *link.target,
            )
            for link in ordered
            if link.source[0] != link.target[0]
        ],
    )


def _lower_first(link: EventLink) -> EventLink:
    if link.source < link.target:
        return link
    return EventLink(
        link.target,
        link.source,
        link.relation.reverse,
        link.confidence,
        link.because,
        tuple(map(_reversed, link.differences)),
    )


def _reversed(difference: Difference) -> Difference:
    return Difference(difference.aspect, difference.there, difference.here)


def neighbours(connection: Connection, article: int) -> dict[int, bool]:
    """The other articles likely to report an event of an article, and whether a report there differs or disputes."""
    differs = f"max(link.relation IN {listed(_DIFFERING)})"
    likely = (
        f"AND link.relation IN {listed(_ONE_EVENT)} AND link.confidence >= {LIKELY_THOUSANDTHS} GROUP BY there.article"
    )
    found: dict[int, bool] = {}
    for other, is_differing in connection.rows(_from_both_sides(f"there.article, {differs}", likely), (article,)):
        found[other] = found.get(other, False) or bool(is_differing)
    return found


def count_related(connection: Connection, article: int, before: Mapping[int, bool], after: Mapping[int, bool]) -> None:
    """Keep the numbers of related texts true when the links of one article have been replaced.

    Copies of a text count once, and those of its own text not at all.
    """
    if len(version_groups.versions(connection, article)) > 1:
        for other in before.keys() | after.keys():
            _set_counts(connection, other, neighbours(connection, other))
    else:
        for sign, others in ((-1, before), (1, after)):
            connection.run_many(
                "UPDATE article SET related = related + ?, differing = differing + ? WHERE id = ?",
                [(sign, sign * is_differing, other) for other, is_differing in others.items()],
            )
    _set_counts(connection, article, after)


def count_anew(connection: Connection, articles: Iterable[int]) -> None:
    """Count the related texts of articles and of their neighbours, when it has changed which have the same text."""
    counted: dict[int, dict[int, bool]] = {}
    for article in articles:
        counted[article] = neighbours(connection, article)
    for other in {other for found in counted.values() for other in found} - counted.keys():
        counted[other] = neighbours(connection, other)
    for article, found in counted.items():
        _set_counts(connection, article, found)


def _set_counts(connection: Connection, article: int, found: Mapping[int, bool]) -> None:
    text_of = version_groups.texts(connection, (article, *found))
    related = {text_of[other] for other in found} - {text_of[article]}
    differing = {text_of[other] for other, is_differing in found.items() if is_differing} - {text_of[article]}
    connection.run(
        "UPDATE article SET related = ?, differing = ? WHERE id = ?", (len(related), len(differing), article)
    )


def of_article(connection: Connection, article: int, block: int | None) -> tuple[LinkedPassages, ...]:
    """The links of an article, or of one block of it, the surest first, `here` being the article asked about."""
    rows = connection.rows(
        _from_both_sides(_LINK_COLUMNS, "" if block is None else "AND here.block = ?2"),
        (article,) if block is None else (article, block),
    )
    cited = citations(connection, {article, *(row[_THERE] for row in rows)} if rows else ())
    words = words_of(connection, {packed for row in rows for packed in row[_WORDS]})
    linked = (_linked(cited, words, row) for row in rows)
    return tuple(sorted(linked, key=lambda each: (-each.link.confidence, each.link.source, each.link.target)))


def _from_both_sides(columns: str, narrowed: str) -> str:
    """A statement over the links of article ?1 as told from its side, whichever side they are stored from."""
    return " UNION ALL ".join(
        f"SELECT {columns} FROM event_mention AS here CROSS JOIN link ON link.{mine} = here.id"
        f" CROSS JOIN event_mention AS there ON there.id = link.{other} WHERE here.article = ?1 {narrowed}"
        for mine, other in (("first", "second"), ("second", "first"))
    )


def _linked(cited: Mapping[int, Citation], words: Mapping[str, str], row: tuple[Any, ...]) -> LinkedPassages:
    is_forward, number, confidence, because, differences, here_position, there_position = row[:_HERE]
    here, there = passage(cited, row[_HERE:_THERE]), passage(cited, row[_THERE:])
    relation, found = relation_of(number), differences_of(unpacked_words(differences, words))
    link = EventLink(
        (here.article, here_position),
        (there.article, there_position),
        relation if is_forward else relation.reverse,
        confidence_of(confidence),
        unpacked_words(because, words),
        found if is_forward else tuple(map(_reversed, found)),
    )
    return LinkedPassages(link, here, there)

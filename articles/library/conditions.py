"""A `Query` as SQL, answered from indexes. No text of the reader's ever becomes SQL or FTS5 syntax."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from articles.library.connection import Value
from articles.library.dates import first_minute
from articles.query import WORD_FIELDS, Condition, Field, Query, Term
from articles.text import fold

Sql = tuple[str, tuple[Value, ...]]
"""A piece of SQL with the values of its parameters."""

_COLUMNS = {Field.TITLE: "title", Field.BODY: "body", Field.SOURCE: "outlet", Field.BYLINE: "byline"}
_KINDS = {Field.PERSON: ("person",), Field.ORGANISATION: ("organisation",), Field.PLACE: ("place", "nationality")}
_TAGGED = "id IN (SELECT article FROM article_tag WHERE tag IN (SELECT id FROM tag WHERE {}))"
_STATES = {
    Condition.UNREAD: "is_read = 0",
    Condition.READ: "is_read = 1",
    Condition.STARRED: "is_starred = 1",
    Condition.NOTED: "id IN (SELECT article FROM passage_mark)",
    Condition.DIFFERS: "differing > 0",
    Condition.RELATED: "related > 0",
    Condition.UNDATED: "day IS NULL",
    Condition.WAITING: "state = 'waiting'",
    Condition.FAILED: "state = 'failed'",
    Condition.SUMMARY: "is_summary = 1",
}


def condition(query: Query) -> Sql:
    """What follows WHERE, over the table `article`; `TRUE` for the empty query."""
    words = [clause for clause in query.clauses if all(_is_wanted_word(term) for term in clause)]
    others = [clause for clause in query.clauses if clause not in words]
    parts = [_any_of(clause) for clause in others]
    if words:
        parts.insert(0, ("id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", (match(query),)))
    if not parts:
        return "TRUE", ()
    return " AND ".join(sql for sql, _ in parts), tuple(value for _, values in parts for value in values)


def match(query: Query) -> str:
    """The FTS5 expression of the clauses that look at words alone; empty where there are none."""
    clauses = [clause for clause in query.clauses if all(_is_wanted_word(term) for term in clause)]
    return " AND ".join(f"({' OR '.join(map(_phrase, clause))})" for clause in clauses)


def _is_wanted_word(term: Term) -> bool:
    return term.field in WORD_FIELDS and not term.is_negated


def _any_of(clause: tuple[Term, ...]) -> Sql:
    numbers = [int(term.value) for term in clause if _is_wanted_number(term)]
    parts = [_negatable(term) for term in clause if not _is_wanted_number(term)]
    if numbers:
        # One list, since SQLite refuses an OR of more than a thousand terms, and a story may have more articles.
        parts.append(("id IN (SELECT value FROM json_each(?))", (json.dumps(numbers),)))
    return f"({' OR '.join(sql for sql, _ in parts)})", tuple(value for _, values in parts for value in values)


def _is_wanted_number(term: Term) -> bool:
    return term.field is Field.ID and not term.is_negated


def _negatable(term: Term) -> Sql:
    sql, values = _TRANSLATIONS.get(term.field, _words)(term)
    return (f"NOT ({sql})" if term.is_negated else sql), values


def _phrase(term: Term) -> str:
    column = f"{_COLUMNS[term.field]} : " if term.field in _COLUMNS else ""
    return f"{column}{quoted(term)}"


def quoted(term: Term) -> str:
    """The words of a term as an FTS5 phrase."""
    phrase = '"' + term.value.replace('"', '""') + '"'
    return f"{phrase} *" if term.is_prefix else phrase


def _words(term: Term) -> Sql:
    return "id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", (_phrase(term),)


def _tag(term: Term) -> Sql:
    key = fold(term.value)
    if term.is_prefix:
        beyond = key + "\U0010ffff"
        return _TAGGED.format("key >= ? AND key < ?"), (key, beyond)
    return _TAGGED.format("key = ?"), (key,)


def _entity(term: Term) -> Sql:
    chosen, values = entities(term)
    return f"id IN (SELECT article FROM article_entity WHERE entity IN ({chosen}))", values


def entities(term: Term) -> Sql:
    """The statement that selects the ids of the entities that a term names, those that others stand for among them."""
    if term.value.startswith("#"):
        return "SELECT coalesce(stands_for, id) FROM entity WHERE id = ?", (int(term.value[1:]),)
    kinds = _KINDS.get(term.field, ())
    of_kind = f" AND shown.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    chosen = (
        "SELECT shown.id FROM entity AS named JOIN entity AS shown ON shown.id = coalesce(named.stands_for, named.id)"
        " WHERE named.id IN (SELECT rowid FROM entity_words WHERE entity_words MATCH ?)"
        f" AND shown.is_hidden = 0{of_kind}"
    )
    return chosen, (quoted(term), *kinds)


def _event(term: Term) -> Sql:
    if term.value.startswith("#"):
        return "id IN (SELECT article FROM event_mention WHERE event = ?)", (int(term.value[1:]),)
    events = "SELECT rowid FROM event_words WHERE event_words MATCH ?"
    return f"id IN (SELECT article FROM event_mention WHERE event IN ({events}))", (quoted(term),)


def _feed(term: Term) -> Sql:
    """What came from a source whose title or address holds the words; there are few enough to look at each."""
    if term.value.startswith("#"):
        return "id IN (SELECT article FROM source_item WHERE source = ?)", (int(term.value[1:]),)
    sources = "SELECT id FROM source WHERE instr(words, ?) > 0"
    return f"id IN (SELECT article FROM source_item WHERE source IN ({sources}))", (fold(term.value),)


def _note(term: Term) -> Sql:
    """What has a note with the words, or a passage that is noted or highlighted."""
    marks = "SELECT rowid FROM note_words WHERE note_words MATCH ?"
    return f"id IN (SELECT article FROM passage_mark WHERE id IN ({marks}))", (quoted(term),)


def _after(term: Term) -> Sql:
    return "(listed >= ? AND day IS NOT NULL)", (first_minute(date.fromisoformat(term.value)),)


def _before(term: Term) -> Sql:
    return "(listed < ? AND day IS NOT NULL)", (first_minute(date.fromisoformat(term.value)),)


def _state(term: Term) -> Sql:
    return _STATES[Condition(term.value)], ()


def _id(term: Term) -> Sql:
    return "id = ?", (int(term.value),)


_TRANSLATIONS: dict[Field, Callable[[Term], Sql]] = {
    Field.TAG: _tag,
    Field.FEED: _feed,
    Field.PERSON: _entity,
    Field.ORGANISATION: _entity,
    Field.PLACE: _entity,
    Field.ENTITY: _entity,
    Field.EVENT: _event,
    Field.NOTE: _note,
    Field.AFTER: _after,
    Field.BEFORE: _before,
    Field.IS: _state,
    Field.ID: _id,
}

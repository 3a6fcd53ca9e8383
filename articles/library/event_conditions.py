"""What a `Query` asks of single events, as SQL: who and where they are told with, how they are named, when they were.

Of articles the same terms ask whether they name somebody anywhere; a timeline wants those events that he has part in.
"""

from __future__ import annotations

from articles.library.conditions import Sql, entities, quoted
from articles.library.connection import Value
from articles.query import Field, Query, Term

_NAMES = frozenset({Field.PERSON, Field.ORGANISATION, Field.PLACE, Field.ENTITY})
_DAYS = frozenset({Field.AFTER, Field.BEFORE})


def parted(query: Query) -> tuple[Query, Query]:
    """The clauses that ask something of articles, and those that ask it of events."""
    of_events = Query(tuple(clause for clause in query.clauses if all(map(_is_of_event, clause))))
    return Query(tuple(clause for clause in query.clauses if clause not in of_events.clauses)), of_events


def implied(of_events: Query) -> Query:
    """What holds for every article that reports such events: that it names those who have part in them."""
    return Query(tuple(clause for clause in of_events.clauses if all(map(_is_implied, clause))))


def event_condition(of_events: Query) -> Sql:
    """What follows WHERE, over the table `event`; `TRUE` for the empty query."""
    parts = [_any_of(clause) for clause in of_events.clauses]
    if not parts:
        return "TRUE", ()
    return " AND ".join(sql for sql, _ in parts), tuple(value for _, values in parts for value in values)


def _is_of_event(term: Term) -> bool:
    """Whether a term asks something of events; `event:#7` asks for all that the articles on one event tell."""
    if term.field is Field.EVENT:
        return not term.value.startswith("#")
    return term.field in _NAMES | _DAYS


def _is_implied(term: Term) -> bool:
    return not term.is_negated and term.field not in _DAYS


def _any_of(clause: tuple[Term, ...]) -> Sql:
    found = [_condition(term) for term in clause]
    parts = [f"NOT ({sql})" if term.is_negated else sql for term, (sql, _) in zip(clause, found, strict=True)]
    values: tuple[Value, ...] = tuple(value for _, own in found for value in own)
    return f"({' OR '.join(parts)})", values


def _condition(term: Term) -> Sql:
    match term.field:
        case Field.AFTER:
            return "event.last_day >= ?", (term.value,)
        case Field.BEFORE:
            return "event.first_day < ?", (term.value,)
        case Field.EVENT:
            return "event.id IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)", (quoted(term),)
        case _:
            return _named(term)


def _named(term: Term) -> Sql:
    """Whether some report tells it with an entity: as one who takes part, or as its place."""
    chosen, values = entities(term)
    return (
        "EXISTS (SELECT 1 FROM event_mention AS told, json_each(told.slots, '$.actor_names') AS named"
        " WHERE told.event = event.id AND named.value ->> 0 IN"
        f" (SELECT id FROM entity WHERE coalesce(stands_for, id) IN ({chosen})))",
        values,
    )

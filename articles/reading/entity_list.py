"""Whom and what the articles of a query name, of one kind or of all, in one of the orders of the entity list."""

from __future__ import annotations

from articles.library import Library
from articles.library.entity_listing import FIGURES
from articles.model import EntityKind, EntityRow, EntitySort, KnownEntity
from articles.query import Query

_ALL = 1_000_000


def named(
    library: Library, query: Query, *, kind: EntityKind | None, sort: EntitySort, limit: int
) -> tuple[KnownEntity, ...]:
    """The entities that the articles of a query name, counted within them.

    Args:
        library: The library.
        query: Which articles.
        kind: Only of this kind; None for every kind of name, that is without sums of money and quantities.
        sort: In which order.
        limit: How many at most.
    """
    listing = library.entity_listing
    if not query:
        return tuple(row.entity for row in listing.rows(listing.ids(kind=kind, sort=sort, limit=limit)))
    found = [
        each for each in library.entities(query, _ALL) if (each.kind is kind if kind else each.kind not in FIGURES)
    ]
    match sort:
        case EntitySort.REPORTED:
            pass
        case EntitySort.MENTIONED:
            found.sort(key=lambda each: (-each.mentions, -each.articles, each.id))
        case EntitySort.NAME:
            found.sort(key=lambda each: (each.name.casefold(), each.id))
        case EntitySort.SEEN:
            rows = {row.id: row for row in listing.rows(each.id for each in found)}
            found.sort(key=lambda each: (_last_day(rows[each.id]), each.articles), reverse=True)
    return tuple(found[:limit])


def _last_day(row: EntityRow) -> str:
    day = row.last_seen.day
    return day.isoformat() if day else ""

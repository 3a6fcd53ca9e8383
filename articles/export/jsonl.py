"""JSON Lines: one object a line, told apart by `type`. Articles come first, then all that refers to them.

Spans are half-open, in characters of a block's text; blocks count from 0, and block -1 is the title. Dates say no more
than is known: `2023-09-04`, `2023-W36`, `2023-09`, `2023`, `2023-09-04/..` for on or after that day.

    article   id, title, byline, outlet, address, language, published {date, precision, basis, moment}, tags, read,
              starred, blocks [{kind, text, credit, marker, depth}], notes (ids of notes),
              entities [{id, mentions [{block, start, end}]}]
    entity    id, name, kind, aliases, country, articles (ids of those that name it)
    event     id, label, class, first_day, last_day, status,
              reports [{article, block, start, end, text, status, speaker}]
    link      relation, confidence (0 to 1), because, differences [{aspect, here, there}],
              from {article, event, block, start, end, text}, to {the same}; only between articles of the export, once
    note      id, article, kind (highlight, note), note, text, prefix, suffix, placed, block, start, end
              (null where it is about the whole article, or has lost its place)
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from articles.export.gathering import (
    ExportedArticle,
    ExportedEntity,
    entities,
    event_numbers,
    exported,
    found_in,
    links,
    reports_of,
)
from articles.export.published import iso_date
from articles.library import Library
from articles.model import (
    Annotations,
    KnownEvent,
    LinkedPassages,
    Passage,
    PassageMark,
    Published,
)

Value = dict[str, object]


def json_lines(library: Library, ids: Sequence[int], *, is_ascii: bool = False) -> Iterator[str]:
    """The lines for some articles, one article at a time.

    Args:
        library: The library.
        ids: The articles.
        is_ascii: Whether to escape what is not ASCII.
    """
    for value in json_values(library, ids):
        yield json.dumps(value, ensure_ascii=is_ascii, separators=(",", ":")) + "\n"


def json_values(library: Library, ids: Sequence[int]) -> Iterator[Value]:
    """The objects, in their order."""
    among = frozenset(ids)
    for each in exported(library, ids):
        yield _article(each, *found_in(library, each.row.id))
    yield from map(_entity, entities(library, ids))
    for number in event_numbers(library, ids):
        yield _event(library.event(number), reports_of(library, number, among))
    yield from map(_link, links(library, ids, among))
    for article in ids:
        yield from map(note_value, library.passage_marks(article))


def note_value(mark: PassageMark) -> Value:
    """A highlight or note of the reader's."""
    is_somewhere = mark.is_placed and not mark.is_of_article
    return {
        "type": "note",
        "id": mark.id,
        "article": mark.article,
        "kind": "note" if mark.note else "highlight",
        "note": mark.note,
        "text": mark.quotation.exact,
        "prefix": mark.quotation.prefix,
        "suffix": mark.quotation.suffix,
        "placed": mark.is_placed,
        "block": mark.block if is_somewhere else None,
        "start": mark.start if is_somewhere else None,
        "end": mark.end if is_somewhere else None,
    }


def _article(each: ExportedArticle, annotations: Annotations, numbers: Sequence[int]) -> Value:
    row, article = each.row, each.article
    return {
        "type": "article",
        "id": row.id,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "address": each.address,
        "language": annotations.language if annotations.engine else article.language,
        "published": _published(row.published),
        "tags": list(row.tags),
        "read": row.is_read,
        "starred": row.is_starred,
        "blocks": [
            {
                "kind": block.kind.value,
                "text": block.text,
                "credit": block.credit,
                "marker": block.marker,
                "depth": block.depth,
            }
            for block in article.blocks
        ],
        "notes": [mark.id for mark in each.marks],
        "entities": _mentions(annotations, numbers),
    }


def _published(published: Published) -> Value:
    return {
        "date": iso_date(published) or None,
        "precision": published.precision.value if published.day else None,
        "basis": published.basis.value,
        "moment": published.moment.isoformat() if published.moment else None,
    }


def _mentions(annotations: Annotations, numbers: Sequence[int]) -> list[Value]:
    places: dict[int, list[Value]] = {}
    for mention in annotations.mentions:
        if not annotations.entities[mention.entity].is_hidden:
            span: Value = {"block": mention.block, "start": mention.start, "end": mention.end}
            places.setdefault(numbers[mention.entity], []).append(span)
    return [{"id": number, "mentions": spans} for number, spans in places.items()]


def _entity(each: ExportedEntity) -> Value:
    return {
        "type": "entity",
        "id": each.entity.id,
        "name": each.entity.name,
        "kind": each.entity.kind.value,
        "aliases": list(each.entity.telling_aliases),
        "country": each.entity.country,
        "articles": list(each.articles),
    }


def _event(event: KnownEvent, reports: Sequence[Passage]) -> Value:
    return {
        "type": "event",
        "id": event.id,
        "label": event.label,
        "class": event.event_class,
        "first_day": event.interval.first.isoformat() if event.interval else None,
        "last_day": event.interval.last.isoformat() if event.interval else None,
        "status": event.factuality.value,
        "reports": [{**_place(each), "status": each.factuality.value, "speaker": each.speaker} for each in reports],
    }


def _link(linked: LinkedPassages) -> Value:
    link = linked.link
    return {
        "type": "link",
        "relation": link.relation.value,
        "confidence": link.confidence,
        "because": list(link.because),
        "differences": [{"aspect": each.aspect, "here": each.here, "there": each.there} for each in link.differences],
        "from": {**_place(linked.here), "event": linked.here.event},
        "to": {**_place(linked.there), "event": linked.there.event},
    }


def _place(passage: Passage) -> Value:
    return {
        "article": passage.article,
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }

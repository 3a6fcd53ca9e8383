"""JSON Lines: one object a line, each with a `type`.

`article`: `id`, `title`, `outlet`, `byline`, `published` (`day`, `precision`, `basis`), `address`, `language`, `tags`,
`read`, `starred`, `blocks` (`kind`, `text`). `note`: `id`, `article`, `text` (the passage; empty for a note about the
article), `note` (empty for a highlight), `block`, `start`, `end` (null without a place). `link`: `relation`,
`confidence`, `because`, `differences`, `here` and `there` (`article`, `block`, `start`, `end`, `text`, `event`).
`entity`: `id`, `name`, `kind`, `aliases`, `articles` (how often each article exported names it, by its id).
`event`: `id`, `label`, `class`, `first`, `last`, `articles` (those exported that report it).

The notes and links of an article follow it; entities and events come last. Offsets are half-open, in characters of a
block.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.export.harvest import ExportedArticle, harvest
from articles.library import Library
from articles.model import LinkedPassages, Passage, PassageMark


def json_lines(library: Library, ids: Sequence[int]) -> Iterator[str]:
    """The articles with all that belongs to them, a line each, made while they are read.

    Raises:
        LibraryError: The library cannot be read.
    """
    named: dict[int, dict[int, int]] = defaultdict(dict)
    reported: dict[int, list[int]] = defaultdict(list)
    for each in harvest(library, ids):
        yield _line("article", _article(each))
        yield from (_line("note", _note(mark)) for mark in each.marks)
        yield from (_line("link", _link(link)) for link in each.links)
        for named_one, count in each.mention_counts().items():
            named[named_one][each.id] = count
        for told in dict.fromkeys(passage.event for passage in each.passages if passage.event):
            reported[told].append(each.id)
    for identity, counts in named.items():
        entity = library.entity(identity)
        aliases = list(entity.telling_aliases)
        yield _line(
            "entity",
            {"id": identity, "name": entity.name, "kind": entity.kind, "aliases": aliases, "articles": counts},
        )
    for identity, articles in reported.items():
        event = library.event(identity)
        first, last = (event.interval.first, event.interval.last) if event.interval else (None, None)
        yield _line(
            "event",
            {
                "id": identity,
                "label": event.label,
                "class": event.event_class,
                "first": first.isoformat() if first else None,
                "last": last.isoformat() if last else None,
                "articles": articles,
            },
        )


def _line(kind: str, values: dict[str, object]) -> str:
    return json.dumps({"type": kind, **values}, ensure_ascii=False) + "\n"


def _article(each: ExportedArticle) -> dict[str, object]:
    day = each.published.day
    return {
        "id": each.id,
        "title": each.article.title,
        "outlet": each.article.outlet,
        "byline": each.article.byline,
        "published": {
            "day": day.isoformat() if day else None,
            "precision": each.published.precision if day else None,
            "basis": each.published.basis,
        },
        "address": each.article.address,
        "language": each.annotations.language if each.annotations else each.article.language,
        "tags": list(each.row.tags),
        "read": each.row.is_read,
        "starred": each.row.is_starred,
        "blocks": [{"kind": block.kind, "text": block.text} for block in each.article.blocks],
    }


def _note(mark: PassageMark) -> dict[str, object]:
    is_somewhere = mark.is_placed and not mark.is_of_article
    return {
        "id": mark.id,
        "article": mark.article,
        "text": mark.quotation.exact,
        "note": mark.note,
        "block": mark.block if is_somewhere else None,
        "start": mark.start if is_somewhere else None,
        "end": mark.end if is_somewhere else None,
    }


def _link(linked: LinkedPassages) -> dict[str, object]:
    return {
        "relation": linked.link.relation,
        "confidence": round(linked.link.confidence, 3),
        "because": list(linked.link.because),
        "differences": [
            {"aspect": each.aspect, "here": each.here, "there": each.there} for each in linked.link.differences
        ],
        "here": _place(linked.here),
        "there": _place(linked.there),
    }


def _place(passage: Passage) -> dict[str, object]:
    return {
        "article": passage.article,
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "event": passage.event or None,
    }

"""CSV tables (RFC 4180) that a spreadsheet opens: articles, notes, tags, names, events and links."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.export.harvest import ExportedArticle
from articles.library import Library

Cell = str | int | float
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With one of these at its beginning a spreadsheet takes a cell for a formula (OWASP, CSV injection)."""

ARTICLES = ("id", "title", "outlet", "byline", "day", "precision", "address", "words", "read", "starred", "tags")
HEADINGS: Mapping[str, Sequence[str]] = {
    "articles": ARTICLES,
    "notes": ("id", "article", "passage", "note"),
    "tags": ("tag", "article"),
    "entities": ("id", "name", "kind", "article", "mentions"),
    "events": ("id", "label", "class", "first", "last", "article"),
    "links": ("relation", "confidence", "because", "article", "sentence", "other article", "other sentence"),
}


def article_table(articles: Iterable[ExportedArticle]) -> Iterator[str]:
    """The table of the articles alone, a line each."""
    yield _line(ARTICLES)
    for each in articles:
        yield _line(_article(each))


def tables(library: Library, articles: Iterable[ExportedArticle]) -> dict[str, str]:
    """All tables by name, each as the text of its file.

    Raises:
        LibraryError: The library cannot be read.
    """
    rows: dict[str, list[Sequence[Cell]]] = {name: [heading] for name, heading in HEADINGS.items()}
    named: dict[int, dict[int, int]] = defaultdict(dict)
    reported: dict[int, list[int]] = defaultdict(list)
    for each in articles:
        rows["articles"].append(_article(each))
        rows["notes"].extend((mark.id, each.id, mark.quotation.exact, mark.note) for mark in each.marks)
        rows["tags"].extend((tag, each.id) for tag in each.row.tags)
        rows["links"].extend(_links(each))
        for named_one, count in each.mention_counts().items():
            named[named_one][each.id] = count
        for told in dict.fromkeys(passage.event for passage in each.passages if passage.event):
            reported[told].append(each.id)
    for identity, counts in named.items():
        entity = library.entity(identity)
        rows["entities"].extend((identity, entity.name, entity.kind, *pair) for pair in counts.items())
    for identity, ids in reported.items():
        event = library.event(identity)
        days = (event.interval.first.isoformat(), event.interval.last.isoformat()) if event.interval else ("", "")
        rows["events"].extend((identity, event.label, event.event_class, *days, article) for article in ids)
    return {name: "".join(map(_line, lines)) for name, lines in rows.items()}


def _article(each: ExportedArticle) -> Sequence[Cell]:
    day = each.published.day
    return (
        each.id,
        each.title,
        each.article.outlet,
        each.article.byline,
        day.isoformat() if day else "",
        each.published.precision if day else "",
        each.article.address,
        each.row.words,
        int(each.row.is_read),
        int(each.row.is_starred),
        ", ".join(each.row.tags),
    )


def _links(each: ExportedArticle) -> Iterator[Sequence[Cell]]:
    for linked in each.links:
        link = linked.link
        because = "; ".join(link.because)
        here, there = linked.here, linked.there
        yield link.relation, round(link.confidence, 3), because, here.article, here.text, there.article, there.text


def _line(cells: Sequence[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell

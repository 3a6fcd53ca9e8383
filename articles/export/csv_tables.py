"""Tables in CSV for spreadsheets and statistics: articles, notes, tags, entities, events and links.

`articles.csv` has a row an article, `notes.csv` one a highlight or note, `tags.csv` one a tag of an article,
`entities.csv` one an article and what it names, `events.csv` one a sentence that reports an event, `links.csv` one a
link between two passages. Numbers in `article`, `entity` and `event` join them. Cells that a spreadsheet would take
for a formula begin with an apostrophe.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain
from types import MappingProxyType

from articles.export.gathering import event_numbers, exported, found_in, links, reports_of, rows
from articles.export.published import iso_date
from articles.library import Library

Cell = str | int | float
Row = Sequence[Cell]

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may take for a formula; the wide signs count for it in East Asian settings."""


def article_table(library: Library, ids: Sequence[int]) -> Iterator[str]:
    """The table of the articles."""
    return table(_ARTICLES, _articles(library, ids))


def csv_tables(library: Library, ids: Sequence[int]) -> Iterator[tuple[str, Iterator[str]]]:
    """All tables, by the names of their files, to be taken one after the other."""
    for name, (header, made) in _TABLES.items():
        yield name, table(header, made(library, ids))


def table(header: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """A table in CSV as RFC 4180 has it, a row at a time."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    for row in chain((header,), rows):
        writer.writerow([harmless(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def harmless(cell: Cell) -> Cell:
    """The cell, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell


def _articles(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    for each in exported(library, ids):
        row, article = each.row, each.article
        yield (
            row.id,
            article.title,
            article.byline,
            article.outlet,
            iso_date(row.published),
            row.published.precision.value if row.published.day else "",
            row.published.basis.value,
            each.address,
            row.words,
            int(row.is_read),
            int(row.is_starred),
            row.related,
            "\n\n".join(block.text for block in article.blocks),
        )


def _notes(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    for article in ids:
        for mark in library.passage_marks(article):
            is_somewhere = mark.is_placed and not mark.is_of_article
            place = (mark.block, mark.start, mark.end) if is_somewhere else ("", "", "")
            kind = "note" if mark.note else "highlight"
            yield mark.id, mark.article, kind, mark.quotation.exact, mark.note, int(mark.is_placed), *place


def _tags(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    for row in rows(library, ids):
        yield from ((row.id, tag) for tag in row.tags)


def _entities(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    for article in ids:
        annotations, numbers = found_in(library, article)
        named = {
            number: entity for number, entity in zip(numbers, annotations.entities, strict=True) if not entity.is_hidden
        }
        times = Counter(numbers[mention.entity] for mention in annotations.mentions)
        for number, entity in named.items():
            yield article, number, entity.name, entity.kind.value, entity.country, times[number]


def _events(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    among = frozenset(ids)
    for number in event_numbers(library, ids):
        event = library.event(number)
        days = (event.interval.first.isoformat(), event.interval.last.isoformat()) if event.interval else ("", "")
        for each in reports_of(library, number, among):
            yield (
                event.id,
                event.label,
                event.event_class,
                *days,
                each.article,
                each.block,
                each.start,
                each.end,
                each.text,
                each.factuality.value,
                each.speaker,
            )


def _links(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    for linked in links(library, ids, frozenset(ids)):
        here, there = linked.here, linked.there
        yield (
            linked.link.relation.value,
            linked.link.confidence,
            "; ".join(linked.link.because),
            here.article,
            here.event,
            here.block,
            here.start,
            here.end,
            here.text,
            there.article,
            there.event,
            there.block,
            there.start,
            there.end,
            there.text,
        )


_ARTICLES = "article title byline outlet published precision basis address words read starred related text".split()
_TABLES: Mapping[str, tuple[Sequence[str], Callable[[Library, Sequence[int]], Iterator[Row]]]] = MappingProxyType(
    {
        "articles.csv": (_ARTICLES, _articles),
        "notes.csv": ("note article kind text written placed block start end".split(), _notes),
        "tags.csv": ("article tag".split(), _tags),
        "entities.csv": ("article entity name kind country mentions".split(), _entities),
        "events.csv": (
            "event label class first_day last_day article block start end text status speaker".split(),
            _events,
        ),
        "links.csv": (
            "relation confidence because article event block start end text"
            " other_article other_event other_block other_start other_end other_text".split(),
            _links,
        ),
    }
)

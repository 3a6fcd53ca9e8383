"""A folder of Markdown notes that Obsidian opens: `articles/`, `entities/`, `events/` and an index, all linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articles.export.file_names import file_name
from articles.export.gathering import entities, event_numbers, exported, found_in, reports_of, rows
from articles.export.markdown_notes import (
    NAMED,
    NamedHere,
    ReportedHere,
    article_note,
    entity_note,
    event_note,
    index_note,
)
from articles.library import Library
from articles.model import ArticleRow, KnownEvent, Mention

INDEX = "index.md"

Note = tuple[str, Iterable[str]]
"""The path of a file below the folder, with `/` between its parts, and its text in pieces."""


def markdown_notes(library: Library, ids: Sequence[int]) -> Iterator[Note]:
    """The notes for some articles, to be taken one after the other."""
    return _Folder(library, ids).notes()


class _Folder:
    """The notes for some articles, with what has to be known to link them: rows and names, no texts."""

    def __init__(self, library: Library, ids: Sequence[int]) -> None:
        self._library = library
        self._ids = ids
        self._articles = {row.id: (f"articles/{file_name(row.id, row.title)}", row) for row in rows(library, ids)}
        self._events: dict[int, KnownEvent] = {
            number: library.event(number) for number in event_numbers(library, ids, at_least=2)
        }
        self._named: dict[int, NamedHere] = {}
        self._blocks: dict[tuple[int, int], str] = {}

    def notes(self) -> Iterator[Note]:
        """The notes of the articles, of whom and what they name, of the events they share, and the index."""
        yield from self._article_notes()
        yield from self._entity_notes()
        for number, event in self._events.items():
            reports = reports_of(self._library, number, self._articles.keys())
            yield f"{_event_path(event)}.md", (event_note(event, reports, self._articles, self._blocks),)
        yield INDEX, index_note(self._listed(), self._labelled_events(), list(self._named.values()))

    def _article_notes(self) -> Iterator[Note]:
        for each in exported(self._library, self._ids):
            reported = self._reported(each.row.id)
            text, blocks = article_note(each, self._naming(each.row.id), reported)
            for report in reported:
                if report.block in blocks:
                    self._blocks[each.row.id, report.block] = blocks[report.block]
            yield f"{self._articles[each.row.id][0]}.md", (text,)

    def _entity_notes(self) -> Iterator[Note]:
        for each in entities(self._library, self._ids):
            if (here := self._named.get(each.entity.id)) is not None:
                yield f"{here.path}.md", (entity_note(each, self._articles),)

    def _naming(self, article: int) -> list[NamedHere]:
        """The people, places and organisations that an article names, those it names first in front."""
        annotations, numbers = found_in(self._library, article)
        mentions: dict[int, list[Mention]] = {number: [] for number in numbers}
        for mention in annotations.mentions:
            mentions[numbers[mention.entity]].append(mention)
        found = [(self._entity(number), places) for number, places in mentions.items()]
        return [
            NamedHere(here.path, here.name, here.kind, tuple(sorted(places, key=lambda each: (each.block, each.start))))
            for here, places in found
            if here is not None
        ]

    def _entity(self, number: int) -> NamedHere | None:
        """The note of an entity; None for one that has none."""
        if number not in self._named:
            known = self._library.entity(number)
            if known.is_hidden or known.kind not in NAMED:
                return None
            path = f"entities/{file_name(known.id, known.name)}"
            self._named[number] = NamedHere(path, known.name, known.kind)
        return self._named[number]

    def _reported(self, article: int) -> list[ReportedHere]:
        return [
            ReportedHere(_event_path(event), event.label, passage.block)
            for passage in self._library.passages_of(article)
            if (event := self._events.get(passage.event)) is not None
        ]

    def _listed(self) -> list[tuple[str, ArticleRow]]:
        return list(self._articles.values())

    def _labelled_events(self) -> list[tuple[str, str]]:
        return [(_event_path(event), event.label) for event in self._events.values()]


def _event_path(event: KnownEvent) -> str:
    return f"events/{file_name(event.id, event.label)}"

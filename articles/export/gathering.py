"""What is exported of the library: its articles one by one, so that they never have to be in memory together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from articles.export.addresses import public_address
from articles.library import Library
from articles.model import LIKELY, Annotations, Article, ArticleRow, KnownEntity, LinkedPassages, Passage, PassageMark
from articles.sources.addresses import is_address

_PAGE = 500


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article with what the reader has made of it."""

    row: ArticleRow
    article: Article
    address: str = ""
    """Where it can be read, without any password; empty where that is not known."""
    marks: tuple[PassageMark, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedEntity:
    """Who or what some of the exported articles name."""

    entity: KnownEntity
    articles: tuple[int, ...]
    """Which of them, in their order."""


def rows(library: Library, ids: Sequence[int]) -> Iterator[ArticleRow]:
    """The rows of articles, in the order of their ids."""
    for start in range(0, len(ids), _PAGE):
        yield from library.rows(ids[start : start + _PAGE])


def exported(library: Library, ids: Sequence[int]) -> Iterator[ExportedArticle]:
    """The articles, in the order of their ids."""
    for row in rows(library, ids):
        known = library.address(row.id)
        yield ExportedArticle(
            row,
            library.article(row.id),
            public_address(known.address) if known else "",
            library.passage_marks(row.id),
        )


def found_in(library: Library, article: int) -> tuple[Annotations, tuple[int, ...]]:
    """What was found in an article, with the library ids of its entities; nothing while it waits."""
    annotations = library.annotations(article)
    return (Annotations(engine=""), ()) if annotations is None else (annotations, library.entity_ids(article))


def entities(library: Library, ids: Sequence[int]) -> Iterator[ExportedEntity]:
    """Who and what the articles name, in the order in which they come; what the reader has hidden is left out."""
    naming: dict[int, list[int]] = {}
    for article in ids:
        for entity in dict.fromkeys(library.entity_ids(article)):
            naming.setdefault(entity, []).append(article)
    for entity, articles in naming.items():
        known = library.entity(entity)
        if not known.is_hidden:
            yield ExportedEntity(known, tuple(articles))


def event_numbers(library: Library, ids: Sequence[int], *, at_least: int = 1) -> list[int]:
    """The events that the articles report, by their numbers, those that most of them report first.

    Args:
        library: The library.
        ids: The articles.
        at_least: How many of the articles have to report an event.
    """
    reports: dict[int, int] = {}
    for article in ids:
        for event in {passage.event for passage in library.passages_of(article)}:
            reports[event] = reports.get(event, 0) + 1
    shared = [event for event, count in reports.items() if count >= at_least]
    return sorted(shared, key=lambda event: (-reports[event], event))


def reports_of(library: Library, event: int, among: AbstractSet[int]) -> tuple[Passage, ...]:
    """The sentences of some articles that report an event, each once, in the order the articles appeared."""
    places = {
        (passage.article, passage.block, passage.start): passage
        for passage in library.event_passages(event)
        if passage.article in among
    }
    return tuple(places.values())


def links(library: Library, ids: Sequence[int], among: AbstractSet[int]) -> Iterator[LinkedPassages]:
    """The links between passages of the articles, each once, read from the article with the lower number.

    Those that are less likely right than not are left out.
    """
    for article in ids:
        for linked in library.links(article):
            is_ours = linked.there.article in among and article < linked.there.article
            if is_ours and linked.link.confidence >= LIKELY:
                yield linked


def fetched_at(library: Library, article: int) -> datetime | None:
    """When an article's page was fetched from its address; None where it came another way."""
    raw = library.raw_document(article)
    return raw.retrieved_at if is_address(raw.origin) else None

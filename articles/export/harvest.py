"""What is exported of each article, gathered from the library one article after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.library import Library
from articles.model import (
    LIKELY,
    TITLE_BLOCK,
    UNDATED,
    Annotations,
    Article,
    ArticleRow,
    LinkedPassages,
    Mention,
    Passage,
    PassageMark,
    Published,
)

_PAGE = 200


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """All of one article that is exported."""

    row: ArticleRow
    article: Article
    annotations: Annotations | None
    entities: tuple[int, ...]
    """The library id of each entity of the annotations."""
    marks: tuple[PassageMark, ...]
    """The reader's highlights and notes."""
    passages: tuple[Passage, ...]
    """The sentences that report events, once for each event mention."""
    links: tuple[LinkedPassages, ...]
    """From its passages to those of others, those that are held to be right."""
    by_events: Published = UNDATED
    """Its date by the events that it reports, where it has none of its own."""

    @property
    def id(self) -> int:
        """Its number in the library."""
        return self.row.id

    @property
    def title(self) -> str:
        """Its title, or, where it has none, how it begins."""
        words = self.article.title or next((block.text for block in self.article.blocks if block.text), "")
        return " ".join(words.split()) or "(no title)"

    @property
    def published(self) -> Published:
        """The date that its page states, or else the one inferred from its text, or from its events."""
        inferred = self.annotations.published if self.annotations else UNDATED
        return next((each for each in (self.article.published, inferred, self.by_events) if each.day), UNDATED)

    @property
    def target(self) -> str:
        """What names it elsewhere: its address, or a URN by its number."""
        return self.article.address or f"urn:broadsheet:article:{self.id}"

    def named(self, block: int) -> Iterator[tuple[Mention, int]]:
        """The mentions in a block, each with the library id of what it names; hidden names are left out."""
        if self.annotations is not None:
            for mention in self.annotations.mentions:
                if mention.block == block and not self.annotations.entities[mention.entity].is_hidden:
                    yield mention, self.entities[mention.entity]

    def mention_counts(self) -> dict[int, int]:
        """How often it names each entity, by library id."""
        counts: dict[int, int] = {}
        for block in range(TITLE_BLOCK, len(self.article.blocks)):
            for _, entity in self.named(block):
                counts[entity] = counts.get(entity, 0) + 1
        return counts


def harvest(library: Library, ids: Sequence[int]) -> Iterator[ExportedArticle]:
    """The articles with these ids, in that order, one at a time; those that are gone by then are left out.

    Raises:
        LibraryError: The library cannot be read.
    """
    for start in range(0, len(ids), _PAGE):
        for row in library.rows(ids[start : start + _PAGE]):
            yield _exported(library, row)


def _exported(library: Library, row: ArticleRow) -> ExportedArticle:
    return ExportedArticle(
        row,
        library.article(row.id),
        library.annotations(row.id),
        library.entity_ids(row.id),
        library.passage_marks(row.id),
        library.passages_of(row.id),
        tuple(link for link in library.links(row.id) if link.link.confidence >= LIKELY),
        library.dated_by_events(row.id),
    )

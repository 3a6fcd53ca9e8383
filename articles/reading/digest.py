"""The digest: the articles of a query grouped into stories, with their names and what the others say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.library import Library
from articles.model import LIKELY, ArticleRow, EntityKind
from articles.query import Query
from articles.reading.crossrefs import CrossReference, article_cross_references
from articles.reading.stories import stories

_NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})
_ENTITIES = 8
_REFERENCES = 6
_ARTICLES = 200
"""Articles in one digest; what is beyond them is counted, not shown."""


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity as the digest names it."""

    id: int
    name: str
    kind: EntityKind
    mentions: int


@dataclass(frozen=True, slots=True)
class DigestArticle:
    """One article of the digest."""

    row: ArticleRow
    entities: tuple[NamedEntity, ...]
    """Those it names most, most named first."""
    references: tuple[CrossReference, ...]
    """What other articles say about its events, doubtful ones left out, best first."""


@dataclass(frozen=True, slots=True)
class DigestStory:
    """Articles that report overlapping events, newest first."""

    name: str
    """The event that most of its articles report, and whom most of them name; of one article its title."""
    outlets: int
    articles: tuple[DigestArticle, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Stories with more than one report first, then articles that stand alone."""

    stories: tuple[DigestStory, ...]
    shown: int
    found: int
    """How many articles the query finds in all."""


def digest(library: Library, query: Query, *, limit: int = _ARTICLES) -> Digest:
    """The digest of the newest articles that a query finds, each version of a text among them: it says who has it."""
    ids = library.ids(query, is_folded=False)
    rows = library.rows(ids[:limit])
    articles = {row.id: _digest_article(library, row) for row in rows}
    told = [_story(each.name, [articles[number] for number in each.articles]) for each in stories(library, [*articles])]
    return Digest(tuple(sorted(told, key=_prominence)), shown=len(rows), found=len(ids))


def _digest_article(library: Library, row: ArticleRow) -> DigestArticle:
    groups = article_cross_references(library, row.id).values()
    found = [reference for each in groups for group in each for reference in group.references]
    firm = sorted((each for each in found if each.confidence >= LIKELY), key=lambda each: -each.confidence)
    chosen: dict[tuple[int, str], CrossReference] = {}
    for reference in firm:
        chosen.setdefault((reference.there.article, reference.there.text), reference)
    return DigestArticle(row, _most_named(library, row.id), tuple(chosen.values()))


def _most_named(library: Library, article_id: int) -> tuple[NamedEntity, ...]:
    annotations = library.annotations(article_id)
    if annotations is None:
        return ()
    ids = library.entity_ids(article_id)
    times = Counter(ids[mention.entity] for mention in annotations.mentions)
    named = {
        identity: NamedEntity(identity, entity.name, entity.kind, times[identity])
        for identity, entity in zip(ids, annotations.entities, strict=True)
        if entity.kind in _NAMED and not entity.is_hidden
    }
    return tuple(sorted(named.values(), key=lambda entity: -entity.mentions)[:_ENTITIES])


def _story(name: str, members: Sequence[DigestArticle]) -> DigestStory:
    shown = tuple(DigestArticle(article.row, article.entities, article.references[:_REFERENCES]) for article in members)
    return DigestStory(name or members[0].row.title, len(_outlets(members)), shown)


def _outlets(members: Iterable[DigestArticle]) -> set[str]:
    return {article.row.outlet or f"#{article.row.id}" for article in members}


def _prominence(story: DigestStory) -> tuple[bool, int]:
    return (len(story.articles) == 1, -len(story.articles))

"""Whom and what an article names: how often, in which of its blocks, and in how many articles of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from articles.library import Library
from articles.library.entity_listing import FIGURES
from articles.model import EntityKind


@dataclass(frozen=True, slots=True)
class NamedHere:
    """An entity as an article names it."""

    id: int
    """Library id."""
    name: str
    kind: EntityKind
    mentions: Mapping[int, int]
    """How often each block names it, by block number."""
    articles: int
    """How many articles of the library name it."""

    @property
    def times(self) -> int:
        """How often the article names it."""
        return sum(self.mentions.values())


def named_here(library: Library, article_id: int) -> tuple[NamedHere, ...]:
    """Whom and what an article names, most often first; sums, quantities and the hidden left out.

    Raises:
        NotFoundError: There is no such article.
    """
    with library.snapshot():
        annotations = library.annotations(article_id)
        if annotations is None:
            return ()
        ids = library.entity_ids(article_id)
        known = {row.id: row.entity for row in library.entity_listing.rows(sorted(set(ids)))}
    blocks: dict[int, Counter[int]] = {}
    for mention in annotations.mentions:
        entity = annotations.entities[mention.entity]
        if entity.kind not in FIGURES and not entity.is_hidden:
            blocks.setdefault(ids[mention.entity], Counter())[mention.block] += 1
    found = (
        NamedHere(each, known[each].name, known[each].kind, counts, known[each].articles)
        for each, counts in blocks.items()
        if each in known
    )
    return tuple(sorted(found, key=lambda each: (-each.times, each.name.casefold(), each.id)))

"""The list of articles by story: which article stands under which heading, and what the headings say."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from articles.library import Library
from articles.model import ArticleRow
from articles.text import fold

MOST_GROUPED = 3_000
"""Listed articles that are grouped, the first ones; those after them stand alone."""
ALONE = -(1 << 62)
"""The heading above the articles that stand alone."""


@dataclass(frozen=True, slots=True)
class ByStory:
    """Articles under headings. Headings have negative numbers, made of the first known article of their story."""

    members: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """The articles under each heading, in order."""
    headings: Mapping[int, ArticleRow] = field(default_factory=dict)
    """What stands in the row of each heading."""

    def ids(self, folded: Collection[int]) -> array[int]:
        """What is listed: each heading, and below it its articles unless it is folded."""
        listed = array("q")
        for heading, articles in self.members.items():
            listed.append(heading)
            if heading not in folded:
                listed.extend(articles)
        return listed


def load_by_story(library: Library, ids: Sequence[int]) -> ByStory:
    """Put articles under the headings of their stories, in the order of the first article of each."""
    from articles.reading.stories import stories

    found = [each for each in stories(library, list(ids[:MOST_GROUPED])) if each.name]
    rows = {row.id: row for row in library.rows(article for each in found for article in each.articles)}
    members: dict[int, Sequence[int]] = {}
    headings: dict[int, ArticleRow] = {}
    for each in found:
        own = [rows[article] for article in each.articles]
        heading = -min(each.articles)
        members[heading] = each.articles
        headings[heading] = _heading(heading, each.name, own)
    inside = {article for articles in members.values() for article in articles}
    if alone := [article for article in ids if article not in inside]:
        members[ALONE] = alone
        headings[ALONE] = ArticleRow(ALONE, "Standing alone", _counted(len(alone), "article"), is_read=True)
    return ByStory(members, headings)


def _heading(heading: int, name: str, rows: Sequence[ArticleRow]) -> ArticleRow:
    outlets = {fold(row.outlet) or f"#{row.id}" for row in rows}
    extent = f"{len(rows):,} · {_counted(len(outlets), 'outlet')}"
    return ArticleRow(heading, name, extent, rows[0].published, is_read=all(row.is_read for row in rows))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

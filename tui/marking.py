"""Changes of marks (tag, star, read) as values that can be applied to a row, written to a library and undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from articles.library import Library
from articles.model import ArticleRow
from articles.text import fold


class Mark(StrEnum):
    """The kinds of mark."""

    TAG = "tag"
    STAR = "star"
    READ = "read"


@dataclass(frozen=True, slots=True)
class MarkChange:
    """One mark set on, or taken off, articles."""

    mark: Mark
    articles: tuple[int, ...]
    is_set: bool
    tag: str = ""

    @property
    def inverse(self) -> MarkChange:
        """The change that undoes this one where it has changed all of its articles."""
        return replace(self, is_set=not self.is_set)

    @property
    def words(self) -> str:
        """What happened, for the status line."""
        if self.mark is Mark.TAG:
            return f"tagged #{self.tag}" if self.is_set else f"took off #{self.tag}"
        if self.mark is Mark.STAR:
            return "starred" if self.is_set else "star taken away"
        return "marked read" if self.is_set else "marked unread"

    def on(self, row: ArticleRow) -> ArticleRow:
        """The row with the mark changed."""
        if self.mark is Mark.STAR:
            return replace(row, is_starred=self.is_set)
        if self.mark is Mark.READ:
            return replace(row, is_read=self.is_set)
        others = tuple(tag for tag in row.tags if fold(tag) != fold(self.tag))
        return replace(row, tags=tuple(sorted((*others, self.tag), key=fold)) if self.is_set else others)

    def changes(self, row: ArticleRow) -> bool:
        """Whether the row is not so already."""
        if self.mark is Mark.STAR:
            return row.is_starred != self.is_set
        if self.mark is Mark.READ:
            return row.is_read != self.is_set
        return any(fold(tag) == fold(self.tag) for tag in row.tags) != self.is_set

    def write(self, library: Library) -> tuple[int, ...]:
        """Write it to the library; the articles that were not so before."""
        if self.mark is Mark.STAR:
            return library.set_starred(self.articles, self.is_set)
        if self.mark is Mark.READ:
            return library.set_read(self.articles, self.is_set)
        if self.is_set:
            return library.tags.add(self.articles, self.tag)
        return library.tags.remove(self.articles, self.tag)

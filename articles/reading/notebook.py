"""All that the reader has highlighted or noted, article by article, the last marked first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from articles.library import Library
from articles.model import ArticleRow, PassageMark


@dataclass(frozen=True, slots=True)
class NotebookPage:
    """The marks of one article."""

    row: ArticleRow
    marks: tuple[PassageMark, ...]
    """In the order of its text, those about it as a whole first, and those that have lost their place last."""


def notebook(library: Library, words: str = "") -> tuple[NotebookPage, ...]:
    """The pages of the notebook, that on which something was marked last first.

    Args:
        library: The library.
        words: Beginnings of words that a mark has in its note or its passage; none for all marks.
    """
    found: dict[int, list[PassageMark]] = defaultdict(list)
    for mark in library.find_passage_marks(words):
        found[mark.article].append(mark)
    newest = sorted(found, key=lambda article: -max(mark.id for mark in found[article]))
    return tuple(NotebookPage(row, tuple(found[row.id])) for row in library.rows(newest))

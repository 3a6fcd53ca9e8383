"""What the reader shows of an article, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.model import UNDATED, Annotations, Article, PassageMark, Published

if TYPE_CHECKING:
    from articles.reading.crossrefs import Elsewhere


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that a reader shows of an article."""

    article: Article
    annotations: Annotations | None = None
    """What was found in it; None while that is still being done."""
    margin: Mapping[int, Elsewhere] = field(default_factory=dict)
    """For blocks that others report on, how many do, and whether one of them differs."""
    marks: tuple[PassageMark, ...] = ()
    """What the reader has highlighted in it, or written a note about."""
    by_events: Published = UNDATED
    """Its date by the events that it reports, where it has none of its own."""
    tags: tuple[str, ...] = ()
    """Those that the reader has given it."""
    remark: str = ""
    """What else is to be said of it below its dateline; empty for nothing."""

    @property
    def published(self) -> Published:
        """The date that the page states, or else the one that was inferred from the text, or from its events."""
        stated = self.article.published
        inferred = self.annotations.published if self.annotations else UNDATED
        return next((each for each in (stated, inferred, self.by_events) if each.day is not None), inferred)

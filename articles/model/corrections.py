"""What the reader says of a text: which lines belong to it, and passages to highlight or to note something about."""

from __future__ import annotations

from dataclasses import dataclass

from articles.model.article import Article


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text with what stands around them: the TextQuoteSelector of the W3C Web Annotation Data Model."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class LineCorrection:
    """A line of a raw text that the reader has put into the article, or left out of it."""

    line: Quotation
    """Its text, with the texts of the lines before and after it, blank ones passed over."""
    number: int
    """Where it stood, from 0: decides between lines that are alike in all else."""
    is_kept: bool


@dataclass(frozen=True, slots=True)
class OutletRule:
    """What the reader has said of a line once and for all articles of an outlet."""

    outlet: str
    """As articles name it; case makes no difference."""
    pattern: str
    """What such a line comes to by `line_pattern`."""
    is_kept: bool
    example: str
    """The line that the rule was made from."""
    id: int = 0
    articles: int = 0
    """How many articles it has changed."""
    lines: int = 0
    """How many lines of them."""


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage that the reader has highlighted, or has written a note about."""

    article: int
    quotation: Quotation
    """As it was when the mark was made; without words for a note about the article as a whole."""
    block: int
    start: int
    end: int
    """Where the passage stands: a half-open span of the block; where it stood last, when it has lost its place."""
    note: str = ""
    """What the reader wrote; empty for a highlight."""
    is_placed: bool = True
    """False where no text of the article is that passage any more."""
    id: int = 0

    @property
    def is_of_article(self) -> bool:
        """Whether it is about the article as a whole, and so can't lose its place."""
        return not self.quotation.exact


@dataclass(frozen=True, slots=True)
class Recleaned:
    """What became of an article that was given another cleaning, or whose corrections have changed."""

    article: Article
    is_changed: bool = False
    """Whether it is another text than before."""
    lost: tuple[PassageMark, ...] = ()
    """The marks that had a place in it before and have none now."""
    found: tuple[PassageMark, ...] = ()
    """The marks that had lost their place and have one again."""
    unplaced: tuple[LineCorrection, ...] = ()
    """The corrections whose line is no longer among its lines."""

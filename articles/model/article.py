"""The cleaned article: its blocks, what its page says of itself, and every line of the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

TITLE_BLOCK = -1
"""The block number under which mentions in the title are addressed."""


class LineRole(StrEnum):
    """What one line of a raw document was found to be."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    """Where and when it was reported, and by which agency: `PORT VARN, Sept. 4 (Reuters) -`."""
    OUTLET = "outlet"
    DATE = "date"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CREDIT = "credit"
    REPEATED = "repeated"
    """Said already: a title or caption printed a second time."""
    CHROME = "chrome"
    """Of the web page, not of the article: navigation, sharing, comments, related links, advertising, legal."""
    BLANK = "blank"

    @property
    def is_dropped(self) -> bool:
        """Whether a line of this role is left out of the article and shown only in the raw view."""
        return self in (LineRole.REPEATED, LineRole.CHROME)


class Decider(StrEnum):
    """Who had the last word on whether a line belongs to the article."""

    CLEANER = "cleaner"
    READER = "reader"
    RULE = "rule"
    """A rule of the reader's for the outlet."""


class ChromeCategory(StrEnum):
    """Which part of a web page a line that is not of the article belongs to."""

    NAVIGATION = "navigation"
    SHARING = "sharing"
    RELATED = "related"
    """Links to other articles, and their teasers."""
    COMMENTS = "comments"
    LEGAL = "legal"
    ADVERTISING = "advertising"
    SUBSCRIPTION = "subscription"
    """Log-in, newsletters, paywalls."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the raw text, in its order, with what became of it and why."""

    text: str
    role: LineRole
    reason: str
    """Why, in words a reader understands; empty for blank lines."""
    category: ChromeCategory | None = None
    """The part of the page that a line of the role `CHROME` belongs to; None for others."""
    decided_by: Decider = Decider.CLEANER


class BlockKind(StrEnum):
    """The kinds of unit an article is made of."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"


class MarkupKind(StrEnum):
    """Emphasis and links inside a block, kept from Markdown and HTML."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of a block's text that its source emphasised or linked."""

    start: int
    end: int
    kind: MarkupKind
    target: str = ""
    """The address of a link."""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of an article."""

    kind: BlockKind
    text: str
    credit: str = ""
    """Whom a caption credits: an agency or a photographer."""
    markup: tuple[Markup, ...] = ()
    marker: str = ""
    """The number of an item of an ordered list, as `3.`; empty for a bullet."""
    depth: int = 0
    """How many lists, or how many quotations, are around the one that it is of; for a paragraph, around itself."""


class Precision(StrEnum):
    """How exactly a publication date is known."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ON_OR_AFTER = "on or after"
    """On the day or any time later."""


class Basis(StrEnum):
    """How a publication date is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, how exactly that is known, and from what."""

    day: date | None = None
    """The day, or the first day of the week, month or year that precision names, or the earliest; None when unknown."""
    precision: Precision = Precision.DAY
    basis: Basis = Basis.UNKNOWN
    evidence: tuple[str, ...] = ()
    """The words of the page or text that the date rests on, each with its reading."""
    moment: datetime | None = None
    """The moment with its time zone, where the page states one."""


UNDATED = Published()


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned text with what its page says of itself."""

    title: str
    blocks: tuple[Block, ...]
    byline: str = ""
    outlet: str = ""
    published: Published = UNDATED
    address: str = ""
    """The page's own address, where it states one."""
    language: str = ""
    """ISO 639-1 code where the page states one, else empty."""
    lines: tuple[Line, ...] = ()
    """Every line of the raw text in order, kept and dropped."""

    @property
    def dropped(self) -> tuple[Line, ...]:
        """The lines that were left out, each with its reason."""
        return tuple(line for line in self.lines if line.role.is_dropped)

    def text_of(self, block: int) -> str:
        """The text of a block; of the title for `TITLE_BLOCK`."""
        return self.title if block == TITLE_BLOCK else self.blocks[block].text

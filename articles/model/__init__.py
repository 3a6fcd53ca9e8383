"""The values that travel the road from a saved page to a cross-reference. Frozen; no behaviour beyond their own.

Spans are half-open character offsets into the text of one block. Blocks of an article count from 0; the title is
addressed as block `TITLE_BLOCK`.
"""

from __future__ import annotations

from articles.model.annotations import (
    Annotations,
    Entity,
    EntityKind,
    EventMention,
    Factuality,
    Granularity,
    Interval,
    Mention,
    Participant,
    Quantity,
    Role,
    Sentence,
    TimeExpression,
    TimeType,
)
from articles.model.article import (
    TITLE_BLOCK,
    UNDATED,
    Article,
    Basis,
    Block,
    BlockKind,
    Line,
    LineRole,
    Markup,
    MarkupKind,
    Precision,
    Published,
)
from articles.model.feeds import Feed, FeedAddress, FeedItem, Response, Validators
from articles.model.links import (
    LIKELY,
    Difference,
    EventLink,
    EventSlots,
    Linked,
    Relation,
)
from articles.model.listing import (
    ArticleRow,
    ArticleState,
    KnownEntity,
    KnownEvent,
    LibraryCounts,
    LinkedPassages,
    Passage,
    StoredArticle,
    TagCount,
)
from articles.model.raw import (
    RawDocument,
    SourceFormat,
)

__all__ = [
    "LIKELY",
    "TITLE_BLOCK",
    "UNDATED",
    "Annotations",
    "Article",
    "ArticleRow",
    "ArticleState",
    "Basis",
    "Block",
    "BlockKind",
    "Difference",
    "Entity",
    "EntityKind",
    "EventLink",
    "EventMention",
    "EventSlots",
    "Factuality",
    "Feed",
    "FeedAddress",
    "FeedItem",
    "Granularity",
    "Interval",
    "KnownEntity",
    "KnownEvent",
    "LibraryCounts",
    "Line",
    "LineRole",
    "Linked",
    "LinkedPassages",
    "Markup",
    "MarkupKind",
    "Mention",
    "Participant",
    "Passage",
    "Precision",
    "Published",
    "Quantity",
    "RawDocument",
    "Relation",
    "Response",
    "Role",
    "Sentence",
    "SourceFormat",
    "StoredArticle",
    "TagCount",
    "TimeExpression",
    "TimeType",
    "Validators",
]

"""Rows that the library answers with: what a list, a pane or a plain listing shows of what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from articles.model.annotations import EntityKind, Factuality, Interval, Walk
from articles.model.article import UNDATED, Published
from articles.model.links import EventLink


class ArticleState(StrEnum):
    """How far along the road an article has come."""

    WAITING = "waiting"
    """Cleaned and readable; its annotation has not been made yet."""
    READY = "ready"
    FAILED = "failed"
    """Readable; the engine failed on it, with the reason kept. Retried on request."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What became of an article given to the library."""

    id: int
    is_new: bool
    """False when the same content was there already and nothing changed."""
    is_changed: bool = False
    """Whether it is another version of an article that was there."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as a list shows it."""

    id: int
    title: str
    outlet: str
    published: Published = UNDATED
    """Without its evidence."""
    is_read: bool = False
    is_starred: bool = False
    tags: tuple[str, ...] = ()
    state: ArticleState = ArticleState.WAITING
    words: int = 0
    related: int = 0
    """How many other articles report an event that this one reports."""
    is_summary: bool = False
    """Whether it is only what a feed tells of it, and its full text can be fetched."""
    versions: int = 1
    """How many articles have this text, itself included."""
    group: int = 0
    """What the articles with this text have in common; 0 where it is the only one."""
    shown: int = 0
    """The article that stands for those with this text in a folded list; 0 where it is the only one."""
    is_unfolded: bool = False
    """Whether the reader has the articles with this text listed one by one."""
    earlier: int = 0
    """How many earlier texts of it are kept, as of a page that was updated."""

    @property
    def all_versions(self) -> int:
        """How many versions of this text there are: the articles that have it, and what it was before."""
        return self.versions + self.earlier

    @property
    def is_hidden(self) -> bool:
        """Whether another one stands for it in a folded list."""
        return self.shown not in (0, self.id)


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many articles bear it."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the library: what mentions in many articles name."""

    id: int
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    country: str = ""
    articles: int = 0
    mentions: int = 0
    walks: tuple[Walk, ...] = ()
    """Of a person: the walks of life that its articles say it is of."""
    beside: tuple[str, ...] = ()
    """Of a person: organisations that are named beside it."""
    is_hidden: bool = False
    """Whether the reader does not want to see it as a name."""
    stands_for: int = 0
    """Of one as it was found: the entity that the reader says it is one with; 0 for none."""
    is_given: bool = False
    """Whether its name or kind is the reader's, or he split it off: it is not what was found."""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event of the library: a cluster of event mentions."""

    id: int
    label: str
    """A few words that name it: `parade, Pyongyang`."""
    event_class: str
    interval: Interval | None
    factuality: Factuality
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event whose days are known, as a timeline shows it."""

    event: KnownEvent
    days: Interval
    """Those within which it lies."""
    texts: int
    """How many texts report it: copies of one text count once."""
    sentence: str
    """One that reports it."""
    trigger_start: int
    trigger_end: int
    """The event's trigger, as a half-open span of the sentence."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article, with what is needed to cite it and to open it there."""

    article: int
    title: str
    outlet: str
    published: Published
    block: int
    start: int
    end: int
    """The sentence, as a half-open span of the block."""
    text: str
    trigger_start: int
    trigger_end: int
    """The event's trigger, as a half-open span of the block."""
    factuality: Factuality = Factuality.ASSERTED
    speaker: str = ""
    event: int = 0
    """Library id of the event that it reports."""


@dataclass(frozen=True, slots=True)
class LinkedPassages:
    """A stored link with both its passages, `here` being the side that was asked about."""

    link: EventLink
    here: Passage
    there: Passage


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much a library holds."""

    articles: int
    unread: int
    waiting: int
    failed: int
    entities: int
    events: int
    links: int
    oldest: date | None = None
    newest: date | None = None
    unsigned: int = 0
    """Articles that have not been compared with the others yet."""

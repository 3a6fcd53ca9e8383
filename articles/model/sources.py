"""Feeds and watched folders, what becomes of a look at one, and what they deliver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from articles.model.feeds import Validators
from articles.model.raw import RawDocument

NO_VALIDATORS = Validators()
"""What is sent along with the first request."""


class SourceKind(StrEnum):
    """The kinds of source that articles come from again and again."""

    FEED = "feed"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or folder that the reader has subscribed to."""

    id: int
    kind: SourceKind
    address: str
    """Of a feed; of a folder its absolute path."""
    title: str = ""
    """As the reader's OPML file or the feed itself names it."""
    category: str = ""
    """The folder that it lies in among the subscriptions, `/` between nested ones."""
    home: str = ""
    """The address of the feed's site."""
    validators: Validators = NO_VALIDATORS
    checked_at: datetime | None = None
    """When it was last looked at, in UTC; None for never."""
    succeeded_at: datetime | None = None
    """When that last went well."""
    not_before: datetime | None = None
    """Until when its server wants to be left alone."""
    is_active: bool = True
    """Whether it is in rotation: its server has not said that it is gone for good."""
    note: str = ""
    """Why it is out of rotation, or what went wrong the last time, in one line; empty where all is well."""
    failures: int = 0
    """How many times in a row it could not be read."""
    articles: int = 0
    """How many articles of the library it has delivered."""

    @property
    def name(self) -> str:
        """What it is called: its title, else its address."""
        return self.title or self.address


@dataclass(frozen=True, slots=True)
class Subscription:
    """What came of subscribing to a source."""

    source: Source
    is_new: bool
    """False when it was subscribed to already and in rotation."""


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """What came of a look at a source."""

    at: datetime
    """Aware UTC."""
    problem: str = ""
    """Why it could not be read, in one line; empty where it could."""
    is_gone: bool = False
    """Whether it is to be left out of rotation from now on."""
    not_before: datetime | None = None
    """When its server wants to be asked again at the earliest."""
    validators: Validators | None = None
    """To be sent along next time; None to keep those there are."""
    title: str = ""
    """What the feed calls itself."""
    home: str = ""


@dataclass(frozen=True, slots=True)
class SeenItem:
    """What is known of something that a source delivered before."""

    digest: str = ""
    """SHA-256 of what it delivered last, in hexadecimal; empty where that could not be read."""
    stamp: str = ""
    """Size and times of the file it was in; empty for a feed's item."""


SeenItems = Mapping[str, SeenItem]
"""What a source delivered before, by key."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A raw document, with what is known of the way it came."""

    raw: RawDocument
    source: int = 0
    """Library id of the source that delivered it; 0 where the reader named it."""
    key: str = ""
    """What identifies it within the source: an item's id in a feed, a path below a folder."""
    address: str = ""
    """The address at which its article can be read; empty for none."""
    stamp: str = ""
    """Size and times of the file it was in."""
    is_summary: bool = False
    """Whether the full text has to be fetched from the address."""


@dataclass(frozen=True, slots=True)
class ArticleAddress:
    """Where an article can be read."""

    address: str
    found_on: str = ""
    """The feed, page or file that names the address; empty where the reader typed it."""

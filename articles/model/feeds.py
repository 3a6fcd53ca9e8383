"""Feeds, and answers from the network, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave along with a page, so that it can say next time that nothing has changed (RFC 9110)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """A server's answer to a request for one address."""

    address: str
    """Where the content was found in the end, after all redirects, without tracking parameters."""
    content: bytes
    """The body, decompressed; empty where nothing has changed."""
    media_type: str = ""
    """As the server says, in lower case without parameters: `text/html`."""
    charset: str = ""
    """As the server says; empty where it does not."""
    is_unchanged: bool = False
    """Whether the server says that nothing has changed since the validators were given (304)."""
    moved_to: str = ""
    """The address that a chain of permanent redirects (301, 308) leads to from the one that was asked for; empty for
    none. Whoever keeps the address is to keep this one instead."""
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed, whatever the feed's format."""

    key: str
    """What identifies the item within its feed: its id, else its address, else a digest of its words."""
    address: str = ""
    """Absolute, without tracking parameters."""
    title: str = ""
    author: str = ""
    published: str = ""
    """The date as the feed states it, in ISO 8601 where it could be read; the time zone is kept."""
    html: str = ""
    """The full text where the feed gives one, else the summary. Markup of the item, not a whole page."""
    is_summary: bool = True
    """Whether `html` is only a summary, so that the full text has to be fetched from the address."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with the items it holds now, in its order."""

    title: str
    home: str = ""
    """The address of the site."""
    items: tuple[FeedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """A feed as an OPML file or a page names it."""

    address: str
    title: str = ""
    category: str = ""
    """The folder that it lies in, `/` between nested ones."""

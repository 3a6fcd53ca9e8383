"""Small feeds for tests."""

from __future__ import annotations

from articles.model import Feed, FeedItem
from articles.sources.feeds import parse_feed

ADDRESS = "https://harbour.example/news/feed.xml"
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
)
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'


def rss(*items: str, head: str = "<title>Harbour News</title><link>https://harbour.example/</link>") -> str:
    """An RSS 2.0 feed of items that are given as what stands inside them."""
    body = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {NAMESPACES}><channel>{head}{body}</channel></rss>'


def atom(*entries: str, head: str = "<title>Harbour News</title>") -> str:
    """An Atom feed of entries that are given as what stands inside them."""
    return f"<feed {ATOM}>{head}{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"


def parsed(text: str | bytes, address: str = ADDRESS, charset: str = "") -> Feed:
    """The feed in a text or in bytes."""
    return parse_feed(text.encode() if isinstance(text, str) else text, address, charset)


def only(text: str | bytes, address: str = ADDRESS, charset: str = "") -> FeedItem:
    """The only item of a feed."""
    [item] = parsed(text, address, charset).items
    return item

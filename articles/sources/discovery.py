"""The feeds that a page of a site names, found from the page alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.model import FeedAddress
from articles.sources.feed_items import absolute
from articles.sources.feed_text import decode_feed, plain_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TYPES = (
    "application/atom+xml",
    "application/rss+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)
_OF_COMMENTS = re.compile(r"\bcomments?\b|/comments/", re.IGNORECASE)
_LIKELY_PATH = re.compile(
    r"(?:/|\.)(?:rss|atom|feeds?)(?:[./_-]|$)|\.(?:rss|atom|rdf)$|/(?:feed|rss|atom|index)\.(?:xml|json)$|[?&]feed=",
    re.IGNORECASE,
)
_LIKELY_WORDS = re.compile(r"\b(?:rss|atom|feeds?)\b", re.IGNORECASE)
_HOST = re.compile(r"^https?://[^/?#]*")
_MOST = 50


def feeds_in_page(page: bytes, address: str, charset: str = "") -> tuple[FeedAddress, ...]:
    """The feeds that a page names, best first, each address once; at most 50.

    First those that its `<link rel="alternate">` state, then addresses of its links that look like a feed's; feeds of
    comments come last of their kind.

    Args:
        page: The page's source.
        address: Where it was found, against which relative addresses are resolved.
        charset: What the server says of its encoding; empty where it says nothing.
    """
    tree = _tree(decode_feed(page, charset))
    if tree is None:
        return ()
    base = tree.find(".//base[@href]")
    base_address = (absolute(str(base.get("href")), address) if base is not None else "") or address
    found = [*_best_first(_stated(tree, base_address)), *_best_first(_linked(tree, base_address))]
    unique = {feed.address: feed for feed in reversed(found)}
    return tuple(reversed(unique.values()))[:_MOST]


def _tree(page: str) -> HtmlElement | None:
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree: HtmlElement = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree


def _best_first(feeds: Iterator[FeedAddress]) -> list[FeedAddress]:
    return sorted(feeds, key=lambda feed: bool(_OF_COMMENTS.search(f"{feed.title} {feed.address}")))


def _stated(tree: HtmlElement, base: str) -> Iterator[FeedAddress]:
    for link in tree.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        media_type = (link.get("type") or "").partition(";")[0].strip().lower()
        is_feed = media_type in _TYPES and "alternate" in relations and "stylesheet" not in relations
        target = absolute(link.get("href") or "", base)
        is_feed = is_feed or (media_type == "application/json" and bool(_LIKELY_PATH.search(_path(target))))
        if target and (is_feed or "feed" in relations):
            yield FeedAddress(target, plain_title(link.get("title") or ""))


def _linked(tree: HtmlElement, base: str) -> Iterator[FeedAddress]:
    for link in tree.iter("a"):
        target = absolute(link.get("href") or "", base)
        words = plain_title(str(link.text_content()) or link.get("title") or "")
        path = _path(target)
        if target and (_LIKELY_PATH.search(path) or (_LIKELY_WORDS.fullmatch(words) and path not in ("", "/"))):
            yield FeedAddress(target, words)


def _path(address: str) -> str:
    return _HOST.sub("", address).partition("#")[0]

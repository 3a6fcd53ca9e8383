"""What a response of the web is: a feed, the first page of a site, or a page with an article."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from articles.errors import BroadsheetError, SourceError
from articles.model import Delivery, Response, SourceFormat
from articles.sources.files import raw_document

_FORMATS = {
    "text/html": SourceFormat.HTML,
    "application/xhtml+xml": SourceFormat.HTML,
    "text/markdown": SourceFormat.MARKDOWN,
}
_FEED_TYPES = ("rss", "atom", "rdf", "feed+json")
_FEED_ELEMENTS = frozenset({b"rss", b"feed", b"rdf"})
_PAGE_ELEMENTS = frozenset({b"html", b"head", b"body"})
_FIRST_ELEMENT = re.compile(rb"<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)")
_JSON_FEED = b"jsonfeed.org/version"
_SNIFFED = 2048


def is_feed(response: Response) -> bool:
    """Whether a response is a feed, by how it begins and by what its server says."""
    head = response.content[:_SNIFFED].replace(b"\0", b"").lower()
    if _JSON_FEED in head.replace(b"\\/", b"/"):
        return True
    found = _FIRST_ELEMENT.search(head)
    element = found[1] if found else b""
    says_so = any(name in response.media_type for name in _FEED_TYPES)
    return element in _FEED_ELEMENTS or (says_so and element not in _PAGE_ELEMENTS)


def is_front_page(response: Response) -> bool:
    """Whether a page is a site's first one, which tells of articles but is none."""
    parts = urlsplit(response.address)
    return parts.path in ("", "/") and not parts.query


def names_feeds(page: Response) -> bool:
    """Whether a page leads to feeds."""
    from articles.sources.discovery import feeds_in_page

    return bool(feeds_in_page(page.content, page.address))


def delivery_of(response: Response) -> Delivery | BroadsheetError:
    """The page of a response as something to be stored, or one line on why it is not."""
    try:
        raw = raw_document(response.content, response.address, _FORMATS.get(response.media_type))
        return Delivery(replace(raw, charset=response.charset), address=response.address)
    except SourceError as error:
        return error

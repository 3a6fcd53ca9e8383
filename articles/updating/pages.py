"""What a response of the web is: a feed, the first page of a site, or a page with an article."""

from __future__ import annotations

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
_FEED_BEGINNINGS = (b"<rss", b"<feed", b"<rdf:rdf", b'"https://jsonfeed.org/version')
_SNIFFED = 2048


def is_feed(response: Response) -> bool:
    """Whether a response is a feed, by what its server says and how it begins."""
    head = response.content[:_SNIFFED].lower()
    if b"<html" in head or b"<!doctype html" in head:
        return False
    return any(name in response.media_type for name in _FEED_TYPES) or any(mark in head for mark in _FEED_BEGINNINGS)


def is_front_page(response: Response) -> bool:
    """Whether a page is a site's first one, which tells of articles but is none."""
    return urlsplit(response.address).path in ("", "/")


def names_feeds(page: Response) -> bool:
    """Whether a page leads to feeds."""
    from articles.sources.discovery import feeds_in_page

    return bool(feeds_in_page(page.content, page.address))


def delivery_of(response: Response) -> Delivery | BroadsheetError:
    """The page of a response as something to be stored, or one line on why it is not."""
    try:
        raw = raw_document(response.content, response.address, _FORMATS.get(response.media_type))
        return Delivery(raw, address=response.address)
    except SourceError as error:
        return error

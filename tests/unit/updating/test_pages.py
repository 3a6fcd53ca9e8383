"""What a response is taken for: a feed, a front page, a page with an article."""

from __future__ import annotations

import pytest

from articles.errors import SourceError
from articles.model import Delivery, Response, SourceFormat
from articles.updating.pages import delivery_of, is_feed, is_front_page
from tests.unit.updating.feed_making import Item, page, rss

ADDRESS = "https://example.org/2024/bridge"


@pytest.mark.parametrize(
    ("content", "media_type", "expected"),
    [
        (rss(Item("1")), "application/rss+xml", True),
        (rss(Item("1", full="<html><body>All of it.</body></html>")), "text/html", True),
        (b'<?xml version="1.0"?><!-- made --><feed xmlns="http://www.w3.org/2005/Atom"/>', "text/xml", True),
        (b'<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"/>', "", True),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>', "application/xml", True),
        (rss(Item("1")).decode().encode("utf-16"), "application/xml", True),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/json", True),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}', "application/json", True),
        (b"<channel><item/></channel>", "application/rss+xml", True),
        (b"", "application/atom+xml", True),
        (page("Bridge").body, "text/html", False),
        (b"<!-- x --><HTML><body>Not found</body></HTML>", "application/rss+xml", False),
        (b'{"items": []}', "application/json", False),
        (b"A bridge < a ferry.", "text/plain", False),
        (b"", "text/html", False),
    ],
)
def test_a_feed_is_known_by_how_it_begins(content: bytes, media_type: str, expected: bool) -> None:
    assert is_feed(Response(ADDRESS, content, media_type)) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org", True),
        ("https://example.org/", True),
        ("https://example.org/?p=7", False),
        (ADDRESS, False),
    ],
)
def test_a_front_page_has_no_path_of_its_own(address: str, expected: bool) -> None:
    assert is_front_page(Response(address, b"")) is expected


@pytest.mark.parametrize(
    ("media_type", "content", "expected"),
    [
        ("text/html", b"Bridge", SourceFormat.HTML),
        ("text/markdown", b"Bridge", SourceFormat.MARKDOWN),
        ("text/plain", b"Bridge opens", SourceFormat.TEXT),
        ("", b"<html><body>Bridge</body></html>", SourceFormat.HTML),
    ],
)
def test_a_page_is_read_as_its_server_says(media_type: str, content: bytes, expected: SourceFormat) -> None:
    delivery = delivery_of(Response(ADDRESS, content, media_type))
    assert isinstance(delivery, Delivery)
    assert (delivery.raw.format, delivery.raw.origin, delivery.address) == (expected, ADDRESS, ADDRESS)


def test_what_is_no_text_is_refused() -> None:
    assert isinstance(delivery_of(Response(ADDRESS, b"%PDF-1.7" + bytes(99), "application/pdf")), SourceError)

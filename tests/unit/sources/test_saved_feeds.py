"""A saved feed becomes its items."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from articles.errors import SourceError
from articles.model import RawDocument, SourceFormat
from articles.sources import read_sources
from tests.unit.sources.feeds import atom, rss

JSON = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "H", "items": [{"id": "1", "title": "One"}]})
FEEDS = {
    "a.xml": rss("<title>One</title>"),
    "a.rss": "<?xml version='1.0'?>\n" + rss("<title>One</title>"),
    "a.atom": atom("<title>One</title>"),
    "a.json": JSON,
    "a": rss("<title>One</title>"),
}


def read(*paths: Path | str, stdin: bytes = b"") -> list[RawDocument | SourceError]:
    return list(read_sources([str(path) for path in paths], stdin=io.BytesIO(stdin)))


@pytest.mark.parametrize("name", FEEDS)
def test_a_saved_feed_is_read_as_its_items(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(FEEDS[name])
    [raw] = read(path)
    assert isinstance(raw, RawDocument)
    assert raw.format is SourceFormat.FEED_ITEM
    assert json.loads(raw.content)["title"] == "One"


def test_a_feed_on_standard_input_is_read_as_its_items() -> None:
    found = read("-", stdin=rss("<title>One</title>", "<title>Two</title>").encode())
    assert [raw.format for raw in found if isinstance(raw, RawDocument)] == [SourceFormat.FEED_ITEM] * 2


def test_a_page_that_quotes_a_feed_is_a_page(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body><p>How to write <rss version='2.0'> yourself.</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "b.txt").write_text("<rss> is where it begins.")
    found = read(tmp_path / "a.html", tmp_path / "b.txt", "-", stdin=page.encode())
    assert [raw.format for raw in found if isinstance(raw, RawDocument)] == ["html", "text", "html"]


def test_of_a_folder_only_what_is_surely_a_feed_is_read(tmp_path: Path) -> None:
    for name in FEEDS:
        (tmp_path / name).write_text(FEEDS[name])
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    assert len(read(tmp_path)) == 2


def test_a_list_of_feeds_and_an_empty_feed_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.opml").write_text("<opml version='2.0'><body/></opml>")
    (tmp_path / "b.xml").write_text(rss())
    assert [str(error) for error in read(tmp_path / "a.opml", tmp_path / "b.xml")] == [
        f"{tmp_path}/a.opml: a list of feeds, not an article. Import it as OPML.",
        f"{tmp_path}/b.xml: a feed without items. There is nothing to read in it.",
    ]


def test_links_of_a_saved_feed_are_resolved_against_its_site(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(rss("<title>One</title><link>/1</link>"))
    [raw] = read(tmp_path / "a.xml")
    assert isinstance(raw, RawDocument)
    assert raw.origin == "https://harbour.example/1"

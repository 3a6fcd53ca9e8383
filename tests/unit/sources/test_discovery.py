"""A site's own address leads to its feeds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.sources.discovery import feeds_in_page

ADDRESS = "https://h.example/news/"


def found(page: str | bytes, address: str = ADDRESS) -> list[str]:
    content = page.encode() if isinstance(page, str) else page
    return [feed.address for feed in feeds_in_page(content, address)]


def test_stated_feeds_come_first_and_those_of_comments_last() -> None:
    page = """<html><head>
      <link rel="stylesheet" type="text/css" href="/x.css">
      <link rel="alternate" type="application/rss+xml" title="Harbour &raquo; Comments Feed" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml; charset=utf-8" title="Harbour &amp; Sea"
        href="feed.xml?utm_source=x">
      <LINK REL="ALTERNATE" TYPE="application/atom+xml" HREF="//h.example/atom">
      <link rel=alternate type=application/feed+json href=https://h.example/feed.json>
      <link rel=alternate type=application/json href=/wp-json/wp/v2/posts/7>
      <link rel=alternate type=application/json href=/feeds/all.json>
      <link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="text/html" href="/amp">
    </head><body><a href="/rss">RSS</a></body></html>"""
    assert found(page) == [
        "https://h.example/news/feed.xml",
        "https://h.example/atom",
        "https://h.example/feed.json",
        "https://h.example/feeds/all.json",
        "https://h.example/comments/feed/",
        "https://h.example/rss",
    ]
    assert feeds_in_page(page.encode(), ADDRESS)[0].title == "Harbour & Sea"


def test_links_that_look_like_feeds_are_found_where_nothing_is_stated() -> None:
    page = """<a href="/about">About</a><a href="/feedback">Feedback</a><a href="/news/feeding-the-gulls">Gulls</a>
      <a href="/feed/">Follow</a><a href="/world.rss">World</a><a href="/subscribe">RSS</a><a href="?feed=rss2">x</a>
      <a href="/">feed</a><a href="/index.xml">Entries</a><a href="javascript:feed()">rss</a><a>rss</a>"""
    assert found(page) == [
        "https://h.example/feed/",
        "https://h.example/world.rss",
        "https://h.example/subscribe",
        "https://h.example/news/?feed=rss2",
        "https://h.example/index.xml",
    ]


def test_addresses_are_resolved_against_the_base_of_the_page() -> None:
    page = '<head><base href="https://other.example/x/"><link rel="alternate" type="text/xml" href="rss"></head>'
    assert found(page) == ["https://other.example/x/rss"]


def test_each_feed_is_named_once_and_no_more_than_fifty() -> None:
    page = "".join(f'<a href="/feed/{number % 80}">x</a>' for number in range(400))
    assert found(page) == [f"https://h.example/feed/{number}" for number in range(50)]


def test_a_page_in_utf_16_and_a_page_of_nothing() -> None:
    assert found("<html><a href='/feed'>x</a></html>".encode("utf-16")) == ["https://h.example/feed"]
    assert found("") == found(" ") == found("<!-- -->") == found("plain words") == []


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_bytes_are_searched(page: bytes, address: str) -> None:
    for feed in feeds_in_page(page + b"<a href='x.rss'>", address):
        assert feed.address.startswith(("http://", "https://"))

"""Lists of feeds go out to other programs and come back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import SourceError
from articles.model import FeedAddress
from articles.sources.opml import read_opml, write_opml


def test_a_list_of_another_program_is_read() -> None:
    feeds = read_opml(
        b"""\xef\xbb\xbf<?xml version="1.0" encoding="ISO-8859-1"?>
        <!DOCTYPE opml [<!ENTITY a "b">]>
        <opml version="1.0"><head><title>Mine</title></head><body>
          <outline text="Harbour &amp; Sea">
            <outline TEXT="Ferries &amp;amp; more" xmlUrl="https://a.example/feed?x=1&y=2" htmlUrl="https://a.example/"/>
            <outline title="Deep"><outline text="" xmlUrl="feed://b.example/rss" type="rss"/></outline>
          </outline>
          <outline text="Loose" xmlurl=" http://c.example/ " category="/News/World,/Other"/>
          <outline text="Again" xmlUrl="http://c.example/"/>
          <outline text="A page" url="http://d.example/"/>
          <outline text="Bad" xmlUrl="file:///etc/passwd"/>
        </body></opml>"""
    )
    assert feeds == (
        FeedAddress("https://a.example/feed?x=1&y=2", "Ferries & more", "Harbour & Sea"),
        FeedAddress("http://b.example/rss", "", "Harbour & Sea/Deep"),
        FeedAddress("http://c.example/", "Loose", "News/World"),
    )


def test_a_list_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    feeds = read_opml(b"<opml><body><outline text='News'><outline text='A' xmlUrl='http://a.example/'/><outline tex")
    assert feeds == (FeedAddress("http://a.example/", "A", "News"),)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "feeds.opml: not a list of feeds. Name an OPML file."),
        (b"<html><body>", "feeds.opml: not a list of feeds. Name an OPML file."),
        (b"<opml><body></body></opml>", "feeds.opml: names no feed. Export it again."),
        (b"<opml>" + b"<outline>" * 50_000, "feeds.opml: names no feed. Export it again."),
        (b"<opml>" + b"<outline a='1' b='2'>" * 50_000, "feeds.opml: not a list of feeds. Name an OPML file."),
    ],
)
def test_what_names_no_feed_is_refused_in_one_line(content: bytes, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_opml(content, "feeds.opml")
    assert str(caught.value) == line


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="/"), max_size=12).map(
    lambda text: " ".join(text.split())
)
SAFE = WORDS.filter(lambda text: text.isprintable() and "&" not in text and "<" not in text)
FEEDS = st.lists(
    st.builds(
        FeedAddress,
        st.integers(0, 10**6).map("https://h.example/feed/{}?a=1&b=<\"'>".format),
        SAFE,
        st.lists(SAFE.filter(bool), max_size=3).map("/".join),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda feed: feed.address,
)


@given(FEEDS)
def test_what_is_written_is_read_again(feeds: list[FeedAddress]) -> None:
    again = read_opml(write_opml(feeds, "Mine").encode())
    assert sorted(again, key=repr) == sorted(feeds, key=repr)
    assert read_opml(write_opml(again).encode()) == again


def test_feeds_without_folders_keep_their_order() -> None:
    feeds = tuple(FeedAddress(f"https://h.example/{number}", f"N{number}") for number in (3, 1, 2))
    assert read_opml(write_opml(feeds).encode()) == feeds


@given(st.text(), st.text())
def test_whatever_a_feed_is_called_the_list_can_be_read(title: str, category: str) -> None:
    text = write_opml([FeedAddress("https://h.example/1", title, category)], title)
    assert [feed.address for feed in read_opml(text.encode())] == ["https://h.example/1"]

"""Addresses as a reader types them, and without what only tracks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.sources.addresses import is_address, shown_address, web_address, without_tracking


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "HTTP://example.org/a b",
        " https://x ",
        "feed://example.org/a",
        "feed:https://example.org/a",
    ],
)
def test_what_begins_as_an_address_is_one(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "notes.md", "example.org/feed", "/tmp/http://x", "http:", "http://", "https:///x", "ftp://x", "feed:x", "file:///x"],
)  # fmt: skip
def test_a_file_or_another_scheme_is_none(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://example.org/a ", "https://example.org/a"),
        ("feed://example.org/a", "http://example.org/a"),
        ("feed:https://example.org/a", "https://example.org/a"),
        ("FEED://http://example.org/a", "http://example.org/a"),
    ],
)
def test_what_is_fetched_is_of_the_web(text: str, address: str) -> None:
    assert web_address(text) == address


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("https://x.org/a?utm_source=rss&utm_medium=feed", "https://x.org/a"),
        ("https://x.org/a?id=7&UTM_Campaign=z&page=2", "https://x.org/a?id=7&page=2"),
        ("https://x.org/a?fbclid=1&gclid=2&msclkid=3&mc_cid=4&igshid=5&yclid=6", "https://x.org/a"),
        ("https://x.org/a?at_medium=RSS&at_campaign=KARANGA", "https://x.org/a"),
        ("https://x.org/a?id=7#utm_source=rss", "https://x.org/a?id=7"),
        ("https://x.org/a#xtor=RSS-1", "https://x.org/a"),
        ("https://x.org/a#:~:text=late%20again", "https://x.org/a"),
        ("https://x.org/a#", "https://x.org/a"),
        ("https://x.org/a#part-2", "https://x.org/a#part-2"),
        ("https://x.org/#!/story/7", "https://x.org/#!/story/7"),
        ("https://x.org/a#part:~:text=x", "https://x.org/a#part"),
    ],
)
def test_what_only_tracks_is_taken_off(address: str, bare: str) -> None:
    assert without_tracking(address) == bare


@pytest.mark.parametrize(
    "address",
    [
        "https://x.org/a?q=utm_source&b=%2F%20+c&a=1",
        "https://x.org/a?utm_source",
        "https://x.org/?p=7&ref=home&source=wire",
        "https://x.org/search?medium=oil&campaign=1917&keyword=a",
        "https://x.org/utm_source=rss/a",
        "HTTPS://X.org:443/%7Ea//b/../?b=2&a=1;c",
        "https://x.org/a?id=1&id=2",
    ],
)
def test_what_may_choose_a_page_is_untouched(address: str) -> None:
    assert without_tracking(address) == address


PARTS = st.sampled_from(["utm_source=a", "id=7", "fbclid=%20", "=", "a", "", "#", "?", "&", ":~:text=a", "utm_x=#"])


@given(st.lists(PARTS, max_size=8).map("&".join).map("https://x.org/a?{}".format) | st.text())
def test_taking_tracking_off_twice_is_taking_it_off_once(address: str) -> None:
    bare = without_tracking(address)
    assert without_tracking(bare) == bare


def test_a_shown_address_is_one_line_without_a_password() -> None:
    shown = shown_address("https://me:secret@x.org/\x1b[31m\n" + "a" * 900)
    assert shown.startswith("https://x.org/")
    assert shown.isprintable()
    assert len(shown) <= 200

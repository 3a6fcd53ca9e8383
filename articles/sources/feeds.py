"""A feed's bytes to its items, whatever its format, and an item to a raw document."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from articles.model import Feed, FeedItem, RawDocument, SourceFormat
from articles.sources import json_feed, xml_feed
from articles.sources.feed_items import item_key
from articles.sources.feed_text import decode_feed

MOST_ITEMS = 500
"""How many items of a feed are kept: the newest by their dates, in the feed's order; undated ones count as newest."""


def parse_feed(content: bytes, address: str, charset: str = "") -> Feed:
    """The feed in the bytes that an address gave: RSS of any version, Atom or JSON Feed.

    Of a feed with more than `MOST_ITEMS` items only the newest are kept, of one with very heavy items fewer.

    Args:
        content: The bytes, decompressed.
        address: Where they were found, against which relative links are resolved.
        charset: What the server says of their encoding; empty where it says nothing. It is believed where it fits.

    Raises:
        SourceError: It is no feed, or has more markup than any.
    """
    text = decode_feed(content, charset)
    read = json_feed.read if text.startswith("{") else xml_feed.read
    feed = read(text, address, MOST_ITEMS)
    return Feed(feed.title, feed.home, _newest(_with_own_keys(feed.items)))


def _with_own_keys(items: tuple[FeedItem, ...]) -> tuple[FeedItem, ...]:
    """The items, each once; those that share a key with another go by their address or their words instead."""
    items = tuple(dict.fromkeys(items))
    for name in (_key_by_address, _key_by_words):
        uses = Counter(item.key for item in items)
        items = tuple(replace(item, key=name(item)) if uses[item.key] > 1 else item for item in items)
    return items


def _key_by_address(item: FeedItem) -> str:
    return item.address or _key_by_words(item)


def _key_by_words(item: FeedItem) -> str:
    return item_key("", "", item.title, f"{item.published}\n{item.html}")


def _newest(items: tuple[FeedItem, ...]) -> tuple[FeedItem, ...]:
    """The newest items in their order; among equals, and among the undated, those that stand first."""
    if len(items) <= MOST_ITEMS:
        return items
    by_age = sorted(range(len(items)), key=lambda number: _age(items[number]))
    return tuple(items[number] for number in sorted(by_age[:MOST_ITEMS]))


def _age(item: FeedItem) -> float:
    try:
        moment = datetime.fromisoformat(item.published)
    except ValueError:
        return -math.inf
    return -(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def item_document(feed_title: str, item: FeedItem, retrieved_at: datetime) -> RawDocument:
    """An item as a raw document of its own: JSON in the form that JSON Feed 1.1 has for items.

    Equal items of equally named feeds give equal bytes, so that one which comes again is known.
    """
    fields = json_feed.item_fields(feed_title, item)
    content = json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8", "replace")
    return RawDocument(content, item.address or item.key, SourceFormat.FEED_ITEM, retrieved_at)

"""JSON Feed 1.0 and 1.1 (jsonfeed.org): a feed from its text, and an item as its fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from articles.model import Feed, FeedItem
from articles.sources.feed_dates import iso_date
from articles.sources.feed_items import (
    absolute,
    is_summary,
    item_key,
    joined_names,
    not_a_feed,
    paragraphs,
    with_absolute_links,
)
from articles.sources.feed_text import plain_title
from articles.text import printable

Json: TypeAlias = Any
_EXTENSION = "_broadsheet"
_CONTENTS = frozenset({"content_html", "content_text"})
"""Fields that only the items of a JSON feed have; some of them do not say that they are one."""
_VERSION = "jsonfeed.org/version/"


def read(text: str, address: str, most_items: int) -> Feed:
    """The feed in a JSON text.

    Args:
        text: The whole document.
        address: Where it was found, against which relative links are resolved.
        most_items: Of more than twice as many items only so many at each end are read.

    Raises:
        SourceError: It is no JSON, or JSON but no feed.
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise not_a_feed(address)
    items = fields.get("items")
    items = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    if _VERSION not in _text(fields, "version") and not any(_CONTENTS & each.keys() for each in items):
        raise not_a_feed(address)
    if len(items) > 2 * most_items:
        items = items[:most_items] + items[-most_items:]
    language = _text(fields, "language")
    found = (_item(each, address, fields, language) for each in items)
    return Feed(
        title=plain_title(_text(fields, "title")),
        home=absolute(_text(fields, "home_page_url"), address),
        items=tuple(item for item in found if item.title or item.html or item.address),
    )


def _item(fields: Mapping[str, Json], base: str, feed: Mapping[str, Json], language: str) -> FeedItem:
    address = absolute(_text(fields, "url") or _text(fields, "external_url"), base)
    content = _text(fields, "content_html") or paragraphs(_text(fields, "content_text"))
    summary = paragraphs(_text(fields, "summary"))
    title = plain_title(_text(fields, "title"))
    body = with_absolute_links(content or summary, address or base)
    return FeedItem(
        key=item_key(_text(fields, "id"), address, title, body),
        address=address,
        title=title,
        author=_authors(fields) or _authors(feed),
        published=iso_date(_text(fields, "date_published") or _text(fields, "date_modified")),
        html=body,
        is_summary=is_summary(content, summary),
        language=_text(fields, "language") or language,
    )


def _text(fields: Mapping[str, Json], name: str) -> str:
    value = fields.get(name)
    if isinstance(value, str):
        return printable(value).strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _authors(fields: Mapping[str, Json]) -> str:
    authors = fields.get("authors")
    each = authors if isinstance(authors, list) else [fields.get("author")]
    names = [plain_title(_text(author, "name")) for author in each if isinstance(author, dict)]
    return joined_names(names)


def item_fields(feed_title: str, item: FeedItem) -> dict[str, Json]:
    """An item in the form that JSON Feed 1.1 has for items; what it has no field for is in an extension."""
    fields: dict[str, Json] = {
        "id": item.key,
        "url": item.address,
        "title": item.title,
        "content_html": item.html,
        "date_published": item.published,
        "language": item.language,
    }
    filled = {name: value for name, value in fields.items() if value}
    if item.author:
        filled["authors"] = [{"name": item.author}]
    return {**filled, _EXTENSION: {"feed_title": feed_title, "is_summary": item.is_summary}}

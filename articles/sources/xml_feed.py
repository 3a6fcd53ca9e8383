"""RSS 0.9x, 1.0 and 2.0 and Atom, by feedparser, of text that is first made harmless and, where it can be, valid."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from articles.model import Feed, FeedItem
from articles.sources.addresses import is_address
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
from articles.sources.xml_repair import repaired
from articles.text import printable

_HTML = re.compile(r"<(?:p|br|div|a|img|ul|ol|h[1-6]|blockquote|table|figure)\b[^<>]*>", re.IGNORECASE)
_ITEM = re.compile(r"<(?:[\w-]{1,40}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
_END = re.compile(r"</(?:[\w-]{1,40}:)?(?:item|entry|rss|rdf|feed|channel)\s*>", re.IGNORECASE)
_MAIL = re.compile(r"[(<]?[^\s()<>@]{1,100}@[^\s()<>@]{1,200}[)>]?")
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read(text: str, address: str, most_items: int) -> Feed:
    """The feed in an XML text, however broken.

    Args:
        text: The whole document.
        address: Where it was found, against which relative links are resolved; those of a feed that was found
            nowhere on the web are resolved against its site.
        most_items: See `repaired`.

    Raises:
        SourceError: It is no feed, or has more markup than any.
    """
    source = repaired(text, address, most_items)
    parsed = _parsed(source, address)
    entries = parsed.get("entries") or ()
    if not parsed.get("version") and not entries:
        raise not_a_feed(address)
    if len(entries) > 1 and _breaks_off(source):
        entries = entries[:-1]
    feed = parsed["feed"]
    home = absolute(_text(feed, "link"), address)
    base = address if is_address(address) else home
    author = _authors(feed) if str(parsed["version"]).startswith("atom") else ""
    items = (_item(entry, base, feed, author) for entry in entries)
    return Feed(
        title=plain_title(_text(feed, "title")),
        home=home,
        items=tuple(item for item in items if item.title or item.html or item.address),
    )


def _breaks_off(source: str) -> bool:
    """Whether the last item of a feed has a beginning and no end, and so perhaps not all of its text."""
    last = max((match.start() for match in _ITEM.finditer(source)), default=None)
    return last is not None and not _END.search(source, last)


def _parsed(source: str, address: str) -> Mapping[str, Any]:
    import feedparser

    try:
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(source.encode("utf-8", "replace")),  # bytes by themselves it would take for a file's name
            response_headers=_HEADERS,  # without an address, with which it would resolve ids as well
            sanitize_html=False,  # the cleaner shows text only, and takes no markup on trust
            resolve_relative_uris=False,  # slower than all the rest; done here in a line
        )
    except Exception as error:  # any markup may reach a third party's parser
        raise not_a_feed(address) from error
    return parsed


def _item(entry: Mapping[str, Any], base: str, feed: Mapping[str, Any], author: str) -> FeedItem:
    """An entry as an item; an Atom feed's author is that of the entries which name none (RFC 4287)."""
    address = absolute(_text(entry, "feedburner_origlink") or _text(entry, "link"), base)
    title = plain_title(_text(entry, "title"))
    content, content_detail = _content(entry)
    summary = _text(entry, "summary")
    detail = content_detail if content else entry.get("summary_detail") or {}
    body = _as_html(content or summary, _text(detail, "type"))
    body = with_absolute_links(body, absolute(_text(detail, "base"), base) or address or base)
    return FeedItem(
        key=item_key(_text(entry, "id"), address, title, body),
        address=address,
        title=title,
        author=_authors(entry) or author,
        published=iso_date(_text(entry, "published") or _text(entry, "updated") or _text(entry, "created")),
        html=body,
        is_summary=is_summary(content, summary),
        language=_text(entry, "language") or _text(detail, "language") or _text(feed, "language"),
    )


def _content(entry: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """The longest of an item's contents that are text."""
    contents: Sequence[Mapping[str, Any]] = entry.get("content") or ()
    texts = [each for each in contents if "text" in _text(each, "type") or "html" in _text(each, "type")]
    longest = max(texts, key=lambda each: len(_text(each, "value")), default={})
    return _text(longest, "value"), longest


def _as_html(body: str, media_type: str) -> str:
    """A body as HTML; one that is said to be plain text often is HTML all the same, and some are escaped twice."""
    if not _HTML.search(body) and _HTML.search(unescaped := html.unescape(body)):
        return unescaped
    return paragraphs(body) if media_type == "text/plain" and not _HTML.search(body) else body


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = dict.get(fields, name) if isinstance(fields, dict) else None  # feedparser's own get warns and guesses
    return printable(value).strip() if isinstance(value, str) else ""


def _authors(entry: Mapping[str, Any]) -> str:
    named = [_text(author, "name") for author in entry.get("authors") or () if isinstance(author, Mapping)]
    if len(named) == 1 and "@" in (single := _text(entry, "author")):
        named = [_MAIL.sub("", single).strip(" ()")]  # feedparser knows only mail addresses of old domains
    return joined_names([plain_title(name) for name in named])

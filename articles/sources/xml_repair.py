"""XML from strangers: what could do harm taken out, and what browsers forgive put right."""

from __future__ import annotations

import html
import re
from html.entities import html5

from articles.errors import SourceError
from articles.sources.addresses import shown_address
from articles.sources.feed_items import not_a_feed

MOST_TAGS = 400_000
"""Tags outside CDATA that a feed may have; one of 20,000 items has fewer."""
_ROOT = re.compile(r"<(?:[\w-]+:)?(?:rss|rdf|feed|channel|opml)\b", re.IGNORECASE)
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DECLARATION = re.compile(r"<![A-Z]+[^<>]*>|<\?.*?\?>", re.DOTALL)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6});|(\w{1,40});)?")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def repaired(text: str, address: str) -> str:
    """The XML from its root on, without document type, entities of its own, instructions and control characters.

    References to entities of HTML become their characters, and ampersands that begin no reference stand for
    themselves. So no reference expands to more than a character, and a bomb of entities has nothing to burst.

    Raises:
        SourceError: There is no root of a feed or list in it, or it has more markup than any.
    """
    root = _ROOT.search(text)
    if not root:
        raise not_a_feed(address)
    parts = _CDATA.split(_CONTROLS.sub("", text[root.start() :]))
    if sum(part.count("<") for part in parts[::2]) > MOST_TAGS:
        raise SourceError("more markup than any feed has", where=shown_address(address), remedy="Leave it out")
    parts[::2] = [_AMPERSAND.sub(_reference, _DECLARATION.sub("", part)) for part in parts[::2]]
    return "".join(parts)


def _reference(match: re.Match[str]) -> str:
    number, name = match[1], match[2]
    if number:
        char = html.unescape(f"&#{number};")
        return f"&#{ord(char)};" if len(char) == 1 and not _CONTROLS.match(char) else ""
    if name in _XML_ENTITIES:
        return match[0]
    return html5.get(f"{name};", f"&amp;{name};") if name else "&amp;"

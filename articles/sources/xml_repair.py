"""XML from strangers: what could do harm taken out, and what browsers forgive put right."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator, Sequence
from html.entities import html5

from articles.errors import SourceError
from articles.sources.addresses import shown_address
from articles.sources.feed_items import not_a_feed

MOST_MARKUP = 60_000
"""Tags and attributes outside CDATA that are read, which takes two seconds; a thousand items mostly have fewer."""
_FEWEST_ITEMS = 20
_MOST_ATTRIBUTES = 200
_MOST_NAMESPACES = 200
"""Attributes of one tag, and prefixes of one document, that are read; a parser's time grows with their square."""
_ROOT = re.compile(r"<(?:[\w-]{1,40}:)?(?:rss|rdf|feed|channel|opml)\b", re.IGNORECASE)
_SPECIAL = re.compile(r"<!\[CDATA\[|<!--|<\?|<!(?=[A-Za-z])")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>", "<!": ">"}
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_CDATA_OR_ITEM = re.compile(r"<!\[CDATA\[.*?\]\]>|<(?:[\w-]{1,40}:)?(item|entry)(?=[\s>])", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*")
_PREFIX = re.compile(r"\bxmlns:([^\s=]{1,100})")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6});|(\w{1,40});)?")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def repaired(text: str, address: str, most_items: int = sys.maxsize) -> str:
    """The XML from its root on, without document type, entities of its own, instructions and control characters.

    References to entities of HTML become their characters, and ampersands that begin no reference stand for
    themselves. So no reference expands to more than a character, and a bomb of entities has nothing to burst.

    Args:
        text: The whole document.
        address: Where it was found, for the error.
        most_items: Of more than twice as many items only so many at each end are left, fewer where they have more
            markup than most: feeds are in the order of their dates, this way or that, so that the newest are among
            them.

    Raises:
        SourceError: There is no root of a feed or list in it, or it has more markup than any.
    """
    root = _ROOT.search(text)
    if not root:
        raise not_a_feed(address)
    source = "".join(_parts(_CONTROLS.sub("", text[root.start() :])))
    items = [match.start() for match in _CDATA_OR_ITEM.finditer(source) if match[1]]
    while not _is_bearable(shortened := _shortened(source, items, most_items)):
        most_items = min(most_items, len(items)) // 2
        if most_items < _FEWEST_ITEMS:
            raise SourceError("more markup than any feed has", where=shown_address(address), remedy="Leave it out")
    return shortened


def _shortened(source: str, items: Sequence[int], most_items: int) -> str:
    """The source without the items in its middle, of which the beginnings are given."""
    if len(items) <= 2 * most_items:
        return source
    return source[: items[most_items]] + source[items[-most_items] :]


def _is_bearable(source: str) -> bool:
    markup = _CDATA.split(source)
    attributes = [tag.count("=") for part in markup for tag in _TAG.findall(part)]
    prefixes = {prefix for part in markup for prefix in _PREFIX.findall(part)}
    return (
        len(attributes) + sum(attributes) <= MOST_MARKUP
        and max(attributes, default=0) <= _MOST_ATTRIBUTES
        and len(prefixes) <= _MOST_NAMESPACES
    )


def _parts(text: str) -> Iterator[str]:
    """Markup with its references put right, and stretches of CDATA as they are; the last is closed if it is open."""
    cursor = 0
    while special := _SPECIAL.search(text, cursor):
        yield _AMPERSAND.sub(_reference, text[cursor : special.start()])
        end = text.find(_ENDS[special[0]], special.end())
        cursor = len(text) if end < 0 else end + len(_ENDS[special[0]])
        if special[0] == "<![CDATA[":
            yield text[special.start() :] + "]]>" if end < 0 else text[special.start() : cursor]
    yield _AMPERSAND.sub(_reference, text[cursor:])


def _reference(match: re.Match[str]) -> str:
    number, name = match[1], match[2]
    if number:
        char = html.unescape(f"&#{number};")
        return f"&#{ord(char)};" if len(char) == 1 and not _CONTROLS.match(char) else ""
    if name in _XML_ENTITIES:
        return match[0]
    return html5.get(f"{name};", f"&amp;{name};") if name else "&amp;"

"""XML from strangers: what could do harm taken out, and what browsers forgive put right."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from html.entities import html5
from itertools import accumulate

from articles.errors import SourceError
from articles.sources.addresses import shown_address
from articles.sources.feed_items import not_a_feed

MOST_TAGS = 200_000
"""Tags outside CDATA that are read; a thousand items have fewer."""
_ROOT = re.compile(r"<(?:[\w-]{1,40}:)?(?:rss|rdf|feed|channel|opml)\b", re.IGNORECASE)
_SPECIAL = re.compile(r"<!\[CDATA\[|<!--|<\?|<!(?=[A-Za-z])")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>", "<!": ">"}
_ITEM = re.compile(r"<(?:[\w-]{1,40}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
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
        most_items: Of more than twice as many items only so many at each end are left: feeds are in the order of
            their dates, this way or that, so that the newest are among them.

    Raises:
        SourceError: There is no root of a feed or list in it, or it has more markup than any.
    """
    root = _ROOT.search(text)
    if not root:
        raise not_a_feed(address)
    parts = list(_parts(_CONTROLS.sub("", text[root.start() :])))
    markup = ["" if part.startswith("<![CDATA[") else part for part in parts]
    starts = [0, *accumulate(map(len, parts))]
    items = [start + item.start() for part, start in zip(markup, starts, strict=False) for item in _ITEM.finditer(part)]
    source = "".join(parts)
    if len(items) > 2 * most_items:
        source = source[: items[most_items]] + source[items[-most_items] :]
    if source.count("<") > MOST_TAGS and sum(part.count("<") for part in markup) > MOST_TAGS:
        raise SourceError("more markup than any feed has", where=shown_address(address), remedy="Leave it out")
    return source


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

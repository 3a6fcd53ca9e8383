"""An HTML page as a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.text import printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTROL_REFERENCE = re.compile(r"&#(?:0*(\d{1,3})|[xX]0*([0-9a-fA-F]{1,2}));")


_SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)|Page saved with SingleFile\s{1,9}url:\s{0,9})(https?://[^\s<>\"]{1,2000})"
)
_TOP = 4096
_LONGEST_TAG = 10_000
_ENDLESS_TAG = re.compile(rf"(<[A-Za-z][A-Za-z0-9]*)\s[^<>]{{{_LONGEST_TAG},}}")
"""A tag so long that it holds a picture, or thousands of attributes, for which the parser takes quadratic time."""


def address_saved_from(page: str) -> str:
    """The address that a browser wrote into a page when it saved it, or the empty string."""
    match = _SAVED_FROM.search(page, 0, _TOP)
    return match[1] if match else ""


def without_control_references(page: str) -> str:
    """The page with its numeric references to control characters made visible, as `printable` makes the characters."""
    return _CONTROL_REFERENCE.sub(_shown_reference, page) if "&#" in page else page


def _shown_reference(match: re.Match[str]) -> str:
    code = int(match[1]) if match[1] else int(match[2], 16)
    is_control = (code < 0x20 and code not in (9, 10, 13)) or 0x7F <= code < 0x80
    return printable(chr(code)) if is_control else match[0]


def parse_page(page: str) -> HtmlElement | None:
    """The tree of a page, or None where there is no element in it; tags of absurd length lose their attributes."""
    from lxml import etree, html

    if _may_hold_endless_tag(page):
        page = _ENDLESS_TAG.sub(r"\1", page)
    try:
        tree: HtmlElement = html.document_fromstring(
            page.encode("utf-8"),
            parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.LxmlError, ValueError):
        return None
    return tree


def _may_hold_endless_tag(page: str) -> bool:
    """Whether a tag is open for half of such a length, at one of the places that none so long can avoid."""
    half = _LONGEST_TAG // 2
    return any(
        page.find(">", start, start + half) < 0 and page.rfind("<", 0, start) > page.rfind(">", 0, start)
        for start in range(half, len(page) - half, half)
    )

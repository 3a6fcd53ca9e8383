"""An HTML page as a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.text import printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTROL_REFERENCE = re.compile(r"&#(?:0*(\d{1,3})|[xX]0*([0-9a-fA-F]{1,2}));")


def without_control_references(page: str) -> str:
    """The page with its numeric references to control characters made visible, as `printable` makes the characters."""
    return _CONTROL_REFERENCE.sub(_shown_reference, page) if "&#" in page else page


def _shown_reference(match: re.Match[str]) -> str:
    code = int(match[1]) if match[1] else int(match[2], 16)
    is_control = (code < 0x20 and code not in (9, 10, 13)) or 0x7F <= code < 0x80
    return printable(chr(code)) if is_control else match[0]


def parse_page(page: str) -> HtmlElement | None:
    """The tree of a page, or None where there is no element in it."""
    from lxml import etree, html

    try:
        tree: HtmlElement = html.document_fromstring(
            page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError):
        return None
    return tree

"""An HTML page as a tree and as plain lines, whichever of its parts they are from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.text import one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "title", "math"}
)
_BLOCKS = frozenset(
    "address article aside blockquote body br button dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr label legend li main nav ol option p pre section summary table tbody td tfoot th thead time tr ul".split()
)
_CONTROL_REFERENCE = re.compile(r"&#(?:0*(\d{1,3})|[xX]0*([0-9a-fA-F]{1,2}));")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page as a reader would see it."""

    text: str
    caption: bool = False
    """Whether it stands in a `figcaption`."""


def without_control_references(page: str) -> str:
    """The page with its numeric references to control characters made visible, as `printable` makes the characters."""
    return _CONTROL_REFERENCE.sub(_shown_reference, page)


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


def page_lines(tree: HtmlElement) -> tuple[PageLine, ...]:
    """The text of a page, a line for each stretch that no block element or line break parts."""
    from lxml.etree import iterwalk

    lines: list[PageLine] = []
    pieces: list[str] = []
    silent = captions = 0

    def end_line() -> None:
        text = one_line(printable("".join(pieces)))
        pieces.clear()
        if text:
            lines.append(PageLine(text, captions > 0))

    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCKS:
            end_line()
        started = event == "start"
        captions += (tag == "figcaption") * (1 if started else -1)
        if tag in _SILENT:
            silent += 1 if started else -1
        if not silent:
            pieces.append((element.text if started else element.tail) or "")
        elif not started and tag in _SILENT and silent == 0:
            pieces.append(element.tail or "")
    end_line()
    return tuple(lines)

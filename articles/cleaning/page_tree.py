"""An HTML page as a tree and as plain lines, whichever of its parts they are from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.text import one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "title", "math"})
_BLOCKS = frozenset(
    "address article aside blockquote body br button dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section summary table"
    " tbody td tfoot th thead time tr ul".split()
)
_CONTROL_REFERENCE = re.compile(r"&#(?:0*(\d{1,3})|[xX]0*([0-9a-fA-F]{1,2}));")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page as a reader would see it."""

    text: str
    caption: bool = False
    """Whether it stands in a `figcaption`, or in an element of a class that is called so."""
    links: tuple[tuple[str, str], ...] = ()
    """The words and the address of each link in it, in order."""


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

    collector = _LineCollector()
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "start":
            collector.enter(element)
        else:
            collector.leave(element)
    collector.end_line()
    return tuple(collector.lines)


class _LineCollector:
    """Puts the lines of a page together while its tree is walked."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self._pieces: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._link_start = 0
        self._silent = 0
        self._captions = 0

    def enter(self, element: HtmlElement) -> None:
        if element.tag in _BLOCKS:
            self.end_line()
        self._captions += _is_caption(element)
        self._silent += element.tag in _SILENT
        if element.tag == "a":
            self._link_start = len(self._pieces)
        self._add(element.text)

    def leave(self, element: HtmlElement) -> None:
        if element.tag == "a" and (target := element.get("href")):
            words = one_line(printable("".join(self._pieces[self._link_start :])))
            if words and not self._silent:
                self._links.append((words, printable(target.strip())))
        if element.tag in _BLOCKS:
            self.end_line()
        self._captions -= _is_caption(element)
        self._silent -= element.tag in _SILENT
        self._add(element.tail)

    def end_line(self) -> None:
        """Finishes the line in hand, if there is text in it."""
        text = one_line(printable("".join(self._pieces)))
        if text:
            self.lines.append(PageLine(text, self._captions > 0, tuple(self._links)))
        self._pieces.clear()
        self._links.clear()
        self._link_start = 0

    def _add(self, text: str | None) -> None:
        if text and not self._silent:
            self._pieces.append(text)


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or "caption" in (element.get("class") or "").lower()

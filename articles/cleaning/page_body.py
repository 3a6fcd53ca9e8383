"""Which lines of an HTML page are the article's: trafilatura's choice, checked against the page's own structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.cleaning.alignment import lines_of_text
from articles.cleaning.extraction import extracted_text
from articles.cleaning.page import is_prose
from articles.cleaning.page_lines import PageLine
from articles.cleaning.units import Unit
from articles.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOSTLY_LINKS = 0.3
_DOUBTFUL, _FAILED = 0.5, 0.2
"""Shares of the prose in the page's richest container below which a choice is doubted, and not believed."""
_REACH_ABOVE = 6
"""How many lines above its first one an article may have begun."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """The lines of an HTML page with what can be counted in them."""

    lines: tuple[PageLine, ...]
    units: tuple[Unit, ...]
    """One for each line."""

    def is_text(self, number: int) -> bool:
        """Whether a line is a sentence or more of running text, outside links, headings and captions."""
        line = self.lines[number]
        return (
            line.kind not in (BlockKind.HEADING, BlockKind.CAPTION)
            and is_prose(self.units[number])
            and not line.text.startswith("©")
            and line.linked < _MOSTLY_LINKS
        )


def marked_page(lines: Sequence[PageLine]) -> MarkedPage:
    """The page that has these lines."""
    units = tuple(Unit(number, number, line.text, kind=line.kind) for number, line in enumerate(lines))
    return MarkedPage(tuple(lines), units)


def find_body(page: MarkedPage, tree: HtmlElement, stated: str = "") -> frozenset[int]:
    """The numbers of the lines that are the article's body; empty where nothing reads as prose.

    Args:
        page: The lines of the page.
        tree: The same page.
        stated: The article's text as the page's metadata states it, where it does.
    """
    texts = [line.text for line in page.lines]
    richest, amount = _richest_container(page)
    kept = lines_of_text(texts, extracted_text(tree, thorough=False))
    if _length(page, kept) < _DOUBTFUL * amount:
        kept = lines_of_text(texts, extracted_text(tree, thorough=True))
    if _length(page, kept) < _FAILED * amount:
        kept |= _within(page, richest)
    if stated and _length(page, kept) < _DOUBTFUL * len(stated):
        kept |= lines_of_text(texts, stated)
    if not any(is_prose(page.units[number]) for number in kept):
        return frozenset()
    return _with_neighbours(page, kept)


def _length(page: MarkedPage, numbers: frozenset[int]) -> int:
    return sum(len(page.lines[number].text) for number in numbers)


def _richest_container(page: MarkedPage) -> tuple[int, int]:
    """The container with most running text, and how many characters that is; what is set apart counts half."""
    amounts: Counter[int] = Counter()
    for number, line in enumerate(page.lines):
        if page.is_text(number):
            amounts[line.container] += len(line.text) // (2 if line.apart else 1)
    return amounts.most_common(1)[0] if amounts else (0, 0)


def _within(page: MarkedPage, container: int) -> frozenset[int]:
    """The lines of a container from its first sentence to its last, but for those that are links."""
    sentences = [
        number for number, line in enumerate(page.lines) if line.container == container and page.is_text(number)
    ]
    between = range(sentences[0], sentences[-1] + 1) if sentences else range(0)
    return frozenset(
        number
        for number in between
        if page.lines[number].container == container and page.lines[number].linked < _MOSTLY_LINKS
    )


def _with_neighbours(page: MarkedPage, kept: frozenset[int]) -> frozenset[int]:
    """The same with what stands among them in the same containers: sentences, headings, and the article's beginning."""
    first, last = min(kept), max(kept)
    homes = {page.lines[number].container for number in kept if page.is_text(number)}
    whole = not page.lines[first].apart
    found = set(kept)
    for number in range(max(first - _REACH_ABOVE, 0), last):
        line = page.lines[number]
        if number in kept or line.container not in homes or (line.apart and whole):
            continue
        if page.is_text(number) or (number > first and line.kind is BlockKind.HEADING and _leads_on(number, kept)):
            found.add(number)
    return frozenset(found)


def _leads_on(heading: int, kept: frozenset[int]) -> bool:
    return heading + 1 in kept or heading + 2 in kept

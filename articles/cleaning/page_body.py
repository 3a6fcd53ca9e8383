"""Which lines of an HTML page are the article's: trafilatura's choice, checked against the page's own structure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.cleaning.alignment import lines_of_text
from articles.cleaning.extraction import extracted_text
from articles.cleaning.page_lines import PageLine
from articles.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST_WORDS, _ENOUGH_WORDS = 8, 24
_SENTENCE_END = re.compile(r"""[.!?…。！？][\])"'”’»*]*$""")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_MOSTLY_LINKS = 0.3
_DOUBTFUL, _FAILED = 0.5, 0.2
"""Shares of the prose in the page's richest container below which a choice is doubted, and not believed."""
_REACH_ABOVE = 6
"""How many lines above its first one an article may have begun."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """The lines of an HTML page."""

    lines: tuple[PageLine, ...]
    sentences: frozenset[int]
    """Numbers of the lines that are a sentence or more of running text, outside links, headings and captions."""


def marked_page(lines: Sequence[PageLine]) -> MarkedPage:
    """The page that has these lines."""
    return MarkedPage(tuple(lines), frozenset(number for number, line in enumerate(lines) if _is_running_text(line)))


def _is_running_text(line: PageLine) -> bool:
    return (
        _is_sentence(line.text)
        and line.kind not in (BlockKind.HEADING, BlockKind.CAPTION)
        and not line.text.startswith("©")
        and line.linked < _MOSTLY_LINKS
    )


def _is_sentence(text: str) -> bool:
    """Whether a text has the length of a sentence and ends as one, or has that of two."""
    words = text.count(" ") + 1
    if words < _FEWEST_WORDS and not text.isascii():
        words += len(_IDEOGRAPHS.findall(text)) // 2
    return words >= _ENOUGH_WORDS or (words >= _FEWEST_WORDS and _SENTENCE_END.search(text, len(text) - 8) is not None)


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
    if not any(_is_sentence(texts[number]) for number in kept):
        return frozenset()
    return _with_neighbours(page, kept)


def _length(page: MarkedPage, numbers: frozenset[int]) -> int:
    return sum(len(page.lines[number].text) for number in numbers)


def _richest_container(page: MarkedPage) -> tuple[int, int]:
    """The container with most running text, and how many characters that is; what is set apart counts half."""
    amounts: Counter[int] = Counter()
    for number in sorted(page.sentences):
        line = page.lines[number]
        amounts[line.container] += len(line.text) // (2 if line.apart else 1)
    return amounts.most_common(1)[0] if amounts else (0, 0)


def _within(page: MarkedPage, container: int) -> frozenset[int]:
    """The lines of a container from its first sentence to its last, but for those that are links."""
    sentences = [number for number in sorted(page.sentences) if page.lines[number].container == container]
    between = range(sentences[0], sentences[-1] + 1) if sentences else range(0)
    return frozenset(
        number
        for number in between
        if page.lines[number].container == container and page.lines[number].linked < _MOSTLY_LINKS
    )


def _with_neighbours(page: MarkedPage, kept: frozenset[int]) -> frozenset[int]:
    """The same with what stands among them in the same containers: sentences, headings, and the article's beginning."""
    first, last = min(kept), max(kept)
    homes = {page.lines[number].container for number in kept & page.sentences}
    whole = not page.lines[first].apart
    found = set(kept)
    for number in range(max(first - _REACH_ABOVE, 0), last):
        line = page.lines[number]
        if number in kept or line.container not in homes or (line.apart and whole):
            continue
        if number in page.sentences or (number > first and line.kind is BlockKind.HEADING and _leads_on(number, kept)):
            found.add(number)
    return frozenset(found)


def _leads_on(heading: int, kept: frozenset[int]) -> bool:
    return heading + 1 in kept or heading + 2 in kept

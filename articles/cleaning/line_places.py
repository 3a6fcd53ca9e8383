"""Where in an article's blocks each line of its raw text stands, found from the texts alone, whatever cleaned it."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.model import Article, Block, BlockKind, LineRole

BLOCK_KINDS = {
    LineRole.PARAGRAPH: BlockKind.PARAGRAPH,
    LineRole.HEADING: BlockKind.HEADING,
    LineRole.LIST_ITEM: BlockKind.LIST_ITEM,
    LineRole.QUOTATION: BlockKind.QUOTATION,
    LineRole.CAPTION: BlockKind.CAPTION,
}
"""The roles of lines that make blocks, with the kinds of block that they make."""

_MARKER = re.compile(r"\s*(?:[*+•·▪►‣●○–>#-]+|\d{1,3}[.)])\s+(?=\S)")
_LINK_TARGET = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\]\[[^\]]*\]")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_WORD = re.compile(r"\w+")
_RUN = re.compile(r"[^\W_]+")
_SHORT = 16
"""Letters up to which a line is found only where the text goes on with it, or where a block begins with it."""
_BLOCKS_AHEAD = 3
_MOST_WORDS = 1000
_LIKE = 0.6
"""Share of the words, of the line or of the block, that both must have in the same order to belong together."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open span of characters of one block."""

    block: int
    start: int
    end: int


def line_places(article: Article) -> tuple[tuple[Stretch, ...], ...]:
    """For each line of an article the stretches of its blocks that are that line's text, in order.

    Nothing for a line that makes no block. A line is found by its letters and digits, after those of the line
    before it; without its list marker, and without the marks and addresses of Markdown, where it is not found
    otherwise; and by the order of its words, where its text was changed more than that.
    """
    finder = _Finder(article.blocks)
    return tuple(finder.place(line.text) if line.role in BLOCK_KINDS else () for line in article.lines)


class _Finder:
    """Finds one line after another in the blocks of an article."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._where: list[tuple[int, int]] = []
        pieces = []
        for number, block in enumerate(blocks):
            for start, letters in _letters(block.text):
                pieces.append(letters)
                self._where.extend((number, at) for at in range(start, start + len(letters)))
        self._text = "".join(pieces)
        self._begins = [bisect_left(self._where, (number, 0)) for number in range(len(blocks))]
        self._cursor = 0

    def place(self, line: str) -> tuple[Stretch, ...]:
        for reading in _readings(line):
            key = "".join(letters for _, letters in _letters(reading))
            at = self._find(key)
            if at >= 0:
                self._cursor = max(self._cursor, at + len(key))
                return tuple(self._stretches(at, at + len(key)))
        return self._alike(list(_readings(line))[-1])

    def _find(self, key: str) -> int:
        if not key:
            return -1
        if self._text.startswith(key, self._cursor):
            return self._cursor
        if len(key) <= _SHORT:
            ahead = self._begins[bisect_left(self._begins, self._cursor) :]
            return next((begin for begin in ahead if self._text.startswith(key, begin)), -1)
        ahead_at = self._text.find(key, self._cursor)
        return ahead_at if ahead_at >= 0 else self._text.find(key)

    def _stretches(self, start: int, end: int) -> Iterator[Stretch]:
        first, last = self._where[start][0], self._where[end - 1][0]
        for number in range(first, last + 1):
            begin = max(start, self._begins[number])
            stop = min(end, self._begins[number + 1] if number + 1 < len(self._begins) else end)
            if begin < stop:
                text = self._blocks[number].text
                yield Stretch(number, *_with_punctuation(text, self._where[begin][1], self._where[stop - 1][1] + 1))

    def _alike(self, line: str) -> tuple[Stretch, ...]:
        """The block from the cursor on whose words are most like those of a line; nothing where none is like it."""
        words = _WORD.findall(line.casefold())[:_MOST_WORDS]
        here = self._where[self._cursor][0] if self._cursor < len(self._where) else len(self._blocks)
        found = [self._likeness(words, number) for number in range(here, min(here + _BLOCKS_AHEAD, len(self._blocks)))]
        share, stretch = max(found, key=lambda each: each[0], default=(0.0, None))
        if stretch is None or share < _LIKE:
            return ()
        self._cursor = max(self._cursor, bisect_right(self._where, (stretch.block, stretch.end - 1)))
        return (stretch,)

    def _likeness(self, words: Sequence[str], number: int) -> tuple[float, Stretch | None]:
        text = self._blocks[number].text
        matches = list(_WORD.finditer(text))[:_MOST_WORDS]
        there = [match[0].casefold() for match in matches]
        runs = [run for run in SequenceMatcher(None, words, there, autojunk=False).get_matching_blocks() if run.size]
        if not runs:
            return 0.0, None
        share = sum(run.size for run in runs) / min(len(words), len(there))
        first, last = matches[runs[0].b], matches[runs[-1].b + runs[-1].size - 1]
        return share, Stretch(number, *_with_punctuation(text, first.start(), last.end()))


def _readings(line: str) -> Iterator[str]:
    """A line as it stands, without its marker, and without the marks of Markdown and HTML."""
    yield line
    marker = _MARKER.match(line)
    bare = line[marker.end() :] if marker else line
    if marker:
        yield bare
    stripped = html.unescape(_TAG.sub(" ", _LINK_TARGET.sub(" ", bare)))
    if stripped != bare:
        yield stripped


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """The runs of letters and digits of a text, folded, each with its offset; as long as they stand there."""
    for run in _RUN.finditer(text):
        folded = run[0].casefold()
        if len(folded) != len(run[0]):
            folded = "".join(char.casefold()[:1] for char in run[0])
        yield run.start(), folded


def _with_punctuation(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the quotes, brackets and stops that touch it."""
    while start > 0 and _is_punctuation(text[start - 1]):
        start -= 1
    while end < len(text) and _is_punctuation(text[end]):
        end += 1
    return start, end


def _is_punctuation(char: str) -> bool:
    return not char.isspace() and not char.isalnum()

"""Blocks with stretches taken out of them and other blocks put between them, or into them."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from articles.cleaning.line_places import Stretch
from articles.model import Block, Markup

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Insertion:
    """A block to put in behind a character of another one."""

    after: int
    """The number of the block that it follows; -1 where it comes before all."""
    offset: int
    """How much of that block it follows: what is left of the block comes after it."""
    block: Block

    @classmethod
    def between(
        cls, places: Sequence[Sequence[Stretch]], first: int, last: int, blocks: Sequence[Block], block: Block
    ) -> Self:
        """A block made of the lines from `first` to `last`, put where they stand among the lines of the others.

        Args:
            places: For each line the stretches of blocks that it is the text of.
            first: The block's first line.
            last: Its last line.
            blocks: The blocks that are there.
            block: The block to put in.
        """
        before = next((places[line][-1] for line in range(first - 1, -1, -1) if places[line]), None)
        behind = next((places[line][0] for line in range(last + 1, len(places)) if places[line]), None)
        if before is not None and behind is not None and before.block == behind.block:
            return cls(before.block, before.end, block)
        front = behind.block - 1 if behind else len(blocks) - 1
        after = front if before is None else before.block
        return cls(after, len(blocks[after].text) if after >= 0 else 0, block)


def rebuilt(blocks: Sequence[Block], cuts: Iterable[Stretch], insertions: Iterable[Insertion]) -> tuple[Block, ...]:
    """The blocks without what is cut, and with what is put in; insertions at one place keep their order.

    Emphasis and links stay on the words that they were on. A block of which nothing is left is gone.
    """
    cut: dict[int, list[_Span]] = defaultdict(list)
    for stretch in cuts:
        cut[stretch.block].append((stretch.start, stretch.end))
    added: dict[int, list[Insertion]] = defaultdict(list)
    for insertion in insertions:
        added[insertion.after].append(insertion)
    made = [insertion.block for insertion in added[-1]]
    for number, block in enumerate(blocks):
        made.extend(_with_insertions(block, sorted(cut[number]), added[number]))
    return tuple(made)


def _with_insertions(block: Block, cuts: Sequence[_Span], insertions: Sequence[Insertion]) -> Iterator[Block]:
    start = 0
    for insertion in sorted(insertions, key=lambda each: each.offset):
        yield from _part(block, start, insertion.offset, cuts)
        yield insertion.block
        start = insertion.offset
    yield from _part(block, start, len(block.text), cuts)


def _part(block: Block, start: int, end: int, cuts: Sequence[_Span]) -> Iterator[Block]:
    """The block from `start` to `end` without what is cut out of it; nothing where no letter is left."""
    if not cuts and (start, end) == (0, len(block.text)):
        yield block
        return
    pieces = [trimmed for piece in _between_cuts(start, end, cuts) if (trimmed := _trimmed(block.text, piece))]
    text = " ".join(block.text[first:last] for first, last in pieces)
    if any(char.isalnum() for char in text):
        yield dataclasses.replace(block, text=text, markup=tuple(_moved(block.markup, pieces)))


def _between_cuts(start: int, end: int, cuts: Sequence[_Span]) -> Iterator[_Span]:
    for cut_start, cut_end in cuts:
        if start < min(cut_start, end):
            yield start, min(cut_start, end)
        start = max(start, cut_end)
    if start < end:
        yield start, end


def _trimmed(text: str, span: _Span) -> _Span | None:
    """A span without the blanks at its ends; None where nothing else is in it."""
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    end = span[1] - (len(piece) - len(piece.rstrip()))
    return (start, end) if start < end else None


def _moved(markup: Sequence[Markup], pieces: Sequence[_Span]) -> Iterator[Markup]:
    """The markup where its words stand when only these pieces of a text are left, one blank between two of them."""
    for mark in markup:
        before = 0
        for first, last in pieces:
            start, end = max(mark.start, first), min(mark.end, last)
            if start < end:
                yield dataclasses.replace(mark, start=before + start - first, end=before + end - first)
            before += last - first + 1

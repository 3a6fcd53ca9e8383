"""Which lines of a page an extractor's text consists of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NOT_COMPARED = re.compile(r"[\W_]+")
_SHORT = 16
"""Letters up to which a line is the text's only where the text goes on with just that."""
_PROBE = 24
"""Letters at either end of a line by which it is known though the extractor lost words in its middle."""
_MOST_PLACES = 4
"""How many places of a line in the text are considered; what is said more often is no anchor."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A line's place in the text, and the heaviest chain of anchors that leads to it."""

    line: int
    start: int
    end: int
    weight: int
    before: _Anchor | None


def lines_of_text(lines: Sequence[str], text: str) -> frozenset[int]:
    """The numbers of the lines that a text was made of.

    Lines are anchored where their letters stand in the text; of anchors that contradict each other in order, the
    chain with most letters counts (heaviest increasing subsequence). What lies between two anchors is matched there.

    Args:
        lines: All lines of the page in order.
        text: What an extractor made of some of them, in the same order; white space and punctuation don't matter.
    """
    keys = [_letters(line) for line in lines]
    whole = _letters(text)
    found: set[int] = set()
    line, cursor = 0, 0
    for anchor in (*_chain(keys, whole), _Anchor(len(keys), len(whole), len(whole), 0, None)):
        found.update(_between(keys, range(line, anchor.line), whole[cursor : anchor.start]))
        found.add(anchor.line)
        line, cursor = anchor.line + 1, anchor.end
    found.discard(len(keys))
    return frozenset(found)


def _chain(keys: Sequence[str], whole: str) -> list[_Anchor]:
    """The heaviest chain of anchors in which both lines and places increase without overlap."""
    best: list[_Anchor] = []  # by increasing end and weight
    for line, key in enumerate(keys):
        reached = [
            _Anchor(line, start, start + len(key), len(key) + (before.weight if before else 0), before)
            for start in _places(whole, key)
            for before in (_last_before(best, start),)
        ]
        for anchor in reached:
            _keep(best, anchor)
    return list(_back_from(best[-1] if best else None))[::-1]


def _back_from(anchor: _Anchor | None) -> Iterator[_Anchor]:
    while anchor:
        yield anchor
        anchor = anchor.before


def _places(whole: str, key: str) -> Iterator[int]:
    if len(key) <= _SHORT:
        return
    at = whole.find(key)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = whole.find(key, at + 1)


def _last_before(best: Sequence[_Anchor], start: int) -> _Anchor | None:
    at = bisect_left(best, start + 1, key=lambda anchor: anchor.end)
    return best[at - 1] if at else None


def _keep(best: list[_Anchor], anchor: _Anchor) -> None:
    at = bisect_left(best, anchor.end, key=lambda each: each.end)
    if at and best[at - 1].weight >= anchor.weight:
        return
    while at < len(best) and best[at].weight <= anchor.weight:
        del best[at]
    best.insert(at, anchor)


def _between(keys: Sequence[str], lines: range, gap: str) -> Iterator[int]:
    """The lines between two anchors that the text between them is made of."""
    cursor = 0
    for line in lines:
        key = keys[line]
        if not key or cursor >= len(gap):
            continue
        end = _end_in(key, gap, cursor)
        if end:
            cursor = end
            yield line


def _end_in(key: str, gap: str, cursor: int) -> int:
    """Where a line ends in a text, 0 where it isn't there."""
    if len(key) <= _SHORT:
        return cursor + len(key) if gap.startswith(key, cursor) else 0
    at = gap.find(key, cursor)
    if at >= 0:
        return at + len(key)
    return _end_of_damaged(key, gap, cursor) if len(key) > 2 * _PROBE else 0


def _end_of_damaged(key: str, gap: str, cursor: int) -> int:
    """Where a line ends of which the text has beginning or end, 0 where it has neither."""
    at = gap.find(key[-_PROBE:], cursor)
    if at >= 0:
        return at + _PROBE
    at = gap.find(key[:_PROBE], cursor)
    return at + _PROBE if at >= 0 else 0


def _letters(text: str) -> str:
    return _NOT_COMPARED.sub("", text).casefold()

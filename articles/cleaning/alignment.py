"""Which line of a page belongs to which block that an extractor made of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_NOT_COMPARED = re.compile(r"[\W_]+")
_SHORT = 16
"""Letters up to which a line is the text's only where the text goes on with just that."""
_PROBE = 24
"""Letters of the text that is due next, by which a jump ahead is checked."""
_LOOK_AHEAD = 40


def home_blocks(lines: Sequence[str], blocks: Sequence[str]) -> tuple[int, ...]:
    """For each line the number of the block whose text it is of, or -1; lines and blocks are in the same order.

    A line further on in the text than what is due next, which a later line will bring, is a quotation set apart,
    and of no block.
    """
    keys = [_letters(line) for line in lines]
    parts = [_letters(block) for block in blocks]
    text = "".join(parts)
    starts = list(accumulate((len(part) for part in parts), initial=0))[:-1]
    homes, cursor = [], 0
    for number, key in enumerate(keys):
        at = _place(text, key, cursor)
        if at > cursor and _is_due_later(text[cursor : cursor + _PROBE], keys[number + 1 : number + _LOOK_AHEAD]):
            at = -1
        homes.append(bisect_right(starts, at) - 1 if at >= 0 else -1)
        cursor = at + len(key) if at >= 0 else cursor
    return tuple(homes)


def _place(text: str, key: str, cursor: int) -> int:
    if not key:
        return -1
    if len(key) <= _SHORT:
        return cursor if text.startswith(key, cursor) else -1
    return text.find(key, cursor)


def _is_due_later(due: str, following: Sequence[str]) -> bool:
    return len(due) == _PROBE and any(
        key.startswith(due) or (len(key) > _SHORT and due.startswith(key)) for key in following
    )


def _letters(text: str) -> str:
    return _NOT_COMPARED.sub("", text).casefold()

"""How often something is named month by month, as a line of blocks with its ends and its peak told in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from articles.model import MonthCount
from tui.listings.wording import counted

_BLOCKS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"
_FEWEST = 8
"""Blocks that there is always room for."""


def month_line(months: Sequence[MonthCount], cells: int, *, undated: int = 0) -> str:
    """`Jan 2023 ▂▁··█▃ Jun 2023 · most: 31 in May 2023`; of one month only its count; empty for none.

    Args:
        months: The months with a count, the first first.
        cells: How long the line may be; where there are more months than blocks fit, a block stands for several.
        undated: Mentions in articles without a date.
    """
    if not months:
        return ""
    peak = max(months, key=lambda each: each.mentions)
    rest = f" · {undated:,} undated" if undated else ""
    if len(months) == 1:
        return f"{counted(peak.mentions, 'mention')} in {_label(peak.month)}{rest}"
    first = f"{_label(months[0].month)} "
    last = f" {_label(months[-1].month)} · most: {peak.mentions:,} in {_label(peak.month)}{rest}"
    return f"{first}{_bars(_buckets(months, max(cells - len(first + last), _FEWEST)))}{last}"


def _buckets(months: Sequence[MonthCount], most: int) -> list[int]:
    """The counts of all months from the first to the last, as many together as it takes to have no more than `most`."""
    first, last = _number(months[0].month), _number(months[-1].month)
    together = -(-(last - first + 1) // most)
    counts = [0] * (-(-(last - first + 1) // together))
    for each in months:
        counts[(_number(each.month) - first) // together] += each.mentions
    return counts


def _bars(counts: Sequence[int]) -> str:
    highest = max(counts)
    return "".join(_BLOCKS[-(-count * len(_BLOCKS) // highest) - 1] if count else _NOTHING for count in counts)


def _number(month: date) -> int:
    return month.year * 12 + month.month


def _label(month: date) -> str:
    return f"{month:%b %Y}"

"""The words around a time that shade it: early, late, about, at least, or so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.model import TimeType

_BEFORE_DATES = {
    "START": r"early|earlier|the (?:very )?(?:beginning|start) of(?: the)?|the early (?:part|days) of|sometime in early",
    "MID": r"mid|middle|the middle of(?: the)?|halfway through",
    "END": r"late|later|the (?:very )?end of(?: the)?|the latter part of|the close of",
    "APPROX": r"about|around|roughly|sometime|nearly|almost|some",
}
_BEFORE_LENGTHS = {
    "APPROX": r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated",
    "MORE_THAN": r"more than|over|well over|just over|longer than",
    "LESS_THAN": r"less than|under|fewer than|just under|barely",
    "EQUAL_OR_MORE": r"at least|no less than",
    "EQUAL_OR_LESS": r"at most|up to|no more than|as many as|as long as",
}


def _compiled(table: dict[str, str]) -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{name}>{words.replace(' ', r'[ ]+')})" for name, words in table.items())
    return re.compile(rf"(?<![\w-])(?:{groups})(?:-|\s+)$", re.IGNORECASE)


_DATES = _compiled(_BEFORE_DATES)
_LENGTHS = _compiled(_BEFORE_LENGTHS)
_AFTER = re.compile(r"\s+(?:(?P<APPROX>or so)|(?P<EQUAL_OR_MORE>or (?:more|later|longer))|(?P<EQUAL_OR_LESS>or (?:less|earlier)))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Widened:
    """A span with the shading words that belong to it."""

    start: int
    end: int
    modifier: str


def widen(text: str, start: int, end: int, kind: TimeType) -> Widened:
    """Take in the modifiers right before and after an expression; the modifier is empty where there is none."""
    table = _LENGTHS if kind in (TimeType.DURATION, TimeType.SET) else _DATES
    window = max(start - 32, 0)
    before = table.search(text[window:start])
    after = _AFTER.match(text, end)
    return Widened(
        start=window + before.start() if before else start,
        end=after.end() if after else end,
        modifier=(before.lastgroup if before else after.lastgroup if after else "") or "",
    )

"""Figures as news tells them: exact, rounded, or as a bound; whether two of them may be one and the same."""

from __future__ import annotations

import re
from enum import Enum
from math import floor, log10

_ABOUT = r"about|around|some|roughly|approximately|nearly|almost|close to|just under|just over|an estimated|estimated"
_BEYOND = r"more than|over|above|upwards of|fewer than|less than|under|up to"
_AT_LEAST = r"at least|no fewer than|not less than|at most|no more than"
_HEDGE = re.compile(rf"\b(?:{_ABOUT}|{_BEYOND}|{_AT_LEAST})\s+$", re.IGNORECASE)
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_MEASURE = re.compile(rf"-(?!(?:{_UNITS})\b)[^\W\d_]+(?:-old)?\b| years? old\b", re.IGNORECASE)
_BEFORE = 24
"""Characters before a figure among which stands how it is told."""
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:[\s-](thousand|million|billion|trillion)\b)?", re.IGNORECASE)
_SET_AGAINST = re.compile(
    r"\b(?:than|not|instead of|rather than|compared (?:with|to)|up from|down from) (?:the |its |an? |about )?[$€£¥]?$",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_APPROXIMATE = 0.07
"""By what share a figure may be off that is told as an approximate one."""
_EXCEEDED = 0.25
"""By what share a round bound may be exceeded: "more than 100" of 120."""
_ROUNDED = 0.05
"""By what share a round figure may be off that is told as it is."""
_LARGE = 1000
"""From here on a round figure is taken for a rounded one."""
_ROUND_BOUND = 100
_ROUND_DIGITS = 2


class Hedge(Enum):
    """How exactly a figure is told."""

    NONE = "none"
    ABOUT = "about"
    BEYOND = "beyond"
    """More than it, or less."""
    AT_LEAST = "at least"
    """As counted so far."""


def with_hedge(text: str, start: int) -> int:
    """Where a figure of a text begins together with what hedges it: "at least", "about".

    Args:
        text: The text.
        start: Where the figure begins without it.
    """
    first = max(start - _BEFORE, 0)
    found = _HEDGE.search(text[first:start])
    return first + found.start() if found else start


def with_measure(text: str, end: int) -> int:
    """Where a figure of a text ends together with what makes a measure of it, not a count: "86-yard", "36-year-old"."""
    found = _MEASURE.match(text, end)
    return found.end() if found else end


def is_measure(words: str) -> bool:
    """Whether the words of a figure tell what something is like, not how many there are."""
    return _MEASURE.search(words) is not None


def hedge_of(words: str) -> Hedge:
    """How exactly the words of a figure tell it."""
    for hedge, pattern in ((Hedge.ABOUT, _ABOUT), (Hedge.BEYOND, _BEYOND), (Hedge.AT_LEAST, _AT_LEAST)):
        if re.match(rf"(?:{pattern})\b", words, re.IGNORECASE):
            return hedge
    return Hedge.NONE


def numbers_in(text: str) -> frozenset[float]:
    """The values of the numbers in digits of a text, "million" and the like reckoned in.

    Left out are those that others are set against, as in "less than the 3.2 billion reported": nobody says they hold.
    """
    return frozenset(
        float(found[1].rstrip(",").replace(",", "")) * _SCALES.get((found[2] or "").lower(), 1.0)
        for found in _NUMBER.finditer(text)
        if not _SET_AGAINST.search(text[max(found.start() - _BEFORE, 0) : found.start()])
    )


def may_be_one(one: float, other: float, hedges: frozenset[Hedge] = frozenset()) -> bool:
    """Whether two figures of one unit don't contradict each other: equal, or one of them rounded, or a round bound.

    Args:
        one: A figure.
        other: Another one.
        hedges: How the two are told.
    """
    if one == other:
        return True
    off = abs(one - other) / max(abs(one), abs(other))
    if Hedge.ABOUT in hedges and off <= _APPROXIMATE:
        return True
    if Hedge.BEYOND in hedges and off <= _EXCEEDED and (_is_round(one) or _is_round(other)):
        return True
    if Hedge.AT_LEAST in hedges and off <= _APPROXIMATE and _is_round_bound(one, other):
        return True
    return off <= _ROUNDED and (_is_rounded_from(one, other) or _is_rounded_from(other, one))


def _is_round_bound(one: float, other: float) -> bool:
    return any(_is_round(each) and abs(each) >= _ROUND_BOUND for each in (one, other))


def _is_rounded_from(rounded: float, exact: float) -> bool:
    return abs(rounded) >= _LARGE and _is_round(rounded) and _to_digits(exact, _digits(rounded)) == rounded


def _is_round(value: float) -> bool:
    return abs(value) >= 10 and _digits(value) <= (1 if abs(value) < _ROUND_BOUND else _ROUND_DIGITS)


def _digits(value: float) -> int:
    """How many digits of a figure are told: those before its last zeros."""
    return len(f"{abs(value):.12g}".replace(".", "").split("e")[0].strip("0"))


def _to_digits(value: float, digits: int) -> float:
    """A figure rounded to so many digits."""
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0

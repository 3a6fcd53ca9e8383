"""Where in two sentences the words stand that tell a difference, and whether a figure is only a later one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.model import Difference, Passage

Span = tuple[int, int]
"""A half-open span of a sentence."""

_DAY = "day"
_FIGURE = "figure"
_MONTHS = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sep(?:t(?:ember|\.)?"
    r"|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = re.compile(
    rf"\b(?:{_WEEKDAYS},? )?(?:\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?)\b"
    rf"|\b{_WEEKDAYS}\b|\b(?:yesterday|today|tomorrow|tonight)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d,]*")
_NO_COUNT = re.compile(r"[$€£¥%]|\b(?:million|billion|percent|per cent|dollars|euros|pounds|miles|km|kilomet)", re.I)


def telling_words(passage: Passage, words: Iterable[tuple[str, str]]) -> tuple[Span, ...]:
    """Where in a sentence the words stand that tell what differs.

    A day is told in many ways: then it is the date that stands nearest to the event's trigger.

    Args:
        passage: The sentence.
        words: Aspects with what the sentence tells of each.
    """
    spans = {span for aspect, told in words if (span := _place(passage, aspect, told)) is not None}
    return tuple(sorted(spans))


def here_words(differences: Iterable[Difference]) -> tuple[tuple[str, str], ...]:
    """The aspects with what is told here."""
    return tuple((each.aspect, each.here) for each in differences)


def there_words(differences: Iterable[Difference]) -> tuple[tuple[str, str], ...]:
    """The aspects with what is told there."""
    return tuple((each.aspect, each.there) for each in differences)


def aspect_words(difference: Difference, here: Passage, there: Passage) -> str:
    """What differs; of a count that grew from one day's report to that of a later one, which of both is there."""
    one, other = here.published.day, there.published.day
    mine, theirs = _count(difference.here), _count(difference.there)
    if difference.aspect == _FIGURE and one and other and mine is not None and theirs is not None:
        if one < other and mine < theirs:
            return "later figure"
        if other < one and theirs < mine:
            return "earlier figure"
    return difference.aspect


def _place(passage: Passage, aspect: str, words: str) -> Span | None:
    if not words:
        return None
    if aspect == _DAY:
        trigger = passage.trigger_start - passage.start
        dates = [found.span() for found in _DATE.finditer(passage.text)]
        return min(dates, key=lambda span: min(abs(span[0] - trigger), abs(span[1] - trigger)), default=None)
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", passage.text)
    return found.span() if found else None


def _count(words: str) -> int | None:
    """The number in the words of a figure, where it counts something; None for a sum of money and the like."""
    found = _NUMBER.search(words)
    return None if found is None or _NO_COUNT.search(words) else int(found[0].replace(",", ""))

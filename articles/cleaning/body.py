"""Where the article's body lies among the units of a page, and which units in it are the page's.

The body is the stretch of units whose weights have the greatest sum: prose weighs for it, menus, buttons and runs of
short lines against it (maximum subsequence segmentation, Pasternack and Roth, WWW 2009).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.cleaning.page_phrases import PagePhrase, PhraseKind
from articles.cleaning.units import Unit


_OF_MARKUP = 0.3
"""Weight of a short unit that the source's markup calls a heading, an item of a list or a paragraph."""


@dataclass(frozen=True, slots=True)
class Body:
    """A half-open range of units, empty when nothing reads as prose."""

    start: int
    end: int


def weight(unit: Unit, phrase: PagePhrase | None) -> float:
    """How much a unit speaks for the article, above 0, or for the page around it, below 0."""
    if phrase:
        return {PhraseKind.ALONE: -0.8, PhraseKind.LIST: -3.0, PhraseKind.END: -10.0}[phrase.kind]
    if unit.left_out:
        return 0.0
    if unit.only_links:
        return -0.5
    count = len(unit.words)
    if unit.ends_sentence:
        if count < 5:
            return -0.2
        if count < 10:
            return 1.0
        return min(count, 60) / 8
    if count >= 20 and unit.function_words >= 4:
        return count / 20
    if count >= 8 and unit.function_words >= 3 and unit.capitalised < 0.6:
        return 0.0
    if unit.kind is not None:
        return _OF_MARKUP
    return -1.2 if unit.marker else -0.8


def find_body(units: Sequence[Unit], phrases: Sequence[PagePhrase | None]) -> Body:
    """The stretch of units with the greatest sum of weights; the first of equal ones."""
    best, total = 0.0, 0.0
    body, start = Body(0, 0), 0
    for number, (unit, phrase) in enumerate(zip(units, phrases, strict=True)):
        total += weight(unit, phrase)
        if total <= 0:
            total, start = 0.0, number + 1
        elif total > best:
            best, body = total, Body(start, number + 1)
    return body

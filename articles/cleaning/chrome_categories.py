"""Which part of the page a line belongs to that is not of the article and whose own words do not tell."""

from __future__ import annotations

from collections import Counter

from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.model import ChromeCategory

_REACH = 25
"""How many units above may head the list that a unit is in."""
_NEAR = 3
_FEWEST_WORDS_OF_HEADLINE = 5


def category_around(page: Page, number: int) -> ChromeCategory:
    """The part of the page that a unit stands in: that of the heading above it, or that of the lines next to it."""
    heading = _heading_above(page, number)
    if heading is not None:
        return heading
    unit = page.units[number]
    if is_prose(unit) or len(unit.words) >= _FEWEST_WORDS_OF_HEADLINE:
        return ChromeCategory.RELATED if number >= page.body.start else ChromeCategory.OTHER
    near = page.phrases[max(number - _NEAR, 0) : number + _NEAR + 1]
    counted = Counter(phrase.category for phrase in near if phrase and phrase.category is not ChromeCategory.OTHER)
    return counted.most_common(1)[0][0] if counted else ChromeCategory.NAVIGATION


def _heading_above(page: Page, number: int) -> ChromeCategory | None:
    """What the nearest heading of a list, or the line that ends the article, says of the lines under it."""
    for above in range(number - 1, max(number - _REACH, -1), -1):
        phrase = page.phrases[above]
        if phrase and phrase.kind is not PhraseKind.ALONE:
            return phrase.category
        verdict = page.verdicts.get(above)
        if verdict and verdict.text:
            return None
    return None

"""Which part of the page a line belongs to that is not of the article and whose own words do not tell."""

from __future__ import annotations

from articles.cleaning.page import Page, Verdict, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.model import ChromeCategory, LineRole

_REACH = 25
"""How many units above may head the list that a unit is in."""
_RUN = 5
_FEWEST_WORDS_OF_HEADLINE, _FEWEST_WORDS_OF_ENTRY = 5, 3
_LISTED = (ChromeCategory.RELATED, ChromeCategory.COMMENTS)
"""What is set out in lists, of which the next line is likely to be the next entry."""


def settle_categories(page: Page) -> None:
    """Finds the part of the page that each unit belongs to which is of none yet."""
    for number, verdict in sorted(page.verdicts.items()):
        if verdict.role is LineRole.CHROME and verdict.category is None:
            category = _category(page, number)
            page.verdicts[number] = Verdict(verdict.role, verdict.reason, verdict.text, verdict.credit, category)


def _category(page: Page, number: int) -> ChromeCategory:
    """The part of the page that the heading above a unit names, or that of the lines next to it."""
    heading = _heading_above(page, number)
    if heading is not None:
        return heading
    unit = page.units[number]
    if is_prose(unit) or len(unit.words) >= _FEWEST_WORDS_OF_HEADLINE:
        return ChromeCategory.RELATED if number >= page.body.start else ChromeCategory.OTHER
    above = page.verdicts.get(number - 1)
    if above and above.category in _LISTED and len(unit.words) >= _FEWEST_WORDS_OF_ENTRY:
        return above.category
    neighbours = {_own_category(page, number - 1), _own_category(page, number + 1)}
    alike = neighbours.pop() if len(neighbours) == 1 else None
    return alike or (ChromeCategory.NAVIGATION if _in_run(page, number) else ChromeCategory.OTHER)


def _own_category(page: Page, number: int) -> ChromeCategory | None:
    phrase = page.phrases[number] if 0 <= number < len(page.phrases) else None
    return phrase.category if phrase else None


def _in_run(page: Page, number: int) -> bool:
    """Whether a unit is one of some short ones in a row, as menus are."""
    row = page.units[max(number - _RUN // 2, 0) : number + _RUN // 2 + 1]
    return len(row) > _RUN // 2 and not any(is_prose(unit) for unit in row)


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

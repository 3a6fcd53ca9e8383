"""The lines about the article around its text: who wrote it, when, for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.cleaning import outlets
from articles.cleaning.bylines import natural_case, read_byline
from articles.cleaning.datelines import read_dateline
from articles.cleaning.dating import find_date, without_date
from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.cleaning.units import Unit
from articles.model import ChromeCategory, LineRole

_REACH_ABOVE = 40
_REACH_BELOW = 14
"""How many units above and below the body a signature may stand."""
_MASTHEAD_REACH = 12
_MASTHEAD_DEPTH = 3
"""How many units above the title, and into the body, the name of a newsroom may stand."""
_MOST_WORDS = 24
_LONGEST_NOTICE = 400
_CATEGORIES_OF_NOTICES = (ChromeCategory.LEGAL, ChromeCategory.SUBSCRIPTION)
_SHOUTED_NAME = re.compile(r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]*){1,3}")


def settle_signatures(page: Page, numbers: Sequence[int] | None = None) -> None:
    """Bylines, datelines and date lines.

    Args:
        page: The page.
        numbers: The units to look at; those from somewhat above the body to somewhat below it where none are given.
    """
    if numbers is None:
        numbers = page.undecided(page.body.start - _REACH_ABOVE, _foot(page))
    for number in numbers:
        unit = page.units[number]
        if len(unit.words) > _MOST_WORDS or (is_prose(unit) and not unit.text.startswith("(")):
            continue
        phrase = page.phrases[number]
        byline = read_byline(unit.text)
        if phrase is None and read_dateline(unit.text):
            page.settle(number, LineRole.DATELINE, "where and when it was reported")
        elif byline is not None and (phrase is None or byline.names):
            page.bylines[number] = byline
            reason = "names who contributed" if byline.secondary else "names who wrote it"
            page.settle(number, LineRole.BYLINE, reason)
        elif phrase is None and is_date_line(unit):
            page.settle(number, LineRole.DATE, "a date by itself")
    for number in [number for number, byline in page.bylines.items() if not byline.names]:
        _settle_name_below(page, number)
    _settle_name_at_foot(page)


def _foot(page: Page) -> int:
    """Where the article's foot ends: somewhat below its body, or where comments or links to other articles begin."""
    end = min(page.body.end + _REACH_BELOW, len(page.units))
    for number in range(page.body.end, end):
        phrase = page.phrases[number]
        if phrase and phrase.kind is not PhraseKind.ALONE:
            return number
    return end


def is_date_line(unit: Unit) -> bool:
    """Whether a unit holds a date with a year and hardly anything else."""
    text = unit.text[:200]
    found = find_date(text)
    return found is not None and len(text) < 200 and len(without_date(text, found).split()) <= 2


def _settle_name_below(page: Page, number: int) -> None:
    """The name on the line after a lone "By"."""
    following = number + 1
    if following < len(page.units) and len(page.units[following].words) <= 8:
        named = read_byline("By " + page.units[following].text)
        if named and named.names:
            page.bylines[following] = named
            page.settle(following, LineRole.BYLINE, 'the name after "By"')


def _settle_name_at_foot(page: Page) -> None:
    """A name in capitals by itself right under the text."""
    number = min(page.body.end, len(page.units) - 1)
    if number >= 0 and number not in page.verdicts and page.phrases[number] is None:
        text = page.units[number].text
        named = read_byline("By " + natural_case(text)) if _SHOUTED_NAME.fullmatch(text) else None
        if named and named.names:
            page.bylines[number] = named
            page.settle(number, LineRole.BYLINE, "a name by itself under the text")


def settle_mastheads(page: Page) -> None:
    """The names of newspapers, agencies and stations that stand by themselves above the text.

    Of an agency under another's masthead the text is wire copy, and the agency stands for its author.
    """
    named = False
    for number in page.undecided(page.top - _MASTHEAD_REACH, page.body.start + _MASTHEAD_DEPTH):
        text = natural_case(page.units[number].text)
        if page.phrases[number] is not None or not outlets.is_masthead(text):
            continue
        if outlets.is_agency(text) and number > page.top and not page.bylines:
            byline = read_byline("By " + text)
            if byline:
                page.bylines[number] = byline
            page.settle(number, LineRole.BYLINE, "the agency that it is from")
        elif named and number > page.top and outlets.is_agency(text):
            page.settle(number, LineRole.BYLINE, "the agency that it is from")
        elif not named:
            page.settle(number, LineRole.OUTLET, "the name of a newspaper, agency or station by itself")
            named = True


def settle_site_name(page: Page) -> None:
    """A name above the title that a legal notice of the page, or one about subscribing, says again.

    Said again in a menu it may be that of a section, or of a button.
    """
    pairs = zip(page.units, page.phrases, strict=True)
    notices = [
        unit.text
        for unit, phrase in pairs
        if phrase and phrase.category in _CATEGORIES_OF_NOTICES and len(unit.text) <= _LONGEST_NOTICE
    ]
    for number in page.undecided(0, min(page.top, _MASTHEAD_REACH)):
        unit, phrase = page.units[number], page.phrases[number]
        if unit.marker or (phrase is not None and phrase.category in _CATEGORIES_OF_NOTICES):
            continue
        if outlets.name_said_again(unit.text, notices):
            page.settle(number, LineRole.OUTLET, "the name at the top of the page, said again in its notices")
            return

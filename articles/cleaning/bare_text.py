"""Plain text that has no web page around it: a note, a poem, a letter, an article by itself. It is kept whole."""

from __future__ import annotations

import re

from articles.cleaning.body import Body
from articles.cleaning.body_lines import ROLES_OF_KINDS, role_in_body, settle_captions
from articles.cleaning.headlines import headline_key, reads_as_headline
from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.cleaning.page_signs import is_row
from articles.cleaning.signatures import settle_mastheads, settle_signatures
from articles.cleaning.surroundings import settle_title
from articles.model import ChromeCategory, LineRole

_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+")
_TOP, _FOOT = 6, 2
"""How many units at either end may say who wrote the text, and when."""
_MOST_COPIES = 3
"""How many units under the title may say it again."""


def keep_whole(page: Page, title: str = "") -> Page:
    """The same page with every unit kept, but for stray lines of a page among sentences.

    Args:
        page: A page that has hardly a line that its words give away.
        title: The title, where something better than the lines states it.
    """
    count = len(page.units)
    whole = Page(page.units, page.phrases, Body(0, count))
    ends = {*range(min(_TOP, count)), *range(max(count - _FOOT, 0), count)}
    settle_signatures(whole, sorted(ends))
    settle_mastheads(whole)
    _settle_address(whole)
    _settle_stray_lines(whole)
    if title:
        settle_title(whole, title)
    else:
        _settle_first_headline(whole)
    settle_captions(whole, copies=False)
    for number in whole.undecided(0, count):
        kind = whole.units[number].kind
        role, reason = role_in_body(whole, number) if kind is None else ROLES_OF_KINDS[kind]
        whole.settle(number, role, reason, whole.units[number].text)
    return whole


def _settle_address(page: Page) -> None:
    """The address that a text was copied from, on a line of its own above it."""
    if len(page.units) > 1 and _ADDRESS.fullmatch(page.units[0].text.strip()):
        page.set_aside(0, "the address of the page", ChromeCategory.OTHER)


def _settle_stray_lines(page: Page) -> None:
    """Buttons and the like among sentences; in a text without sentences they may be words of it."""
    if not any(map(is_prose, page.units)):
        return
    for number in page.undecided(0, len(page.units)):
        phrase = page.phrases[number]
        if phrase and phrase.kind is PhraseKind.ALONE and not is_row(page.units[number], phrase):
            page.set_aside(number, phrase.reason, phrase.category)


def _settle_first_headline(page: Page) -> None:
    """The title: the first line, where it reads as a headline and stands apart from what follows."""
    number = next(iter(page.undecided(0, _TOP)), None)
    if number is None or not _stands_apart(page, number):
        return
    page.title = number
    page.settle(number, LineRole.TITLE, "the first line, which reads as a headline")
    key = headline_key(page.units[number].text)
    near = page.undecided(number + 1, number + 1 + _MOST_COPIES)
    copies = [copy for copy in near if headline_key(page.units[copy].text) == key]
    if len(page.undecided(0, len(page.units))) > len(copies):
        for copy in copies:
            page.settle(copy, LineRole.REPEATED, "the title, printed again")


def _stands_apart(page: Page, number: int) -> bool:
    """Whether a headline is told from the next line: by a blank line, by what that one is, or as it is a sentence."""
    unit = page.units[number]
    if not reads_as_headline(unit) or unit.columns > 1 or number + 1 == len(page.units):
        return False
    following = page.units[number + 1]
    return following.first > unit.last + 1 or number + 1 in page.verdicts or is_prose(following)

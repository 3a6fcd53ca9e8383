"""What is around the article: its title and the copies of it, and all that is of the page."""

from __future__ import annotations

from articles.cleaning.captions import read_caption
from articles.cleaning.headlines import find_title, headline_key, reads_as_headline
from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.cleaning.units import Unit
from articles.model import BlockKind, ChromeCategory, LineRole

_MOST_WORDS_OF_LINK = 30
_FOLDED_AWAY = 10
"""Letters that a key may have more or fewer than its headline."""
_LONGEST_SUFFIX = 70
"""Letters that an outlet's name behind a headline may take up."""


def settle_title(page: Page, known: str = "") -> None:
    """The title and its copies: the line that says the known title, or else the best headline above the text."""
    key = headline_key(known) if known else ""
    if not key:
        page.title = _best_headline(page)
        key = headline_key(page.units[page.title].text) if page.title is not None else ""
    if not key:
        return
    copies = [number for number, unit in enumerate(page.units) if _says(unit, key)]
    for number in copies:
        if number == copies[0]:
            page.title = number
            reason = "the title that the page states" if known else "the first line that reads as its headline"
            page.settle(number, LineRole.TITLE, reason)
        else:
            page.settle(number, LineRole.REPEATED, "the title, printed again")


def _says(unit: Unit, key: str) -> bool:
    """Whether a unit is a printing of the headline with this key; most are told by their length already."""
    return len(key) <= len(unit.text) + _FOLDED_AWAY <= len(key) + _LONGEST_SUFFIX and headline_key(unit.text) == key


def _best_headline(page: Page) -> int | None:
    signatures = page.settled_as(LineRole.BYLINE) + page.settled_as(LineRole.DATE)
    times = [number for number, phrase in enumerate(page.phrases) if phrase and phrase.reason == "reading time"]
    anchors = signatures + times
    candidates = [
        number
        for number in page.undecided(0, page.body.end)
        if page.phrases[number] is None
        and reads_as_headline(page.units[number])
        and read_caption(page.units[number].text) is None
    ]
    notices = [unit.folded for unit, phrase in zip(page.units, page.phrases, strict=True) if phrase]
    bylines = [number for number, byline in page.bylines.items() if not byline.secondary]
    return find_title(page.units, candidates, (page.body.start, page.body.end), anchors, notices, bylines)


def settle_phrases(page: Page) -> None:
    """Lines that their words give away, and the links listed under a heading such as "Related"."""
    under = ""
    for number, unit in enumerate(page.units):
        phrase = page.phrases[number]
        if phrase:
            page.set_aside(number, phrase.reason, phrase.category)
            under = unit.text if phrase.kind is PhraseKind.LIST else under
        elif under and number not in page.verdicts and _could_be_link(unit):
            page.set_aside(number, f'a link under "{under[:40]}"', ChromeCategory.RELATED)
        else:
            under = ""


def _could_be_link(unit: Unit) -> bool:
    if unit.kind is BlockKind.HEADING:
        return False
    return not is_prose(unit) or (unit.text.endswith("?") and len(unit.words) <= _MOST_WORDS_OF_LINK)


def settle_rest(page: Page) -> None:
    """Sentences between title and text, which lead into it; all else is of the page."""
    for number in page.undecided(0, len(page.units)):
        unit = page.units[number]
        if _leads_in(page, number):
            page.settle(number, LineRole.PARAGRAPH, "a sentence between title and text", unit.text)
        elif number < page.body.start:
            page.set_aside(number, "above the article's text")
        else:
            page.set_aside(number, "after the article ends")


def _leads_in(page: Page, number: int) -> bool:
    unit = page.units[number]
    between = page.title is not None and page.title < number < page.body.start
    return between and is_prose(unit) and not unit.only_links and not unit.left_out

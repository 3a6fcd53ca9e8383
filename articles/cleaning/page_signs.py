"""Whether plain text has a web page around it: what decides how much of it anything may take away."""

from __future__ import annotations

from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import MENU, PagePhrase, PhraseKind
from articles.cleaning.units import Unit

_FEWEST_PHRASES = 3
_RAREST_PHRASES = 0.02
"""Different phrases of a page, and their share of all lines, below which they may be words of the text."""
_FEWEST_UNITS = 45
_FEWEST_ENTRIES = 12
_RAREST_ENTRIES = 0.3
"""Lines as in a menu, and their share of all lines, that make a page in a language whose phrases are not known."""
_MOST_WORDS_OF_ENTRY = 5
_FEWEST_SENTENCES = 3


def is_plain(page: Page) -> bool:
    """Whether a page comes from plain text: nothing is known of its markup."""
    return not any(unit.kind or unit.left_out or unit.only_links for unit in page.units)


def is_bare(page: Page) -> bool:
    """Whether a plain text has no page around it, but perhaps a stray line of one: it is kept whole.

    Where all lines are those of a page, there is no text.
    """
    if all(page.phrases):
        return False
    said = _phrases_said(page)
    leading = any(phrase and phrase.kind is not PhraseKind.ALONE for phrase in page.phrases)
    led = leading and any(map(is_prose, page.units))
    few = (said < _FEWEST_PHRASES and not led) or said < len(page.units) * _RAREST_PHRASES
    return few and not _has_menus(page)


def is_scraped(page: Page) -> bool:
    """Whether a plain text is a whole page with its menus and links, such as the line model has learnt from.

    A shorter text with some lines of a page in it is better left to the rules.
    """
    return len(page.units) >= _FEWEST_UNITS and (_phrases_said(page) >= _FEWEST_PHRASES or _has_menus(page))


def _phrases_said(page: Page) -> int:
    pairs = zip(page.units, page.phrases, strict=True)
    return len({unit.folded for unit, phrase in pairs if phrase and unit.words and not is_row(unit, phrase)})


def is_row(unit: Unit, phrase: PagePhrase | None) -> bool:
    """Whether a unit that looks like a menu, parted by bars or gaps, may be a row of a table."""
    in_markup = unit.kind is not None and " | " in unit.text and not unit.only_links
    return phrase is MENU and (unit.columns > 1 or in_markup)


def _has_menus(page: Page) -> bool:
    entries = sum(map(_is_entry, page.units))
    if entries < max(_FEWEST_ENTRIES, len(page.units) * _RAREST_ENTRIES):
        return False
    return sum(map(is_prose, page.units)) >= _FEWEST_SENTENCES


def _is_entry(unit: Unit) -> bool:
    """Whether a unit is a name or a label, as menus are made of: no sentence, no verse, no row of a table."""
    if not 1 <= len(unit.words) <= _MOST_WORDS_OF_ENTRY or unit.ends_sentence or unit.columns > 1:
        return False
    return not unit.function_words and unit.text[-1:].isalnum() and not unit.text[:1].islower()

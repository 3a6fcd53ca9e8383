"""What stands around the text of an HTML page and is of its article: who wrote it, when, its title, its pictures."""

from __future__ import annotations

import re

from articles.cleaning.bylines import read_byline
from articles.cleaning.captions import credit_after_sentence, read_caption
from articles.cleaning.dating import find_date, is_of_publication, stated
from articles.cleaning.headlines import headline_key
from articles.cleaning.page import Page
from articles.cleaning.page_body import MarkedPage
from articles.cleaning.signatures import is_date_line
from articles.cleaning.units import Unit
from articles.model import UNDATED, BlockKind, LineRole, Precision, Published
from articles.text import fold

REACH_ABOVE, REACH_BELOW = 24, 14
"""How many lines above and below the body a line may stand that speaks of the article."""
_LONGEST_SIGNATURE, _LONGEST_CONTRIBUTION = 24, 60
"""Words of a line that signs above the text, and of one that names contributors below it."""
_MOST_WORDS_OF_DATE = 12
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME_OF_DAY = re.compile(r"(?<!\d)[012]?\d[:h][0-5]\d(?!\d)")
_LEADING_SENTENCES = 2
"""How many sentences lead into a text before its byline."""
_DATE_REACH = 8
"""How many lines above the first sentences a line may stand that holds a date beside other words."""
_CAPTION_REACH = 3


def settle_signatures(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """Bylines and date lines from above the body to its first sentences, and from its last to somewhat below it."""
    sentences = _sentences(page, marked, body) or [page.body.start]
    first, last = sentences[:_LEADING_SENTENCES][-1], sentences[-1]
    for number in page.undecided(page.body.start - REACH_ABOVE, page.body.end + REACH_BELOW):
        if first < number < last or len(page.units[number].words) > (
            _LONGEST_SIGNATURE if number < first else _LONGEST_CONTRIBUTION
        ):
            continue
        _settle_signature(page, number, page.units[number], below=number >= last)
    for number in page.undecided(first - _DATE_REACH, first):
        if page.phrases[number] is None and _holds_date(page.units[number]):
            page.settle(number, LineRole.DATE, "a date right above the text")


def _sentences(page: Page, marked: MarkedPage, body: frozenset[int]) -> list[int]:
    return [number for number in sorted(body & marked.sentences) if page.phrases[number] is None]


def _settle_signature(page: Page, number: int, unit: Unit, *, below: bool) -> None:
    phrase = page.phrases[number]
    byline = read_byline(unit.text)
    if byline is not None and (phrase is None or byline.names) and (byline.secondary or not below):
        page.bylines[number] = byline
        page.settle(number, LineRole.BYLINE, "names who contributed" if byline.secondary else "names who wrote it")
    elif phrase is None and len(unit.words) <= _LONGEST_SIGNATURE and (is_date_line(unit) or _is_dated(unit)):
        page.settle(number, LineRole.DATE, "a date by itself")


def _is_dated(unit: Unit) -> bool:
    """Whether a unit is a date with its time in whatever language."""
    is_short = len(unit.words) <= _MOST_WORDS_OF_DATE and not unit.ends_sentence
    return is_short and _YEAR.search(unit.text) is not None and _TIME_OF_DAY.search(unit.text) is not None


def _holds_date(unit: Unit) -> bool:
    """Whether a unit is a few words with a whole date among them, in a paragraph's place."""
    if (
        len(unit.words) > _MOST_WORDS_OF_DATE
        or unit.ends_sentence
        or unit.kind in (BlockKind.HEADING, BlockKind.CAPTION)
    ):
        return False
    found = find_date(unit.text)
    return found is not None and found.precision in (Precision.DAY, Precision.MINUTE)


def shown_publication(page: Page) -> Published:
    """The first date that the page shows above its text and that is not said to be of a later change."""
    for number in sorted(page.settled_as(LineRole.DATE) + page.settled_as(LineRole.BYLINE)):
        words = page.units[number].text[:200]
        found = find_date(words) if number < page.body.start and is_of_publication(words) else None
        if found:
            return stated(found, "the line", words)
    return UNDATED


def settle_other_titles(page: Page, marked: MarkedPage, body: frozenset[int], title: str) -> None:
    """Other wordings of the title, as main headings above the first sentence."""
    for number in page.undecided(0, _first_sentence(page, marked, body)):
        line = marked.lines[number]
        if line.level == 1 and title and _share_words(line.text, title):
            page.settle(
                number, LineRole.REPEATED if page.title is not None else LineRole.TITLE, "the title in other words"
            )
            page.title = number if page.title is None else page.title


def settle_above_title(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """What an extractor took for the text's though it stands above the title, and no sentence does."""
    if page.title is not None and page.title < _first_sentence(page, marked, body):
        for number in page.undecided(min(body), page.title):
            page.settle(number, LineRole.CHROME, "above the title")


def _first_sentence(page: Page, marked: MarkedPage, body: frozenset[int]) -> int:
    undecided = (number for number in page.undecided(min(body), page.body.end) if number in body)
    return next((number for number in undecided if number in marked.sentences), page.body.start)


def _share_words(one: str, other: str) -> bool:
    first, second = set(headline_key(one).split()), set(headline_key(other).split())
    return len(first & second) * 2 >= min(len(first), len(second))


def settle_captions(page: Page, marked: MarkedPage) -> None:
    """Captions of pictures and their credits; a caption printed twice counts once."""
    seen: set[str] = set()
    for number in page.undecided(page.top - _CAPTION_REACH, page.body.end):
        unit = page.units[number]
        if unit.kind is not BlockKind.CAPTION or (
            marked.lines[number].apart and not marked.lines[page.body.start].apart
        ):
            continue
        caption = read_caption(unit.text) or credit_after_sentence(unit.text)
        key = fold(caption.text or caption.credit)
        if key in seen:
            page.settle(number, LineRole.REPEATED, "a caption, printed again")
        elif caption.text:
            said = f", credited to {caption.credit}" if caption.credit else ""
            page.settle(number, LineRole.CAPTION, f"the caption of a picture{said}", caption.text, caption.credit)
        else:
            page.settle(number, LineRole.CREDIT, "the credit of a picture", credit=caption.credit)
        seen.add(key)

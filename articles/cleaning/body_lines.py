"""What the lines in the article's body are: paragraphs, headings, captions, and the page's lines among them."""

from __future__ import annotations

from collections import Counter

from articles.cleaning.captions import Caption, credit_after_sentence, points_at_picture, read_caption
from articles.cleaning.page import Page, Verdict, is_prose
from articles.cleaning.units import Unit
from articles.model import BlockKind, ChromeCategory, LineRole
from articles.text import fold, plain_punctuation

_CAPTION_REACH = 3
"""How many units above the title a picture may stand."""
_SHORT_RUN = 4
"""How many short lines in a row make a menu."""
_MOST_SEARCHED = 500
_FEWEST_QUOTED = 5
"""Words of a quotation that stands by itself; fewer are a name or a title."""
ROLES_OF_KINDS = {
    BlockKind.PARAGRAPH: (LineRole.PARAGRAPH, "a paragraph in the body of the article"),
    BlockKind.HEADING: (LineRole.HEADING, "a heading in the body of the article"),
    BlockKind.LIST_ITEM: (LineRole.LIST_ITEM, "an item of a list in the body of the article"),
    BlockKind.QUOTATION: (LineRole.QUOTATION, "a quotation in the body of the article"),
}


def settle_captions(page: Page, *, copies: bool = True) -> None:
    """Captions of pictures and their credits; a caption printed twice counts once, with the credit of either.

    Args:
        page: The page.
        copies: Whether a line that is printed twice in a row is a caption by that alone.
    """
    seen: dict[str, int] = {}
    for number in page.undecided(page.top - _CAPTION_REACH, page.body.end):
        caption = _caption(page, number, seen, copies=copies)
        if caption is None:
            continue
        key = fold(caption.text or caption.credit)
        first = seen.get(key, seen.get(fold(page.units[number].text)))
        if first is not None:
            page.settle(number, LineRole.REPEATED, "a caption, printed again")
            _take_credit(page, first, caption.credit)
        elif caption.text:
            seen[key] = seen[fold(page.units[number].text)] = number
            said = f", credited to {caption.credit}" if caption.credit else ""
            page.settle(number, LineRole.CAPTION, f"the caption of a picture{said}", caption.text, caption.credit)
        else:
            page.settle(number, LineRole.CREDIT, "the credit of a picture", credit=caption.credit)


def _caption(page: Page, number: int, seen: dict[str, int], *, copies: bool) -> Caption | None:
    unit = page.units[number]
    if unit.kind is BlockKind.HEADING:
        return None
    read = read_caption(unit.text)
    if read is None and fold(unit.text) in seen:
        return Caption(unit.text, "")
    if read is not None and (unit.kind in (None, BlockKind.CAPTION, BlockKind.PARAGRAPH)):
        return read
    if unit.kind is BlockKind.CAPTION or (copies and _copied_next(page, number)):
        return credit_after_sentence(unit.text)
    if points_at_picture(unit.text) and len(unit.words) <= 60:
        return Caption(unit.text, "")
    return None


def _take_credit(page: Page, number: int, credit: str) -> None:
    first = page.verdicts[number]
    if credit and not first.credit:
        page.verdicts[number] = Verdict(first.role, f"{first.reason}, credited to {credit}", first.text, credit)


def _copied_next(page: Page, number: int) -> bool:
    """Whether the next unit says the same, as captions do that are the picture's alternative text as well."""
    unit, following = page.units[number], page.units[number + 1 : number + 2]
    return len(unit.words) >= 5 and any(other.text == unit.text for other in following)


def settle_body(page: Page) -> None:
    """All that is left in the body."""
    copies = Counter(page.units[number].folded for number in page.undecided(page.body.start, page.body.end))
    kept: set[str] = set()
    whole = _whole_text(page)
    for number in page.undecided(page.body.start, page.body.end):
        unit = page.units[number]
        if unit.left_out:
            page.set_aside(number, "not part of the body that trafilatura made out")
            continue
        if page.title is not None and number < page.title and not is_prose(unit):
            page.set_aside(number, "a few words above the title")
            continue
        printed_twice = unit.folded in kept and copies[unit.folded] == 2 and is_prose(unit)
        if printed_twice or _is_pull_quote(unit, whole):
            page.settle(number, LineRole.REPEATED, "said already, word for word")
            continue
        kept.add(unit.folded)
        _settle_line(page, number)


def _whole_text(page: Page) -> str:
    """The body in one text, or nothing of a very long one, in which no sentence is looked for again."""
    folded = [page.units[number].folded for number in page.undecided(page.body.start, page.body.end)]
    return "\n".join(folded) if len(folded) <= _MOST_SEARCHED else ""


def _is_pull_quote(unit: Unit, whole: str) -> bool:
    """Whether a short unit is part of a paragraph elsewhere, as sentences are that a page sets apart in large type."""
    if unit.marker or not 5 <= len(unit.words) <= 50 or unit.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM):
        return False
    return whole.count(unit.folded.strip("\"' .…")) == 2


def _settle_line(page: Page, number: int) -> None:
    unit = page.units[number]
    if unit.kind is None and not is_listed(unit) and not speaks(unit):
        if _in_short_run(page, number):
            reason = "in a run of short lines that are no sentences: a menu or a list of links"
            page.set_aside(number, reason, ChromeCategory.NAVIGATION)
            return
        if len(unit.words) <= 3 and not _is_heading(page, number):
            page.set_aside(number, "a few words by themselves, no sentence")
            return
    role, reason = role_in_body(page, number)
    page.settle(number, role, reason, unit.text)


def role_in_body(page: Page, number: int) -> tuple[LineRole, str]:
    """What a unit of the article is, and why."""
    unit = page.units[number]
    if unit.kind in ROLES_OF_KINDS:
        return _role_of_marked(unit)
    if is_listed(unit) or (unit.marker and _has_marked_neighbour(page, number)):
        return LineRole.LIST_ITEM, f'an item of a list, marked "{unit.marker}"'
    if is_quoted(unit):
        return LineRole.QUOTATION, "sentences in quotation marks from beginning to end"
    if speaks(unit):
        return LineRole.PARAGRAPH, "sentences in the body of the article"
    if _is_heading(page, number) or _is_word_as_heading(page, number):
        return LineRole.HEADING, "a short line without a full stop before a paragraph"
    return LineRole.PARAGRAPH, "a line among the sentences of the article"


def is_quoted(unit: Unit) -> bool:
    """Whether all of a unit is one quotation, and nobody is told to say it."""
    text = plain_punctuation(unit.text)
    return len(unit.words) >= _FEWEST_QUOTED and text[0] == text[-1] == '"' and text.count('"') == 2


def is_listed(unit: Unit) -> bool:
    """Whether a unit has a bullet or number and says something behind it."""
    return bool(unit.marker) and len(unit.words) >= 3


def speaks(unit: Unit) -> bool:
    """Whether a unit ends as a sentence does or is as long as one."""
    return unit.ends_sentence or len(unit.words) >= 20


def _is_heading(page: Page, number: int) -> bool:
    unit = page.units[number]
    return len(unit.words) >= 2 and _prose_follows(page, number) and not unit.text[0].islower()


def _is_word_as_heading(page: Page, number: int) -> bool:
    """Whether a unit is one capitalised word before a paragraph, as "Causes" or "Ingredients"."""
    text = page.units[number].text
    return len(text) >= 4 and text.isalpha() and text.istitle() and _prose_follows(page, number)


def _has_marked_neighbour(page: Page, number: int) -> bool:
    return any(unit.marker for unit in (*page.units[max(number - 1, 0) : number], *page.units[number + 1 : number + 2]))


def _role_of_marked(unit: Unit) -> tuple[LineRole, str]:
    if unit.only_links and not unit.ends_sentence and unit.kind is not BlockKind.HEADING:
        return LineRole.CHROME, "nothing but a link"
    return ROLES_OF_KINDS[unit.kind or BlockKind.PARAGRAPH]


def _in_short_run(page: Page, number: int) -> bool:
    start = end = number
    while start > page.body.start and _is_short(page.units[start - 1]) and number - start < _SHORT_RUN:
        start -= 1
    while end + 1 < page.body.end and _is_short(page.units[end + 1]) and end - number < _SHORT_RUN:
        end += 1
    return end - start + 1 >= _SHORT_RUN


def _is_short(unit: Unit) -> bool:
    return not unit.ends_sentence and len(unit.words) < 20


def _prose_follows(page: Page, number: int) -> bool:
    return any(is_prose(unit) for unit in page.units[number + 1 : min(number + 3, page.body.end)])

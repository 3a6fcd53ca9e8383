"""What the lines of an HTML page are, once its body is known: each settled with the reason a reader is given."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from articles.cleaning.body import Body
from articles.cleaning.chrome_categories import settle_categories
from articles.cleaning.marked_asides import HALF_LINKED, ONLY_LINKED, settle_links, settle_repeated, settle_tail
from articles.cleaning.marked_heads import (
    REACH_ABOVE,
    REACH_BELOW,
    settle_above_title,
    settle_captions,
    settle_other_titles,
    settle_signatures,
)
from articles.cleaning.page import Page
from articles.cleaning.page_body import MarkedPage
from articles.cleaning.page_lines import PageLine
from articles.cleaning.page_phrases import PagePhrase, PhraseKind, page_phrase
from articles.cleaning.signatures import settle_mastheads, settle_site_name
from articles.cleaning.surroundings import settle_phrases, settle_title
from articles.cleaning.units import Unit
from articles.model import BlockKind, LineRole

_ROLES = {
    BlockKind.HEADING: (LineRole.HEADING, "a heading in the body of the article"),
    BlockKind.LIST_ITEM: (LineRole.LIST_ITEM, "an item of a list in the body of the article"),
    BlockKind.QUOTATION: (LineRole.QUOTATION, "a quotation in the body of the article"),
}
_TOP, _FOOT = 30, 40
"""How many lines at the top and the foot of a page may name its outlet."""
_LONG_SENTENCE = 36
"""Words from which a line of the body without any link or emphasis is none of the page's own."""
_FAR = Unit(0, 0, "")


def settle_marked(marked: MarkedPage, body: frozenset[int], title: str, *, outlet_known: bool) -> Page:
    """The page with every line settled.

    Args:
        marked: Its lines.
        body: The numbers of those that are the article's; not empty.
        title: The title as the metadata states it; empty where they don't.
        outlet_known: Whether they name the outlet, so that no line has to be looked through for it.
    """
    around = Body(min(body & marked.sentences or body), max(body) + 1)
    near = set(range(min(body) - REACH_ABOVE, around.end + REACH_BELOW))
    if not outlet_known:
        near.update(range(_TOP), range(len(marked.lines) - _FOOT, len(marked.lines)))
    units = tuple(_units(marked, near))
    page = Page(units, tuple(_phrases(marked, units, body)), around)
    settle_signatures(page, marked, body)
    settle_title(page, title)
    settle_other_titles(page, marked, body, title)
    settle_mastheads(page)
    if not outlet_known:
        settle_site_name(page)
    settle_phrases(page)
    settle_above_title(page, marked, body)
    settle_captions(page, marked)
    settle_links(page, marked, body)
    settle_tail(page, marked, body)
    settle_repeated(page, body)
    _settle_rest(page, body)
    settle_categories(page)
    return page


def _units(marked: MarkedPage, near: Container[int]) -> Iterator[Unit]:
    """The lines as units; those far from the body as blank ones, since counting their words takes long."""
    for number, line in enumerate(marked.lines):
        yield Unit(number, number, line.text, kind=line.kind) if number in near else _FAR


def _phrases(marked: MarkedPage, units: Sequence[Unit], body: Container[int]) -> Iterator[PagePhrase | None]:
    """What the words of each line give away: of the body's lines, only where the markup doesn't speak against it."""
    for number, (line, unit) in enumerate(zip(marked.lines, units, strict=True)):
        if not unit.text or (number in body and _is_plainly_text(line, unit)):
            yield None
            continue
        phrase = page_phrase(unit)
        if phrase is not None and number in body:
            speaks_of_links = phrase.kind is PhraseKind.LIST or "link" in phrase.reason
            phrase = None if speaks_of_links and not _leads_away(marked, number) else phrase
        yield phrase


def _is_plainly_text(line: PageLine, unit: Unit) -> bool:
    """Whether a line of the body is a row, an item without a link, or a long sentence without any markup."""
    is_fact = line.is_row or (line.kind is BlockKind.LIST_ITEM and not line.linked)
    return is_fact or (not line.marks and len(unit.words) >= _LONG_SENTENCE)


def _leads_away(marked: MarkedPage, number: int) -> bool:
    """Whether a line is a heading or a link, or the next one is nothing else."""
    return marked.lines[number].kind is BlockKind.HEADING or any(
        line.linked >= share
        for line, share in zip(marked.lines[number : number + 2], (HALF_LINKED, ONLY_LINKED), strict=False)
    )


def _settle_rest(page: Page, body: frozenset[int]) -> None:
    for number in page.undecided(0, len(page.units)):
        unit, phrase = page.units[number], page.phrases[number]
        if number in body:
            role, reason = _ROLES.get(
                unit.kind or BlockKind.PARAGRAPH, (LineRole.PARAGRAPH, "a paragraph of the article")
            )
            page.settle(number, role, reason, unit.text)
        else:
            page.settle(number, LineRole.CHROME, _why_left_out(page, number, phrase))


def _why_left_out(page: Page, number: int, phrase: PagePhrase | None) -> str:
    if phrase is not None:
        return phrase.reason
    if number < page.body.start:
        return "above the article's text, and no sentence of it"
    return "after the article ends" if number >= page.body.end else "among the text, but not of it"

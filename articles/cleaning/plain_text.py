"""Scraped plain text to an article, line by line, with a reason for what became of each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.cleaning import outlets
from articles.cleaning.body import Body, find_body
from articles.cleaning.bylines import Byline, mail_domain, natural_case, read_byline
from articles.cleaning.captions import Caption, points_at_picture, read_caption
from articles.cleaning.dating import find_date, is_of_publication, stated, without_date
from articles.cleaning.headlines import find_title, headline_key, without_suffix
from articles.cleaning.page_phrases import PhraseKind, page_phrase
from articles.cleaning.units import Unit, split_units
from articles.model import UNDATED, Article, Block, BlockKind, Line, LineRole, Published
from articles.text import fold

_HEAD_REACH = 8
"""How many units before a title may still hold its date, byline or masthead."""
_FOOT_REACH = 14
"""How many units after the body may hold a byline."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a unit is, why, and the text that it adds to the article."""

    role: LineRole
    reason: str
    text: str = ""
    credit: str = ""


@dataclass
class _Page:
    """A page in the making: its units and what has been decided of them so far."""

    units: tuple[Unit, ...]
    phrases: tuple[tuple[str, PhraseKind] | None, ...]
    body: Body
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    bylines: dict[int, Byline] = field(default_factory=dict)
    title: int | None = None

    def settle(self, number: int, role: LineRole, reason: str, text: str = "", credit: str = "") -> None:
        self.verdicts.setdefault(number, Verdict(role, reason, text, credit))

    def undecided(self, start: int, end: int) -> list[int]:
        return [number for number in range(max(start, 0), min(end, len(self.units))) if number not in self.verdicts]


def clean_text(text: str) -> Article:
    """The article in a scraped text.

    Args:
        text: The whole text, already made printable.

    Returns:
        Title, byline, outlet and date as far as the text states them, the blocks in order, and every line of the
        text with its role and reason. Without any prose the blocks are empty.
    """
    lines = text.split("\n")
    units = split_units(lines)
    phrases = tuple(page_phrase(unit) for unit in units)
    page = _Page(units, phrases, find_body(units, phrases))
    _settle_signatures(page)
    _settle_title(page)
    _settle_phrases(page)
    _settle_captions(page)
    _settle_body(page)
    _settle_rest(page)
    return Article(
        title=_title(page),
        blocks=_blocks(page),
        byline=_byline(page),
        outlet=_outlet(page),
        published=_published(page),
        lines=_lines(lines, page),
    )


def _settle_signatures(page: _Page) -> None:
    """Bylines and date lines, near the body's ends and anywhere short in it."""
    start, end = page.body.start - 40, page.body.end + _FOOT_REACH
    for number in page.undecided(start, end):
        unit = page.units[number]
        if len(unit.words) > 24:
            continue
        byline = read_byline(unit.text)
        if byline is not None and (page.phrases[number] is None or byline.names):
            page.bylines[number] = byline
            page.settle(
                number, LineRole.BYLINE, "names who wrote it" if not byline.secondary else "names who contributed"
            )
        elif _is_date_line(unit) and page.phrases[number] is None:
            page.settle(number, LineRole.DATE, "a date by itself")
    for number in [number for number, byline in page.bylines.items() if not byline.names]:
        _settle_name_below(page, number)


def _settle_name_below(page: _Page, number: int) -> None:
    """The name on the line after a lone "By"."""
    following = number + 1
    if following < len(page.units):
        named = read_byline("By " + page.units[following].text)
        if named and named.names and len(page.units[following].words) <= 8:
            page.bylines[following] = named
            page.settle(following, LineRole.BYLINE, 'the name after "By"')


def _is_date_line(unit: Unit) -> bool:
    found = find_date(unit.text[:200])
    return found is not None and len(without_date(unit.text[:200], found).split()) <= 2


def _settle_title(page: _Page) -> None:
    anchors = [number for number, verdict in page.verdicts.items() if verdict.role in (LineRole.BYLINE, LineRole.DATE)]
    candidates = [
        number
        for number in page.undecided(0, page.body.end)
        if page.phrases[number] is None and read_caption(page.units[number].text) is None
    ]
    body = (page.body.start, page.body.end)
    page.title = find_title(page.units, candidates, body, anchors)
    if page.title is None:
        return
    key = headline_key(page.units[page.title].text)
    first = True
    for number, unit in enumerate(page.units):
        if headline_key(unit.text) == key:
            reason = "the first line that reads as a headline" if first else "the title, printed again"
            page.settle(number, LineRole.TITLE if first else LineRole.REPEATED, reason)
            page.title = number if first else page.title
            first = False


def _settle_phrases(page: _Page) -> None:
    """Lines that the words themselves give away, and the links listed under a heading such as "Related"."""
    under = ""
    for number, unit in enumerate(page.units):
        phrase = page.phrases[number]
        if phrase:
            page.settle(number, LineRole.CHROME, phrase[0])
            under = unit.text if phrase[1] is PhraseKind.LIST else under
        elif under and not _is_prose(unit) and number not in page.verdicts:
            page.settle(number, LineRole.CHROME, f'a link under "{under[:40]}"')
        else:
            under = ""


def _is_prose(unit: Unit) -> bool:
    return len(unit.words) >= 8 and unit.ends_sentence or len(unit.words) >= 24


def _settle_captions(page: _Page) -> None:
    seen: dict[str, int] = {}
    top = page.title if page.title is not None else page.body.start
    for number in page.undecided(min(top - 3, page.body.start), page.body.end):
        unit = page.units[number]
        caption = read_caption(unit.text)
        if caption is None and _adjacent_copy(page, number):
            caption = Caption(unit.text, "")
        if caption is None and points_at_picture(unit.text) and len(unit.words) <= 60:
            caption = Caption(unit.text, "")
        if caption is None:
            continue
        key = fold(caption.text or caption.credit)
        if key in seen:
            page.settle(number, LineRole.REPEATED, "a caption, printed again")
        elif caption.text:
            seen[key] = number
            credit = f", credited to {caption.credit}" if caption.credit else ""
            page.settle(number, LineRole.CAPTION, f"the caption of a picture{credit}", caption.text, caption.credit)
        else:
            page.settle(number, LineRole.CREDIT, "the credit of a picture", credit=caption.credit)


def _adjacent_copy(page: _Page, number: int) -> bool:
    """Whether the next unit says the same again, as captions do that stand in the picture's text as well."""
    following = page.units[number + 1] if number + 1 < len(page.units) else None
    return following is not None and following.text == page.units[number].text and len(following.words) >= 5


def _settle_body(page: _Page) -> None:
    kept: dict[str, int] = {}
    for number in page.undecided(page.body.start, page.body.end):
        unit = page.units[number]
        key = fold(unit.text[:400])
        if key in kept and len(unit.words) >= 4:
            page.settle(number, LineRole.REPEATED, "said already, word for word")
            continue
        kept[key] = number
        role, reason = _role_in_body(page, number)
        page.settle(number, role, reason, unit.text)


def _role_in_body(page: _Page, number: int) -> tuple[LineRole, str]:
    unit = page.units[number]
    if unit.marker and len(unit.words) >= 3:
        return LineRole.LIST_ITEM, f'an item of a list, marked "{unit.marker}"'
    if unit.ends_sentence or len(unit.words) >= 20:
        return LineRole.PARAGRAPH, "sentences in the body of the article"
    if _in_short_run(page, number):
        return LineRole.CHROME, "in a run of short lines that are no sentences: a menu or a list of links"
    if len(unit.words) >= 2 and _prose_follows(page, number) and unit.text[:1].upper() == unit.text[:1]:
        return LineRole.HEADING, "a short line without a full stop before a paragraph"
    if len(unit.words) <= 3:
        return LineRole.CHROME, "a few words by themselves, no sentence"
    return LineRole.PARAGRAPH, "a line among the sentences of the article"


def _in_short_run(page: _Page, number: int) -> bool:
    def is_short(other: int) -> bool:
        unit = page.units[other]
        return not unit.ends_sentence and len(unit.words) < 20

    start = end = number
    while start > page.body.start and is_short(start - 1):
        start -= 1
    while end + 1 < page.body.end and is_short(end + 1):
        end += 1
    return end - start >= 3


def _prose_follows(page: _Page, number: int) -> bool:
    for following in range(number + 1, min(number + 3, page.body.end)):
        if _is_prose(page.units[following]):
            return True
    return False


def _settle_rest(page: _Page) -> None:
    top = page.title if page.title is not None else page.body.start
    for number in page.undecided(0, len(page.units)):
        unit = page.units[number]
        if top < number < page.body.start and _is_prose(unit):
            page.settle(number, LineRole.PARAGRAPH, "a sentence between title and text", unit.text)
        elif top - _HEAD_REACH <= number < page.body.start and outlets.is_masthead(unit.text):
            page.settle(number, LineRole.OUTLET, "the name of a newspaper, agency or station by itself")
        elif number < page.body.start:
            page.settle(number, LineRole.CHROME, "before the article begins")
        else:
            page.settle(number, LineRole.CHROME, "after the article ends")


_KINDS = {
    LineRole.PARAGRAPH: BlockKind.PARAGRAPH,
    LineRole.HEADING: BlockKind.HEADING,
    LineRole.LIST_ITEM: BlockKind.LIST_ITEM,
    LineRole.QUOTATION: BlockKind.QUOTATION,
    LineRole.CAPTION: BlockKind.CAPTION,
}


def _blocks(page: _Page) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number in range(len(page.units)):
        verdict = page.verdicts[number]
        if (
            verdict.role is LineRole.CREDIT
            and blocks
            and blocks[-1].kind is BlockKind.CAPTION
            and not blocks[-1].credit
        ):
            blocks[-1] = Block(BlockKind.CAPTION, blocks[-1].text, verdict.credit)
        elif verdict.role in _KINDS:
            blocks.append(Block(_KINDS[verdict.role], verdict.text, verdict.credit))
    return tuple(blocks)


def _lines(lines: Sequence[str], page: _Page) -> tuple[Line, ...]:
    of_line: dict[int, Verdict] = {}
    for number, unit in enumerate(page.units):
        for line in range(unit.first, unit.last + 1):
            of_line[line] = page.verdicts[number]
    blank = Verdict(LineRole.BLANK, "")
    judged = ((text, of_line.get(number, blank)) for number, text in enumerate(lines))
    return tuple(Line(text, verdict.role, verdict.reason) for text, verdict in judged)


def _title(page: _Page) -> str:
    return "" if page.title is None else without_suffix(page.units[page.title].text)[0]


def _byline(page: _Page) -> str:
    named = [byline for byline in page.bylines.values() if byline.names]
    chosen = [byline for byline in named if not byline.secondary] or named
    return natural_case(chosen[0].names) if chosen else ""


def _outlet(page: _Page) -> str:
    texts = [unit.text for unit in page.units if len(unit.text) <= 400]
    masthead = [page.units[number].text for number, verdict in page.verdicts.items() if verdict.role is LineRole.OUTLET]
    suffix = [without_suffix(page.units[page.title].text)[1]] if page.title is not None else []
    behind_name = [byline.rest for byline in page.bylines.values() if outlets.is_masthead(byline.rest)]
    head = [unit.text for unit in page.units[page.body.start : page.body.start + 3]]
    domains = [outlets.from_mail(mail_domain(page.units[number].text)) for number in page.bylines]
    return (
        outlets.most_said([*masthead, *behind_name, *suffix])
        or outlet_in(texts)
        or outlets.most_said(map(outlets.from_dateline, head))
        or outlets.most_said(domains)
    )


def outlet_in(texts: Sequence[str]) -> str:
    """The outlet that a page's log-in, copyright or origin lines name, in that order of trust."""
    readings = (outlets.from_login, outlets.from_copyright, outlets.from_origin)
    return next((said for read in readings if (said := outlets.most_said(map(read, texts)))), "")


def _published(page: _Page) -> Published:
    found: list[Published] = []
    for number, verdict in sorted(page.verdicts.items()):
        if verdict.role not in (LineRole.DATE, LineRole.BYLINE):
            continue
        words = page.units[number].text
        date = find_date(words[:200])
        if date:
            published = stated(date, "the line", words)
            if is_of_publication(words):
                return published
            found.append(published)
    return found[0] if found else UNDATED

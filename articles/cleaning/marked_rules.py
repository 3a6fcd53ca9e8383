"""What the lines of an HTML page are, once its body is known: each settled with the reason a reader is given."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from articles.cleaning.body import Body
from articles.cleaning.bylines import read_byline
from articles.cleaning.captions import credit_after_sentence, read_caption
from articles.cleaning.headlines import headline_key
from articles.cleaning.page import Page
from articles.cleaning.page_body import MarkedPage
from articles.cleaning.page_lines import PageLine
from articles.cleaning.page_phrases import PagePhrase, PhraseKind, page_phrase
from articles.cleaning.signatures import is_date_line, settle_mastheads, settle_site_name
from articles.cleaning.surroundings import settle_phrases, settle_title
from articles.cleaning.units import Unit
from articles.model import BlockKind, LineRole
from articles.text import fold

_ROLES = {
    BlockKind.HEADING: (LineRole.HEADING, "a heading in the body of the article"),
    BlockKind.LIST_ITEM: (LineRole.LIST_ITEM, "an item of a list in the body of the article"),
    BlockKind.QUOTATION: (LineRole.QUOTATION, "a quotation in the body of the article"),
}
_TO_ANOTHER = re.compile(
    r"\W*(?:(?:read(?: more| also| next)|see also|also read|related)\b"
    r"|(?:read|also|more|watch|listen|don['’]t miss|must[ -]read|recommended|you (?:may|might) also like)\b"
    r"[^.]{0,40}?[:|>])",
    re.IGNORECASE,
)
"""How a line begins that is a link to another article."""
_CALL = re.compile(
    r"\b(?:follow|subscri\w+|sign(?:ing)? up|newsletter|join|e-?mail|contact|download|write to|for more)\b|^more\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|\bwww\.|(?<!\w)@\w{3}|\w@\w")
_HALF_LINKED, _ONLY_LINKED, _ALL_EMPHASISED = 0.4, 0.9, 0.9
_LONGEST_NOTE, _LONGEST_CALL, _LONGEST_SIGNATURE = 60, 30, 24
"""Words of a note to readers in emphasis, of one without, and of a line that signs."""
_MOST_WORDS_OF_DATE = 12
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME_OF_DAY = re.compile(r"(?<!\d)[012]?\d[:h][0-5]\d(?!\d)")
_LEADING_SENTENCES = 2
"""How many sentences lead into a text before its byline."""
_FEWEST_LEFT = 3
_REACH_ABOVE, _REACH_BELOW = 24, 14
"""How many lines above and below the body a line may stand that speaks of the article."""
_TOP, _FOOT = 30, 40
"""How many lines at the top and the foot of a page may name its outlet."""
_FAR = Unit(0, 0, "")
_CAPTION_REACH = 3
_MOST_SEARCHED = 500


def settle_marked(marked: MarkedPage, body: frozenset[int], title: str, *, outlet_known: bool) -> Page:
    """The page with every line settled.

    Args:
        marked: Its lines.
        body: The numbers of those that are the article's; not empty.
        title: The title as the metadata states it; empty where they don't.
        outlet_known: Whether they name the outlet, so that no line has to be looked through for it.
    """
    around = Body(min(body & marked.sentences or body), max(body) + 1)
    near = set(range(min(body) - _REACH_ABOVE, around.end + _REACH_BELOW))
    if not outlet_known:
        near.update(range(_TOP), range(len(marked.lines) - _FOOT, len(marked.lines)))
    units = tuple(_units(marked, near))
    page = Page(units, tuple(_phrases(marked, units, body)), around)
    _settle_signatures(page, marked, body)
    settle_title(page, title)
    _settle_other_titles(page, marked, body, title)
    settle_mastheads(page)
    if not outlet_known:
        settle_site_name(page)
    settle_phrases(page)
    _settle_above_title(page, marked, body)
    _settle_captions(page, marked)
    _settle_links(page, marked, body)
    _settle_tail(page, marked, body)
    _settle_repeated(page, body)
    _settle_rest(page, marked, body)
    return page


def _units(marked: MarkedPage, near: Container[int]) -> Iterator[Unit]:
    """The lines as units; those far from the body as blank ones, since counting their words takes long."""
    for number, line in enumerate(marked.lines):
        yield Unit(number, number, line.text, kind=line.kind) if number in near else _FAR


def _phrases(marked: MarkedPage, units: Sequence[Unit], body: Container[int]) -> Iterator[PagePhrase | None]:
    """What the words of each line give away: of the body's lines, only where the markup doesn't speak against it."""
    for number, (line, unit) in enumerate(zip(marked.lines, units, strict=True)):
        phrase = page_phrase(unit) if unit.text else None
        if phrase is not None and number in body:
            speaks_of_links = phrase.kind is PhraseKind.LIST or "link" in phrase.reason
            is_fact = line.is_row or (line.kind is BlockKind.LIST_ITEM and not line.linked)
            if is_fact or (speaks_of_links and not _leads_away(marked, number)):
                phrase = None
        yield phrase


def _leads_away(marked: MarkedPage, number: int) -> bool:
    """Whether a line is a heading or a link, or the next one is nothing else."""
    return marked.lines[number].kind is BlockKind.HEADING or any(
        line.linked >= share
        for line, share in zip(marked.lines[number : number + 2], (_HALF_LINKED, _ONLY_LINKED), strict=False)
    )


def _settle_signatures(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """Bylines and date lines from above the body to its first sentences, and from its last to somewhat below it."""
    sentences = _sentences(page, marked, body) or [page.body.start]
    first, last = sentences[:_LEADING_SENTENCES][-1], sentences[-1]
    for number in page.undecided(page.body.start - _REACH_ABOVE, page.body.end + _REACH_BELOW):
        if first < number < last or len(page.units[number].words) > (
            _LONGEST_SIGNATURE if number < first else _LONGEST_NOTE
        ):
            continue
        _settle_signature(page, number, page.units[number], below=number >= last)


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


def _settle_other_titles(page: Page, marked: MarkedPage, body: frozenset[int], title: str) -> None:
    """Other wordings of the title, as main headings above the first sentence."""
    for number in page.undecided(0, _first_sentence(page, marked, body)):
        line = marked.lines[number]
        if line.level == 1 and title and _share_words(line.text, title):
            page.settle(
                number, LineRole.REPEATED if page.title is not None else LineRole.TITLE, "the title in other words"
            )
            page.title = number if page.title is None else page.title


def _settle_above_title(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    if page.title is not None and page.title < _first_sentence(page, marked, body):
        for number in page.undecided(min(body), page.title):
            page.settle(number, LineRole.CHROME, "above the title")


def _first_sentence(page: Page, marked: MarkedPage, body: frozenset[int]) -> int:
    undecided = (number for number in page.undecided(min(body), page.body.end) if number in body)
    return next((number for number in undecided if number in marked.sentences), page.body.start)


def _share_words(one: str, other: str) -> bool:
    first, second = set(headline_key(one).split()), set(headline_key(other).split())
    return len(first & second) * 2 >= min(len(first), len(second))


def _settle_captions(page: Page, marked: MarkedPage) -> None:
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


def _settle_links(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """Lines among the text that lead to other articles, and what is set apart from it."""
    homes = {marked.lines[number].apart for number in body & marked.sentences}
    for number in page.undecided(min(body), page.body.end):
        line = marked.lines[number]
        if line.linked >= _HALF_LINKED and _TO_ANOTHER.match(line.text):
            page.settle(number, LineRole.CHROME, "a link to another article")
        elif line.apart and False in homes:
            page.settle(number, LineRole.CHROME, "set apart from the article's text by the page")


def _settle_tail(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """Links, headings of nothing and calls to follow or subscribe at the end of the text."""
    kept = [number for number in page.undecided(page.body.start, page.body.end) if number in body]
    for number, reason in _tail(page, marked, kept):
        page.settle(number, LineRole.CHROME, reason)


def _tail(page: Page, marked: MarkedPage, kept: Sequence[int]) -> Iterator[tuple[int, str]]:
    for number in reversed(kept[_FEWEST_LEFT - 1 :]):
        line, unit = marked.lines[number], page.units[number]
        if line.linked >= _ONLY_LINKED and not unit.ends_sentence:
            yield number, "nothing but a link, at the end"
        elif line.kind is BlockKind.HEADING:
            yield number, "a heading with nothing under it"
        elif _is_call(line, unit):
            yield number, "a call to readers at the end"
        else:
            return


def _is_call(line: PageLine, unit: Unit) -> bool:
    count = len(unit.words)
    if count > _LONGEST_NOTE or not (line.linked or _ADDRESS.search(line.text)):
        return False
    return _CALL.search(line.text) is not None and (count <= _LONGEST_CALL or line.emphasised >= _ALL_EMPHASISED)


def _settle_repeated(page: Page, body: frozenset[int]) -> None:
    """Sentences that the page sets apart in large type and says again in a paragraph."""
    kept = [number for number in page.undecided(page.body.start, page.body.end) if number in body]
    whole = "\n".join(page.units[number].folded for number in kept[:_MOST_SEARCHED])
    for number in kept[:_MOST_SEARCHED]:
        unit = page.units[number]
        if (
            5 <= len(unit.words) <= _LONGEST_NOTE
            and (unit.kind is BlockKind.QUOTATION or unit.folded.startswith('"'))
            and whole.count(unit.folded.strip("\"' .…")) == 2
            and not any(page.units[other].folded == unit.folded for other in kept if other > number)
        ):
            page.settle(number, LineRole.REPEATED, "said again in a paragraph, word for word")


def _settle_rest(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
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

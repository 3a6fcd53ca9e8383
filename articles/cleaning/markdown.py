"""Markdown to an article: front matter, blocks with their links and emphasis, and the page's own lines left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.cleaning import outlets
from articles.cleaning.bylines import read_byline
from articles.cleaning.captions import points_at_picture, read_caption
from articles.cleaning.dating import find_date, stated, without_date
from articles.cleaning.front_matter import FrontMatter, read_front_matter
from articles.cleaning.headlines import headline_key, without_suffix
from articles.cleaning.markdown_blocks import MarkdownBlock, markdown_blocks
from articles.cleaning.page_phrases import PhraseKind, page_phrase
from articles.cleaning.plain_text import outlet_in
from articles.cleaning.units import Unit
from articles.model import UNDATED, Article, Block, BlockKind, Line, LineRole, Published
from articles.text import fold

_ROLES = {
    BlockKind.PARAGRAPH: LineRole.PARAGRAPH,
    BlockKind.HEADING: LineRole.HEADING,
    BlockKind.LIST_ITEM: LineRole.LIST_ITEM,
    BlockKind.QUOTATION: LineRole.QUOTATION,
    BlockKind.CAPTION: LineRole.CAPTION,
}
_REASONS = {
    LineRole.PARAGRAPH: "a paragraph",
    LineRole.HEADING: "a heading",
    LineRole.LIST_ITEM: "an item of a list",
    LineRole.QUOTATION: "a quotation",
    LineRole.CAPTION: "the caption of a picture",
}


@dataclass(frozen=True, slots=True)
class _Judged:
    """A block of the source with its role and reason, and what it adds to the article."""

    source: MarkdownBlock
    role: LineRole
    reason: str
    block: Block | None = None


def clean_markdown(text: str) -> Article:
    """The article in a Markdown document.

    Args:
        text: The whole document, decoded and printable.

    Returns:
        The article: what its front matter states of it comes before what its text states. HTML in it is shown as
        its text without tags, and never obeyed.
    """
    lines = text.split("\n")
    front = read_front_matter(lines)
    sources = tuple(markdown_blocks("\n".join([""] * front.lines + lines[front.lines :])))
    title = front.title or _title(sources)
    judged = _judge(sources, title)
    words = "\n".join(each.block.text for each in sources)
    return Article(
        title=title,
        blocks=_blocks(judged),
        byline=front.byline or _byline(judged),
        outlet=front.outlet or _outlet(judged, title, sources, words),
        published=front.published if front.published.day else _published(judged),
        address=front.address,
        language=front.language,
        lines=_lines(lines, front, judged),
    )


def _title(sources: Sequence[MarkdownBlock]) -> str:
    """The first heading of the highest level that stands in the first half."""
    headings = [each for each in sources if each.level and not page_phrase(_unit(each))]
    top = min((each.level for each in headings), default=0)
    first = next((each.block.text for each in headings if each.level == top), "")
    return without_suffix(first)[0]


def _unit(source: MarkdownBlock) -> Unit:
    return Unit(source.first, source.last, source.block.text, "*" if source.block.kind is BlockKind.LIST_ITEM else "")


def _judge(sources: Sequence[MarkdownBlock], title: str) -> tuple[_Judged, ...]:
    judged: list[_Judged] = []
    captions: set[str] = set()
    titles, under, over = 0, "", False
    prose_left = [_is_prose(each) for each in sources]
    for number, source in enumerate(sources):
        phrase = page_phrase(_unit(source))
        if title and headline_key(source.block.text) == headline_key(title):
            titles += 1
            role = LineRole.TITLE if titles == 1 else LineRole.REPEATED
            judged.append(_Judged(source, role, "the title" if titles == 1 else "the title, printed again"))
        elif phrase:
            over = over or (phrase[1] is PhraseKind.END and sum(prose_left[number:]) * 3 < sum(prose_left))
            under = source.block.text if phrase[1] is PhraseKind.LIST else under
            judged.append(_Judged(source, LineRole.CHROME, phrase[0]))
        elif over:
            judged.append(_Judged(source, LineRole.CHROME, "after the article ends"))
        elif under and not prose_left[number]:
            judged.append(_Judged(source, LineRole.CHROME, f'a link under "{under[:40]}"'))
        else:
            under = ""
            judged.append(_signature(source) or _caption(source, captions) or _kept(source))
    return tuple(judged)


def _is_prose(source: MarkdownBlock) -> bool:
    unit = _unit(source)
    return unit.ends_sentence and len(unit.words) >= 8 and not source.only_links


def _signature(source: MarkdownBlock) -> _Judged | None:
    text = source.block.text
    if source.block.kind is BlockKind.HEADING or len(text) > 160:
        return None
    byline = read_byline(text)
    if byline is not None and byline.names:
        reason = "names who contributed" if byline.secondary else "names who wrote it"
        return _Judged(source, LineRole.BYLINE, reason)
    found = find_date(text)
    if found and len(without_date(text, found).split()) <= 2:
        return _Judged(source, LineRole.DATE, "a date by itself")
    return None


def _caption(source: MarkdownBlock, seen: set[str]) -> _Judged | None:
    block = source.block
    caption = read_caption(block.text) if block.kind in (BlockKind.CAPTION, BlockKind.PARAGRAPH) else None
    if caption is None and block.kind is not BlockKind.CAPTION and not points_at_picture(block.text):
        return None
    words, credit = (caption.text, caption.credit) if caption else (block.text, "")
    key = fold(words or credit)
    if key in seen:
        return _Judged(source, LineRole.REPEATED, "a caption, printed again")
    seen.add(key)
    if not words:
        return _Judged(source, LineRole.CREDIT, "the credit of a picture", Block(BlockKind.CAPTION, "", credit))
    if len(words.split()) < 3 and not credit:
        return _Judged(source, LineRole.CHROME, "alternative text of an image")
    markup = tuple(mark for mark in block.markup if mark.end <= len(words))
    return _Judged(
        source, LineRole.CAPTION, _REASONS[LineRole.CAPTION], Block(BlockKind.CAPTION, words, credit, markup)
    )


def _kept(source: MarkdownBlock) -> _Judged:
    if source.only_links and source.block.kind is not BlockKind.HEADING and not _unit(source).ends_sentence:
        return _Judged(source, LineRole.CHROME, "nothing but links")
    role = _ROLES[source.block.kind]
    return _Judged(source, role, _REASONS[role], source.block)


def _blocks(judged: Sequence[_Judged]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for each in judged:
        if each.block is None:
            continue
        if each.block.text:
            blocks.append(each.block)
        elif blocks and blocks[-1].kind is BlockKind.CAPTION and not blocks[-1].credit:
            blocks[-1] = dataclasses.replace(blocks[-1], credit=each.block.credit)
    return tuple(blocks)


def _byline(judged: Sequence[_Judged]) -> str:
    named = [read_byline(each.source.block.text) for each in judged if each.role is LineRole.BYLINE]
    found = [byline for byline in named if byline]
    chosen = [byline for byline in found if not byline.secondary] or found
    return chosen[0].names if chosen else ""


def _outlet(judged: Sequence[_Judged], title: str, sources: Sequence[MarkdownBlock], words: str) -> str:
    suffixes = (without_suffix(each.block.text) for each in sources if each.level)
    suffix = next((name for bare, name in suffixes if name and bare == title), "")
    behind = [byline.rest for each in judged if (byline := read_byline(each.source.block.text)) and byline.rest]
    return suffix or next((rest for rest in behind if outlets.is_masthead(rest)), "") or outlet_in(words.split("\n"))


def _published(judged: Sequence[_Judged]) -> Published:
    for each in judged:
        found = find_date(each.source.block.text) if each.role in (LineRole.DATE, LineRole.BYLINE) else None
        if found:
            return stated(found, "the line", each.source.block.text)
    return UNDATED


def _lines(lines: Sequence[str], front: FrontMatter, judged: Sequence[_Judged]) -> tuple[Line, ...]:
    roles: dict[int, tuple[LineRole, str]] = dict(enumerate(front.roles))
    for each in judged:
        for number in range(each.source.first, each.source.last + 1):
            roles.setdefault(number, (each.role, each.reason))
    return tuple(_accounted(lines, roles))


def _accounted(lines: Sequence[str], roles: dict[int, tuple[LineRole, str]]) -> Iterator[Line]:
    for number, text in enumerate(lines):
        if not text.strip():
            yield Line(text, LineRole.BLANK, "")
        elif number in roles:
            yield Line(text, *roles[number])
        else:
            yield Line(text, LineRole.CHROME, "Markdown's own marks, or a link's address, without text")

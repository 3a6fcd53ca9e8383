"""HTML to an article: the body by trafilatura, what the page says of itself by its metadata, each line accounted for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from articles.cleaning.bylines import read_byline
from articles.cleaning.captions import read_caption
from articles.cleaning.dating import find_date, stated, without_date
from articles.cleaning.extraction import extract_blocks
from articles.cleaning.headlines import headline_key
from articles.cleaning.metadata import PageMetadata, read_metadata
from articles.cleaning.page_phrases import page_phrase
from articles.cleaning.page_tree import PageLine, page_lines, parse_page, without_control_references
from articles.cleaning.plain_text import clean_text
from articles.cleaning.units import Unit
from articles.model import Article, Block, BlockKind, Line, LineRole, Published
from articles.text import fold

_ROLES = {
    BlockKind.PARAGRAPH: LineRole.PARAGRAPH,
    BlockKind.HEADING: LineRole.HEADING,
    BlockKind.LIST_ITEM: LineRole.LIST_ITEM,
    BlockKind.QUOTATION: LineRole.QUOTATION,
    BlockKind.CAPTION: LineRole.CAPTION,
}
_NOT_COMPARED = re.compile(r"[\W_]+")
_SHORT = 16
"""Letters up to which a line is taken for the text's only right after the line before."""
_NEAR = 60
_HEAD_REACH = 12


@dataclasses.dataclass(frozen=True, slots=True)
class _Judged:
    """A line of the page with its role, and the block that it belongs to or, as a caption, adds."""

    line: Line
    block: int = -1
    caption: Block | None = None


def clean_html(page: str) -> Article:
    """The article in an HTML page.

    Args:
        page: The page's source, decoded and printable.

    Returns:
        The article; where trafilatura finds no body, what the rules for plain text find in the page's lines.
    """
    source = without_control_references(page)
    tree = parse_page(source)
    if tree is None:
        return clean_text(source)
    stated_by_page = read_metadata(tree)
    shown = page_lines(tree)
    by_rule = clean_text("\n".join(line.text for line in shown))
    blocks = _of_article(extract_blocks(source), stated_by_page.title or by_rule.title)
    if not blocks:
        return _with_metadata(by_rule, stated_by_page)
    judged = _judge(shown, blocks, by_rule, stated_by_page.title or by_rule.title)
    article = dataclasses.replace(by_rule, blocks=_merged(blocks, judged), lines=tuple(each.line for each in judged))
    byline, published = _from_lines(judged)
    article = dataclasses.replace(article, byline=byline, published=published)
    return _with_metadata(article, stated_by_page)


def _of_article(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """The blocks without the title, and without what trafilatura keeps of the page's own phrases."""
    key = headline_key(title)
    return tuple(
        block
        for block in blocks
        if headline_key(block.text) != key and not (block.kind is not BlockKind.HEADING and _page_words(block.text))
    )


def _page_words(text: str) -> str:
    phrase = page_phrase(Unit(0, 0, text))
    return phrase[0] if phrase else ""


def _with_metadata(article: Article, page: PageMetadata) -> Article:
    return dataclasses.replace(
        article,
        title=page.title or article.title,
        byline=page.byline or article.byline,
        outlet=page.outlet or article.outlet,
        published=page.published if page.published.day else article.published,
        address=page.address,
        language=page.language,
    )


def _judge(shown: Sequence[PageLine], blocks: Sequence[Block], by_rule: Article, title: str) -> tuple[_Judged, ...]:
    finder = _BlockFinder(blocks)
    homes = [finder.find(line.text) for line in shown]
    first = next((number for number, home in enumerate(homes) if home >= 0), len(shown))
    last = max((number for number, home in enumerate(homes) if home >= 0), default=-1)
    title_key, titles, captions = headline_key(title), 0, set[str]()
    judged = []
    for number, (line, ruled) in enumerate(zip(shown, by_rule.lines, strict=True)):
        if homes[number] >= 0:
            role = _ROLES[blocks[homes[number]].kind]
            judged.append(_Judged(Line(line.text, role, "in the body that trafilatura made out"), homes[number]))
        elif title_key and headline_key(line.text) == title_key:
            titles += 1
            reason = "the title that the page states" if titles == 1 else "the title, printed again"
            judged.append(_Judged(Line(line.text, LineRole.TITLE if titles == 1 else LineRole.REPEATED, reason)))
        elif line.caption and first - _HEAD_REACH <= number <= last:
            judged.append(_caption(line.text, captions))
        else:
            near = first - _HEAD_REACH <= number <= last + _HEAD_REACH
            judged.append(_Judged(_signature(line.text, near=near) or _chrome(line.text, ruled)))
    return tuple(judged)


def _caption(text: str, seen: set[str]) -> _Judged:
    caption = read_caption(text)
    words, credit = (caption.text, caption.credit) if caption else (text, "")
    key = fold(words or credit)
    if key in seen:
        return _Judged(Line(text, LineRole.REPEATED, "a caption, printed again"))
    seen.add(key)
    if not words:
        return _Judged(
            Line(text, LineRole.CREDIT, "the credit of a picture"), caption=Block(BlockKind.CAPTION, "", credit)
        )
    return _Judged(Line(text, LineRole.CAPTION, "a figcaption"), caption=Block(BlockKind.CAPTION, words, credit))


def _signature(text: str, *, near: bool) -> Line | None:
    if not near or len(text) > 160 or _page_words(text):
        return None
    if (byline := read_byline(text)) and byline.names:
        return Line(text, LineRole.BYLINE, "names who wrote it")
    found = find_date(text)
    if found and len(without_date(text, found).split()) <= 2:
        return Line(text, LineRole.DATE, "a date by itself")
    return None


def _chrome(text: str, ruled: Line) -> Line:
    reason = _page_words(text) or (ruled.reason if ruled.role is LineRole.CHROME else "")
    return Line(text, LineRole.CHROME, reason or "not part of the body that trafilatura made out")


def _from_lines(judged: Sequence[_Judged]) -> tuple[str, Published]:
    """Byline and date of the signature lines, for pages whose metadata is silent."""
    byline, published = "", Published()
    for each in judged:
        if each.line.role is LineRole.BYLINE and not byline:
            named = read_byline(each.line.text)
            byline = named.names if named else ""
        found = find_date(each.line.text) if each.line.role in (LineRole.DATE, LineRole.BYLINE) else None
        if found and published.day is None:
            published = stated(found, "the line", each.line.text)
    return byline, published


def _merged(blocks: Sequence[Block], judged: Sequence[_Judged]) -> tuple[Block, ...]:
    """The blocks with the captions put in where the page shows them."""
    merged: list[Block] = []
    shown = 0
    for each in judged:
        if each.block >= shown:
            merged.extend(blocks[shown : each.block + 1])
            shown = each.block + 1
        elif each.caption and each.caption.text:
            merged.append(each.caption)
        elif each.caption and merged and merged[-1].kind is BlockKind.CAPTION and not merged[-1].credit:
            merged[-1] = dataclasses.replace(merged[-1], credit=each.caption.credit)
    return (*merged, *blocks[shown:])


class _BlockFinder:
    """Finds the block that a line of the page is of, going through page and blocks in step."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        letters = [_letters(block.text) for block in blocks]
        self._text = "".join(letters)
        self._starts: list[int] = []
        at = 0
        for part in letters:
            self._starts.append(at)
            at += len(part)
        self._cursor = 0

    def find(self, line: str) -> int:
        """The number of the block whose text goes on with this line, or -1."""
        key = _letters(line)
        if not key:
            return -1
        reach = self._cursor + _NEAR if len(key) < _SHORT else len(self._text)
        at = self._text.find(key, self._cursor, reach + len(key))
        if at < 0:
            return -1
        self._cursor = at + len(key)
        return max(number for number, start in enumerate(self._starts) if start <= at)


def _letters(text: str) -> str:
    return _NOT_COMPARED.sub("", text).casefold()

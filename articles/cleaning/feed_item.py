"""An item of a feed to an article: what the item says of itself, and all of its text."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articles.cleaning.bylines import natural_case
from articles.cleaning.dating import find_date, stated
from articles.cleaning.fragment import fragment_blocks
from articles.cleaning.inline_text import is_only_links
from articles.errors import CleaningError
from articles.model import UNDATED, Article, Block, BlockKind, ChromeCategory, Line, LineRole, MarkupKind, Published
from articles.text import fold, one_line, printable

_ROLES = {
    BlockKind.PARAGRAPH: LineRole.PARAGRAPH,
    BlockKind.HEADING: LineRole.HEADING,
    BlockKind.LIST_ITEM: LineRole.LIST_ITEM,
    BlockKind.QUOTATION: LineRole.QUOTATION,
    BlockKind.CAPTION: LineRole.CAPTION,
}
_LANGUAGE = re.compile(r"^([A-Za-z]{2,3})(?:[-_]|$)")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"(, | and )")
_APPEARED = re.compile(r"^The (?:post|article) .{1,400}? (?:appeared first|first appeared) (?:on|in) .{1,200}$")
_READ_MORE = re.compile(
    r"^\W*(?:(?:continue|keep) reading"
    r"|read (?:more|on|full|the (?:full|rest|whole|complete|original)|(?:it|this) (?:at|on))"
    r"|(?:view|see) (?:more|the full|full|original)|full (?:story|article))\b.{0,200}$|^\W*more\W*$",
    re.IGNORECASE,
)


def clean_feed_item(text: str) -> Article:
    """The article in an item of a feed.

    Nothing in an item is taken for a page's furniture, be it two sentences or two thousand, save what feeds
    themselves add below: "Read more", "The post ... appeared first on ...". What the item states (title, author, date,
    outlet, address, language) is taken at its word. An item without any text is an article of its title alone, or
    of its address.

    Args:
        text: JSON in the form of JSON Feed's items, as `articles.sources.feeds.item_document` writes it.

    Raises:
        CleaningError: It is no such JSON.
    """
    fields = _fields(text)
    title = _text(fields, "title")
    blocks = fragment_blocks(_raw(fields, "content_html"))
    judged = tuple(_judged(blocks, title))
    kept = tuple(block for block, _ in judged if block is not None)
    extension = fields.get("_broadsheet")
    address = _address(fields)
    article = Article(
        title=title,
        blocks=kept or _stand_in(title or address),
        byline="".join(map(natural_case, _BETWEEN_NAMES.split(_BY.sub("", _author(fields))))),
        outlet=_text(extension, "feed_title") if isinstance(extension, dict) else "",
        published=_published(_text(fields, "date_published")),
        address=address,
        language=_language(fields),
    )
    return dataclasses.replace(article, lines=(*_head(article, fields), *(line for _, line in judged)))


def _fields(text: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CleaningError("not an item of a feed", remedy="Fetch its feed again") from error
    if not isinstance(fields, dict):
        raise CleaningError("not an item of a feed", remedy="Fetch its feed again")
    return fields


def _judged(blocks: Sequence[Block], title: str) -> Iterator[tuple[Block | None, Line]]:
    """Each block as it is kept, or None, with its line."""
    for number, block in enumerate(blocks):
        if _is_footer(block):
            yield None, Line(block.text, LineRole.CHROME, "a footer that feeds add", ChromeCategory.OTHER)
        elif number == 0 and title and fold(block.text) == fold(title) and len(blocks) > 1:
            yield None, Line(block.text, LineRole.REPEATED, "the title again")
        else:
            kept = _without_read_more(block)
            reason = "text of the feed's item" + (", without its link to read more" if kept != block else "")
            yield kept, Line(block.text, _ROLES[block.kind], reason)


def _is_footer(block: Block) -> bool:
    if _APPEARED.match(block.text):
        return True
    return is_only_links(block) and bool(_READ_MORE.match(block.text) or fold(block.text) in ("comments", "link"))


def _without_read_more(block: Block) -> Block:
    """The block without a link at its end that only leads to the rest."""
    last = max((mark for mark in block.markup if mark.kind is MarkupKind.LINK), key=lambda mark: mark.end, default=None)
    if last is None or any(char.isalnum() for char in block.text[last.end :]):
        return block
    before = block.text[: last.start].rstrip()
    if not before or before[-1].isalnum() or not _READ_MORE.match(block.text[last.start : last.end]):
        return block
    text = before.rstrip(" [(→»|")
    return dataclasses.replace(block, text=text, markup=tuple(mark for mark in block.markup if mark.end <= len(text)))


def _stand_in(words: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, words),) if words else ()


def _head(article: Article, fields: Mapping[str, Any]) -> Iterator[Line]:
    for role, words in (
        (LineRole.TITLE, article.title),
        (LineRole.BYLINE, _author(fields)),
        (LineRole.OUTLET, article.outlet),
        (LineRole.DATE, _text(fields, "date_published")),
    ):
        if words:
            yield Line(words, role, "stated by the feed")


def _raw(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return printable(value) if isinstance(value, str) else ""


def _text(fields: Mapping[str, Any], name: str) -> str:
    return one_line(_raw(fields, name), 1_000)


def _author(fields: Mapping[str, Any]) -> str:
    authors = fields.get("authors")
    names = (
        [_text(author, "name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    )
    return ", ".join(name for name in names if name)


def _published(words: str) -> Published:
    found = find_date(words)
    return stated(found, "the feed", words) if found else UNDATED


def _address(fields: Mapping[str, Any]) -> str:
    address = _text(fields, "url")
    return address if address.startswith(("http://", "https://")) else ""


def _language(fields: Mapping[str, Any]) -> str:
    match = _LANGUAGE.match(_text(fields, "language"))
    return match[1].lower() if match else ""

"""Markdown source to blocks, each with the lines it stands on, by markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.cleaning.inline_text import InlineText
from articles.model import Block, BlockKind, Markup, MarkupKind
from articles.text import printable

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.{0,5000}?-->|</?[A-Za-z][^<>]{0,2000}>", re.DOTALL)
_OPENING = frozenset(("blockquote_open", "list_item_open", "heading_open"))
_CLOSING = frozenset(("blockquote_close", "list_item_close", "heading_close"))
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_MOST_LINES_OF_CODE = 10_000
_KINDS = {"strong": MarkupKind.STRONG, "em": MarkupKind.EMPHASIS, "link": MarkupKind.LINK}


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A block with the numbers of the first and last line of its source."""

    block: Block
    first: int
    last: int
    level: int = 0
    """1 to 6 of a heading, else 0."""
    is_exact: bool = False
    """Whether it is a row of a table or a line of code, whose words say nothing of what it is."""


def markdown_blocks(source: str) -> Iterator[MarkdownBlock]:
    """The blocks of a Markdown source in order; pictures become captions, HTML its text, a row of a table one block."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable(["table", "strikethrough"]).parse(source)
    around: list[Token] = []
    begun: set[int] = set()
    row = InlineText()
    for number, token in enumerate(tokens):
        if token.type in _OPENING:
            around.append(token)
        elif token.type in _CLOSING:
            around.pop()
        elif token.type == "tr_open":
            row = InlineText()
        elif token.type == "tr_close":
            yield from _finished(row, Block(BlockKind.PARAGRAPH, ""), _lines(tokens, number), is_exact=True)
        elif token.type == "inline" and tokens[number - 1].type in ("td_open", "th_open"):
            _add_cell(token, row, is_head=tokens[number - 1].type == "th_open")
        elif token.type == "inline":
            level = int(tokens[number - 1].tag[1]) if around and around[-1].type == "heading_open" else 0
            yield from _of_inline(token, _form(around, begun), level)
        elif token.type in ("fence", "code_block"):
            yield from _of_code(token)
        elif token.type == "html_block":
            yield from _finished(_plain(_TAG.sub(" ", token.content)), _form(around, begun), _span(token))


def _form(around: Sequence[Token], begun: set[int]) -> Block:
    """The kind, number and depth of the next block in some elements; a list's item begins but once.

    Args:
        around: The elements that are open.
        begun: The items whose number or bullet has been given, to which this may add one.
    """
    inner = around[-1].type if around else ""
    if inner == "heading_open":
        return Block(BlockKind.HEADING, "")
    quotations = sum(token.type == "blockquote_open" for token in around)
    items = sum(token.type == "list_item_open" for token in around)
    if inner == "list_item_open":
        if id(around[-1]) in begun:
            return Block(BlockKind.PARAGRAPH, "", depth=items)
        begun.add(id(around[-1]))
        marker = f"{around[-1].info}{around[-1].markup}" if around[-1].info else ""
        return Block(BlockKind.LIST_ITEM, "", marker=marker, depth=items - 1)
    if inner == "blockquote_open":
        return Block(BlockKind.QUOTATION, "", depth=quotations - 1)
    return Block(BlockKind.PARAGRAPH, "")


def _lines(tokens: Sequence[Token], end_of_row: int) -> tuple[int, int]:
    """The first and last line of the row that ends with a token."""
    opening = next(number for number in range(end_of_row, -1, -1) if tokens[number].type == "tr_open")
    return _span(tokens[opening])


def _span(token: Token) -> tuple[int, int]:
    first, end = token.map or (0, 1)
    return first, max(first, end - 1)


def _of_code(token: Token) -> Iterator[MarkdownBlock]:
    """A block for each line of code, with its indentation."""
    first, _ = _span(token)
    first += token.type == "fence"
    for number, line in enumerate(token.content.split("\n")[:_MOST_LINES_OF_CODE], first):
        text = printable(line).expandtabs(4).rstrip()
        indented = _NO_BREAK_SPACE * (len(text) - len(text.lstrip())) + text.lstrip()
        if text:
            markup = (Markup(0, len(indented), MarkupKind.CODE),)
            yield MarkdownBlock(Block(BlockKind.PARAGRAPH, indented, markup=markup), number, number, is_exact=True)


def _plain(text: str) -> InlineText:
    inline = InlineText()
    inline.add(text)
    return inline


def _add_cell(token: Token, row: InlineText, *, is_head: bool) -> None:
    row.add(" | " if row.length else "")
    start = row.length
    _add_children(token, row)
    if is_head:
        row.mark(start, MarkupKind.STRONG)


def _of_inline(token: Token, form: Block, level: int) -> Iterator[MarkdownBlock]:
    text = InlineText()
    pictures = _add_children(token, text)
    yield from _finished(text, form, _span(token), level)
    for picture in pictures:
        yield from _finished(_plain(picture), Block(BlockKind.CAPTION, ""), _span(token))


def _add_children(token: Token, text: InlineText) -> list[str]:
    """Adds what is in a stretch of text, with its markup, and gives what its pictures say."""
    opened: list[tuple[int, str]] = []
    pictures = []
    for child in token.children or ():
        if child.type.endswith("_open"):
            opened.append((text.length, str(child.attrGet("href") or "")))
        elif child.type.endswith("_close") and opened:
            start, target = opened.pop()
            if mark := _KINDS.get(child.type.removesuffix("_close")):
                text.mark(start, mark, target)
        elif child.type == "image":
            pictures.append(_picture(child))
        else:
            _add(child, text)
    return pictures


def _add(child: Token, text: InlineText) -> None:
    start = text.length
    if child.type in ("softbreak", "hardbreak"):
        text.add(" ")
    elif child.type == "html_inline":
        text.add(" " if child.content.lower().startswith("<br") else "")
    else:
        text.add(child.content)
    if child.type == "code_inline":
        text.mark(start, MarkupKind.CODE)


def _picture(image: Token) -> str:
    """What a picture's title says, which is written to be read, or else its alternative text."""
    return str(image.attrGet("title") or image.content or "")


def _finished(
    inline: InlineText, form: Block, lines: tuple[int, int], level: int = 0, *, is_exact: bool = False
) -> Iterator[MarkdownBlock]:
    text, markup = inline.finish()
    if any(char.isalnum() for char in text):
        yield MarkdownBlock(replace(form, text=text, markup=markup), *lines, level, is_exact)

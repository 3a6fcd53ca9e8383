"""Markdown source to blocks, each with the lines it stands on, by markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.cleaning.inline_text import InlineText
from articles.model import Block, BlockKind, MarkupKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.{0,5000}?-->|</?[A-Za-z][^<>]{0,2000}>", re.DOTALL)
_KINDS = {"strong": MarkupKind.STRONG, "em": MarkupKind.EMPHASIS, "link": MarkupKind.LINK}


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A block with the numbers of the first and last line of its source."""

    block: Block
    first: int
    last: int
    level: int = 0
    """1 to 6 of a heading, else 0."""


def markdown_blocks(source: str) -> Iterator[MarkdownBlock]:
    """The blocks of a Markdown source in order; pictures become captions, HTML its text."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable(["table", "strikethrough"]).parse(source)
    around: list[str] = []
    for number, token in enumerate(tokens):
        if token.type in ("blockquote_open", "list_item_open", "heading_open"):
            around.append(token.type)
        elif token.type in ("blockquote_close", "list_item_close", "heading_close"):
            around.pop()
        elif token.type == "inline":
            level = int(tokens[number - 1].tag[1]) if "heading_open" in around[-1:] else 0
            yield from _of_inline(token, _kind(around), level)
        elif token.type in ("fence", "code_block", "html_block"):
            text = _TAG.sub(" ", token.content) if token.type == "html_block" else token.content
            yield from _finished(_plain(text), BlockKind.PARAGRAPH, token, 0)


def _kind(around: Sequence[str]) -> BlockKind:
    if not around:
        return BlockKind.PARAGRAPH
    return {"heading_open": BlockKind.HEADING, "list_item_open": BlockKind.LIST_ITEM}.get(
        around[-1], BlockKind.QUOTATION
    )


def _plain(text: str) -> InlineText:
    inline = InlineText()
    inline.add(text)
    return inline


def _of_inline(token: Token, kind: BlockKind, level: int) -> Iterator[MarkdownBlock]:
    text = InlineText()
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
    yield from _finished(text, kind, token, level)
    for picture in pictures:
        yield from _finished(_plain(picture), BlockKind.CAPTION, token, 0)


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


def _finished(inline: InlineText, kind: BlockKind, token: Token, level: int) -> Iterator[MarkdownBlock]:
    text, markup = inline.finish()
    if any(char.isalnum() for char in text):
        first, end = token.map or (0, 1)
        yield MarkdownBlock(Block(kind, text, markup=markup), first, max(first, end - 1), level)

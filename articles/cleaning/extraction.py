"""The body of an HTML page as trafilatura makes it out, as blocks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.cleaning.inline_text import InlineText
from articles.model import Block, BlockKind, MarkupKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "p": BlockKind.PARAGRAPH,
    "code": BlockKind.PARAGRAPH,
    "row": BlockKind.PARAGRAPH,
}
_CONTAINERS = frozenset({"body", "list", "table", "quote", "div"})
_RENDERED = {"#b": MarkupKind.STRONG, "#i": MarkupKind.EMPHASIS, "#t": MarkupKind.CODE}


def extract_blocks(page: str) -> tuple[Block, ...]:
    """The blocks of the article in an HTML page; none where trafilatura finds no article."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it says "error" where there is merely no article
    try:
        document = trafilatura.bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            include_formatting=True,
            include_links=False,  # with them, it breaks paragraphs in two at links
            include_tables=True,
            with_metadata=False,
        )
    except Exception:  # any markup may reach a third party's parser, and a page it fails on is read as plain lines
        return ()
    if document is None or isinstance(document, dict) or document.body is None:
        return ()
    return tuple(_blocks_of(document.body, quoted=False))


def _blocks_of(element: _Element, *, quoted: bool) -> Iterator[Block]:
    kind = BlockKind.QUOTATION if quoted else BlockKind.PARAGRAPH
    loose = InlineText()
    loose.add(element.text or "")
    for child in element:
        tag = child.tag
        if tag in _CONTAINERS or (tag in _KINDS and (tag != "code" or element.tag == "body")):
            yield from _finished(loose, kind)
            loose = InlineText()
            yield from _block_child(child, quoted=quoted)
        else:
            _inline_child(child, loose)
        loose.add(child.tail or "")
    yield from _finished(loose, kind)


def _block_child(child: _Element, *, quoted: bool) -> Iterator[Block]:
    if child.tag in _CONTAINERS:
        yield from _blocks_of(child, quoted=quoted or child.tag == "quote")
        return
    kind = BlockKind.QUOTATION if quoted and child.tag == "p" else _KINDS[child.tag]
    for part in _parts(child):
        yield from _finished(part, kind)


def _parts(element: _Element) -> Iterator[InlineText]:
    """The text of a block, parted where its line breaks stand between sentences."""
    text = InlineText()
    text.add(element.text or "")
    for child in element:
        if child.tag == "lb" and text.finish()[0].endswith((".", "!", "?", "”", '"', ":")):
            yield text
            text = InlineText()
        elif child.tag == "cell":
            text.add(" | " if text.length else "")
            _inline(child, text)
        else:
            _inline_child(child, text)
        text.add(child.tail or "")
    yield text


def _inline_child(child: _Element, text: InlineText) -> None:
    if child.tag == "lb":
        text.add(" ")
        return
    start = text.length
    _inline(child, text)
    if child.tag == "hi" and child.get("rend") in _RENDERED:
        text.mark(start, _RENDERED[child.get("rend")])
    elif child.tag == "code":
        text.mark(start, MarkupKind.CODE)


def _inline(element: _Element, text: InlineText) -> None:
    text.add(element.text or "")
    for child in element:
        if child.tag in ("p", "item", "list", "row"):
            text.add(" ")
        _inline_child(child, text)
        text.add(child.tail or "")


def _finished(part: InlineText, kind: BlockKind) -> Iterator[Block]:
    text, markup = part.finish()
    if any(char.isalnum() for char in text):
        yield Block(kind, text, markup=markup)

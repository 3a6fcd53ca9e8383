"""A piece of HTML that is all text, as the items of feeds are: every block of it, with its kind and markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.cleaning.inline_text import InlineText
from articles.cleaning.page_tree import parse_page, without_control_references
from articles.model import Block, BlockKind, MarkupKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "head", "math"})
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr"
    " li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
}
_MARKUP = {
    "b": MarkupKind.STRONG,
    "strong": MarkupKind.STRONG,
    "i": MarkupKind.EMPHASIS,
    "em": MarkupKind.EMPHASIS,
    "cite": MarkupKind.EMPHASIS,
    "code": MarkupKind.CODE,
    "a": MarkupKind.LINK,
}
_SENTENCE_ENDS = (".", "!", "?", "”", '"', ":")


def fragment_blocks(fragment: str) -> tuple[Block, ...]:
    """All blocks of a piece of HTML in their order; text that is in no element is a paragraph.

    A line break ends a block where it is doubled or stands after a sentence, as feeds write paragraphs.
    """
    from lxml.etree import iterwalk

    tree = parse_page(f"<html><body>{without_control_references(fragment)}</body></html>")
    if tree is None:
        return ()
    collector = _Collector()
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "start":
            collector.enter(element)
        else:
            collector.leave(element)
    return tuple(collector.blocks)


class _Collector:
    """Puts blocks together while a tree is walked."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text = InlineText()
        self._kinds = [BlockKind.PARAGRAPH]
        self._starts: list[int] = []
        self._silent = 0
        self._after_break = False

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._end_block()
        if tag in _KINDS:
            self._kinds.append(_KINDS[tag])
        if tag in _MARKUP:
            self._starts.append(self._text.length)
        if tag == "br":
            self._break()
        if tag in ("td", "th"):
            self._add(" | " if self._text.length else "")
        self._add(element.text)

    def leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _MARKUP:
            target = (element.get("href") or "").strip()
            start = min(self._starts.pop(), self._text.length)
            if tag != "a" or target.startswith(("http://", "https://")):
                self._text.mark(start, _MARKUP[tag], target)
        if tag in _BLOCKS:
            self._end_block()
        if tag in _KINDS:
            self._kinds.pop()
        self._silent -= tag in _SILENT
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text and not self._silent:
            self._text.add(text)
            self._after_break = self._after_break and not text.strip()

    def _break(self) -> None:
        if self._after_break or self._text.finish()[0].endswith(_SENTENCE_ENDS):
            self._end_block()
        self._add(" ")
        self._after_break = True

    def _end_block(self) -> None:
        text, markup = self._text.finish()
        if any(char.isalnum() for char in text):
            self.blocks.append(Block(self._kinds[-1], text, markup=markup))
        self._text = InlineText()
        self._starts = [0] * len(self._starts)
        self._after_break = False

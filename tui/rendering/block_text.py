"""The text of one block with its emphasis and links, and what stands before its lines."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from articles.model import Block, BlockKind, Markup, MarkupKind
from articles.text import one_line
from tui.rendering.spans import safe, styled

StyledSpan = tuple[int, int, str]

_MARKUP_STYLES = {
    MarkupKind.STRONG: "bold",
    MarkupKind.EMPHASIS: "italic",
    MarkupKind.CODE: "$accent",
    MarkupKind.LINK: "underline",
}
_BLOCK_STYLES = {BlockKind.HEADING: "bold", BlockKind.CAPTION: "$muted", BlockKind.QUOTATION: "italic"}
_INDENT = "  "
_DEEPEST = 8
"""Levels of lists and quotations that are told apart; text has to have room beside them."""


def block_content(block: Block, found: tuple[StyledSpan, ...] = (), passages: Iterable[StyledSpan] = ()) -> Content:
    """The text of a block with its emphasis, what was found in it and what the reader has highlighted.

    A caption ends with its credit.
    """
    base = _BLOCK_STYLES.get(block.kind)
    layers: list[Iterable[StyledSpan]] = [[(0, len(block.text), base)]] if base else []
    layers += [found, *([_markup(span)] for span in block.markup), passages]
    content = styled(block.text, *layers)
    if block.credit:
        credit = Content.styled(f"  {safe(one_line(block.credit))}", "$muted italic", strip_control_codes=False)
        content = content.append(credit)
    return content


def block_lead(block: Block) -> tuple[str, str]:
    """What stands before the first line of a block, and before the others where that is not blank."""
    depth = min(block.depth, _DEEPEST)
    match block.kind:
        case BlockKind.LIST_ITEM:
            return f"{_INDENT * depth}{safe(one_line(block.marker, 8)) or '•'} ", ""
        case BlockKind.QUOTATION:
            return "│ " * (depth + 1), "│ " * (depth + 1)
        case BlockKind.CAPTION:
            return "▪ ", ""
        case _:
            return _INDENT * depth, ""


def _markup(markup: Markup) -> StyledSpan:
    return (markup.start, markup.end, _MARKUP_STYLES[markup.kind])

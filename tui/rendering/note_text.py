"""A note as the reader wrote it, in Markdown, as text with its emphasis, lists and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from textual.content import Content

from articles.model import Block, BlockKind
from tui.rendering.block_text import block_content, block_lead
from tui.rendering.spans import safe

_KEPT = 500
_SIGNS = frozenset("*_`[]#>|\\<&~+-=1234567890")
"""Without any of these a text is no Markdown, and no parser is needed."""


@lru_cache(_KEPT)
def note_content(note: str) -> Content:
    """The text of a note, a line a block. Lines that the reader wrote apart stay apart."""
    if _SIGNS.isdisjoint(note):
        return Content(safe(note), strip_control_codes=False)
    lines = [_line(block) for block in _blocks(note)]
    return Content("\n").join(lines) if lines else Content(safe(note), strip_control_codes=False)


def _blocks(note: str) -> Iterator[Block]:
    from articles.cleaning.markdown_blocks import markdown_blocks

    written = note.split("\n")
    for source in markdown_blocks(note):
        is_plain = source.block.kind is BlockKind.PARAGRAPH and not source.block.depth and not source.is_exact
        if is_plain and source.first < source.last:
            for line in written[source.first : source.last + 1]:
                yield from (each.block for each in markdown_blocks(line.strip()))
        else:
            yield source.block


def _line(block: Block) -> Content:
    lead, _ = block_lead(block)
    return Content.styled(lead, "$muted", strip_control_codes=False).append(block_content(block))

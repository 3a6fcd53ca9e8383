"""The blocks of an article as Markdown, each with an id that links can name: `^p12` for block 12."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.export.markdown_text import escaped
from articles.model import TITLE_BLOCK, Block, BlockKind, MarkupKind
from articles.text import one_line, printable

_CELLS = " | "
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_DEEPEST = 10

Words = Callable[[int], str]
"""The words of a block, by its number, on one line of Markdown."""


@dataclass(frozen=True, slots=True)
class MarkdownBody:
    """The text of an article in Markdown."""

    text: str
    ids: dict[int, str]
    """The id that each block can be linked by; the rows of a table and the lines of code share one."""


def plain_words(blocks: Sequence[Block]) -> Words:
    """The words of blocks as they stand."""
    return lambda number: escaped(blocks[number].text)


def markdown_body(blocks: Sequence[Block], words: Words | None = None) -> MarkdownBody:
    """The blocks of an article; rows that belong together are a table, lines of code a block of code.

    Args:
        blocks: The blocks.
        words: What stands there for the words of a block that is no row and no code; by default the words themselves.
    """
    told = words or plain_words(blocks)
    pieces: list[str] = []
    ids: dict[int, str] = {}
    indents = _indents(blocks)
    is_after_item = False
    for kind, numbers in _runs(blocks):
        first = numbers[0]
        ids |= dict.fromkeys(numbers, block_id(first))
        is_item = kind == "block" and blocks[first].kind is BlockKind.LIST_ITEM
        if pieces:
            pieces.append("\n" if is_after_item and is_item else "\n\n")
        if kind == "block":
            pieces.append(_block(blocks[first], first, told(first), indents.get(first, 0)))
        else:
            texts = [blocks[number].text for number in numbers]
            pieces.append(f"{_table(texts) if kind == 'table' else _code(texts)}\n\n^{block_id(first)}")
        is_after_item = is_item
    return MarkdownBody("".join(pieces), ids)


def block_id(block: int) -> str:
    """The id of a block, or of the title."""
    return "title" if block == TITLE_BLOCK else f"p{block}"


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[str, list[int]]]:
    """What each stretch of blocks is, `table`, `code` or `block`, with their numbers."""
    for form, group in groupby(range(len(blocks)), key=lambda number: _form(blocks[number])):
        numbers = list(group)
        is_run = form[0] == "code" or (form[0] == "table" and len(numbers) > 1)
        yield from [(form[0], numbers)] if is_run else (("block", [number]) for number in numbers)


def _form(block: Block) -> tuple[str, int]:
    if block.kind is BlockKind.PARAGRAPH and _is_code(block):
        return "code", 0
    if block.kind is BlockKind.PARAGRAPH and _CELLS in block.text:
        return "table", block.text.count(_CELLS)
    return "block", 0


def _is_code(block: Block) -> bool:
    return any(mark.kind is MarkupKind.CODE and mark.end - mark.start == len(block.text) for mark in block.markup)


def _table(rows: Sequence[str]) -> str:
    """A table whose first row is its head, since Markdown knows none without."""
    lines = [f"| {_CELLS.join(escaped(cell) for cell in row.split(_CELLS))} |" for row in rows]
    rule = "|" + " --- |" * (rows[0].count(_CELLS) + 1)
    return "\n".join([lines[0], rule, *lines[1:]])


def _code(lines: Sequence[str]) -> str:
    shown = [one_code_line(line) for line in lines]
    fence = "`" * (max(_longest_run(line) for line in shown) + 3)
    return "\n".join([fence, *shown, fence])


def one_code_line(text: str) -> str:
    """A line of code, indented with plain spaces."""
    return printable(text).replace("\n", " ").replace(_NO_BREAK_SPACE, " ")


def _longest_run(line: str) -> int:
    return max((len(list(group)) for char, group in groupby(line) if char == "`"), default=0)


def _block(block: Block, number: int, text: str, indent: int) -> str:
    name = block_id(number)
    match block.kind:
        case BlockKind.HEADING:
            return f"## {text}\n\n^{name}"
        case BlockKind.QUOTATION:
            return f"{'> ' * min(block.depth + 1, _DEEPEST)}{text}\n\n^{name}"
        case BlockKind.LIST_ITEM:
            return f"{' ' * indent}{_bullet(block)} {text} ^{name}"
        case BlockKind.CAPTION:
            credit = f" ({escaped(one_line(block.credit))})" if block.credit else ""
            return f"Photo: {text}{credit} ^{name}"
        case _:
            return f"{text} ^{name}"


def _bullet(block: Block) -> str:
    digits = block.marker.rstrip(".)")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= 9
    return f"{digits}." if is_number else "-"


def _indents(blocks: Sequence[Block]) -> dict[int, int]:
    """How far each item of a list stands from the margin: behind the bullet of the item that it lies in."""
    indents: dict[int, int] = {}
    around: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.LIST_ITEM:
            around.clear()
            continue
        while around and around[-1][0] >= block.depth:
            around.pop()
        indents[number] = around[-1][1] if around else 0
        if len(around) < _DEEPEST:
            around.append((block.depth, indents[number] + len(_bullet(block)) + 1))
    return indents

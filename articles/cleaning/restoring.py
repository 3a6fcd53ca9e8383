"""Lines that were left out of an article, as the blocks that they become when the reader puts them back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.cleaning.line_places import BLOCK_KINDS
from articles.model import Article, Block, BlockKind, Line, LineRole, SourceFormat
from articles.text import fold, one_line

_ROLES = {kind: role for role, kind in BLOCK_KINDS.items()}
_BULLET = re.compile(r"\s*(?:[*+•·▪►‣●○–-]|\d{1,3}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"""[.!?…:;,。！？][\])"'”’»*]*$""")
_WRAPPED_FROM = 40
"""Characters from which a line that stops in mid-sentence goes on in the next."""
_LONGEST_HEADING = 12
"""Words."""


@dataclass(frozen=True, slots=True)
class RestoredBlock:
    """A block made of one line, or of the lines that a wrapped paragraph was broken into."""

    first: int
    last: int
    """The numbers of its first and its last line."""
    block: Block

    @property
    def role(self) -> LineRole:
        """The role of its lines."""
        return _ROLES[self.block.kind]


def restored_lines(article: Article, numbers: Sequence[int], source_format: SourceFormat) -> tuple[RestoredBlock, ...]:
    """The blocks that lines become, in order.

    Args:
        article: The article that they were left out of.
        numbers: The numbers of the lines, in order.
        source_format: What they are written in.
    """
    known = {fold(block.text): block.kind for block in article.blocks}
    return tuple(
        RestoredBlock(run[0], run[-1], _block([article.lines[number].text for number in run], known, source_format))
        for run in _runs(article.lines, numbers)
    )


def _runs(lines: Sequence[Line], numbers: Sequence[int]) -> Iterator[list[int]]:
    """The lines that belong together: one that stops in mid-sentence, and the next one, which goes on with it."""
    run: list[int] = []
    for number in numbers:
        if run and not (number == run[-1] + 1 and _goes_on(lines[run[-1]].text, lines[number].text)):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _goes_on(line: str, following: str) -> bool:
    ends = _SENTENCE_END.search(line.rstrip()[-24:])
    return len(line.strip()) >= _WRAPPED_FROM and not ends and following.lstrip()[:1].islower()


def _block(texts: Sequence[str], known: dict[str, BlockKind], source_format: SourceFormat) -> Block:
    if source_format is SourceFormat.MARKDOWN:
        from articles.cleaning.markdown_blocks import markdown_blocks

        if source := next(markdown_blocks("\n".join(texts)), None):
            return source.block
    line = one_line(" ".join(texts))
    if kind := known.get(fold(line)):
        return Block(kind, line)
    if bullet := _BULLET.match(line):
        return Block(BlockKind.LIST_ITEM, line[bullet.end() :])
    return Block(BlockKind.HEADING if _reads_as_heading(line) else BlockKind.PARAGRAPH, line)


def _reads_as_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and not line[:1].islower() and not _SENTENCE_END.search(line[-24:])

"""Highlights and notes in an article: painted passages, signs beside their lines, and notes under their paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from articles.model import TITLE_BLOCK, PassageMark
from articles.text import one_line
from tui.rendering.note_text import note_content
from tui.rendering.paragraphs import Paragraph, Sign
from tui.rendering.spans import safe

HIGHLIGHT_SIGN = "┃"
"""Stands beside every line of a highlighted passage, as a pencil would leave it."""
NOTE_SIGN = "✎"
"""Stands beside the line on which a passage with a note begins, and before the note."""

_HIGHLIGHT_STYLE = "on $highlight"
_EXCERPT = 80


def by_block(marks: Iterable[PassageMark]) -> Mapping[int, tuple[PassageMark, ...]]:
    """The marks that have a place, by their block; those about the article as a whole are the title's."""
    found: dict[int, list[PassageMark]] = defaultdict(list)
    for mark in marks:
        if mark.is_placed:
            found[TITLE_BLOCK if mark.is_of_article else mark.block].append(mark)
    return {block: tuple(each) for block, each in found.items()}


def passages(marks: Iterable[PassageMark], length: int) -> list[tuple[int, int, str]]:
    """The spans of a block to paint; a note about the whole of it is none.

    Args:
        marks: The marks in the block.
        length: Characters of the block.
    """
    return [(mark.start, mark.end, _HIGHLIGHT_STYLE) for mark in marks if _is_passage(mark, length)]


def signs(marks: Sequence[PassageMark], length: int) -> tuple[Sign, ...]:
    """The signs beside the lines of a block, those of notes before those of highlights."""
    notes = [(mark.start, mark.start + 1, NOTE_SIGN) for mark in marks if mark.note]
    pencil = [(mark.start, mark.end, HIGHLIGHT_SIGN) for mark in marks if _is_passage(mark, length)]
    return (*notes, *pencil)


def notes(marks: Iterable[PassageMark], length: int) -> Iterator[Paragraph]:
    """The notes of a block, to stand under it, those about a passage of it with its words."""
    for mark in marks:
        if mark.note:
            yield _note(_quoted(mark) if _is_passage(mark, length) else "", mark.note)


def lost(marks: Iterable[PassageMark]) -> Iterator[Paragraph]:
    """The marks that have lost their place, to stand at the end of the article."""
    for mark in marks:
        if not mark.is_placed:
            sign = NOTE_SIGN if mark.note else HIGHLIGHT_SIGN
            yield _note(f"Lost its place: {_quoted(mark)}", mark.note, sign=sign, gap=1)


def _quoted(mark: PassageMark) -> str:
    """The words of a passage, and a colon where a note follows."""
    return f"“{one_line(mark.quotation.exact, _EXCERPT)}”{': ' if mark.note else ''}"


def _is_passage(mark: PassageMark, length: int) -> bool:
    """Whether it is about some words, and not, as a note, about the whole block."""
    return not mark.is_of_article and not (mark.note and (mark.start, mark.end) == (0, length))


def _note(about: str, note: str, *, sign: str = NOTE_SIGN, gap: int = 0) -> Paragraph:
    content = Content.styled(safe(about), "$muted", strip_control_codes=False).append(
        note_content(note).stylize_before("italic")
    )
    return Paragraph(content, lead=f"{sign} ", lead_style="$accent", gap=gap)

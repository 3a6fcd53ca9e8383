"""The reader's highlights and notes of an article as paragraphs of the side pane."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import PassageMark
from articles.text import one_line
from tui.rendering.note_text import note_content
from tui.rendering.paragraphs import Paragraph
from tui.rendering.passage_marks import HIGHLIGHT_SIGN, NOTE_SIGN
from tui.rendering.spans import safe

_EXCERPT = 160


def note_paragraphs(marks: Sequence[PassageMark]) -> tuple[Paragraph, ...]:
    """The marks in the order of the text, keyed by position: the words that are marked, and the note below them."""
    return tuple(mark_paragraph(mark, key=key, gap=1 if key else 0) for key, mark in enumerate(marks))


def mark_paragraph(mark: PassageMark, *, key: int, indent: str = "", gap: int = 0, most: int = _EXCERPT) -> Paragraph:
    """One mark: the words that are marked, at most so many characters of them, and the note below them."""
    sign = NOTE_SIGN if mark.note else HIGHLIGHT_SIGN
    return Paragraph(_content(mark, most), key=key, lead=f"{indent}{sign} ", lead_style="$accent", gap=gap)


def _content(mark: PassageMark, most: int) -> Content:
    words = "on the article" if mark.is_of_article else f"“{safe(one_line(mark.quotation.exact, most))}”"
    lost = "" if mark.is_placed else "lost its place: "
    passage = Content.assemble((lost, "$doubtful"), (words, "$muted"), strip_control_codes=False)
    if not mark.note:
        return passage
    return passage.append("\n").append(note_content(mark.note).stylize_before("italic"))

"""`broadsheet marks`, `highlight` and `note`: passages that the reader has highlighted or written about."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import PassageMark
from articles.text import one_line

_EXCERPT = 160
_LOST = "has lost its place: "


def mark_text(mark: PassageMark) -> str:
    """A mark on one line: number, article, the passage, and the note; a lost one says so."""
    quoted = "the article" if mark.is_of_article else f"“{one_line(mark.quotation.exact, _EXCERPT)}”"
    lost = "" if mark.is_placed else _LOST
    note = f" · {one_line(mark.note)}" if mark.note else ""
    return f"{mark.id:>6}  in {mark.article}: {lost}{quoted}{note}\n"


def mark_json(mark: PassageMark) -> dict[str, object]:
    """A mark for a program. `block`, `start` and `end` are null where it has no place."""
    is_somewhere = mark.is_placed and not mark.is_of_article
    return {
        "id": mark.id,
        "article": mark.article,
        "kind": "note" if mark.note else "highlight",
        "text": mark.quotation.exact,
        "note": mark.note,
        "placed": mark.is_placed,
        "block": mark.block if is_somewhere else None,
        "start": mark.start if is_somewhere else None,
        "end": mark.end if is_somewhere else None,
    }


def marks_json(marks: Iterable[PassageMark]) -> dict[str, object]:
    """Several marks for a program."""
    return {"marks": [mark_json(mark) for mark in marks]}

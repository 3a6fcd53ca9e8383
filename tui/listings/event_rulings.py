"""`broadsheet rulings`: what the reader has said of links."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import EventRuling, EventRulingRow, Passage, RuledPassage
from articles.text import one_line


def ruling_text(row: EventRulingRow) -> str:
    """A ruling with its number, what it says, and both passages below it."""
    return f"{row.ruling.id:>6}  {ruling_words(row.ruling)}{effect_words(row)}\n{_cited(row.here)}{_cited(row.there)}"


def ruling_words(ruling: EventRuling) -> str:
    """What a ruling says: `not the same event`."""
    return "the same event" if ruling.is_same else "not the same event"


def effect_words(row: EventRulingRow) -> str:
    """That a ruling changes nothing, if so, to stand behind what it says."""
    return "" if row.is_in_effect else " · without effect"


def source_words(passage: Passage) -> str:
    """Whose passage it is: its outlet, or its title where none is known."""
    return one_line(passage.outlet) or one_line(passage.title, 60) or f"article {passage.article}"


def rulings_json(rows: Iterable[EventRulingRow]) -> dict[str, object]:
    """All rulings for a program, here or elsewhere: with the words of the passages, not numbers alone."""
    return {"rulings": [_ruling_json(row) for row in rows]}


def _cited(passage: Passage) -> str:
    return f"        {source_words(passage)}: “{one_line(passage.text)}”\n"


def _ruling_json(row: EventRulingRow) -> dict[str, object]:
    ruling = row.ruling
    return {
        "id": ruling.id,
        "is_same": ruling.is_same,
        "made_at": ruling.made_at.isoformat() if ruling.made_at else None,
        "is_in_effect": row.is_in_effect,
        "here": _passage_json(ruling.here, row.here),
        "there": _passage_json(ruling.there, row.there),
    }


def _passage_json(ruled: RuledPassage, shown: Passage) -> dict[str, object]:
    """A passage as it was when the ruling was made."""
    return {
        "article": ruled.article,
        "title": shown.title,
        "outlet": shown.outlet,
        "block": ruled.block,
        "trigger": ruled.quotation.exact,
        "before": ruled.quotation.prefix,
        "after": ruled.quotation.suffix,
        "sentence": ruled.sentence,
    }

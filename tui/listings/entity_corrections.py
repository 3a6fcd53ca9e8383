"""`broadsheet corrections`: what the reader has said of names."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import EntityCorrectionRow, EntityDeed
from articles.text import one_line
from tui.listings.wording import counted


def correction_text(row: EntityCorrectionRow) -> str:
    """A correction on one line: its number, what it says, with the number of what it splits off, and its effect."""
    made = f" ({row.correction.into})" if row.correction.deed is EntityDeed.SPLIT else ""
    return f"{row.correction.id:>6}  {correction_words(row)}{made} · {effect_words(row)}\n"


def correction_words(row: EntityCorrectionRow) -> str:
    """What a correction says: `Kim Jong-eun is called Kim Jong Un`."""
    name, other = one_line(row.name), one_line(row.other)
    correction = row.correction
    match correction.deed:
        case EntityDeed.MERGE:
            return f"{name} is one with {other}"
        case EntityDeed.SPLIT:
            called = f"“{one_line(correction.spelling)}”" if correction.spelling else name
            where = f" in “{one_line(row.title)}”" if correction.article else ""
            return (
                f"{called}{where} is not {name}, but {other}" if correction.spelling else f"{called}{where} is {other}"
            )
        case EntityDeed.RENAME:
            return f"{name} is called {one_line(correction.name)}"
        case EntityDeed.KIND:
            return f"{name} is of the kind {correction.kind}, not {row.kind}"
        case EntityDeed.HIDE:
            return f"{name} is hidden"


def effect_words(row: EntityCorrectionRow) -> str:
    """What a correction changes: `12 articles`."""
    return counted(row.articles, "article") if row.articles else "without effect"


def corrections_json(rows: Iterable[EntityCorrectionRow]) -> dict[str, object]:
    """All corrections for a program, here or elsewhere: with names and titles, not numbers alone."""
    return {"corrections": [correction_json(row) for row in rows]}


def correction_json(row: EntityCorrectionRow) -> dict[str, object]:
    """A correction for a program. `entity` is as it was before; `other` is what it is one with, or was split off."""
    correction = row.correction
    return {
        "id": correction.id,
        "deed": correction.deed.value,
        "made_at": correction.made_at.isoformat() if correction.made_at else None,
        "entity": {"id": correction.entity, "name": row.name, "kind": row.kind.value},
        "name": correction.name,
        "kind": correction.kind.value if correction.kind else None,
        "other": {"id": correction.into, "name": row.other} if correction.into else None,
        "article": {"id": correction.article, "title": row.title} if correction.article else None,
        "spelling": correction.spelling,
        "articles": row.articles,
    }

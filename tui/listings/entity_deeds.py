"""What the reader has said of names, in words: for the status line, for cards, and for the list of corrections."""

from __future__ import annotations

from articles.model import EntityCorrectionRow, EntityDeed
from articles.text import one_line, printable
from tui.listings.wording import counted

_LONGEST = 60


def deed_words(row: EntityCorrectionRow) -> str:
    """`Kim is one with Kim Jong Un`, `“Kim” is Kim Yo Jong, not Kim Jong Un, in all articles`."""
    correction, name, other = row.correction, _short(row.name), _short(row.other or row.correction.name)
    match correction.deed:
        case EntityDeed.MERGE:
            return f"{name} is one with {other}"
        case EntityDeed.SPLIT:
            called = f"“{_short(correction.spelling)}”" if correction.spelling else "what is named"
            where = f"in “{_short(row.title)}”" if correction.article else "in all articles"
            return f"{called} is {other}, not {name}, {where}"
        case EntityDeed.RENAME:
            return f"{name} is called {_short(correction.name)}"
        case EntityDeed.KIND:
            return f"{name} is of the kind {correction.kind}, not {row.kind}"
        case EntityDeed.HIDE:
            return f"{name} is hidden"


def deed_effect(row: EntityCorrectionRow) -> str:
    """`in 12 articles`, or that it changes nothing now."""
    return f"in {counted(row.articles, 'article')}" if row.articles else "without effect"


def _short(name: str) -> str:
    return printable(one_line(name, _LONGEST))

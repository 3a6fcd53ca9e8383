"""Highlights and notes in and out, and in place again when the text they are anchored in has changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.anchoring import Anchor, AnchorText
from articles.errors import LibraryError, NotFoundError
from articles.library import article_store
from articles.library.codec import from_json, to_json
from articles.library.connection import Connection
from articles.model import TITLE_BLOCK, Article, PassageMark, Quotation
from articles.text import printable

LONGEST_NOTE = 10_000
"""Characters."""

_MARKS = "SELECT article, quotation, block, start, end, note, is_placed, id FROM passage_mark"
_WORD = re.compile(r"\w+")
_WHOLE = Anchor(TITLE_BLOCK, 0, 0)
"""The place of a note about an article as a whole."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the marks of an article come to stand in another version of its text."""

    marks: tuple[PassageMark, ...] = ()
    """All of them."""
    lost: tuple[PassageMark, ...] = ()
    """Those that had a place before and have none now."""
    found: tuple[PassageMark, ...] = ()
    """Those that had none and have one now."""


def of_article(connection: Connection, article: int) -> tuple[PassageMark, ...]:
    """The marks of an article in the order of its text, those about it as a whole first, the lost ones last."""
    rows = connection.rows(f"{_MARKS} WHERE article = ? ORDER BY is_placed DESC, block, start, id", (article,))
    return tuple(_mark(*row) for row in rows)


def every(connection: Connection) -> tuple[PassageMark, ...]:
    """The marks of all articles."""
    rows = connection.rows(f"{_MARKS} ORDER BY article, is_placed DESC, block, start, id")
    return tuple(_mark(*row) for row in rows)


def find(connection: Connection, words: str) -> tuple[PassageMark, ...]:
    """The marks of all articles that have words beginning so in their note or their passage; for none of them all."""
    wanted = _WORD.findall(words)
    if not wanted:
        return every(connection)
    expression = " ".join(f'"{word}" *' for word in wanted)
    found = "id IN (SELECT rowid FROM note_words WHERE note_words MATCH ?)"
    rows = connection.rows(f"{_MARKS} WHERE {found} ORDER BY article, is_placed DESC, block, start, id", (expression,))
    return tuple(_mark(*row) for row in rows)


def add(connection: Connection, article: int, anchor: Anchor | None, note: str) -> PassageMark:
    """Mark a passage of an article, or for None the whole of it.

    Raises:
        NotFoundError: There is no such article.
        LibraryError: There is no such passage, a highlight without one, or the note is too long.
    """
    text = article_store.load(connection, article)
    place = anchor or _WHOLE
    if anchor is None and not note:
        raise LibraryError("a highlight needs a passage", remedy="Quote its words")
    if anchor is not None and not _is_passage(text, anchor):
        raise LibraryError(f"there is no such passage in article {article}")
    quotation = Quotation("") if anchor is None else AnchorText(text).quote(anchor)
    mark = PassageMark(article, quotation, place.block, place.start, place.end, _checked(note))
    return replace(mark, id=_insert(connection, mark))


def put_back(connection: Connection, mark: PassageMark) -> PassageMark:
    """Store a mark that was removed, placed in the text as it is now."""
    text = article_store.load(connection, mark.article)
    place = _place(mark, AnchorText(text), None)
    return replace(place, id=_insert(connection, place))


def set_note(connection: Connection, identity: int, note: str) -> PassageMark:
    """Write another note; the mark as it was before. Raises `NotFoundError`, and `LibraryError` for one too long."""
    shown = _checked(note)
    with connection.transaction():
        before = one(connection, identity)
        connection.run("UPDATE passage_mark SET note = ? WHERE id = ?", (shown, identity))
        _index(connection, identity, shown, before.quotation.exact)
    return before


def remove(connection: Connection, identity: int) -> PassageMark:
    """Take a mark away; the mark that it was. Raises `NotFoundError`."""
    with connection.transaction():
        before = one(connection, identity)
        connection.run("DELETE FROM passage_mark WHERE id = ?", (identity,))
        connection.run("DELETE FROM note_words WHERE rowid = ?", (identity,))
    return before


def one(connection: Connection, identity: int) -> PassageMark:
    """A mark.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"{_MARKS} WHERE id = ?", (identity,))
    if row is None:
        raise NotFoundError(f"there is no mark {identity}", remedy="List the marks to see their numbers")
    return _mark(*row)


def moved(connection: Connection, article: int, before: Article, after: Article) -> Moved:
    """Where the marks of an article come to stand when its text is replaced by another version."""
    marks = of_article(connection, article)
    if not marks:
        return Moved()
    old, new = AnchorText(before), AnchorText(after)
    places = [_place(mark, new, old) for mark in marks]
    changes = [(now.is_placed - mark.is_placed, now) for mark, now in zip(marks, places, strict=True)]
    return Moved(
        tuple(places),
        tuple(mark for change, mark in changes if change < 0),
        tuple(mark for change, mark in changes if change > 0),
    )


def move(connection: Connection, moved: Moved) -> None:
    """Put the marks of an article in their new places."""
    connection.run_many(
        "UPDATE passage_mark SET (block, start, end, is_placed) = (?, ?, ?, ?) WHERE id = ?",
        [(mark.block, mark.start, mark.end, mark.is_placed, mark.id) for mark in moved.marks],
    )


def _place(mark: PassageMark, text: AnchorText, before: AnchorText | None) -> PassageMark:
    """The mark in its place in a text; without one where its passage is not there."""
    if mark.is_of_article:
        return mark
    was_only_one = before is not None and mark.is_placed and len(before.places(mark.quotation.exact)) == 1
    near = Anchor(mark.block, mark.start, mark.end)
    place = text.find(mark.quotation, near=near, was_only_one=was_only_one)
    if place is None:
        return replace(mark, is_placed=False)
    return replace(mark, block=place.block, start=place.start, end=place.end, is_placed=True)


def _is_passage(article: Article, anchor: Anchor) -> bool:
    if not TITLE_BLOCK <= anchor.block < len(article.blocks):
        return False
    return 0 <= anchor.start < anchor.end <= len(article.text_of(anchor.block))


def _checked(note: str) -> str:
    shown = printable(note).strip()
    if len(shown) > LONGEST_NOTE:
        raise LibraryError(f"a note has at most {LONGEST_NOTE:,} characters, this one {len(shown):,}", remedy="Cut it")
    return shown


def _insert(connection: Connection, mark: PassageMark) -> int:
    values: Sequence[str | int | None] = (
        mark.id or None,
        mark.article,
        to_json(mark.quotation),
        mark.block,
        mark.start,
        mark.end,
        mark.note,
        mark.is_placed,
    )
    with connection.transaction():
        identity = connection.run(
            "INSERT INTO passage_mark (id, article, quotation, block, start, end, note, is_placed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        _index(connection, identity, mark.note, mark.quotation.exact)
    return identity


def _index(connection: Connection, identity: int, note: str, passage: str) -> None:
    """Let a mark be found by its words; triggers may not do it, for the schema of a library file is not trusted."""
    values = (identity, note, passage)
    connection.run("INSERT OR REPLACE INTO note_words (rowid, note, passage) VALUES (?, ?, ?)", values)


def _mark(
    article: int, quotation: str, block: int, start: int, end: int, note: str, is_placed: int, identity: int
) -> PassageMark:
    return PassageMark(article, from_json(Quotation, quotation), block, start, end, note, bool(is_placed), identity)

"""The text to read: what the cleaner made with the reader's corrections applied on top, and the marks kept in place.

What applies them is loaded when it is first needed, since a library is opened before the first paint.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.errors import LibraryError, NotFoundError
from articles.library import annotation_store, article_store, correction_store, passage_marks
from articles.library.codec import pack, unpack
from articles.library.connection import Connection
from articles.model import (
    Article,
    LineCorrection,
    OutletRule,
    RawDocument,
    Recleaned,
    SourceFormat,
    StoredArticle,
)
from articles.text import one_line, printable

if TYPE_CHECKING:
    from articles.cleaning.corrections import Corrected


def store(connection: Connection, raw: RawDocument, machine: Article) -> StoredArticle:
    """Store an article with its raw document in one transaction, by the rules of its outlet.

    The same bytes again change nothing.
    """
    with connection.transaction():
        known = article_store.with_content(connection, raw)
        if known is not None:
            return StoredArticle(known, is_new=False)
        return StoredArticle(insert(connection, raw, machine), is_new=True)


def insert(connection: Connection, raw: RawDocument, machine: Article) -> int:
    """Insert an article with its raw document, by the rules of its outlet, inside a transaction; its library id.

    It is put together with the articles that have the same text.
    """
    from articles.cleaning.corrections import corrected
    from articles.library import duplicate_store

    made = corrected(machine, (), correction_store.rules_of(connection, printable(machine.outlet)), raw.format)
    identity = article_store.insert(connection, raw, made.article)
    _keep_machine_text(connection, identity, machine, made)
    duplicate_store.enter(connection, identity, made.article)
    return identity


def machine_text(connection: Connection, identity: int) -> Article:
    """What the cleaner made of an article.

    Raises:
        NotFoundError: There is none with this id.
    """
    packed = connection.value("SELECT content FROM machine_text WHERE article = ?", (identity,))
    return article_store.load(connection, identity) if packed is None else unpack(Article, packed)


def preview(connection: Connection, identity: int, machine: Article) -> Recleaned:
    """What `replace` would do.

    Raises:
        NotFoundError: There is no such article.
    """
    before = article_store.load(connection, identity)
    made = _corrected(connection, identity, machine)
    moved = passage_marks.moved(connection, identity, before, made.article)
    return Recleaned(made.article, _text(made.article) != _text(before), moved.lost, moved.found, made.unplaced)


def replace(connection: Connection, identity: int, machine: Article) -> Recleaned:
    """Put another cleaning of an article, with its corrections, in place of the stored one, inside a transaction.

    It waits for annotation again where its text has changed. Its marks stay, in their places where these still are.

    Raises:
        NotFoundError: There is no such article.
    """
    from articles.library import duplicate_store

    before = article_store.load(connection, identity)
    made = _corrected(connection, identity, machine)
    is_changed = _text(made.article) != _text(before)
    moved = passage_marks.moved(connection, identity, before, made.article)
    if is_changed:
        article_store.replace(connection, identity, made.article)
        annotation_store.clear(connection, identity)
        passage_marks.move(connection, moved)
        duplicate_store.leave(connection, identity)
        duplicate_store.enter(connection, identity, made.article)
    elif made.article != before:
        article_store.replace_lines(connection, identity, made.article)
    _keep_machine_text(connection, identity, machine, made)
    return Recleaned(made.article, is_changed, moved.lost, moved.found, made.unplaced)


def reapply(connection: Connection, identity: int) -> Recleaned:
    """Apply corrections and rules anew to what the cleaner made, inside a transaction. Raises `NotFoundError`."""
    return replace(connection, identity, machine_text(connection, identity))


def correct(connection: Connection, identity: int, correction: LineCorrection) -> Recleaned:
    """Keep or drop a line of an article, inside a transaction.

    A correction that says what cleaner and rules say anyway is not kept.

    Raises:
        NotFoundError: There is no such article, or no such line in it.
        LibraryError: Nothing would be left of the article.
    """
    from articles.cleaning.corrections import correction_of, find_line

    machine = machine_text(connection, identity)
    number = find_line(machine.lines, correction)
    if number is None:
        raise NotFoundError(f"there is no line “{one_line(correction.line.exact, 60)}” in article {identity}")
    stored = correction_store.line_corrections(connection, identity)
    others = tuple(each for each in stored if find_line(machine.lines, each) != number)
    without = _made(connection, identity, machine, others)
    if without.article.lines[number].role.is_dropped == correction.is_kept:
        others = (*others, correction_of(machine.lines, number, is_kept=correction.is_kept))
    if not _made(connection, identity, machine, others).article.blocks:
        raise LibraryError("nothing would be left of the article", remedy="Restore another line first")
    correction_store.replace_line_corrections(connection, identity, others)
    return reapply(connection, identity)


def rule_for(connection: Connection, identity: int, correction: LineCorrection) -> OutletRule:
    """The rule, not made yet, that says of all articles of an outlet what a correction says of one of them.

    Raises:
        NotFoundError: There is no such article.
        LibraryError: No outlet of it is known.
    """
    from articles.cleaning.corrections import line_pattern

    outlet = printable(machine_text(connection, identity).outlet)
    if not outlet:
        raise LibraryError("no outlet of this article is known, so there can be no rule for it")
    example = one_line(correction.line.exact)
    return OutletRule(outlet, line_pattern(example), correction.is_kept, example)


def _corrected(connection: Connection, identity: int, machine: Article) -> Corrected:
    return _made(connection, identity, machine, correction_store.line_corrections(connection, identity))


def _made(connection: Connection, identity: int, machine: Article, corrections: Sequence[LineCorrection]) -> Corrected:
    from articles.cleaning.corrections import corrected

    rules = correction_store.rules_of(connection, printable(machine.outlet))
    source_format = connection.value("SELECT format FROM raw_document WHERE article = ?", (identity,))
    return corrected(machine, corrections, rules, SourceFormat(source_format))


def _keep_machine_text(connection: Connection, identity: int, machine: Article, made: Corrected) -> None:
    connection.run("DELETE FROM machine_text WHERE article = ?", (identity,))
    if made.article != machine:
        connection.run(
            "INSERT INTO machine_text (article, outlet, content) VALUES (?, ?, ?)",
            (identity, printable(machine.outlet), pack(machine)),
        )
    correction_store.set_effects(connection, identity, made.touched)


def _text(article: Article) -> Article:
    """An article without the lines that it was made of: what annotation reads."""
    return dataclasses.replace(article, lines=())

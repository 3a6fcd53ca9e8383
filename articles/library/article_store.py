"""Articles in and out: the raw bytes, the cleaned text, and the words that searches find."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime

from articles.errors import NotFoundError
from articles.library.codec import pack, unpack
from articles.library.connection import Connection, Value
from articles.library.dates import date_columns
from articles.model import Article, Published, RawDocument, SourceFormat

RAW_COLUMNS = "content, origin, format, retrieved_at, charset"
"""The columns that hold a raw document, those of `raw_document` and of `earlier_raw_document`."""


def with_content(connection: Connection, raw: RawDocument) -> int | None:
    """The id of the article that was made of the same bytes, now or in an earlier version, or None."""
    digest = bytes.fromhex(raw.digest)
    known: int | None = connection.value(
        "SELECT id FROM article WHERE digest = ?"
        " UNION ALL SELECT article FROM earlier_raw_document WHERE digest = ? LIMIT 1",
        (digest, digest),
    )
    return known


def insert(connection: Connection, raw: RawDocument, article: Article) -> int:
    """Insert an article with its raw document, inside a transaction; its library id."""
    title, body, outlet, byline = _searchable(article)
    identity = connection.run(
        "INSERT INTO article (digest, title, byline, outlet, words, day, precision, basis, moment, listed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            bytes.fromhex(raw.digest),
            title,
            byline,
            outlet,
            _word_count(article),
            *date_columns(article.published, raw.retrieved_at),
        ),
    )
    insert_raw(connection, identity, raw)
    connection.run("INSERT INTO cleaned_text (article, content) VALUES (?, ?)", (identity, pack(article)))
    connection.run(
        "INSERT INTO article_words (rowid, title, body, outlet, byline) VALUES (?, ?, ?, ?, ?)",
        (identity, title, body, outlet, byline),
    )
    return identity


def insert_raw(connection: Connection, identity: int, raw: RawDocument) -> None:
    """Insert the raw document of an article that has none, inside a transaction."""
    connection.run(
        f"INSERT INTO raw_document (article, {RAW_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", (identity, *raw_values(raw))
    )


def raw_values(raw: RawDocument) -> tuple[Value, ...]:
    """A raw document as the values of `RAW_COLUMNS`."""
    return (
        zlib.compress(raw.content),
        encodable(raw.origin),
        raw.format,
        raw.retrieved_at.astimezone(UTC).isoformat(),
        encodable(raw.charset),
    )


def replace(connection: Connection, identity: int, article: Article) -> None:
    """Put another cleaning of an article in place of the stored one, inside a transaction. Its marks stay.

    Raises:
        NotFoundError: There is none with this id.
    """
    before = _searchable(load(connection, identity))
    after = _searchable(article)
    title, _, outlet, byline = after
    connection.run(
        "UPDATE article SET (title, byline, outlet, words, day, precision, basis, moment, listed)"
        " = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?",
        (
            title,
            byline,
            outlet,
            _word_count(article),
            *date_columns(article.published, arrived_at(connection, identity)),
            identity,
        ),
    )
    connection.run("UPDATE cleaned_text SET content = ? WHERE article = ?", (pack(article), identity))
    connection.run(
        "INSERT INTO article_words (article_words, rowid, title, body, outlet, byline)"
        " VALUES ('delete', ?, ?, ?, ?, ?)",
        (identity, *before),
    )
    connection.run(
        "INSERT INTO article_words (rowid, title, body, outlet, byline) VALUES (?, ?, ?, ?, ?)", (identity, *after)
    )


def replace_lines(connection: Connection, identity: int, article: Article) -> None:
    """Put the lines of another cleaning, which gives the same text, in place of the stored ones."""
    connection.run("UPDATE cleaned_text SET content = ? WHERE article = ?", (pack(article), identity))


def _word_count(article: Article) -> int:
    return sum(len(block.text.split()) for block in article.blocks)


def _searchable(article: Article) -> tuple[str, str, str, str]:
    """The columns of `article_words`."""
    body = "\n".join(f"{block.text}\n{block.credit}" if block.credit else block.text for block in article.blocks)
    return encodable(article.title), encodable(body), encodable(article.outlet), encodable(article.byline)


def encodable(text: str) -> str:
    r"""The text with lone surrogates, as undecodable file names have them, made readable: `\udcff`."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def load(connection: Connection, identity: int) -> Article:
    """The cleaned article.

    Raises:
        NotFoundError: There is none with this id.
    """
    packed = connection.value("SELECT content FROM cleaned_text WHERE article = ?", (identity,))
    if packed is None:
        raise missing(identity)
    return unpack(Article, packed)


def load_raw(connection: Connection, identity: int) -> RawDocument:
    """The bytes as they came.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"SELECT {RAW_COLUMNS} FROM raw_document WHERE article = ?", (identity,))
    if row is None:
        raise missing(identity)
    return raw_of(*row)


def raw_of(content: bytes, origin: str, source_format: str, retrieved_at: str, charset: str) -> RawDocument:
    """A raw document from the values of `RAW_COLUMNS`."""
    moment = datetime.fromisoformat(retrieved_at)
    return RawDocument(zlib.decompress(content), origin, SourceFormat(source_format), moment, charset)


def pending(connection: Connection) -> tuple[int, ...]:
    """The articles that wait for annotation, newest first."""
    rows = connection.rows("SELECT id FROM article WHERE state = 'waiting' ORDER BY listed DESC, id DESC")
    return tuple(identity for (identity,) in rows)


def set_published(connection: Connection, identity: int, published: Published) -> None:
    """Date the row of an article as its annotations found, or, where they found nothing, as its page states."""
    stated = load(connection, identity).published
    chosen = stated if published.day is None else published
    connection.run(
        "UPDATE article SET (day, precision, basis, moment, listed) = (?, ?, ?, ?, ?) WHERE id = ?",
        (*date_columns(chosen, arrived_at(connection, identity)), identity),
    )


def arrived_at(connection: Connection, identity: int) -> datetime:
    """When the first version of an article came, so that a later one does not move it where it is undated."""
    retrieved_at = connection.value(
        "SELECT min(retrieved_at) FROM (SELECT retrieved_at FROM raw_document WHERE article = ?"
        " UNION ALL SELECT retrieved_at FROM earlier_raw_document WHERE article = ?)",
        (identity, identity),
    )
    return datetime.fromisoformat(retrieved_at)


def mark_failed(connection: Connection, identity: int, reason: str) -> None:
    """Set an article aside that the engine failed on, with the reason.

    Raises:
        NotFoundError: There is none with this id.
    """
    changed = connection.value(
        "UPDATE article SET state = 'failed', failure = ? WHERE id = ? RETURNING id", (encodable(reason), identity)
    )
    if changed is None:
        raise missing(identity)


def failure(connection: Connection, identity: int) -> str:
    """Why the engine failed on an article; empty where it did not."""
    reason: str | None = connection.value("SELECT failure FROM article WHERE id = ?", (identity,))
    return reason or ""


def retry_failed(connection: Connection) -> tuple[int, ...]:
    """Let the articles that were set aside wait for annotation again; which those are."""
    sql = "UPDATE article SET state = 'waiting', failure = '' WHERE state = 'failed' RETURNING id"
    return tuple(identity for (identity,) in connection.rows(sql))


def missing(identity: int, kind: str = "article") -> NotFoundError:
    """The error that says that nothing of a kind has an id."""
    several = "entities" if kind == "entity" else f"{kind}s"
    return NotFoundError(f"there is no {kind} {identity}", remedy=f"List the {several} to see their numbers")

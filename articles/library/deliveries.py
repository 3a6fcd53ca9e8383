"""What becomes of a document that was delivered: a new article, another version of one that is there, or nothing new.

The rule: what a source delivers under a key, and what is found at an address, is one article whatever becomes of its
text. Equal bytes are one article whoever delivers them, and so is what two sources offer at one address under one
title.
"""

from __future__ import annotations

from articles.library import article_store, corrected_text, sources
from articles.library.article_store import RAW_COLUMNS, encodable
from articles.library.codec import unpack
from articles.library.connection import Connection
from articles.model import Article, ArticleAddress, Block, Delivery, RawDocument, SeenItem, StoredArticle
from articles.text import fold


def store(connection: Connection, delivery: Delivery, article: Article) -> StoredArticle:
    """Store what was delivered, in one transaction."""
    with connection.transaction():
        stored = _store(connection, delivery, article)
        if delivery.source:
            item = SeenItem(delivery.raw.digest, delivery.stamp)
            sources.remember(connection, delivery.source, delivery.key, item, stored.id)
        if delivery.address:
            _remember_address(connection, delivery.address, stored.id)
    return stored


def known(connection: Connection, delivery: Delivery) -> int | None:
    """The article that a document belongs to where it was delivered before, the same to the byte; None otherwise.

    That the same bytes come by another way than before is remembered.
    """
    own = _own(connection, delivery)
    same = article_store.with_content(connection, delivery.raw)
    if same is None or (own is not None and own != same):
        return None
    if own == same and not _is_current(connection, delivery.raw):
        return None
    with connection.transaction():
        if delivery.source:
            item = SeenItem(delivery.raw.digest, delivery.stamp)
            sources.remember(connection, delivery.source, delivery.key, item, same)
        if delivery.address:
            _remember_address(connection, delivery.address, same)
    return same


def store_version(connection: Connection, identity: int, delivery: Delivery, article: Article) -> bool:
    """Put another version of an article in place of the present one, whose raw document is kept, in a transaction.

    Returns:
        False where it reads the same, and all but the mark of a summary stays as it is.

    Raises:
        NotFoundError: There is no such article.
    """
    is_other = _as_read(corrected_text.machine_text(connection, identity)) != _as_read(article)
    connection.run("UPDATE article SET is_summary = ? WHERE id = ?", (delivery.is_summary, identity))
    if delivery.address:
        _remember_address(connection, delivery.address, identity)
    if is_other:
        _replace_raw(connection, identity, delivery.raw)
        corrected_text.replace(connection, identity, article)
    return is_other


def earlier(connection: Connection, identity: int) -> tuple[RawDocument, ...]:
    """The raw documents of an article's earlier versions, the last first."""
    rows = connection.rows(
        f"SELECT {RAW_COLUMNS} FROM earlier_raw_document WHERE article = ? ORDER BY id DESC",
        (identity,),
    )
    return tuple(article_store.raw_of(*row) for row in rows)


def earlier_texts(connection: Connection, identity: int) -> tuple[Article, ...]:
    """What an article was before its text was replaced by another version, as it was read then, the first first."""
    rows = connection.rows(
        "SELECT cleaned FROM earlier_raw_document WHERE article = ? AND cleaned IS NOT NULL ORDER BY id", (identity,)
    )
    return tuple(unpack(Article, content) for (content,) in rows)


def address(connection: Connection, identity: int) -> ArticleAddress | None:
    """Where an article can be read: the address that it came from, else the one that its page states; None for none.

    Raises:
        NotFoundError: There is no such article.
    """
    stated = article_store.load(connection, identity).address
    origin: str = connection.value("SELECT origin FROM raw_document WHERE article = ?", (identity,))
    known_as: str | None = connection.value(
        "SELECT address FROM article_address WHERE article = ? ORDER BY address <> ? LIMIT 1", (identity, origin)
    )
    if known_as is None:
        return ArticleAddress(stated, origin) if stated else None
    feed: str | None = connection.value(
        "SELECT address FROM source WHERE id IN (SELECT source FROM source_item WHERE article = ?) LIMIT 1", (identity,)
    )
    return ArticleAddress(known_as, feed or "")


def article_at(connection: Connection, where: str) -> int | None:
    """The article that was found at an address; None where there is none, or where several share it."""
    found = connection.rows("SELECT article FROM article_address WHERE address = ? LIMIT 2", (encodable(where),))
    return found[0][0] if len(found) == 1 else None


def _store(connection: Connection, delivery: Delivery, article: Article) -> StoredArticle:
    own = _own(connection, delivery)
    same = article_store.with_content(connection, delivery.raw)
    if own is None and same is None:
        same = _offered_elsewhere(connection, delivery, article)
    if same is not None and same != own:
        return StoredArticle(same, is_new=False)
    if own is None:
        identity = corrected_text.insert(connection, delivery.raw, article)
        connection.run("UPDATE article SET is_summary = ? WHERE id = ?", (delivery.is_summary, identity))
        return StoredArticle(identity, is_new=True)
    return _renew(connection, own, delivery, article)


def _renew(connection: Connection, identity: int, delivery: Delivery, article: Article) -> StoredArticle:
    """Keep what was delivered of an article that is there already."""
    has_full_text = not connection.value("SELECT is_summary FROM article WHERE id = ?", (identity,))
    if delivery.is_summary and has_full_text:
        _keep_raw(connection, identity, delivery.raw)
        return StoredArticle(identity, is_new=False)
    is_other = store_version(connection, identity, delivery, article)
    return StoredArticle(identity, is_new=False, is_changed=is_other)


def _own(connection: Connection, delivery: Delivery) -> int | None:
    """The article of the delivery's key; without a source, that of its address."""
    if delivery.source:
        return sources.article_of(connection, delivery.source, delivery.key)
    return article_at(connection, delivery.address) if delivery.address else None


def _offered_elsewhere(connection: Connection, delivery: Delivery, article: Article) -> int | None:
    """The article that another source offers at the same address under the same title."""
    if not (delivery.source and delivery.address and article.title):
        return None
    rows = connection.rows(
        "SELECT id, title FROM article_address JOIN article ON id = article WHERE address = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM source_item WHERE source_item.article = id AND source = ?2) ORDER BY id",
        (encodable(delivery.address), delivery.source),
    )
    return next((identity for identity, title in rows if fold(title) == fold(article.title)), None)


def _as_read(article: Article) -> tuple[str, tuple[Block, ...]]:
    """What makes a version: title and text. The lines around it, and even its date, change from hour to hour."""
    return article.title, article.blocks


def _is_current(connection: Connection, raw: RawDocument) -> bool:
    return bool(connection.value("SELECT 1 FROM article WHERE digest = ?", (bytes.fromhex(raw.digest),)))


def _replace_raw(connection: Connection, identity: int, raw: RawDocument) -> None:
    digest = bytes.fromhex(raw.digest)
    if connection.value("SELECT digest FROM article WHERE id = ?", (identity,)) == digest:
        return
    connection.run(
        f"INSERT INTO earlier_raw_document (article, digest, cleaned, {RAW_COLUMNS}) SELECT id, digest,"
        f" (SELECT content FROM cleaned_text WHERE article = id), {RAW_COLUMNS}"
        " FROM article JOIN raw_document ON article = id WHERE id = ?"
        " ON CONFLICT (article, digest) DO UPDATE SET cleaned = excluded.cleaned",
        (identity,),
    )
    connection.run("DELETE FROM raw_document WHERE article = ?", (identity,))
    article_store.insert_raw(connection, identity, raw)
    connection.run("UPDATE article SET digest = ? WHERE id = ?", (digest, identity))
    connection.run("DELETE FROM earlier_raw_document WHERE article = ? AND digest = ?", (identity, digest))


def _keep_raw(connection: Connection, identity: int, raw: RawDocument) -> None:
    """Keep a raw document among the earlier ones, since what is there is better."""
    connection.run(
        f"INSERT INTO earlier_raw_document (article, digest, {RAW_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (identity, bytes.fromhex(raw.digest), *article_store.raw_values(raw)),
    )


def _remember_address(connection: Connection, where: str, identity: int) -> None:
    connection.run(
        "INSERT INTO article_address (address, article) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (encodable(where), identity),
    )

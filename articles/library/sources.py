"""What the library knows of feeds and watched folders: which there are, how they are, and what they delivered."""

from __future__ import annotations

from datetime import UTC, datetime

from articles.errors import LibraryError
from articles.library.article_store import encodable, missing
from articles.library.connection import Connection
from articles.model import SeenItem, Source, SourceCheck, SourceKind, Subscription, Validators
from articles.text import fold, one_line, printable

_COLUMNS = """
SELECT id, kind, address, title, category, home, etag, last_modified, checked_at, succeeded_at, not_before, is_active,
    note, failures, (SELECT count(DISTINCT article) FROM source_item WHERE source = source.id)
FROM source
"""


class Sources:
    """The sources of a library. Those that were unsubscribed are kept apart, and known again later.

    Args:
        connection: The library's.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Source, ...]:
        """Those that the reader has subscribed to, by folder and name."""
        found = self._connection.rows(f"{_COLUMNS} WHERE is_subscribed = 1")
        sources = (_source(*row) for row in found)
        return tuple(sorted(sources, key=lambda each: (fold(each.category), fold(each.name), each.id)))

    def one(self, identity: int) -> Source:
        """The source with an id.

        Raises:
            NotFoundError: None that the reader has subscribed to has it.
        """
        row = self._connection.row(f"{_COLUMNS} WHERE is_subscribed = 1 AND id = ?", (identity,))
        if row is None:
            raise missing(identity, "source")
        return _source(*row)

    def at(self, address: str) -> Source | None:
        """The source that the reader has subscribed to at an address or path; None for none."""
        row = self._connection.row(f"{_COLUMNS} WHERE is_subscribed = 1 AND address = ?", (encodable(address),))
        return None if row is None else _source(*row)

    def subscribe(
        self, kind: SourceKind, address: str, *, title: str = "", category: str = "", home: str = ""
    ) -> Subscription:
        """Subscribe to a source; to one that there was before, with all that is known of it, and back in rotation.

        What is given of title, folder and home takes the place of what was known.
        """
        before = self.at(address)
        names = (title, category, home)
        title, category, home = (encodable(one_line(printable(text))) for text in names)
        with self._connection.transaction():
            identity = self._connection.value(
                "INSERT INTO source (kind, address) VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET kind = kind"
                " RETURNING id",
                (kind, encodable(address)),
            )
            self._connection.run(
                "UPDATE source SET is_subscribed = 1, is_active = 1, note = CASE WHEN is_active THEN note ELSE '' END,"
                " title = coalesce(nullif(?2, ''), title), category = coalesce(nullif(?3, ''), category),"
                " home = coalesce(nullif(?4, ''), home) WHERE id = ?1",
                (identity, title, category, home),
            )
            self._remember_words(identity)
        return Subscription(self.one(identity), is_new=before is None or not before.is_active)

    def unsubscribe(self, identity: int) -> None:
        """Take a source out of the subscriptions. Its articles stay, and it is known when it is subscribed to again.

        Raises:
            NotFoundError: None that the reader has subscribed to has this id.
        """
        self.one(identity)
        self._connection.run("UPDATE source SET is_subscribed = 0 WHERE id = ?", (identity,))

    def move(self, identity: int, address: str) -> None:
        """Keep another address of a source, which must be none of another subscription.

        What was known of one at that address that the reader has unsubscribed becomes this source's.

        Raises:
            LibraryError: Another subscription has the address.
        """
        other = self._connection.row(
            "SELECT id, is_subscribed FROM source WHERE address = ? AND id <> ?", (encodable(address), identity)
        )
        if other is not None and other[1]:
            raise LibraryError(f"source {other[0]} has this address already", where=address)
        with self._connection.transaction():
            if other is not None:
                self._connection.run(
                    "UPDATE OR IGNORE source_item SET source = ? WHERE source = ?", (identity, other[0])
                )
                self._connection.run("DELETE FROM source WHERE id = ?", (other[0],))
            self._connection.run("UPDATE source SET address = ? WHERE id = ?", (encodable(address), identity))
            self._remember_words(identity)

    def record(self, identity: int, check: SourceCheck) -> None:
        """Keep what came of a look at a source, once all that it delivered is stored."""
        if check.problem:
            self._connection.run(
                "UPDATE source SET checked_at = ?, note = ?, failures = failures + 1, not_before = ?,"
                " is_active = is_active AND ? WHERE id = ?",
                (_column(check.at), _line(check.problem), _column(check.not_before), not check.is_gone, identity),
            )
            return
        with self._connection.transaction():
            self._connection.run(
                "UPDATE source SET checked_at = ?1, succeeded_at = ?1, is_active = 1, note = '', failures = 0,"
                " not_before = NULL,"
                " title = coalesce(nullif(title, ''), ?2), home = coalesce(nullif(?3, ''), home) WHERE id = ?4",
                (_column(check.at), _line(check.title), _line(check.home), identity),
            )
            self._remember_words(identity)
            if check.validators is not None:
                self._connection.run(
                    "UPDATE source SET etag = ?, last_modified = ? WHERE id = ?",
                    (_line(check.validators.etag), _line(check.validators.last_modified), identity),
                )

    def seen(self, identity: int) -> dict[str, SeenItem]:
        """What a source has delivered, by key."""
        rows = self._connection.rows("SELECT key, hex(digest), stamp FROM source_item WHERE source = ?", (identity,))
        return {key: SeenItem(digest.lower(), stamp) for key, digest, stamp in rows}

    def remember(self, identity: int, key: str, item: SeenItem) -> None:
        """Remember what a source delivered where no other article comes of it, so that it is told of once."""
        remember(self._connection, identity, key, item, None)

    def _remember_words(self, identity: int) -> None:
        title, address = self._connection.rows("SELECT title, address FROM source WHERE id = ?", (identity,))[0]
        self._connection.run("UPDATE source SET words = ? WHERE id = ?", (fold(f"{title} {address}"), identity))


def remember(connection: Connection, source: int, key: str, item: SeenItem, article: int | None) -> None:
    """Remember what a source delivered, with the article that was made of it; None leaves the one there was."""
    connection.run(
        "INSERT INTO source_item (source, key, digest, stamp, article) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (source, key) DO UPDATE SET digest = excluded.digest, stamp = excluded.stamp,"
        " article = coalesce(excluded.article, article)",
        (source, encodable(key), bytes.fromhex(item.digest), item.stamp, article),
    )


def article_of(connection: Connection, source: int, key: str) -> int | None:
    """The article that a source delivered under a key; None for none."""
    found: int | None = connection.value(
        "SELECT article FROM source_item WHERE source = ? AND key = ?", (source, encodable(key))
    )
    return found


def _source(
    identity: int,
    kind: str,
    address: str,
    title: str,
    category: str,
    home: str,
    etag: str,
    last_modified: str,
    checked_at: str | None,
    succeeded_at: str | None,
    not_before: str | None,
    is_active: int,
    note: str,
    failures: int,
    articles: int,
) -> Source:
    return Source(
        identity,
        SourceKind(kind),
        address,
        title,
        category,
        home,
        Validators(etag, last_modified),
        _moment(checked_at),
        _moment(succeeded_at),
        _moment(not_before),
        bool(is_active),
        note,
        failures,
        articles,
    )


def _line(text: str) -> str:
    return encodable(one_line(printable(text)))


def _column(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()


def _moment(column: str | None) -> datetime | None:
    return None if column is None else datetime.fromisoformat(column)

"""Rules by which articles get tags when they come: whatever a query finds, and the reader has not taken the tag off."""

from __future__ import annotations

from articles.errors import LibraryError, NotFoundError, QueryError
from articles.library.conditions import condition
from articles.library.connection import Connection
from articles.library.tags import tag_name
from articles.model import TagRule
from articles.query import Query, parse
from articles.text import fold

_RULES = "SELECT id, query, tag FROM tag_rule"
_SETTLED = (
    "id IN (SELECT article FROM article_tag WHERE tag = (SELECT id FROM tag WHERE key = ?))"
    " OR id IN (SELECT article FROM refused_tag WHERE key = ?)"
)
"""Articles that bear a tag, or from which the reader has taken it."""


class TagRules:
    """The rules of a library.

    Args:
        connection: The library's.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[TagRule, ...]:
        """All rules in the order in which they were made."""
        return tuple(TagRule(*row) for row in self._connection.rows(f"{_RULES} ORDER BY id"))

    def add(self, query: Query, tag: str) -> TagRule:
        """Have articles tagged that come from now on and that a query finds; those that are there stay as they are.

        Raises:
            LibraryError: The query is empty, the tag has no name or too long a one, or there is that rule already.
        """
        shown, _ = tag_name(tag)
        if not query:
            raise LibraryError("a rule needs a query", remedy="Say which articles it is for")
        with self._connection.transaction():
            if self._connection.value("SELECT 1 FROM tag_rule WHERE query = ? AND tag = ?", (str(query), shown)):
                raise LibraryError(f"there is that rule already: #{shown} whenever {query}")
            values = (str(query), shown)
            identity = self._connection.run("INSERT INTO tag_rule (query, tag) VALUES (?, ?)", values)
        return TagRule(identity, str(query), shown)

    def revoke(self, identity: int) -> TagRule:
        """Take a rule back; what it has tagged stays tagged. What it was. Raises `NotFoundError`."""
        row = self._connection.row(f"{_RULES} WHERE id = ?", (identity,))
        if row is None:
            raise NotFoundError(f"there is no rule {identity}", remedy="List them with: broadsheet tags whenever")
        self._connection.run("DELETE FROM tag_rule WHERE id = ?", (identity,))
        return TagRule(*row)

    def put_back(self, rule: TagRule) -> None:
        """Make a rule again that was revoked."""
        values = (rule.id, rule.query, rule.tag)
        self._connection.run("INSERT INTO tag_rule (id, query, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values)

    def would_tag(self, query: Query, tag: str) -> tuple[int, ...]:
        """The articles here that a rule would tag if they came now, the newest first.

        Raises:
            LibraryError: The tag has no name, or too long a one.
        """
        _, key = tag_name(tag)
        sql, values = condition(query)
        rows = self._connection.rows(
            f"SELECT id FROM article WHERE ({sql}) AND NOT ({_SETTLED}) ORDER BY listed DESC, id DESC",
            (*values, key, key),
        )
        return tuple(identity for (identity,) in rows)


def apply(connection: Connection, article: int) -> None:
    """Give an article the tags that the rules have for it, inside a transaction. A tag is never taken off."""
    for query, tag in connection.rows("SELECT query, tag FROM tag_rule ORDER BY id"):
        try:
            wanted = parse(query)
        except QueryError:
            continue  # a rule of another version of the program
        if not wanted:
            continue  # nothing that could be looked for, which would find everything
        sql, values = condition(wanted)
        if connection.value(f"SELECT 1 FROM article WHERE id = ? AND ({sql})", (article, *values)):
            _tag(connection, article, tag)


def _tag(connection: Connection, article: int, tag: str) -> None:
    key = fold(tag)
    refused = connection.value("SELECT 1 FROM refused_tag WHERE article = ? AND key = ?", (article, key))
    if not refused:
        connection.run("INSERT INTO tag (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (key, tag))
        connection.run(
            "INSERT INTO article_tag (article, tag) SELECT ?, id FROM tag WHERE key = ? ON CONFLICT DO NOTHING",
            (article, key),
        )

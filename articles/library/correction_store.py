"""The reader's corrections in and out: of single lines, and of all articles of an outlet by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from articles.errors import NotFoundError
from articles.library.codec import from_json, to_json
from articles.library.connection import Connection
from articles.model import LineCorrection, OutletRule

_RULES = (
    "SELECT outlet, pattern, is_kept, example, id, count(article), coalesce(sum(lines), 0)"
    " FROM outlet_rule LEFT JOIN rule_effect ON rule = id"
)
_OF_OUTLET = (
    "SELECT id FROM article WHERE outlet = ?1 COLLATE NOCASE"
    " UNION SELECT article FROM machine_text WHERE outlet = ?1 COLLATE NOCASE"
)


def line_corrections(connection: Connection, article: int) -> tuple[LineCorrection, ...]:
    """The corrections of an article's lines, in the order in which they were made."""
    rows = connection.rows("SELECT content FROM line_correction WHERE article = ? ORDER BY id", (article,))
    return tuple(from_json(LineCorrection, content) for (content,) in rows)


def replace_line_corrections(connection: Connection, article: int, corrections: Iterable[LineCorrection]) -> None:
    """Put other corrections of an article's lines in place of those that are stored."""
    connection.run("DELETE FROM line_correction WHERE article = ?", (article,))
    connection.run_many(
        "INSERT INTO line_correction (article, content) VALUES (?, ?)",
        [(article, to_json(correction)) for correction in corrections],
    )


def rules(connection: Connection) -> tuple[OutletRule, ...]:
    """All rules with what they have changed, by outlet."""
    return tuple(_rule(*row) for row in connection.rows(f"{_RULES} GROUP BY id ORDER BY outlet, id"))


def rules_of(connection: Connection, outlet: str) -> tuple[OutletRule, ...]:
    """The rules of an outlet."""
    rows = connection.rows(f"{_RULES} WHERE outlet = ? GROUP BY id", (outlet,)) if outlet else []
    return tuple(_rule(*row) for row in rows)


def rule(connection: Connection, identity: int) -> OutletRule:
    """A rule.

    Raises:
        NotFoundError: There is none with this id.
    """
    row = connection.row(f"{_RULES} WHERE id = ? GROUP BY id", (identity,))
    if row is None:
        raise NotFoundError(f"there is no rule {identity}", remedy="List the rules to see their numbers")
    return _rule(*row)


def add_rule(connection: Connection, wanted: OutletRule) -> OutletRule:
    """Make a rule, in place of one about the same lines; the outlet's articles await it. Inside a transaction.

    One that was revoked is put back under its number where that is free.
    """
    is_free = wanted.id and not connection.value("SELECT 1 FROM outlet_rule WHERE id = ?", (wanted.id,))
    connection.run(
        "DELETE FROM outlet_rule WHERE outlet = ? AND pattern = ?",
        (wanted.outlet, wanted.pattern),
    )
    identity = connection.run(
        "INSERT INTO outlet_rule (id, outlet, pattern, is_kept, example) VALUES (?, ?, ?, ?, ?)",
        (wanted.id if is_free else None, wanted.outlet, wanted.pattern, wanted.is_kept, wanted.example),
    )
    _await_rules(connection, _OF_OUTLET, wanted.outlet)
    return rule(connection, identity)


def revoke_rule(connection: Connection, identity: int) -> OutletRule:
    """Take a rule back; the articles that it has changed await that. Inside a transaction.

    Raises:
        NotFoundError: There is none with this id.
    """
    revoked = rule(connection, identity)
    _await_rules(connection, "SELECT article FROM rule_effect WHERE rule = ?", identity)
    connection.run("DELETE FROM outlet_rule WHERE id = ?", (identity,))
    return revoked


def _await_rules(connection: Connection, articles: str, value: str | int) -> None:
    connection.run(f"INSERT OR IGNORE INTO awaiting_rules (article) {articles}", (value,))


def awaiting(connection: Connection) -> tuple[int, ...]:
    """The articles that rules have not been applied to since these were changed."""
    return tuple(article for (article,) in connection.rows("SELECT article FROM awaiting_rules ORDER BY article DESC"))


def set_effects(connection: Connection, article: int, touched: Mapping[int, int]) -> None:
    """Say how many lines of an article each rule changes, now that they have been applied to it."""
    connection.run("DELETE FROM rule_effect WHERE article = ?", (article,))
    connection.run_many(
        "INSERT INTO rule_effect (rule, article, lines) VALUES (?, ?, ?)",
        [(changing, article, lines) for changing, lines in touched.items()],
    )
    connection.run("DELETE FROM awaiting_rules WHERE article = ?", (article,))


def _rule(
    outlet: str, pattern: str, is_kept: int, example: str, identity: int, articles: int, lines: int
) -> OutletRule:
    return OutletRule(outlet, pattern, bool(is_kept), example, identity, articles, lines)

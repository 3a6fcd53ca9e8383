"""Groups of articles that have the same text: joined, parted, unfolded, and which of each stands for all of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from articles.library.connection import Connection


def versions(connection: Connection, identity: int) -> tuple[int, ...]:
    """The articles with the same text as one, itself included, in the order in which they appeared."""
    rows = connection.rows(
        "SELECT other.article FROM version AS mine JOIN version AS other ON other.in_group = mine.in_group"
        " JOIN article ON article.id = other.article WHERE mine.article = ? ORDER BY listed, article.id",
        (identity,),
    )
    return tuple(each for (each,) in rows) or (identity,)


def texts(connection: Connection, articles: Iterable[int]) -> dict[int, int]:
    """For each of some articles a number that it shares with those that have the same text, and with no other."""
    rows = connection.rows(
        "SELECT wanted.value, shown FROM json_each(?) AS wanted LEFT JOIN version ON article = wanted.value"
        " LEFT JOIN version_group ON version_group.id = in_group",
        (json.dumps(sorted(set(articles))),),
    )
    return {article: shown or article for article, shown in rows}


def set_unfolded(connection: Connection, identity: int, is_unfolded: bool) -> bool:
    """Unfold the group of an article in lists, or fold it; whether that changed anything."""
    changed = connection.value(
        "UPDATE version_group SET is_unfolded = ?1 WHERE is_unfolded <> ?1"
        " AND id = (SELECT in_group FROM version WHERE article = ?2) RETURNING id",
        (int(is_unfolded), identity),
    )
    return changed is not None


def parts_among(connection: Connection, articles: Iterable[int]) -> set[int]:
    """Those of some articles that stand in one group with a fuller one."""
    rows = connection.rows(
        "SELECT mine.article FROM json_each(?) AS wanted CROSS JOIN version AS mine ON mine.article = wanted.value"
        " CROSS JOIN article ON article.id = mine.article WHERE EXISTS (SELECT 1 FROM version AS other"
        " JOIN article AS fuller ON fuller.id = other.article"
        " WHERE other.in_group = mine.in_group AND fuller.words > article.words)",
        (json.dumps(list(articles)),),
    )
    return {each for (each,) in rows}


def join(connection: Connection, identity: int, others: Sequence[int]) -> None:
    """Put an article that is in no group together with others, whose groups become one by it, inside a transaction."""
    if not others:
        return
    connection.run_many(
        "INSERT INTO same_text (first, second) VALUES (?, ?)",
        [(min(identity, other), max(identity, other)) for other in others],
    )
    joined = [
        group
        for (group,) in connection.rows(
            "SELECT DISTINCT in_group FROM version WHERE article IN (SELECT value FROM json_each(?)) ORDER BY in_group",
            (json.dumps(others),),
        )
    ]
    group = joined[0] if joined else _new_group(connection)
    for dissolved in joined[1:]:
        _merge(connection, dissolved, into=group)
    _set_group(connection, group, (identity, *others))
    _choose_shown(connection, group)


def _new_group(connection: Connection, *, is_unfolded: bool = False) -> int:
    sql = "INSERT INTO version_group (shown, versions, is_unfolded) VALUES (0, 0, ?)"
    return connection.run(sql, (int(is_unfolded),))


def _merge(connection: Connection, dissolved: int, *, into: int) -> None:
    """Make one group a part of another; unfolded if one of them was."""
    connection.run("UPDATE version SET in_group = ? WHERE in_group = ?", (into, dissolved))
    connection.run(
        "UPDATE version_group SET is_unfolded = max(is_unfolded,"
        " (SELECT is_unfolded FROM version_group WHERE id = ?)) WHERE id = ?",
        (dissolved, into),
    )
    connection.run("DELETE FROM version_group WHERE id = ?", (dissolved,))


def _set_group(connection: Connection, group: int, articles: Iterable[int]) -> None:
    connection.run_many(
        "INSERT INTO version (article, in_group) VALUES (?, ?)"
        " ON CONFLICT (article) DO UPDATE SET in_group = excluded.in_group",
        [(each, group) for each in articles],
    )


def _choose_shown(connection: Connection, group: int) -> None:
    from articles.linking.duplicates import Version, shown_of

    rows = connection.rows(
        "SELECT article.id, outlet, words, listed FROM version JOIN article ON article.id = version.article"
        " WHERE in_group = ?",
        (group,),
    )
    shown = shown_of([Version(*row) for row in rows])
    connection.run("UPDATE version_group SET shown = ?, versions = ? WHERE id = ?", (shown, len(rows), group))
    connection.run(
        "UPDATE article SET is_hidden = (id <> ?1) WHERE is_hidden <> (id <> ?1)"
        " AND id IN (SELECT article FROM version WHERE in_group = ?2)",
        (shown, group),
    )


def part(connection: Connection, identity: int) -> None:
    """Take an article out of its group, inside a transaction; what nothing else held together falls apart."""
    found = connection.row(
        "SELECT version_group.id, is_unfolded FROM version JOIN version_group ON version_group.id = in_group"
        " WHERE article = ?",
        (identity,),
    )
    if found is None:
        return
    group, is_unfolded = found
    rest = [each for each in versions(connection, identity) if each != identity]
    connection.run("DELETE FROM same_text WHERE first = ?1 OR second = ?1", (identity,))
    connection.run(
        "UPDATE article SET is_hidden = 0 WHERE id IN (SELECT article FROM version WHERE in_group = ?)", (group,)
    )
    connection.run("DELETE FROM version WHERE in_group = ?", (group,))
    connection.run("DELETE FROM version_group WHERE id = ?", (group,))
    for members in _connected(connection, rest):
        if len(members) > 1:
            part = _new_group(connection, is_unfolded=bool(is_unfolded))
            _set_group(connection, part, members)
            _choose_shown(connection, part)


def _connected(connection: Connection, articles: Sequence[int]) -> list[list[int]]:
    """The articles in parts that are connected by having the same text."""
    pairs = connection.rows(
        "SELECT first, second FROM same_text WHERE first IN (SELECT value FROM json_each(?))", (json.dumps(articles),)
    )
    part_of = {each: [each] for each in articles}
    for first, second in pairs:
        one, other = part_of[first], part_of[second]
        if one is not other:
            one.extend(other)
            part_of.update(dict.fromkeys(other, one))
    return [part for each, part in part_of.items() if part[0] == each]

"""Which articles have the same text: found by signature as each is stored, kept as groups, taken apart by the reader.

Finding the candidates of one article costs as much in a large library as in a small one: of each band of its signature
the newest few articles are looked at, and of all these the few that share most are compared.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from articles.library import article_store
from articles.library.connection import Connection
from articles.linking.duplicates import (
    LEAST_AGREEMENT,
    METHOD,
    Version,
    Wording,
    agreement,
    band_keys,
    is_same_text,
    resemblance,
    shown_of,
    signature,
    ties,
    wording,
)
from articles.model import Article

_OF_ONE_BAND = 50
"""Articles that are looked at for one band, the newest; more share a band of what a thousand pages repeat."""
_LIKEST = 60
"""Candidates whose signatures are compared, those with most bands in common."""
_COMPARED = 24
"""Candidates whose texts are compared, those with the likest signatures."""


def enter(connection: Connection, identity: int, article: Article) -> None:
    """Sign an article and put it together with those that have the same text, inside a transaction."""
    text = wording(article)
    values = signature(text)
    _write_signature(connection, identity, values)
    if values and not _is_apart(connection, identity):
        _join(connection, identity, _with_same_text(connection, identity, text, values))


def leave(connection: Connection, identity: int) -> None:
    """Forget the signature of an article and take it out of its group, inside a transaction.

    What only it held together falls apart.
    """
    values = _signature_of(connection, identity)
    connection.run_many(
        "DELETE FROM text_band WHERE key = ? AND article = ?", [(key, identity) for key in band_keys(values)]
    )
    connection.run("DELETE FROM text_signature WHERE article = ?", (identity,))
    connection.run("UPDATE article SET signed_by = 0 WHERE id = ?", (identity,))
    _part(connection, identity)


def unsigned(connection: Connection) -> tuple[int, ...]:
    """The articles that have no signature, as those have that were stored before there were any."""
    return tuple(each for (each,) in connection.rows("SELECT id FROM article WHERE signed_by = 0 ORDER BY id"))


def sign(connection: Connection, identity: int) -> None:
    """Do for an article that was stored before what `enter` does for a new one, in one transaction."""
    with connection.transaction():
        leave(connection, identity)
        enter(connection, identity, article_store.load(connection, identity))


def versions(connection: Connection, identity: int) -> tuple[int, ...]:
    """The articles with the same text as one, itself included, in the order in which they appeared."""
    rows = connection.rows(
        "SELECT other.article FROM version AS mine JOIN version AS other ON other.in_group = mine.in_group"
        " JOIN article ON article.id = other.article WHERE mine.article = ? ORDER BY listed, article.id",
        (identity,),
    )
    return tuple(each for (each,) in rows) or (identity,)


def set_unfolded(connection: Connection, identity: int, is_unfolded: bool) -> bool:
    """Unfold the group of an article in lists, or fold it; whether that changed anything."""
    changed = connection.value(
        "UPDATE version_group SET is_unfolded = ?1 WHERE is_unfolded <> ?1"
        " AND id = (SELECT in_group FROM version WHERE article = ?2) RETURNING id",
        (int(is_unfolded), identity),
    )
    return changed is not None


def set_apart(connection: Connection, identity: int, is_apart: bool) -> bool:
    """Take an article out of its group for good, or let it back in, in one transaction; whether that changed anything.

    Raises:
        NotFoundError: There is no such article.
    """
    with connection.transaction():
        article = article_store.load(connection, identity)
        if _is_apart(connection, identity) == is_apart:
            return False
        if is_apart:
            connection.run("INSERT INTO taken_apart (article) VALUES (?)", (identity,))
            _part(connection, identity)
        else:
            connection.run("DELETE FROM taken_apart WHERE article = ?", (identity,))
            leave(connection, identity)
            enter(connection, identity, article)
        return True


def _is_apart(connection: Connection, identity: int) -> bool:
    return connection.value("SELECT 1 FROM taken_apart WHERE article = ?", (identity,)) is not None


def _write_signature(connection: Connection, identity: int, values: Sequence[int]) -> None:
    content = b"".join(value.to_bytes(4, "little") for value in values)
    connection.run("INSERT INTO text_signature (article, content) VALUES (?, ?)", (identity, content))
    connection.run_many(
        "INSERT INTO text_band (key, article) VALUES (?, ?)", [(key, identity) for key in band_keys(values)]
    )
    connection.run("UPDATE article SET signed_by = ? WHERE id = ?", (METHOD, identity))


def _signature_of(connection: Connection, identity: int) -> Sequence[int]:
    return _values(connection.value("SELECT content FROM text_signature WHERE article = ?", (identity,)) or b"")


def _values(content: bytes) -> Sequence[int]:
    return [int.from_bytes(content[start : start + 4], "little") for start in range(0, len(content), 4)]


def _with_same_text(connection: Connection, identity: int, text: Wording, values: Sequence[int]) -> tuple[int, ...]:
    likest = _candidates(connection, identity, values)[:_COMPARED]
    compared = ((each, wording(article_store.load(connection, each))) for each in likest)
    likeness = {each: resemblance(text, other) for each, other in compared if is_same_text(text, other)}
    return ties(likeness, _parts_among(connection, likeness))


def _parts_among(connection: Connection, articles: Iterable[int]) -> set[int]:
    """Those of some articles that stand in one group with a fuller one."""
    rows = connection.rows(
        "SELECT mine.article FROM json_each(?) AS wanted CROSS JOIN version AS mine ON mine.article = wanted.value"
        " CROSS JOIN article ON article.id = mine.article WHERE EXISTS (SELECT 1 FROM version AS other"
        " JOIN article AS fuller ON fuller.id = other.article"
        " WHERE other.in_group = mine.in_group AND fuller.words > article.words)",
        (json.dumps(list(articles)),),
    )
    return {each for (each,) in rows}


def _candidates(connection: Connection, identity: int, values: Sequence[int]) -> list[int]:
    """The articles whose signatures are like one, the likest first."""
    rows = connection.rows(
        "SELECT (SELECT group_concat(article) FROM"
        f" (SELECT article FROM text_band WHERE key = wanted.value ORDER BY article DESC LIMIT {_OF_ONE_BAND}))"
        " FROM json_each(?) AS wanted",
        (json.dumps(band_keys(values)),),
    )
    shared = Counter(each for (joined,) in rows for each in json.loads(f"[{joined or ''}]"))
    del shared[identity]
    signatures = connection.rows(
        "SELECT article, content FROM text_signature WHERE article IN (SELECT value FROM json_each(?))"
        " AND article NOT IN (SELECT article FROM taken_apart)",
        (json.dumps([each for each, _ in shared.most_common(_LIKEST)]),),
    )
    scored = sorted(((agreement(values, _values(content)), each) for each, content in signatures), reverse=True)
    return [each for score, each in scored if score >= LEAST_AGREEMENT]


def _join(connection: Connection, identity: int, others: Sequence[int]) -> None:
    """Put an article that is in no group together with others, whose groups become one by it."""
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


def _part(connection: Connection, identity: int) -> None:
    """Take an article out of its group, and the rest of the group apart where nothing else held it together."""
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

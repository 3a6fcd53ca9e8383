"""Which articles have the same text: found by signature as each is stored, taken apart by the reader.

Finding the candidates of one article costs as much in a large library as in a small one: of each band of its signature
the newest few articles are looked at, and of all these the few that share most are compared.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence

from articles.library import article_store, link_store, version_groups
from articles.library.connection import Connection
from articles.linking.duplicates import is_same_text, resemblance, ties
from articles.linking.signatures import LEAST_AGREEMENT, METHOD, agreement, band_keys, signature
from articles.linking.wording import Wording, wording
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
        version_groups.join(connection, identity, _with_same_text(connection, identity, text, values))


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
    version_groups.part(connection, identity)


def unsigned(connection: Connection) -> tuple[int, ...]:
    """The articles that have no signature, as those have that were stored before there were any."""
    return tuple(each for (each,) in connection.rows("SELECT id FROM article WHERE signed_by = 0 ORDER BY id"))


def sign(connection: Connection, identity: int) -> None:
    """Do for an article that was stored before what `enter` does for a new one, in one transaction."""
    with connection.transaction():
        leave(connection, identity)
        enter(connection, identity, article_store.load(connection, identity))
        _count_anew(connection, version_groups.versions(connection, identity))


def set_apart(connection: Connection, identity: int, is_apart: bool) -> bool:
    """Take an article out of its group for good, or let it back in, in one transaction; whether that changed anything.

    Raises:
        NotFoundError: There is no such article.
    """
    with connection.transaction():
        article = article_store.load(connection, identity)
        if _is_apart(connection, identity) == is_apart:
            return False
        before = version_groups.versions(connection, identity)
        if is_apart:
            connection.run("INSERT INTO taken_apart (article) VALUES (?)", (identity,))
            version_groups.part(connection, identity)
        else:
            connection.run("DELETE FROM taken_apart WHERE article = ?", (identity,))
            leave(connection, identity)
            enter(connection, identity, article)
        _count_anew(connection, {*before, *version_groups.versions(connection, identity)})
        return True


def _count_anew(connection: Connection, articles: Collection[int]) -> None:
    """Keep the numbers of related texts true, where an article has come together with others or apart from them."""
    if len(articles) > 1:
        link_store.count_anew(connection, articles)


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
    return ties(likeness, version_groups.parts_among(connection, likeness))


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

"""The tags that the reader gives to articles. Cleaning and annotating again leave them alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from articles.errors import LibraryError, NotFoundError
from articles.library.connection import Connection
from articles.model import TagCount
from articles.text import fold, one_line, printable

LONGEST_TAG = 64
"""Characters."""

_BORNE = "SELECT name, count(*) AS articles FROM article_tag JOIN tag ON tag.id = tag"


@dataclass(frozen=True, slots=True)
class TagRenamed:
    """A tag that was given another name, with what it takes to undo that."""

    before: str
    after: str
    """The other name as it is shown; where there was such a tag, both are one now."""
    articles: tuple[int, ...]
    """Those that bore it before."""
    joined: tuple[int, ...]
    """Those that bore the other one before."""
    rules: tuple[int, ...] = ()
    """The rules that gave it to articles, and give them the other one now."""


class Tags:
    """The tags of a library. Names that differ in case, diacritics or hyphens only are one tag, shown as first written.

    Args:
        connection: The library's.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[TagCount, ...]:
        """All tags with the number of articles that bear them, the most used first."""
        rows = self._connection.rows(
            "SELECT name, (SELECT count(*) FROM article_tag WHERE tag = tag.id) AS articles FROM tag"
            " ORDER BY articles DESC, key"
        )
        return tuple(TagCount(*row) for row in rows)

    def borne_by(self, ids: Iterable[int]) -> tuple[TagCount, ...]:
        """The tags of some articles with the number of these that bear them, the most used first."""
        wanted = json.dumps(list(ids))
        rows = self._connection.rows(
            f"{_BORNE} WHERE article IN (SELECT value FROM json_each(?)) GROUP BY tag ORDER BY articles DESC, key",
            (wanted,),
        )
        return tuple(TagCount(*row) for row in rows)

    def add(self, ids: Iterable[int], name: str) -> tuple[int, ...]:
        """Tag articles.

        Returns:
            Those that did not bear the tag before.

        Raises:
            LibraryError: The name is empty or too long.
            NotFoundError: An article is not there; none is tagged then.
        """
        with self._connection.transaction():
            return self._add(ids, name)

    def remove(self, ids: Iterable[int], name: str) -> tuple[int, ...]:
        """Take a tag off articles, so that no rule gives it to them again; one that no article bears is forgotten.

        Returns:
            Those that bore it.
        """
        with self._connection.transaction():
            removed = self._remove(ids, name)
            self._connection.run(
                "INSERT OR IGNORE INTO refused_tag (article, key) SELECT value, ? FROM json_each(?)",
                (fold(printable(name)), json.dumps(removed)),
            )
            return removed

    def articles(self, name: str) -> tuple[int, ...]:
        """The articles that bear a tag."""
        found = self._connection.rows(
            "SELECT article FROM article_tag WHERE tag = (SELECT id FROM tag WHERE key = ?) ORDER BY article",
            (fold(printable(name)),),
        )
        return _ids(found)

    def rename(self, name: str, other: str) -> TagRenamed:
        """Give a tag another name. Where there is a tag of that name, the two become one.

        Raises:
            LibraryError: The other name is empty or too long.
            NotFoundError: There is no such tag.
        """
        shown, key = tag_name(other)
        with self._connection.transaction():
            before = self._shown(name)
            articles = self.articles(name)
            rules = self._rules_of(before)
            self._name_rules(rules, shown)
            if fold(before) == key:
                self._connection.run("UPDATE tag SET name = ? WHERE key = ?", (shown, key))
                return TagRenamed(before, shown, articles, articles, rules)
            joined = self.articles(shown)
            self._add(articles, shown)
            self._remove(articles, before)
            self._connection.run(
                "INSERT OR IGNORE INTO refused_tag (article, key) SELECT article, ? FROM refused_tag WHERE key = ?"
                " AND article NOT IN (SELECT article FROM article_tag WHERE tag = (SELECT id FROM tag WHERE key = ?))",
                (key, fold(before), key),
            )
            return TagRenamed(before, self._shown(shown), articles, joined, rules)

    def take_back(self, renamed: TagRenamed) -> None:
        """Undo the renaming of a tag: the articles bear again what they bore, except those that are gone.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._connection.transaction():
            self._name_rules(renamed.rules, renamed.before)
            if fold(renamed.before) == fold(renamed.after):
                values = (renamed.before, fold(renamed.before))
                self._connection.run("UPDATE tag SET name = ? WHERE key = ?", values)
                return
            here = self._connection.rows(
                "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(renamed.articles)),),
            )
            self._add(_ids(here), renamed.before)
            self._remove(set(renamed.articles) - set(renamed.joined), renamed.after)

    def _add(self, ids: Iterable[int], name: str) -> tuple[int, ...]:
        """Tag articles, inside a transaction."""
        shown, key = tag_name(name)
        wanted = json.dumps(list(ids))
        absent = self._connection.value(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM article)", (wanted,)
        )
        if absent is not None:
            raise NotFoundError(f"there is no article {absent}", remedy="List the articles to see their numbers")
        if wanted == "[]":
            return ()
        self._connection.run("INSERT INTO tag (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (key, shown))
        added = self._connection.rows(
            "INSERT INTO article_tag (article, tag) SELECT value, (SELECT id FROM tag WHERE key = ?)"
            " FROM json_each(?) WHERE TRUE ON CONFLICT DO NOTHING RETURNING article",
            (key, wanted),
        )
        self._connection.run(
            "DELETE FROM refused_tag WHERE key = ? AND article IN (SELECT value FROM json_each(?))", (key, wanted)
        )
        return _ids(added)

    def _remove(self, ids: Iterable[int], name: str) -> tuple[int, ...]:
        """Take a tag off articles, inside a transaction."""
        key = fold(printable(name))
        removed = self._connection.rows(
            "DELETE FROM article_tag WHERE tag = (SELECT id FROM tag WHERE key = ?)"
            " AND article IN (SELECT value FROM json_each(?)) RETURNING article",
            (key, json.dumps(list(ids))),
        )
        self._connection.run(
            "DELETE FROM tag WHERE key = ? AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag = tag.id)", (key,)
        )
        return _ids(removed)

    def _rules_of(self, name: str) -> tuple[int, ...]:
        """The rules that give a tag to articles."""
        rules = self._connection.rows("SELECT id, tag FROM tag_rule")
        return tuple(identity for identity, tag in rules if fold(tag) == fold(name))

    def _name_rules(self, rules: Iterable[int], tag: str) -> None:
        self._connection.run_many("UPDATE OR IGNORE tag_rule SET tag = ? WHERE id = ?", [(tag, each) for each in rules])

    def _shown(self, name: str) -> str:
        """A tag's name as it is shown."""
        shown: str | None = self._connection.value("SELECT name FROM tag WHERE key = ?", (fold(printable(name)),))
        if shown is None:
            raise NotFoundError(f"there is no tag {name}", remedy="List them with: broadsheet tags")
        return shown


def tag_name(name: str) -> tuple[str, str]:
    """A tag's name as it is shown, and the key under which its spellings are one.

    Raises:
        LibraryError: The name is empty or too long.
    """
    shown = one_line(printable(name))
    key = fold(shown)
    if not key:
        raise LibraryError("a tag needs a name", remedy="Type a word or two")
    if len(shown) > LONGEST_TAG:
        raise LibraryError(f"a tag has at most {LONGEST_TAG} characters, this one {len(shown)}", remedy="Shorten it")
    return shown, key


def _ids(rows: list[tuple[int]]) -> tuple[int, ...]:
    return tuple(identity for (identity,) in rows)

"""A library of the version before corrections of names: its names, searches and counts are what they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import EntityKind
from articles.query import parse
from articles.relinking import Relinking
from tests.library.naming import CADIZ, GIL, HARBOUR, RUIZ, names_in, number_of, report
from tests.library.older import copy_links, copy_table, empty_library
from tests.library.test_entity_corrections import FIRST, SECOND, check, everything

TABLES = (
    "article",
    "raw_document",
    "cleaned_text",
    "annotations",
    "entity_key",
    "event",
    "event_mention",
    "text_signature",
    "text_band",
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A library of today, of which nothing has been said."""
    path = tmp_path / "new"
    with Library.open(path) as library:
        report(library, 1, FIRST, RUIZ, GIL, HARBOUR, CADIZ)
        report(library, 2, SECOND, RUIZ, HARBOUR)
    return path


@pytest.fixture
def old(tmp_path: Path, new: Path) -> Path:
    """The same articles in a library of version 6."""
    path = tmp_path / "old"
    with empty_library(path, 6) as connection:
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in TABLES:
            copy_table(connection, table)
        copy_links(connection, new)
        connection.execute(
            "INSERT INTO entity (id, name, kind, country, aliases, articles, mentions, walks, beside)"
            " SELECT id, found_name, found_kind, country, aliases, articles, mentions, walks, beside FROM new.entity"
        )
        connection.execute(
            "INSERT INTO article_entity SELECT article, position, entity, mentions FROM new.article_entity"
        )
        for identity, name, aliases in connection.execute("SELECT id, name, aliases FROM entity").fetchall():
            spellings = "\n".join((name, *json.loads(aliases)))
            connection.execute("INSERT INTO entity_words (rowid, names) VALUES (?, ?)", (identity, spellings))
        connection.execute("INSERT INTO event_words (rowid, label) SELECT id, label FROM event")
    connection.close()
    return path


def test_names_are_what_they_were(old: Path, new: Path) -> None:
    with Library.open(old) as library, Library.open(new) as same:
        assert everything(library) == everything(same)
        assert library.counts() == same.counts()
        assert library.events() == same.events()
        check(library)


def test_names_can_be_corrected_and_the_corrections_taken_back(old: Path) -> None:
    with Library.open(old) as library:
        before = everything(library)
        corrections = library.entity_corrections
        ruiz, gil = number_of(library, "Ana Ruiz"), number_of(library, "Juan Gil")
        made = [
            corrections.rename(ruiz, "Ana Torres"),
            corrections.split(ruiz, "Pedro Ruiz", spelling="Ruiz"),
            corrections.merge(gil, ruiz),
            corrections.set_kind(number_of(library, "Harbour Board"), EntityKind.PLACE),
        ]
        assert names_in(library, 1) == ["Ana Torres", "Ana Torres", "Harbour Board", "Cádiz", "Pedro Ruiz"]
        assert list(library.ids(parse("person:torres"))) == list(library.ids(parse("person:gil"))) == [2, 1]
        check(library)
        for each in made:
            corrections.revoke(each.id)
        assert Relinking(old, on_progress=lambda _: None).link_awaiting().problems == ()
        assert list(library.ids(parse("person:torres"))) == []
        assert everything(library) == before

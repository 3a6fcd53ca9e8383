"""A library of the version that kept every link in words: its links, its counts and its index are what they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.library.link_codes import RELATION_NUMBERS
from articles.model import Relation
from tests.library.building import add, annotate
from tests.library.older import copy_links, copy_table, empty_library
from tests.library.test_annotations import everything

TABLES = (
    "article",
    "raw_document",
    "cleaned_text",
    "annotations",
    "entity",
    "entity_key",
    "article_entity",
    "event",
    "event_mention",
    "text_signature",
    "text_band",
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A library of today, with a link of each relation."""
    path = tmp_path / "new"
    with Library.open(path) as library:
        annotate(library, add(library, 0), day=date(2024, 3, 1))
        for number, relation in enumerate(Relation, 1):
            annotate(library, add(library, number), 1, relation=relation, confidence=0.071 + number / 10)
    return path


@pytest.fixture
def old(tmp_path: Path, new: Path) -> Path:
    """The same articles in a library of version 9."""
    path = tmp_path / "old"
    with empty_library(path, 9) as connection:
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in TABLES:
            copy_table(connection, table)
        copy_links(connection, new)
        connection.execute("INSERT INTO event_words (rowid, label) SELECT id, label FROM event")
    connection.close()
    return path


def test_every_relation_has_a_number_of_its_own() -> None:
    assert set(RELATION_NUMBERS) == set(Relation)
    assert len(set(RELATION_NUMBERS.values())) == len(Relation)


def test_links_are_what_they_were(old: Path, new: Path) -> None:
    with Library.open(old) as library, Library.open(new) as same:
        assert {each.link.relation for each in library.links(1)} == set(Relation)
        assert everything(library) == everything(same)
        slots = library.event_slots([(2, 0), (2, 1)])
        assert library.event_candidates(slots) == same.event_candidates(slots)


def test_articles_can_be_linked_anew_and_go(old: Path) -> None:
    with Library.open(old) as library:
        before = len(library.links(1))
        annotate(library, 2)
        assert len(library.links(1)) == before - 1
        assert library.counts().links == before - 1
        annotate(library, 2, 1)
        assert len(library.links(1)) == before

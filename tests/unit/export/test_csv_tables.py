"""Tables in CSV: they read back, their numbers join, and no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from articles.export.csv_tables import article_table, csv_tables, harmless, table
from articles.library import Library
from tests.unit.export.conftest import HOSTILE_TITLE
from tests.unit.export.hostile import texts

FORMULAS = tuple("=+-@\t\r\n＝＋－＠")


def read(pieces: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(pieces), newline="")))


@given(st.lists(st.tuples(texts, st.integers(), st.text()), max_size=5))
def test_what_is_written_reads_back_and_is_no_formula(rows: list[tuple[str, int, str]]) -> None:
    back = list(csv.reader(StringIO("".join(table(("one", "two", "three"), rows)), newline="")))
    assert back[0] == ["one", "two", "three"]
    for (first, number, last), cells in zip(rows, back[1:], strict=True):
        assert cells[1] == str(number)
        for text, cell in ((first, cells[0]), (last, cells[2])):
            assert not cell.startswith(FORMULAS)
            assert cell in (text, f"'{text}")
            assert (cell == text) == (not text.startswith(FORMULAS))


def test_numbers_are_left_as_they_are() -> None:
    assert harmless(-1) == -1
    assert harmless("-1") == "'-1"


def test_the_tables_join_by_their_numbers(library: Library) -> None:
    tables = {name: read(pieces) for name, pieces in csv_tables(library, library.ids())}
    assert list(tables) == ["articles.csv", "notes.csv", "tags.csv", "entities.csv", "events.csv", "links.csv"]
    assert all(tables.values())
    known = {row["article"] for row in tables["articles.csv"]}
    assert known == {"1", "2", "3"}
    assert {row["article"] for rows in tables.values() for row in rows} <= known
    assert len(tables["notes.csv"]) == 4
    events = {row["event"] for row in tables["events.csv"]}
    assert {row["event"] for row in tables["links.csv"]} <= events
    assert {(row["article"], row["tag"]) for row in tables["tags.csv"]} == {
        ("1", "to read"),
        ("3", "to read"),
        ("3", "'=1+1"),
    }


def test_a_hostile_article_is_a_row_like_any_other(library: Library) -> None:
    (row,) = read(article_table(library, [3]))
    assert row["title"] == f"'{HOSTILE_TITLE}"
    assert row["outlet"] == "'@evil"
    assert row["text"].startswith("'=cmd|")
    assert None not in row


def test_a_date_is_as_exact_as_it_is_known(library: Library) -> None:
    by_number = {row["article"]: row for row in read(article_table(library, library.ids()))}
    assert (by_number["1"]["published"], by_number["1"]["precision"]) == ("2023-09-04", "day")
    assert (by_number["3"]["published"], by_number["3"]["precision"], by_number["3"]["basis"]) == ("", "", "unknown")

"""`broadsheet versions`, and what `list` says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.library import Library
from tests.library.building import article, raw, stated
from tests.unit.cli_running import broadsheet
from tests.unit.linking.test_duplicates import OTHER, REPORT


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as opened:
        wire = article("Dredging to begin", *REPORT, outlet="Wire", published=stated(2024, 3, 1))
        later = (REPORT[0].replace("June", "July"), *REPORT[2:4])
        opened.store_article(raw(1), wire)
        opened.store_article(raw(2), article("Grain", *OTHER, outlet="Wire", published=stated(2024, 3, 2)))
        opened.store_article(raw(3), article("Dredging in July", *later, outlet="Echo", published=stated(2024, 3, 3)))
    return str(path)


def test_the_list_shows_one_with_their_number(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    folded = broadsheet(capsys, "list", "--library", library).out
    assert [line.split()[0] for line in folded.splitlines()] == ["2", "1"]
    assert folded.splitlines()[1].endswith(" · 2 versions")
    every = broadsheet(capsys, "list", "--all", "--library", library).out
    assert every.splitlines()[0].endswith(" · version of 1")


def test_its_json_says_what_stands_for_what(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = broadsheet(capsys, "list", "--all", "--json", "--library", library).json["articles"]
    assert [(row["id"], row["versions"], row["version_of"]) for row in rows] == [(3, 2, 1), (2, 1, None), (1, 2, 1)]


def test_versions_are_told_with_their_changes(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = broadsheet(capsys, "versions", "3", "--library", library).out.splitlines()
    assert lines[0].split()[:1] == ["1"]
    assert "Echo" in lines[1]
    assert lines[2] == "        ~ Dredging [-to begin-] [+in July+]"
    assert "will begin in [-June,-] [+July,+] two years" in lines[3]
    assert lines[4].startswith("        - Chairwoman Ana Ruiz")


def test_versions_as_json(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = broadsheet(capsys, "versions", "1", "--json", "--library", library).json["versions"]
    assert (first["id"], first["shown"], first["changes"]) == (1, True, [])
    assert (second["id"], second["shown"]) == (3, False)
    assert [change["change"] for change in second["changes"]] == ["changed", "changed", "removed", "removed"]
    assert second["added"] < second["removed"]


def test_a_text_of_its_own_says_so(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "only version" in broadsheet(capsys, "versions", "2", "--library", library).out


def test_one_can_be_taken_apart_and_let_back_in(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "only version" in broadsheet(capsys, "versions", "3", "--apart", "--library", library).out
    assert len(broadsheet(capsys, "list", "--library", library).out.splitlines()) == 3
    broadsheet(capsys, "versions", "3", "--together", "--library", library)
    assert len(broadsheet(capsys, "list", "--library", library).out.splitlines()) == 2


def test_an_article_that_is_not_there_is_named(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended = broadsheet(capsys, "versions", "9", "--library", library)
    assert ended.code == 1
    assert "no article 9" in ended.err

"""`broadsheet timeline`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_running import broadsheet
from tests.unit.test_reading_timeline import library_path as library_path


def test_events_are_told_in_their_order_and_planned_ones_apart(
    library_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = broadsheet(capsys, "timeline", "--library", str(library_path)).out.splitlines()
    assert [line[8:30].strip() for line in lines[:2]] == ["1 Jun 1990", "2 May 2024"]
    assert "opening, Cádiz · 2 reports · “Mayor Ana Ruiz opened" in lines[1]
    assert lines[2:4] == ["", "Planned, possible or denied"]
    assert "1 Jun 2024" in lines[4]
    assert " · planned · " in lines[4]


def test_the_timeline_as_json(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = broadsheet(capsys, "timeline", "place:cadiz", "--json", "--library", str(library_path)).json
    assert [event["first_day"] for event in made["events"]] == ["1990-06-01", "2024-05-02"]
    assert made["events"][1]["precision"] == "day"
    assert [event["factuality"] for event in made["planned"]] == ["planned"]
    assert made["complete"]


def test_a_limit_is_told(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = broadsheet(capsys, "timeline", "--limit", "1", "--library", str(library_path)).out
    assert told.startswith("The 1 event that most report; --limit shows more\n")


def test_nothing_dated_is_told(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert broadsheet(capsys, "timeline", "tag:none", "--library", str(library_path)).out == "No event with a date.\n"


def test_a_query_that_cannot_be_understood_is_told(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ended = broadsheet(capsys, "timeline", "before:soon", "--library", str(library_path))
    assert ended.code == 2
    assert "soon is no date" in ended.err


def test_the_timeline_of_one_story(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = broadsheet(capsys, "timeline", "--story", "1", "--library", str(library_path)).out
    assert [line[8:30].strip() for line in told.splitlines()] == ["2 May 2024"]
    ended = broadsheet(capsys, "timeline", "--story", "99", "--library", str(library_path))
    assert ended.code == 1
    assert "99" in ended.err

"""`broadsheet events` and `broadsheet event`."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.library import Library
from tests.library.building import stated
from tests.library.reports import To, report
from tests.unit.cli_running import broadsheet
from tests.unit.test_reading_trail import OPENED, SAYS_ECHO, SAYS_RUIZ, SAYS_RUIZ_TOO


@pytest.fixture
def library(tmp_path: Path) -> str:
    """One opening on the word of one source, another in a masthead's own words and on its word."""
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as opened:
        one = report(opened, 1, SAYS_RUIZ, outlet="Echo", published=stated(2024, 5, 3))
        report(opened, 2, SAYS_RUIZ_TOO, outlet="Wire", published=stated(2024, 5, 4), links=[To(0, one, 0)])
        two = report(opened, 3, OPENED, outlet="Echo", published=stated(2024, 6, 3))
        report(opened, 4, SAYS_ECHO, outlet="Wire", published=stated(2024, 6, 4), links=[To(0, two, 0)])
    return str(path)


def test_events_tell_their_trail_when_asked(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain = broadsheet(capsys, "events", "--library", library).out
    assert len(plain.splitlines()) == 2
    told = broadsheet(capsys, "events", "--trail", "--library", library).out.splitlines()
    assert [line.strip() for line in told[1:4]] == [
        "2 texts",
        "first here: Echo, 3 May 2024",
        "one source only: Ana Ruiz",
    ]
    assert told[-1].strip() == "on the word of: Echo (reports it too) in Wire; 1 in its own words"


def test_the_trail_as_json(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    events = broadsheet(capsys, "events", "--json", "--trail", "--library", library).json["events"]
    assert [event["trail"]["only_source"] for event in events] == ["Ana Ruiz", None]
    assert "trail" not in broadsheet(capsys, "events", "--json", "--library", library).json["events"][0]


def test_an_event_is_shown_with_its_reports(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = broadsheet(capsys, "event", "1", "--library", library).out
    assert "  Echo · Report 1 · 3 May 2024 [1]\n    “The bridge was opened on Thursday, Ana Ruiz said.”\n" in told
    assert told.index("Echo · Report 1") < told.index("Wire · Report 2")


def test_an_event_as_json(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    event = broadsheet(capsys, "event", "2", "--json", "--library", library).json
    assert event["first"]["mastheads"] == ["Echo"]
    assert event["sources"] == [{"name": "Echo", "cited_by": ["Wire"], "reports_it_too": True}]
    assert [text["sentences"][0]["article"] for text in event["texts"]] == [3, 4]


def test_an_event_that_is_not_there_is_named(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended = broadsheet(capsys, "event", "9", "--library", library)
    assert (ended.code, "no event 9" in ended.err) == (1, True)

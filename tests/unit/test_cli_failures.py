"""What goes wrong is told in one line with the exit code of its kind, and never as a traceback."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.unit.cli_running import Outcome, broadsheet

TEXT = "Harbour reopens after storm repairs\n\nThe harbour of Holmport reopened on Monday, the port said.\n"


def is_one_line(outcome: Outcome, code: int = 1) -> bool:
    return outcome.code == code and outcome.err.count("\n") == 1 and outcome.err.startswith("broadsheet: ")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("show 99", 1),
        ("related 99", 1),
        ("tag 99 +x", 1),
        ("list colour:red", 2),
        ('digest "open', 2),
        ("list a OR", 2),
    ],
)
def test_what_is_not_there_or_not_understood(
    words: str, code: int, sample_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = broadsheet(capsys, *words.split(), "--library", str(sample_library))
    assert is_one_line(outcome, code)
    assert outcome.out == ""


@pytest.mark.parametrize(
    "words", ["show", "show x", "list --sort colour", "list --limit 0", "add", "tag 1 x", "--blink", "demo x"]
)
def test_misuse_is_exit_code_2(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = broadsheet(capsys, *words.split())
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
    assert outcome.err.startswith("Usage: broadsheet ")


@pytest.mark.parametrize("command", ["list", "show 1", "related 1", "entities", "events", "digest", "tag 1 +x"])
def test_looking_at_a_library_that_is_not_there_makes_none(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "none.sqlite3"
    outcome = broadsheet(capsys, *command.split(), "--library", str(library))
    assert is_one_line(outcome)
    assert "no library here yet" in outcome.err
    assert not library.exists()


def test_another_programs_file_is_refused_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "notes.txt"
    text.write_text(TEXT)
    database = tmp_path / "other.db"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    for path in (text, database, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        for command in ("list", "add"):
            outcome = broadsheet(capsys, command, *([str(text)] if command == "add" else []), "--library", str(path))
            assert is_one_line(outcome), outcome
        assert before == (path.read_bytes() if path.is_file() else b"")


def test_a_library_of_a_newer_version_is_refused(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(sample_library) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    outcome = broadsheet(capsys, "list", "--library", str(sample_library))
    assert is_one_line(outcome)
    assert "999" in outcome.err


def test_what_cannot_be_added_is_named_and_the_rest_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "good.txt").write_text(TEXT)
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (inbox / "dangling.txt").symlink_to(tmp_path / "gone")
    (inbox / "wrong-\x1b[31m.html").write_bytes(b"")
    outcome = broadsheet(
        capsys, "add", str(inbox), str(tmp_path / "absent"), "--library", str(tmp_path / "library.sqlite3")
    )
    assert outcome.code == 1
    assert outcome.out == "1 article added, 5 problems\n"
    problems = outcome.err.splitlines()
    assert len(problems) == 5
    for name in ("empty.txt", "binary.txt", "dangling.txt", "wrong-", "absent"):
        assert sum(name in problem for problem in problems) == 1
    assert "\x1b" not in outcome.err


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_permission_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    outcome = broadsheet(capsys, "add", str(closed), "--library", str(tmp_path / "library.sqlite3"))
    closed.chmod(0o700)
    assert is_one_line(outcome)


def test_hostile_text_is_shown_and_never_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    hostile = "\x1b]0;owned\x07\x1b[2J\u202e[bold]red[/bold] \x00 [@click=app.quit]here[/]"
    page.write_text(
        f"Harbour {hostile} reopens after the storm\n\nThe harbour {hostile} reopened on Monday, it said.\n"
    )
    library = ("--library", str(tmp_path / "library.sqlite3"))
    assert broadsheet(capsys, "add", str(page), *library).code == 0
    for command in (["list"], ["show", "1"], ["show", "1", "--json"], ["digest"], ["entities"], ["events"]):
        printed = broadsheet(capsys, *command, *library).out
        assert not {"\x1b", "\x07", "\x00", "\u202e"} & set(printed)
    assert "[bold]red[/bold]" in broadsheet(capsys, "show", "1", *library).out


def test_a_bad_theme_is_named_and_the_others_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_CONFIG", str(tmp_path))
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "bad.yaml").write_text("name: bad\ndark: perhaps\n")
    outcome = broadsheet(capsys, "themes")
    assert is_one_line(outcome)
    assert "bad.yaml, line 2, dark" in outcome.err
    assert "high-contrast" in outcome.out


def test_bad_settings_are_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_CONFIG", str(tmp_path))
    (tmp_path / "settings.yaml").write_text("theme: [1]\n")
    assert is_one_line(broadsheet(capsys, "themes"))

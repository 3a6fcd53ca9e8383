"""A working morning in a real terminal: add a folder, read, tag, note, search, compare, export, leave and come back."""

from __future__ import annotations

import csv
import signal
import stat
import subprocess
from pathlib import Path

from articles.library import Library
from articles.samples import sample_paths
from tests.terminal.session import PROGRAM, Session

ENTER, ESCAPE, EDITOR = "\r", "\x1b", "\x05"
_EDITOR = """#!/bin/sh
printf '%s\\n\\n- from the **editor**\\n' "$(cat "$1")" > "$1.new" && mv "$1.new" "$1"
"""


def room(library: Path, *words: str, editor: Path | None = None) -> Session:
    environment = {"EDITOR": str(editor) if editor else None, "VISUAL": None}
    return Session((*PROGRAM, *words, "--library", str(library)), environment=environment)


def reads_first(screen: str) -> bool:
    """Whether the cursor is on the first article of the list, and the reader shows that one."""
    lines = screen.splitlines()
    listed, _, shown = lines[1].partition("▏")
    beginning = " ".join(listed.lstrip("▌ ●✓").split()[:3])
    return listed.startswith("▌") and any(beginning in line.partition("▏")[2] for line in (shown, *lines[2:6]))


def make_editor(folder: Path) -> Path:
    """An editor that adds a line to what is written."""
    path = folder / "editor"
    path.write_text(_EDITOR)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_morning_of_reading_is_all_there_when_one_comes_back(tmp_path: Path) -> None:
    library, folder = tmp_path / "morning.sqlite3", tmp_path / "saved"
    folder.mkdir()
    for path in sample_paths()[:6]:
        (folder / path.name).write_bytes(path.read_bytes())
    with room(library, str(folder), editor=make_editor(tmp_path)) as session:
        session.await_screen(lambda screen: "6 articles" in screen and "annotating" not in screen)
        session.press("ttopical" + ENTER)
        session.await_text("Tagged #topical")
        session.press("jVjjttwo" + ENTER)
        session.await_text("Tagged #two: 3 articles")
        session.press(ESCAPE)
        session.await_screen(lambda screen: "3 of 6" not in screen)
        session.press("A")
        session.await_text("0 unread")
        session.press("gg")
        session.await_screen(reads_first)
        session.press("ljv")
        session.await_text("words: “")
        session.press("m" + "Is this so?" + EDITOR)
        session.await_text("- from the **editor**")
        session.press(ENTER)
        session.await_text("Noted: Is this so?")
        session.press("vh" + ENTER)
        session.await_text("Highlighted")
        session.press("gm")
        session.await_text("Notebook · ")
        session.await_text("• from the editor")
        session.press("q")
        session.await_screen(lambda screen: "Notebook · " not in screen)
        session.press("h/tag:two" + ENTER)
        session.await_text("“tag:two”")
        session.press("q")
        session.await_screen(lambda screen: "tag:two" not in screen)
        session.press("q")
        assert session.end() == 0
    with Library.open(library) as kept:
        assert {tag.name: tag.articles for tag in kept.tags.all()} == {"topical": 1, "two": 3}
        assert [mark.note for mark in kept.passage_marks() if mark.note] == ["Is this so?\n\n- from the **editor**"]
        assert len(kept.passage_marks()) == 2
        assert kept.counts().unread == 0
    tables = tmp_path / "tables"
    words = (*PROGRAM, "export", "--format", "csv", "--to", str(tables), "--library", str(library))
    subprocess.run(words, check=True, capture_output=True)
    with (tables / "notes.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == 3
    with room(library) as session:
        session.await_text("#topical")
        session.press("gm")
        session.await_text("Notebook · ")
        session.await_text("from the editor")
        session.press("q")
        session.await_screen(lambda screen: "Notebook · " not in screen)
        session.press("q")
        assert session.end() == 0


def test_what_was_done_is_kept_when_the_process_is_killed(sample_library: Path) -> None:
    with room(sample_library) as session:
        session.await_text("? keys")
        session.press("tkept" + ENTER)
        session.await_text("Tagged #kept")
        session.await_screen(reads_first)
        session.press("ljmkept too" + ENTER)
        session.await_text("Noted: kept too")
        session.send(signal.SIGKILL)
        assert session.end() == -signal.SIGKILL
    with Library.open(sample_library) as kept:
        assert [tag.name for tag in kept.tags.all()] == ["kept"]
        assert [mark.note for mark in kept.passage_marks()] == ["kept too"]

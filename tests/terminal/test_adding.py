"""`broadsheet add` at a terminal: it tells how far it has come, and an interrupt loses nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from articles.samples import sample_paths
from tests.terminal.session import PROGRAM, Session

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = tuple(str(path) for path in sample_paths())


def add(library: Path) -> Session:
    return Session((*PROGRAM, "add", *SAMPLES, "--library", str(library)), folder=ROOT)


def held(library: Path) -> list[str]:
    """The states of the articles that a library holds."""
    command = (sys.executable, "-m", "tui", "list", "--all", "--json", "--library", str(library))
    answer = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    return [article["state"] for article in json.loads(answer.stdout)["articles"]]


def test_progress_is_one_line_that_gives_way_to_the_report(tmp_path: Path) -> None:
    with add(tmp_path / "library.sqlite3") as session:
        session.await_text("annotating")
        assert session.end() == 0
    assert session.text.strip() == "16 articles added"


@pytest.mark.parametrize("stage", ["starting", "adding", "annotating"])
def test_ctrl_c_ends_in_one_line_and_the_next_run_goes_on(stage: str, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    with add(library) as session:
        session.await_text(stage)
        session.press("\x03")
        assert session.end() == 128 + signal.SIGINT
    assert "stopped" in session.text.strip().splitlines()[-1]
    assert b"Traceback" not in session.written
    with add(library) as session:
        assert session.end() == 0
    assert held(library) == ["ready"] * 16


def test_a_terminated_run_says_nothing_and_leaves_no_worker(tmp_path: Path) -> None:
    with add(tmp_path / "library.sqlite3") as session:
        session.await_text("annotating")
        session.send(signal.SIGTERM)
        assert session.end() == 128 + signal.SIGTERM
    assert session.text.strip() == ""

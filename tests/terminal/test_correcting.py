"""Corrections at a terminal: made in the raw view, they outlive the program and a cleaning that is run again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from articles.library import Library
from tests.terminal.session import PROGRAM, Session

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = "5 min read"
ENVIRONMENT = {"BROADSHEET_ENGINE": "plain"}


def opened(library: Path) -> Session:
    return Session((*PROGRAM, "--library", str(library)), columns=160, rows=50, environment=ENVIRONMENT, folder=ROOT)


def clean_again(library: Path) -> Session:
    command = (*PROGRAM, "clean", "--again", "--library", str(library))
    return Session(command, environment=ENVIRONMENT, folder=ROOT)


def shown(library: Path) -> str:
    """The first article as the command line shows it."""
    command = (sys.executable, "-m", "tui", "show", "1", "--library", str(library))
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=True, text=True).stdout


def stops_before(library: Path, line: str) -> int:
    """How many lines of the raw text of the first article the cursor stops at before one."""
    with Library.open(library) as opened:
        lines = [each.text for each in opened.article(1).lines if each.text.strip()]
    return lines.index(line)


def open_first(session: Session) -> None:
    """Search for the first article and open it."""
    session.await_text("Polar Tern")
    session.press("/")
    session.await_text("is:unread")
    session.press("id:1")
    session.await_text("1 article")
    session.press("\r")
    session.press("\r")
    session.await_text("By Beatriz Camargo")


def test_a_line_restored_in_the_raw_view_stays_restored(sample_library: Path) -> None:
    assert LEFT_OUT not in shown(sample_library)
    with opened(sample_library) as session:
        open_first(session)
        session.press("w")
        session.await_text(f"{LEFT_OUT}  ·")
        session.press("gg")
        session.press("j" * stops_before(sample_library, LEFT_OUT))
        session.press("d")
        session.await_text("Restored.")
        session.press("w")
        session.await_screen(lambda screen: LEFT_OUT in screen and "reading time" not in screen)
        session.press("\x11")
        assert session.end() == 0
        assert b"Traceback" not in session.written
    assert LEFT_OUT in shown(sample_library)
    with clean_again(sample_library) as session:
        assert session.end() == 0
    assert "16 articles cleaned again, none changed" in session.text
    assert LEFT_OUT in shown(sample_library)
    with opened(sample_library) as session:
        open_first(session)
        session.await_text(LEFT_OUT)
        session.press("\x11")
        assert session.end() == 0


def test_ctrl_c_stops_cleaning_again_in_one_line(sample_library: Path) -> None:
    with clean_again(sample_library) as session:
        session.await_text("starting")
        session.press("\x03")
        assert session.end() == 128 + signal.SIGINT
    assert "stopped" in session.text.strip().splitlines()[-1]
    assert b"Traceback" not in session.written
    with clean_again(sample_library) as session:
        assert session.end() == 0
    assert "16 articles cleaned again, none changed" in session.text

"""The reading room in a real terminal: it opens, follows the terminal's size, and leaves it as it was."""

from __future__ import annotations

import re
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal.session import PROGRAM, Session

ROOT = Path(__file__).resolve().parents[2]
ENTERS_SCREEN, LEAVES_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")
"""An SGR sequence that sets a colour; 39 and 49 go back to those of the terminal."""
FOOT = "? keys"
ARTICLE = "Polar Tern"


def room(
    library: Path, environment: Mapping[str, str | None] | None = None, columns: int = 120, rows: int = 36
) -> Session:
    command = (*PROGRAM, "--library", str(library))
    return Session(command, columns=columns, rows=rows, environment=environment, folder=ROOT)


def is_put_back(session: Session) -> bool:
    """Whether the alternate screen was left and the cursor shown again, after which nothing but resets came."""
    after = session.written.rpartition(LEAVES_SCREEN)[2]
    return session.written.count(ENTERS_SCREEN) == session.written.count(LEAVES_SCREEN) == 1 and SHOWS_CURSOR in after


def test_make_run_opens_on_the_samples_and_shows_an_article_when_one_is_there() -> None:
    with Session((*PROGRAM, "demo"), folder=ROOT) as session:
        session.await_screen(lambda screen: any(name in screen for name in (ARTICLE, "Valdoria", "Holmport")))
        session.press("q")
        assert session.end() == 0
        assert is_put_back(session)


@pytest.mark.parametrize("keys", ["q", "\x11", "\x03"], ids=["q", "ctrl-q", "ctrl-c"])
def test_leaving_restores_the_terminal(keys: str, sample_library: Path) -> None:
    with room(sample_library) as session:
        session.await_text(ARTICLE)
        session.press(keys)
        assert session.end() == 0
        assert is_put_back(session)
        assert b"Traceback" not in session.written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_from_outside_restores_the_terminal(number: signal.Signals, sample_library: Path) -> None:
    with room(sample_library) as session:
        session.await_text(ARTICLE)
        session.send(number)
        assert session.end() == 128 + number
        assert is_put_back(session)
        assert b"Traceback" not in session.written


def test_the_panes_follow_the_size_of_the_terminal(sample_library: Path) -> None:
    with room(sample_library) as session:
        session.await_text("Others")
        session.resize(60, 20)
        session.await_screen(lambda screen: "Others" not in screen and ARTICLE in screen)
        assert all(len(line) <= 60 for line in session.text.splitlines())
        session.resize(160, 50)
        session.await_text("Others")
        session.press("q")
        assert session.end() == 0


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (1, 1), (400, 120)])
def test_no_size_is_too_odd(columns: int, rows: int, sample_library: Path) -> None:
    with room(sample_library) as session:
        session.await_text(ARTICLE)
        session.resize(columns, rows)
        session.resize(120, 36)
        session.await_text("Others")
        session.press("q")
        assert session.end() == 0
        assert b"Traceback" not in session.written


def test_no_color_sends_no_colours(sample_library: Path) -> None:
    with room(sample_library, {"NO_COLOR": "1"}) as session:
        session.await_text(ARTICLE)
        session.press("\r")
        session.await_screen(lambda screen: screen.count(ARTICLE) > 1)
        session.press("q")
        session.press("q")
        assert session.end() == 0
    assert COLOUR.findall(session.written) == []


def test_an_empty_no_color_is_none(sample_library: Path) -> None:
    with room(sample_library, {"NO_COLOR": ""}) as session:
        session.await_text(ARTICLE)
        session.press("q")
        assert session.end() == 0
    assert COLOUR.search(session.written)


def test_a_dumb_terminal_gets_the_digest(sample_library: Path) -> None:
    with room(sample_library, {"TERM": "dumb"}) as session:
        assert session.end() == 0
    assert b"16 articles" in session.written
    assert b"\x1b" not in session.written


def test_a_library_that_cannot_be_opened_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("not a library")
    with room(notes) as session:
        assert session.end() == 1
    assert ENTERS_SCREEN not in session.written
    assert session.written.count(b"\n") == 1
    assert b"no Broadsheet library" in session.written

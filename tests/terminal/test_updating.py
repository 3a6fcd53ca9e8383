"""`broadsheet subscribe` and `update` at a terminal: progress on one line, and an interrupt that loses nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serving import Answer, Asked, Server, serving
from tests.terminal.session import PROGRAM, Session
from tests.unit.updating.feed_making import Item, feed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as started:
        for name in ("quick", "slow"):
            started.pages[f"/{name}"] = feed(*(Item(f"{name} {number}") for number in range(3)), title=name)
        yield started


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


def broadsheet(library: Path, *words: str) -> Session:
    command = (*PROGRAM, *words, "--library", str(library))
    return Session(command, folder=ROOT, environment={"BROADSHEET_ENGINE": "plain"})


def asked(library: Path, *words: str) -> Any:  # noqa: ANN401 - JSON is whatever it is
    """What a command answers in JSON."""
    command = (sys.executable, "-m", "tui", *words, "--json", "--library", str(library))
    return json.loads(subprocess.run(command, capture_output=True, cwd=ROOT, check=True).stdout)


def test_subscribing_and_updating_end_in_a_line_each(server: Server, library: Path) -> None:
    with broadsheet(library, "subscribe", server.address("/quick"), server.address("/slow")) as session:
        session.await_text("of 2")
        assert session.end() == 0
    lines = session.text.strip().splitlines()
    assert sorted(line.partition(": ")[2] for line in lines[:2]) == ["quick", "slow"]
    assert lines[2:] == ["2 sources read, 6 articles added"]
    server.pages["/quick"] = feed(Item("new"), title="quick")
    with broadsheet(library, "update") as session:
        assert session.end() == 0
    assert session.text.strip() == "2 sources read, 1 article added"


def test_ctrl_c_ends_an_update_in_one_line_and_the_next_one_goes_on(server: Server, library: Path) -> None:
    asked(library, "subscribe", server.address("/quick"), server.address("/slow"))

    def never(asked: Asked) -> Answer:
        server.leaving.wait()
        return Answer(status=503)

    server.pages["/quick"] = feed(Item("new"), title="quick")
    server.pages["/slow"] = never
    with broadsheet(library, "update") as session:
        session.await_text("updating 1 of 2")
        session.press("\x03")
        assert session.end() == 128 + signal.SIGINT
    assert (
        session.text.strip().splitlines()[-1] == "broadsheet: stopped; what was done is kept, and the next run goes on"
    )
    assert b"Traceback" not in session.written
    assert asked(library, "list")["found"] == 7
    assert [source["failures"] for source in asked(library, "sources")["sources"]] == [0, 0]
    server.pages["/slow"] = feed(Item("late"), title="slow")
    with broadsheet(library, "update") as session:
        assert session.end() == 0
    assert session.text.strip() == "2 sources read, 1 article added"
    assert {article["state"] for article in asked(library, "list")["articles"]} == {"ready"}


def test_the_room_opens_on_an_address(server: Server, library: Path) -> None:
    with broadsheet(library, server.address("/quick")) as session:
        session.await_text("Story quick 1")
        session.press("q")
        assert session.end() == 0
    assert asked(library, "sources")["sources"][0]["address"] == server.address("/quick")

"""Text that would take over the terminal or the markup, on every screen and in what the command line prints."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Difference, Relation
from tests.library.building import stated
from tests.library.reports import Said, To, report
from tests.pilot.conftest import Opened
from tests.pilot.driving import do, press, room_of, shown_text
from tests.pilot.settling import settle
from tests.unit.cli_running import broadsheet
from tui.state import CompareFrame, Frame, ReportsFrame, TimelineFrame

HOSTILE = f"[red]Ana\x1b]0;x\x07 \u202eziuR[/red]\x9b31m\r\n\x00@click=app.quit('x'){'y' * 10_000}"
OBEYED = set("\x1b\x07\x9b\r\x00\u202e")
PRINTED = (
    ("entities",),
    ("entity", "1"),
    ("corrections",),
    ("events",),
    ("event", "1"),
    ("timeline",),
    ("compare", "1", "2"),
    ("list",),
    ("show", "1"),
    ("related", "1"),
)


@pytest.fixture
def hostile_library(tmp_path: Path) -> Path:
    """Two articles of which every text is hostile; one person, one event, one correction."""
    path = tmp_path / "hostile.library"
    with Library.open(path) as library:
        said = Said(f"{HOSTILE} opened the bridge.", "opened", HOSTILE, day=date(2024, 5, 2))
        one = report(library, 1, said, outlet=HOSTILE, title=HOSTILE, published=stated(2024, 5, 3))
        differing = To(0, one, 0, Relation.DIFFERS, differences=(Difference("figure", HOSTILE, f"{HOSTILE}2"),))
        report(library, 2, said, outlet=f"2{HOSTILE}", title=f"2{HOSTILE}", links=[differing])
        library.entity_corrections.rename(1, "Ana Ruiz")
    return path


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (30, 8)])
async def test_no_screen_sends_it_to_the_terminal(opened: Opened, hostile_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=hostile_library) as pilot:
        seen = [shown_text(pilot)]
        frames: tuple[Frame, ...] = (TimelineFrame(), ReportsFrame(1), CompareFrame((1, 2)))
        for frame in frames:
            room_of(pilot).events.open((frame,))
            await settle(pilot)
            await press(pilot, "j", "k")
            seen.append(shown_text(pilot))
            await press(pilot, "q")
        for commands in (
            ("app.entities", "names.open"),
            ("card.close", "names.corrections"),
            ("deeds.close", "names.close", "list.open", "reader.next_entity"),
        ):
            await do(pilot, *commands)
            seen.append(shown_text(pilot))
        assert "[red]Ana␛" in "".join(seen)
        assert not OBEYED & set("".join(seen))


def test_no_command_prints_it(hostile_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in PRINTED:
        outcome = broadsheet(capsys, *words, "--library", str(hostile_library))
        assert outcome.code == 0, words
        assert "Ana" in outcome.out
        assert not OBEYED & set(outcome.out), words


def test_a_document_for_programs_says_it_all_and_can_be_looked_at(
    hostile_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = broadsheet(capsys, "entity", "1", "--json", "--library", str(hostile_library))
    assert HOSTILE in json.loads(outcome.out)["aliases"]
    assert not OBEYED & set(outcome.out)

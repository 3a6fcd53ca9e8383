"""Exercises of the notebook."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from articles.anchoring import Anchor
from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, stored
from tui.commands import Pane
from tui.screens.help import HelpScreen
from tui.screens.notebook import NotebookScreen
from tui.screens.reading_room import ReadingRoom


async def _open(pilot: Pilot[Any], *, copies: int = 1) -> NotebookScreen:
    """Open the notebook with notes on one article, and a highlight in another that was marked later."""
    room = room_of(pilot)
    with stored(pilot) as library:
        first, second = room.article_list.ids[:2]
        for number in range(copies):
            library.mark_passage(first, Anchor(number % 2, 0, 12), f"**Harbour** {number}")
        library.mark_passage(second, Anchor(0, 0, 20))
    await do(pilot, "app.notebook")
    screen = pilot.app.screen
    assert isinstance(screen, NotebookScreen)
    assert screen.mark is not None
    assert screen.mark.article == second
    return screen


@exercise("app.notebook")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.notebook")
    assert "You have no highlights or notes yet" in shown_text(pilot)
    await do(pilot, "notebook.close")
    await _open(pilot)
    assert "Notebook · 1 highlight and 1 note" in shown_text(pilot)
    assert "Harbour 0" in shown_text(pilot)


@exercise("notebook.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    await do(pilot, "notebook.next")
    assert screen.mark is not None
    assert screen.mark.note == "**Harbour** 0"


@exercise("notebook.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    before = screen.mark
    await do(pilot, "notebook.next", "notebook.previous")
    assert screen.mark == before


@exercise("notebook.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot, copies=60)
    await do(pilot, "notebook.page_down")
    assert screen.column.scroll_offset.y > 10


@exercise("notebook.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot, copies=60)
    await do(pilot, "notebook.page_down", "notebook.page_up")
    assert screen.column.scroll_offset.y == 0


@exercise("notebook.bottom")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot, copies=60)
    await do(pilot, "notebook.bottom")
    assert screen.mark == screen._pages[-1].marks[-1]


@exercise("notebook.top")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot, copies=60)
    await do(pilot, "notebook.bottom", "notebook.top")
    assert screen.mark == screen._pages[0].marks[0]


@exercise("notebook.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    mark = screen.mark
    assert mark is not None
    await do(pilot, "notebook.open")
    room = room_of(pilot)
    assert room.reader.has_focus
    assert (room.reader.article_id, room.reader.position) == (mark.article, (mark.block, mark.start, mark.end))


@exercise("notebook.note")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    await do(pilot, "notebook.note")
    await type_text(pilot, "who says so?")
    await do(pilot, "note.keep")
    assert screen.mark is not None
    assert screen.mark.note == "who says so?"
    await do(pilot, "notebook.undo")
    assert screen.mark.note == ""


@exercise("notebook.take_away")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    gone = screen.mark
    await do(pilot, "notebook.take_away")
    assert screen.mark not in (None, gone)
    with stored(pilot) as library:
        assert [mark.note for mark in library.passage_marks()] == ["**Harbour** 0"]


@exercise("notebook.undo")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    gone = screen.mark
    await do(pilot, "notebook.take_away", "notebook.undo", "notebook.top")
    assert screen.mark == gone


@exercise("notebook.filter")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    await do(pilot, "notebook.filter")
    assert screen.keyed_pane is Pane.FILTER
    await type_text(pilot, "harb")
    assert screen.mark is not None
    assert screen.mark.note == "**Harbour** 0"
    assert "Notebook · 1 note" in shown_text(pilot)
    await type_text(pilot, "zzz")
    assert "No highlight or note has words that begin so" in shown_text(pilot)
    await press(pilot, "Esc")
    assert "Notebook · 1 highlight and 1 note" in shown_text(pilot)


@exercise("notebook.help")
async def _(pilot: Pilot[Any]) -> None:
    await _open(pilot)
    await do(pilot, "notebook.help")
    assert isinstance(pilot.app.screen, HelpScreen)


@exercise("notebook.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open(pilot)
    await do(pilot, "notebook.filter")
    await type_text(pilot, "harb")
    await do(pilot, "filter.accept", "notebook.close")
    assert isinstance(pilot.app.screen, NotebookScreen)
    await do(pilot, "notebook.close")
    assert isinstance(pilot.app.screen, ReadingRoom)

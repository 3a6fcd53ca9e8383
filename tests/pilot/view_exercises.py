"""Exercises of the views."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, stored
from tui.screens.reading_room import ReadingRoom
from tui.screens.view_list import ViewListScreen


async def _keep(pilot: Pilot[Any], search: str, name: str) -> None:
    await do(pilot, "search.open")
    await type_text(pilot, search)
    await do(pilot, "search.accept", "list.save_view")
    await press(pilot, "ctrl-u")
    await type_text(pilot, name)
    await do(pilot, "name.keep", "room.back")


async def _open(pilot: Pilot[Any]) -> ViewListScreen:
    """Open the list of two views."""
    await _keep(pilot, "icebreaker", "Ships in the ice")
    await _keep(pilot, "dockers is:unread", "Strike")
    await do(pilot, "app.views")
    screen = pilot.app.screen
    assert isinstance(screen, ViewListScreen)
    return screen


def _names(pilot: Pilot[Any]) -> list[str]:
    with stored(pilot) as library:
        return [view.name for view in library.views.all()]


@exercise("list.save_view")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.save_view")
    assert "All articles are listed" in room_of(pilot).status.message
    await _keep(pilot, "icebreaker", "Ships in the ice")
    assert _names(pilot) == ["Ships in the ice"]
    await do(pilot, "marks.undo")
    assert _names(pilot) == []
    await do(pilot, "marks.redo")
    assert _names(pilot) == ["Ships in the ice"]


@exercise("app.views")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.views")
    assert "There are no views yet" in shown_text(pilot)
    await do(pilot, "views.close")
    await _open(pilot)
    with stored(pilot) as library:
        view, count = library.views.all()[0], len(library.ids())
    assert view.query == "icebreaker*"
    assert "1 Ships in the ice" in shown_text(pilot)
    assert 0 < int(shown_text(pilot).split("Ships in the ice")[1].split()[0]) < count


@exercise("views.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    await do(pilot, "views.next")
    assert screen.view is not None
    assert screen.view.name == "Strike"


@exercise("views.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open(pilot)
    await do(pilot, "views.next", "views.previous")
    assert screen.view is not None
    assert screen.view.name == "Ships in the ice"


@exercise("views.open")
async def _(pilot: Pilot[Any]) -> None:
    await _open(pilot)
    room = room_of(pilot)
    everything = len(room.article_list.ids)
    await press(pilot, "2")
    assert "“Strike”" in shown_text(pilot)
    found = list(room.article_list.ids)
    await do(pilot, "room.back", "app.views", "views.next", "views.open")
    assert list(room.article_list.ids) == found
    assert 0 < len(found) < everything


@exercise("views.forget")
async def _(pilot: Pilot[Any]) -> None:
    await _open(pilot)
    await do(pilot, "views.forget")
    assert _names(pilot) == ["Strike"]
    assert "Ships in the ice" not in shown_text(pilot).split("Your views")[1].split("Esc close")[0].split("View")[0]


@exercise("views.undo")
async def _(pilot: Pilot[Any]) -> None:
    await _open(pilot)
    await do(pilot, "views.forget", "views.undo")
    assert _names(pilot) == ["Ships in the ice", "Strike"]


@exercise("views.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open(pilot)
    await do(pilot, "views.close")
    assert isinstance(pilot.app.screen, ReadingRoom)

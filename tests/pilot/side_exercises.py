"""Exercises of the commands for the tabs of the side pane, and for going from one difference to the next."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from tests.pilot.driving import do, room_of, shown_text
from tests.pilot.exercises import exercise
from tests.pilot.settling import settle
from tui.commands import Pane
from tui.screens.reading_room import ReadingRoom
from tui.state import Tab

DIFFERING = "Halvard denies plan to close Holmport terminal"


async def open_differing(pilot: Pilot[Any]) -> ReadingRoom:
    """Open the first report of the flood, whose toll others tell otherwise, with the cursor on its title."""
    room = room_of(pilot)
    rows = room._library.rows(room.article_list.ids)
    room.article_list.move_to_article(next(row.id for row in rows if row.title == DIFFERING))
    await settle(pilot)
    await do(pilot, "list.open", "reader.top")
    return room


def differing(room: ReadingRoom) -> list[int]:
    """The blocks of the article from which others differ, in order."""
    assert room.opening.shown is not None
    margin = room.opening.shown.view.margin
    return sorted(block for block, others in margin.items() if others.is_differing)


@exercise("reader.next_difference")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differing(pilot)
    blocks = differing(room)
    assert len(blocks) > 2
    for block in blocks:
        await do(pilot, "reader.next_difference")
        assert room.opening.place.block == block
    await do(pilot, "reader.next_difference")
    assert room.opening.place.block == blocks[-1]
    assert room.status.message == "Nothing below is told differently elsewhere."


@exercise("reader.previous_difference")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differing(pilot)
    await do(pilot, "reader.next_difference", "reader.next_difference", "reader.previous_difference")
    assert room.opening.place.block == differing(room)[0]
    await do(pilot, "reader.top", "reader.previous_difference")
    assert room.status.message == "Nothing above is told differently elsewhere."


@exercise("side.next_tab")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differing(pilot)
    await do(pilot, "reader.next_difference")
    seen = []
    for _ in Tab:
        seen.append(room.view.tab)
        assert f"[{room.view.tab.value}" in shown_text(pilot)
        await do(pilot, "side.next_tab")
    assert seen == list(Tab)
    assert room.view.tab is Tab.OTHERS
    assert room.view.focused is Pane.READER
    await do(pilot, "room.side", "side.next_tab")
    assert room.side.timeline.has_focus


@exercise("side.previous_tab")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differing(pilot)
    seen = []
    for _ in range(2):
        await do(pilot, "side.previous_tab")
        seen.append(room.view.tab)
    assert seen == [Tab.NOTES, Tab.ENTITIES]
    assert "IN THE ARTICLE" in shown_text(pilot)


async def open_differences(pilot: Pilot[Any]) -> ReadingRoom:
    """Give the keys to the differences of an article that has many of them."""
    room = await open_differing(pilot)
    await do(pilot, "side.next_tab", "side.next_tab", "room.side", "side.top")
    assert len(room.side.differences._entries) > 4
    return room


@exercise("side.bottom")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differences(pilot)
    await do(pilot, "side.bottom")
    assert room.side.differences.cursor_key == len(room.side.differences._entries) - 1


@exercise("side.top")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differences(pilot)
    await do(pilot, "side.bottom", "side.top")
    assert room.side.differences.cursor_key == 0


@exercise("side.page_down")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differences(pilot)
    await do(pilot, "side.page_down")
    assert (room.side.differences.cursor_key or 0) > 1


@exercise("side.page_up")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_differences(pilot)
    await do(pilot, "side.page_down", "side.page_down")
    below = room.side.differences.cursor_key or 0
    await do(pilot, "side.page_up", "side.page_up")
    assert (room.side.differences.cursor_key or 0) < below - 1

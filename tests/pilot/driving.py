"""Drives the reading room as a reader would: by the keys of the table of commands."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from tests.pilot.settling import settle
from tui.app import Broadsheet
from tui.commands import BY_ID
from tui.keymap import strokes
from tui.screens.reading_room import ReadingRoom


def app_of(pilot: Pilot[Any]) -> Broadsheet:
    """The app, with its own type."""
    assert isinstance(pilot.app, Broadsheet)
    return pilot.app


def room_of(pilot: Pilot[Any]) -> ReadingRoom:
    """The reading room."""
    return app_of(pilot).room


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, written as the help writes them, each once everything before it has been done."""
    for key in keys:
        await pilot.press(*strokes(key))
        await settle(pilot)


async def do(pilot: Pilot[Any], *command_ids: str) -> None:
    """Carry out commands by the first of their keys."""
    await press(pilot, *(BY_ID[command_id].keys[0] for command_id in command_ids))


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type a text."""
    await pilot.press(*text)
    await settle(pilot)


def shown_text(pilot: Pilot[Any]) -> str:
    """What stands on the screen, line by line, without trailing blanks."""
    screen = pilot.app.screen
    width, height = screen.size
    strips = screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips[:height]) if width else ""

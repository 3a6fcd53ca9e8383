"""The keys as they are shown: below every pane, and in the help."""

from __future__ import annotations

import pytest
from textual.containers import VerticalScroll

from tests.pilot.conftest import Opened
from tests.pilot.driving import do, shown_text
from tui.commands import COMMANDS, Pane
from tui.screens.help import HelpKeys, help_content


@pytest.mark.parametrize("width", [80, 60])
async def test_the_key_that_shows_all_keys_is_always_told(opened: Opened, width: int) -> None:
    async with opened((width, 24)) as pilot:
        for command in ("list.open", "room.side", "room.list", "app.entities"):
            await do(pilot, command)
            assert "? keys" in shown_text(pilot).splitlines()[-1]


@pytest.mark.parametrize("width", [40, 57, 88])
def test_what_a_key_does_stands_in_one_column(width: int) -> None:
    lines = help_content(Pane.LIST, COMMANDS, width).plain.split("\n")
    assert all(len(line) <= max(width, 21) or line[:2] == "  " for line in lines)
    hanging = [line for line in lines if line.startswith("   ")]
    assert hanging
    assert all(line[:21].isspace() and not line[21].isspace() for line in hanging)


async def test_the_help_is_broken_to_the_width_of_the_screen(opened: Opened) -> None:
    async with opened((60, 24)) as pilot:
        await do(pilot, "app.help")
        page = pilot.app.screen.query_one("#help-page", VerticalScroll)
        keys = pilot.app.screen.query_one(HelpKeys)
        assert keys.size.height == len(help_content(Pane.LIST, COMMANDS, keys.size.width).plain.splitlines())
        assert page.max_scroll_y > 2 * page.size.height
        assert "Go to the next article." in shown_text(pilot)

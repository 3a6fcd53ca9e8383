"""A theme of the reader's that is edited while it is in use."""

from __future__ import annotations

import asyncio

import pytest

from tests.pilot.conftest import Opened
from tests.pilot.driving import app_of, shown_text
from tests.pilot.settling import settle
from tui.settings import settings_folder

MINE = 'name: mine\nextends: dark\nroles:\n  text: "{}"\n'


@pytest.fixture
def mine(opened: Opened) -> None:
    """A theme of the reader's, which is in use."""
    folder = settings_folder()
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / "mine.yaml").write_text(MINE.format("#ffffff"), "utf-8")
    (folder / "settings.yaml").write_text("theme: mine\n", "utf-8")


@pytest.mark.usefixtures("mine")
async def test_what_is_edited_is_shown_and_a_slip_is_told(opened: Opened) -> None:
    path = settings_folder() / "themes" / "mine.yaml"

    def edit(colour: str) -> None:
        path.write_text(MINE.format(colour), "utf-8")
        app_of(pilot)._theme_changed(path)

    async with opened() as pilot:
        await settle(pilot)
        variables = app_of(pilot).get_css_variables
        assert variables()["text"] == "#ffffff"
        await asyncio.to_thread(edit, "#eeeeee")
        assert variables()["text"] == "#eeeeee"
        await asyncio.to_thread(edit, "loud")
        await settle(pilot)
        assert "mine.yaml, line 4, roles.text" in shown_text(pilot)
        assert variables()["text"] == "#eeeeee"

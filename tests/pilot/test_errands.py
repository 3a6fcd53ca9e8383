"""Updates and additions beside reading: stopped, asked for twice, left in the middle, with nothing to do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import ArticleState
from tests.pilot.conftest import Opened
from tests.pilot.driving import app_of, do, press, room_of, shown_text, type_text
from tests.pilot.settling import settle
from tests.pilot.source_exercises import go_to, sources, until, with_feed
from tests.serving import Answer, Asked, Server
from tests.unit.updating.feed_making import Item, feed, page


def never(server: Server) -> None:
    """Let the feed of a server never answer."""

    def answer(asked: Asked) -> Answer:
        server.leaving.wait()
        return Answer(status=503)

    server.pages["/feed"] = answer


@pytest.mark.parametrize("key", ["R", "Esc"])
async def test_an_update_is_stopped_by_its_key_and_by_escape(key: str, opened: Opened) -> None:
    async with opened() as pilot, with_feed(pilot) as server:
        never(server)
        room = room_of(pilot)
        await pilot.press("R")
        await until(pilot, lambda: server.asked and room.status.progress)
        assert room.status.progress.startswith("updating 0 of 1")
        assert "R stops" in room.status.message
        await press(pilot, key)
        assert "stopped" in room.status.message
        assert room.status.progress == ""
        assert sources(pilot)[0].failures == 0
        server.pages["/feed"] = feed(Item("1"))
        await do(pilot, "sources.update")
        assert "1 added" in room.status.message


async def test_leaving_in_the_middle_of_an_update_is_prompt(opened: Opened) -> None:
    async with opened() as pilot, with_feed(pilot) as server:
        never(server)
        await pilot.press("R")
        await until(pilot, lambda: server.asked)
        began = time.monotonic()
        app_of(pilot).exit()
        await until(pilot, lambda: not pilot.app.is_running)
        assert time.monotonic() - began < 3


async def test_what_an_update_brings_is_annotated(opened: Opened) -> None:
    async with opened() as pilot, with_feed(pilot):
        await do(pilot, "sources.update")
        identity = await go_to(pilot, "Bridge opens at last")
        await settle(pilot)
        with Library.open(room_of(pilot)._library.path) as library:
            assert library.row(identity).state is ArticleState.READY


async def test_an_update_without_sources_says_how_to_get_one(opened: Opened) -> None:
    async with opened() as pilot:
        await do(pilot, "sources.update")
        assert "a adds one" in room_of(pilot).status.message


async def test_full_texts_asked_for_in_a_row_all_come(opened: Opened) -> None:
    async with opened() as pilot, with_feed(pilot) as server:
        items = [Item(str(number), f"Story {number}", server.address(f"/{number}")) for number in range(3)]
        server.pages["/feed"] = feed(*items)
        for number in range(3):
            server.pages[f"/{number}"] = page(f"Story {number}")
        await do(pilot, "sources.update")
        for number in range(3):
            assert room_of(pilot).article_list.move_to_article(await go_to(pilot, f"Story {number}"))
            await pilot.press("F")
        await settle(pilot)
        with Library.open(room_of(pilot)._library.path) as library:
            assert not any(row.is_summary for row in library.rows(library.ids()))


async def test_the_prompt_fits_a_small_screen(opened: Opened) -> None:
    async with opened((60, 20)) as pilot:
        await do(pilot, "list.add")
        await type_text(pilot, "x" * 200)
        text = shown_text(pilot)
        assert "Enter add" in text
        assert "ctrl-s subscribe" in text
        assert max(map(len, text.splitlines())) <= 60


async def test_standard_input_is_not_read_away_from_the_keyboard(opened: Opened) -> None:
    async with opened() as pilot:
        await do(pilot, "list.add")
        await type_text(pilot, "-")
        await do(pilot, "add.accept")
        assert "no such file" in room_of(pilot).status.message


async def test_a_path_in_quotes_is_that_path(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "two words.md"
    file.write_text("---\ntitle: Ferry sails again\n---\n\nThe ferry to Porto sailed again on Tuesday.\n")
    async with opened() as pilot:
        await do(pilot, "list.add")
        await type_text(pilot, f"'{file}'")
        await do(pilot, "add.accept")
        assert "1 added" in room_of(pilot).status.message

"""The timeline while its events are still being looked up."""

from __future__ import annotations

import asyncio
import threading

from tests.pilot.conftest import Opened
from tests.pilot.driving import do
from tests.pilot.event_exercises import open_timeline
from tests.pilot.settling import settle


async def test_what_is_turned_to_while_a_filter_is_looked_up_stays(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await open_timeline(pilot)
        held = threading.Event()
        waiting = asyncio.ensure_future(screen.thread.ask(lambda _: held.wait()))
        await do(pilot, "timeline.filter")
        await pilot.press(*"place:Holmport", "enter", "p")
        await pilot.pause(0)
        assert screen.frame.is_planned
        held.set()
        await waiting
        await settle(pilot)
        assert screen.frame.query == "place:Holmport"
        assert screen.frame.is_planned

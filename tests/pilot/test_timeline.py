"""The timeline while its events are still being looked up."""

from __future__ import annotations

import asyncio
import threading

from tests.pilot.conftest import Opened
from tests.pilot.driving import do, room_of, shown_text
from tests.pilot.event_exercises import open_timeline
from tests.pilot.settling import settle
from tui.screens.timeline import TimelineScreen


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


async def test_a_click_on_a_bar_goes_to_the_first_event_of_its_unit(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await open_timeline(pilot)
        await do(pilot, "timeline.coarser", "timeline.coarser", "timeline.coarser")
        lowest = shown_text(pilot).splitlines()[3]
        assert screen.frame.event == screen.events[0].event.id
        await pilot.click(offset=(len(lowest.rstrip()) - 1, 3))
        await settle(pilot)
        newest = screen.events[-1].days.first.year
        assert screen.frame.event == next(each.event.id for each in screen.events if each.days.first.year == newest)


async def test_the_timeline_of_a_story_tells_only_what_its_articles_report(opened: Opened) -> None:
    async with opened() as pilot:
        everything = len((await open_timeline(pilot)).events)
        await do(pilot, "timeline.close", "room.list", "list.by_story")
        await pilot.press("g", "g")
        name = room_of(pilot).article_list.current
        assert name is not None
        await do(pilot, "room.timeline")
        screen = pilot.app.screen
        assert isinstance(screen, TimelineScreen)
        assert screen.frame.story == name.title
        assert 0 < len(screen.events) < everything
        assert name.title[:20] in shown_text(pilot).splitlines()[0]

"""The tabs of the side pane in the real room: what they show, how they follow, and where they lead."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from articles.library import Library
from articles.model import Relation
from articles.reading.crossrefs import CrossReference
from tests.pilot.conftest import Opened
from tests.pilot.driving import do, press, shown_text, type_text
from tests.pilot.settling import settle
from tests.pilot.side_exercises import open_differing
from tui.commands import Pane
from tui.screens.entity_card import EntityCardScreen
from tui.screens.reading_room import ReadingRoom
from tui.screens.reports import ReportsScreen
from tui.state import Tab
from tui.widgets.tab_title import TabTitle


async def show(pilot: Pilot[Any], tab: Tab) -> ReadingRoom:
    """Open an article from which others differ, at the first difference, and give the keys to a tab beside it."""
    room = await open_differing(pilot)
    await do(pilot, "reader.next_difference")
    for _ in range(list(Tab).index(tab)):
        await do(pilot, "side.next_tab")
    await do(pilot, "room.side")
    assert room.view.tab is tab
    return room


async def test_the_timeline_tells_events_in_their_order_and_opens_their_reports(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.TIMELINE)
        events = room.side.timeline._events
        days = [each.dated.days.first for each in events]
        assert len(days) > 5
        assert days == sorted(days)
        chosen = room.side.timeline.selected_event
        assert chosen is not None
        assert room.opening.place.block in chosen.blocks
        await do(pilot, "side.open")
        assert room.reader.position == (chosen.report.block, chosen.report.start, chosen.report.end)
        assert room.reader.article_id == chosen.report.article


async def test_all_reports_of_an_event_of_the_timeline_can_be_asked_for(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.TIMELINE)
        event = room.side.timeline.event
        await do(pilot, "side.reports")
        assert isinstance(pilot.app.screen, ReportsScreen)
        assert pilot.app.screen.frame.event == event


async def test_the_differences_quote_both_sides_and_one_comes_back_to_the_passage_here(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.DIFFERENCES)
        reference = room.side.selected
        assert reference is not None
        assert reference.here.block == room.opening.place.block
        while reference.relation is not Relation.DIFFERS:
            await do(pilot, "side.next")
            assert room.side.selected not in (None, reference), "nothing differs"
            reference = room.side.selected
        assert "DIFFERS · " in " ".join(shown_text(pilot).split())
        await do(pilot, "side.open")
        assert room.reader.article_id == reference.there.article
        await do(pilot, "room.jump_back")
        assert room.reader.position == (reference.here.block, reference.here.start, reference.here.end)


async def test_what_differs_and_disputes_is_walked_with_the_paragraph(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.DIFFERENCES)
        await do(pilot, "side.to_reader", "reader.next_difference")
        reference = room.side.selected
        assert reference is not None
        assert reference.here.block == room.opening.place.block


async def test_a_name_of_the_paragraph_opens_its_card(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.ENTITIES)
        assert "IN THIS PARAGRAPH" in shown_text(pilot)
        entity = room.side.entities.entity
        await do(pilot, "side.open")
        assert isinstance(pilot.app.screen, EntityCardScreen)
        assert entity is not None
        with Library.open(room._library.path) as library:
            assert library.entity(entity).name in shown_text(pilot)


async def test_notes_are_listed_at_once_and_lead_to_their_passage(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.NOTES)
        assert "No notes on this article" in shown_text(pilot)
        assert room.side.notes.empty_text.endswith("In the reader m writes one.")
        noted = room.opening.place.block
        await do(pilot, "side.to_reader", "reader.note")
        await type_text(pilot, "Ask who counted.")
        await press(pilot, "Enter")
        assert "Ask who counted." in shown_text(pilot)
        await do(pilot, "reader.bottom", "room.side", "side.open")
        assert room.opening.place.block == noted
        assert room.view.focused is Pane.READER


async def test_a_tab_is_chosen_with_the_mouse(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        room = await open_differing(pilot)
        await do(pilot, "room.side")
        row = pilot.app.screen.query_one(TabTitle)
        await pilot.click(TabTitle, offset=(str(row.render()).index("Ent"), 0))
        await settle(pilot)
        assert room.view.tab is Tab.ENTITIES
        assert "[Entities" in shown_text(pilot)


@pytest.mark.parametrize("width", [60, 80, 130])
async def test_a_tab_that_is_walked_to_comes_into_sight(opened: Opened, width: int) -> None:
    async with opened((width, 24)) as pilot:
        room = await open_differing(pilot)
        assert room.side.is_on_screen == (width == 130)
        await do(pilot, "side.next_tab")
        assert room.side.timeline.is_on_screen
        await do(pilot, "room.back" if width == 60 else "room.reader")
        assert room.view.focused is Pane.READER


async def test_another_article_has_its_own_differences_and_names(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.ENTITIES)
        before = room.side.entities._named
        await do(pilot, "room.reader", "reader.next_article")
        assert room.side.entities._named != before
        assert room.side.entities._shown is not None
        assert room.side.entities._shown.article == room.reader.article_id


async def test_a_ruling_changes_the_differences_at_once(opened: Opened) -> None:
    async with opened() as pilot:
        room = await show(pilot, Tab.DIFFERENCES)

        def told() -> list[tuple[str, str, Relation, float, str]]:
            """What differs, whatever the numbers of the events and the order of the reasons are after an undo."""
            entries = [each for each in room.side.differences._entries if isinstance(each, CrossReference)]
            return sorted(
                (each.here.text, each.there.text, each.relation, each.confidence, str(each.differences))
                for each in entries
            )

        reference = room.side.selected
        assert reference is not None
        before = told()
        await do(pilot, "side.not_same")
        assert (reference.here.text, reference.there.text) not in [each[:2] for each in told()]
        await do(pilot, "marks.undo")
        assert told() == before

"""Exercises of what the reader says of links: in the side pane, and in the list of all of it."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from articles.library import Library
from articles.model import EventRuling
from articles.reading.crossrefs import CrossReference, reported_elsewhere
from tests.pilot.driving import do, press, room_of, shown_text
from tests.pilot.exercises import exercise, open_reported, stored
from tui.screens.event_rulings import EventRulingsScreen
from tui.screens.reading_room import ReadingRoom


def said(pilot: Pilot[Any]) -> tuple[EventRuling, ...]:
    """All rulings, as another program sees them."""
    with stored(pilot) as library:
        return library.event_rulings.all()


def shown_references(room: ReadingRoom) -> dict[tuple[int, int, int], CrossReference]:
    """The references of the pane, by the places of their passages elsewhere."""
    return {(each.there.article, each.there.block, each.there.start): each for each in room.side.others._references}


def place_of(reference: CrossReference) -> tuple[int, int, int]:
    """Where the passage elsewhere stands."""
    return (reference.there.article, reference.there.block, reference.there.start)


def links_between(library: Library, one: int, other: int) -> int:
    """How many links two articles have."""
    return sum(each.there.article == other for each in library.links(one))


async def beside(pilot: Pilot[Any]) -> CrossReference:
    """Go to the first cross-reference of a paragraph that others report on."""
    room = await open_reported(pilot)
    await do(pilot, "room.side")
    assert room.side.selected is not None
    return room.side.selected


@exercise("side.not_same")
async def _(pilot: Pilot[Any]) -> None:
    reference = await beside(pilot)
    room = room_of(pilot)
    assert room.opening.shown is not None
    counts = room.opening.shown.view.margin
    await do(pilot, "side.not_same")
    assert room.status.message == "Not the same event. u undoes."
    left = shown_references(room).get(place_of(reference))
    assert left is None or left.here.start != reference.here.start, "another sentence may be linked with it"
    assert [each.is_same for each in said(pilot)] == [False]
    with stored(pilot) as library:
        assert room.opening.shown.view.margin == reported_elsewhere(library, reference.here.article)
    await do(pilot, "marks.undo")
    assert room.status.message == "Undone: not the same event."
    assert place_of(reference) in shown_references(room)
    assert room.opening.shown.view.margin == counts
    assert said(pilot) == ()


@exercise("side.same")
async def _(pilot: Pilot[Any]) -> None:
    await beside(pilot)
    room = room_of(pilot)
    groups = room.side.others._groups
    await do(pilot, *["side.next"] * 60, "side.open", *["side.next"] * 60)
    doubtful = room.side.selected
    assert doubtful is not None
    assert doubtful.confidence < 0.5
    await do(pilot, "side.same")
    assert room.status.message == "The same event. u undoes."
    confirmed = shown_references(room)[place_of(doubtful)]
    assert (confirmed.confidence, confirmed.because[0]) == (1.0, "you said so")
    assert room.side.selected == confirmed
    assert "certain, because: you said so" in shown_text(pilot)
    await do(pilot, "side.same")
    assert room.status.message == "Not done: that was said already: ruling 1."
    await do(pilot, "marks.undo")
    assert [group.doubtful for group in room.side.others._groups] == [group.doubtful for group in groups]
    assert said(pilot) == ()


async def open_rulings(pilot: Pilot[Any]) -> EventRulingsScreen:
    """Say of two cross-references that they are not the same, and open the list of what was said."""
    await beside(pilot)
    await do(pilot, "side.not_same", "side.not_same", "app.event_rulings")
    screen = pilot.app.screen
    assert isinstance(screen, EventRulingsScreen)
    assert screen.deeds.selected is not None
    return screen


@exercise("app.event_rulings")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.event_rulings")
    assert "= says that it is the same" in " ".join(shown_text(pilot).split())
    await press(pilot, "Esc")
    await open_rulings(pilot)
    assert shown_text(pilot).count("Not the same event") >= 2


@exercise("rulings.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_rulings(pilot)
    first = screen.deeds.selected
    await do(pilot, "rulings.next")
    assert screen.deeds.selected not in (None, first)


@exercise("rulings.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_rulings(pilot)
    first = screen.deeds.selected
    await do(pilot, "rulings.next", "rulings.previous")
    assert screen.deeds.selected == first


@exercise("rulings.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_rulings(pilot)
    row = screen.deeds.selected
    assert row is not None
    await do(pilot, "rulings.open")
    room = room_of(pilot)
    assert pilot.app.screen is room
    assert room.reader.article_id == row.here.article
    assert room.reader.position == (row.here.block, row.here.start, row.here.end)


@exercise("rulings.revoke")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_rulings(pilot)
    row = screen.deeds.selected
    assert row is not None
    with stored(pilot) as library:
        before = links_between(library, row.here.article, row.there.article)
    await do(pilot, "rulings.revoke")
    assert [each.id for each in said(pilot)] == [1]
    assert screen._status.message == "Revoked: not the same event. u undoes."
    with stored(pilot) as library:
        assert links_between(library, row.here.article, row.there.article) > before


@exercise("rulings.undo")
async def _(pilot: Pilot[Any]) -> None:
    await open_rulings(pilot)
    before = said(pilot)
    await do(pilot, "rulings.revoke", "rulings.undo")
    assert said(pilot) == before


@exercise("rulings.close")
async def _(pilot: Pilot[Any]) -> None:
    await open_rulings(pilot)
    await do(pilot, "rulings.close")
    assert pilot.app.screen is room_of(pilot)

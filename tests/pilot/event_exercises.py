"""Exercises of the screens about events: the timeline, the reports of an event, and articles compared."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from articles.reading.timeline import Unit
from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, open_reported
from tui.commands import Pane
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.reading_room import ReadingRoom
from tui.screens.reports import ReportsScreen
from tui.screens.timeline import TimelineScreen


def screen_now(pilot: Pilot[Any]) -> Screen[Any]:
    """The screen on top."""
    return pilot.app.screen


async def open_timeline(pilot: Pilot[Any]) -> TimelineScreen:
    """Open the timeline of all articles, with the cursor on its first event."""
    await do(pilot, "room.timeline")
    screen = screen_now(pilot)
    assert isinstance(screen, TimelineScreen)
    await do(pilot, "timeline.top")
    return screen


def current(screen: TimelineScreen) -> int:
    """The position of the cursor among the events."""
    return [event.event.id for event in screen.events].index(screen.frame.event)


@exercise("room.timeline")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    days = [event.days.first for event in screen.events]
    assert days == sorted(days)
    everything = len(days)
    await do(pilot, "timeline.close", "search.open")
    await type_text(pilot, "place:Holmport")
    await do(pilot, "search.accept", "room.timeline")
    narrowed = screen_now(pilot)
    assert isinstance(narrowed, TimelineScreen)
    assert 0 < len(narrowed.events) < everything
    assert "Holmport" in shown_text(pilot).splitlines()[0]


@exercise("timeline.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.next", "timeline.next")
    assert current(screen) == 2


@exercise("timeline.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.next", "timeline.next", "timeline.previous")
    assert current(screen) == 1


@exercise("timeline.next_unit")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    visited = []
    for _ in range(4):
        await do(pilot, "timeline.next_unit")
        visited.append(screen.events[current(screen)].days.first.replace(day=1))
    assert visited == sorted(set(visited))


@exercise("timeline.previous_unit")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.next_unit", "timeline.next_unit")
    there = current(screen)
    await do(pilot, "timeline.next_unit", "timeline.previous_unit")
    assert current(screen) == there


@exercise("timeline.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.page_down")
    assert current(screen) > 3


@exercise("timeline.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.page_down", "timeline.page_up")
    assert current(screen) == 0


@exercise("timeline.top")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.timeline")
    screen = screen_now(pilot)
    assert isinstance(screen, TimelineScreen)
    assert current(screen) == len(screen.events) - 1
    await do(pilot, "timeline.top")
    assert current(screen) == 0


@exercise("timeline.bottom")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.bottom")
    assert current(screen) == len(screen.events) - 1


@exercise("timeline.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    event = screen.frame.event
    await do(pilot, "timeline.open")
    reports = screen_now(pilot)
    assert isinstance(reports, ReportsScreen)
    assert reports.frame.event == event


@exercise("timeline.planned")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    happened = screen.events
    await do(pilot, "timeline.planned")
    assert screen.events
    assert not {event.event.id for event in screen.events} & {event.event.id for event in happened}
    assert " · planned" in shown_text(pilot)
    await do(pilot, "timeline.planned")
    assert screen.events == happened


@exercise("timeline.filter")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    everything = screen.events
    await do(pilot, "timeline.filter")
    await type_text(pilot, "place:Holmport")
    assert 0 < len(screen.events) < len(everything)
    await do(pilot, "search.cancel")
    assert screen.events == everything
    await do(pilot, "timeline.filter")
    await type_text(pilot, "place:Holmport")
    await do(pilot, "search.accept", "timeline.next")
    assert current(screen) == 1
    assert len(screen.events) < len(everything)


@exercise("timeline.finer")
async def _(pilot: Pilot[Any]) -> None:
    await open_timeline(pilot)
    await do(pilot, "timeline.coarser", "timeline.coarser", "timeline.finer", "timeline.finer")
    assert "to the day" in shown_text(pilot).splitlines()[5]


@exercise("timeline.coarser")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_timeline(pilot)
    await do(pilot, "timeline.coarser", "timeline.coarser")
    assert screen.frame.unit is Unit.YEAR
    assert f"▲ {screen.events[0].days.first.year} · " in shown_text(pilot)


@exercise("timeline.close")
async def _(pilot: Pilot[Any]) -> None:
    await open_timeline(pilot)
    await do(pilot, "timeline.close")
    assert isinstance(screen_now(pilot), ReadingRoom)


async def open_reports(pilot: Pilot[Any]) -> ReportsScreen:
    """Open the reports of the event of the timeline that most report."""
    screen = await open_timeline(pilot)
    most = max(screen.events, key=lambda event: event.event.mentions)
    await do(pilot, *["timeline.next"] * screen.events.index(most), "timeline.open")
    reports = screen_now(pilot)
    assert isinstance(reports, ReportsScreen)
    return reports


@exercise("side.reports")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    beside = room.side.selected
    assert beside is not None
    await do(pilot, "room.side", "side.reports")
    screen = screen_now(pilot)
    assert isinstance(screen, ReportsScreen)
    assert screen.frame.event == beside.there.event
    assert "first here: " in shown_text(pilot)


@exercise("reports.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.next", "reports.next")
    assert screen.frame.position == 2


@exercise("reports.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.next", "reports.next", "reports.previous")
    assert screen.frame.position == 1


@exercise("reports.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.page_down")
    assert screen.frame.position > 0


@exercise("reports.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.page_down", "reports.page_up")
    assert screen.frame.position == 0


@exercise("reports.top")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.next", "reports.top")
    assert screen.frame.position == 0


@exercise("reports.bottom")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.bottom")
    assert screen.frame.position > 2


@exercise("reports.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    await do(pilot, "reports.next")
    room, frame = room_of(pilot), screen.frame
    passage = screen.passages[frame.position]
    await do(pilot, "reports.open")
    assert room.reader.article_id == passage.article
    assert room.reader.position == (passage.block, passage.start, passage.end)
    await press(pilot, "ctrl-o")
    again = screen_now(pilot)
    assert isinstance(again, ReportsScreen)
    assert again.frame == frame
    await do(pilot, "reports.close")
    below = screen_now(pilot)
    assert isinstance(below, TimelineScreen)
    assert below.frame.event == frame.event


@exercise("reports.close")
async def _(pilot: Pilot[Any]) -> None:
    await open_reports(pilot)
    await do(pilot, "reports.close")
    assert isinstance(screen_now(pilot), TimelineScreen)


@exercise("reports.compare")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_reports(pilot)
    passages = screen.passages
    await do(pilot, "reports.compare")
    compared = screen_now(pilot)
    assert isinstance(compared, CompareScreen)
    assert compared.frame.articles == tuple(dict.fromkeys(passage.article for passage in passages))[:4]
    await do(pilot, "compare.close")
    assert screen_now(pilot) is screen
    await do(pilot, "reports.close", "timeline.top", "timeline.open", "reports.compare")
    assert "Only one article reports it." in shown_text(pilot)


@exercise("article.compare")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    beside = room.side.selected
    assert beside is not None
    pair = (room.reader.article_id, beside.there.article)
    await do(pilot, "room.side", "article.compare")
    screen = screen_now(pilot)
    assert isinstance(screen, CompareScreen)
    assert screen.frame.articles == pair
    await do(pilot, "compare.close", "room.list", "list.top", "list.open", "reader.top", "article.compare")
    assert "Nothing stands beside" in room.status.message


@exercise("list.by_story")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    plain = list(room.article_list.ids)
    await do(pilot, "list.by_story")
    listed = list(room.article_list.ids)
    assert listed[0] < 0
    assert sorted(each for each in listed if each > 0) == sorted(plain)
    assert "outlets" in shown_text(pilot)
    assert room.current_row is None
    assert room.reader.article_id == listed[1]
    await do(pilot, "list.open")
    assert len(room.article_list.ids) < len(listed)
    assert room.view.focused is Pane.LIST
    await do(pilot, "list.open", "list.next", "list.open")
    assert (list(room.article_list.ids), room.reader.article_id) == (listed, listed[1])
    last = listed.index(next(each for each in listed[1:] if each < 0)) - 1
    await do(pilot, *["reader.next_article"] * last)
    assert room.reader.article_id == listed[last + 2]
    await do(pilot, "room.list", "list.by_story")
    assert list(room.article_list.ids) == plain
    await do(pilot, "list.by_story", "room.back")
    assert list(room.article_list.ids) == plain


@exercise("list.compare")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    await do(pilot, "list.compare")
    assert "Chosen: " in room.status.message
    await do(pilot, "list.compare")
    assert "No longer chosen" in room.status.message
    await do(pilot, "list.next", "list.compare", "list.next", "list.next", "list.compare")
    screen = screen_now(pilot)
    assert isinstance(screen, CompareScreen)
    assert screen.frame.articles == (room.article_list.ids[1], room.article_list.ids[3])


async def open_comparison(pilot: Pilot[Any]) -> CompareScreen:
    """Compare an article with the one beside its paragraph that others report on."""
    await open_reported(pilot)
    await do(pilot, "article.compare")
    screen = screen_now(pilot)
    assert isinstance(screen, CompareScreen)
    return screen


@exercise("compare.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.next", "compare.next")
    assert screen.frame.row == 2


@exercise("compare.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.next", "compare.next", "compare.previous")
    assert screen.frame.row == 1


@exercise("compare.next_article")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.next_article")
    assert screen.frame.column == 1
    assert shown_text(pilot).splitlines()[0].split("│")[1].startswith(" ▸ ")
    await do(pilot, "compare.next_article")
    assert screen.frame.column == 0


@exercise("compare.previous_article")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.previous_article")
    assert screen.frame.column == 1


@exercise("compare.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.page_down")
    assert screen.frame.row > 1


@exercise("compare.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.page_down", "compare.page_up")
    assert screen.frame.row == 0


@exercise("compare.top")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.next", "compare.top")
    assert screen.frame.row == 0


@exercise("compare.bottom")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.bottom")
    assert screen.frame.row == len(screen.rows) - 1


@exercise("compare.next_kind")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    kinds = dict.fromkeys(row.kind for row in screen.rows)
    await do(pilot, *["compare.next_kind"] * (len(kinds) - 1))
    assert screen.rows[screen.frame.row].kind == "only here"
    assert screen.rows[screen.frame.row - 1].kind != "only here"


@exercise("compare.previous_kind")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.next_kind", "compare.next", "compare.previous_kind")
    assert screen.rows[screen.frame.row - 1].kind != screen.rows[screen.frame.row].kind


@exercise("compare.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_comparison(pilot)
    await do(pilot, "compare.next", "compare.next_article")
    frame = screen.frame
    passage = screen.rows[1].passage(1)
    await do(pilot, "compare.open")
    room = room_of(pilot)
    assert room.reader.article_id == passage.article == frame.articles[1]
    assert room.reader.position == (passage.block, passage.start, passage.end)
    await press(pilot, "ctrl-o")
    again = screen_now(pilot)
    assert isinstance(again, CompareScreen)
    assert again.frame == frame


@exercise("compare.copy")
async def _(pilot: Pilot[Any]) -> None:
    await open_comparison(pilot)
    await do(pilot, "compare.copy")
    assert "Copied as Markdown." in shown_text(pilot)
    assert pilot.app.clipboard.startswith("# What the reports say\n\n1. *")


@exercise("compare.close")
async def _(pilot: Pilot[Any]) -> None:
    await open_comparison(pilot)
    await do(pilot, "compare.close")
    assert isinstance(screen_now(pilot), ReadingRoom)


@exercise("timeline.help")
async def _(pilot: Pilot[Any]) -> None:
    await open_timeline(pilot)
    await do(pilot, "timeline.help")
    assert isinstance(screen_now(pilot), HelpScreen)
    assert "that has events" in shown_text(pilot)
    await do(pilot, "help.close")
    assert isinstance(screen_now(pilot), TimelineScreen)


@exercise("reports.help")
async def _(pilot: Pilot[Any]) -> None:
    await open_reports(pilot)
    await do(pilot, "reports.help")
    assert isinstance(screen_now(pilot), HelpScreen)


@exercise("compare.help")
async def _(pilot: Pilot[Any]) -> None:
    await open_comparison(pilot)
    await do(pilot, "compare.help")
    assert isinstance(screen_now(pilot), HelpScreen)

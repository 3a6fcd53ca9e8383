"""One exercise a command: does it by its key in the real room and looks whether what its help says has happened."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from articles.library import Library
from articles.model import ArticleRow
from articles.query import parse
from tests.pilot.driving import app_of, do, press, room_of, shown_text, type_text
from tests.pilot.settling import settle
from tui.commands import Pane
from tui.rendering.article import Highlights
from tui.screens.help import HelpScreen
from tui.screens.note_prompt import NotePrompt
from tui.screens.reading_room import ReadingRoom
from tui.screens.rules import RulesScreen
from tui.screens.tag_picker import TagPicker
from tui.screens.versions import VersionsScreen
from tui.settings import load_settings, settings_folder

Exercise = Callable[[Pilot[Any]], Awaitable[None]]

EXERCISES: dict[str, Exercise] = {}
"""Exercises by the id of their command."""


def exercise(command_id: str) -> Callable[[Exercise], Exercise]:
    """Register an exercise."""

    def register(function: Exercise) -> Exercise:
        assert command_id not in EXERCISES
        EXERCISES[command_id] = function
        return function

    return register


async def open_reported(pilot: Pilot[Any]) -> ReadingRoom:
    """Open the article that most others report on, with the cursor on a paragraph that some report on."""
    room = room_of(pilot)
    rows = room._library.rows(room.article_list.ids)
    room.article_list.move_to_article(max(rows, key=lambda row: row.related).id)
    await settle(pilot)
    await do(pilot, "list.open", "reader.next_reported")
    assert room.side.selected is not None
    return room


def stored(pilot: Pilot[Any]) -> Library:
    """The library as another program sees it."""
    return Library.open(room_of(pilot)._library.path)


@exercise("list.next")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.next")
    room = room_of(pilot)
    assert room.article_list.cursor == 2
    assert room.reader.article_id == room.article_list.ids[2]


@exercise("list.previous")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.next", "list.previous")
    assert room_of(pilot).article_list.cursor == 1


@exercise("list.open")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.open")
    room = room_of(pilot)
    assert room.view.focused is Pane.READER
    assert room.reader.article_id == room.article_list.ids[1]
    with stored(pilot) as library:
        assert library.row(room.article_list.ids[1]).is_read
        assert not library.row(room.article_list.ids[0]).is_read


@exercise("list.top")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.bottom", "list.top")
    assert room_of(pilot).article_list.cursor == 0


@exercise("list.bottom")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.bottom")
    room = room_of(pilot)
    assert room.article_list.cursor == len(room.article_list.ids) - 1


@exercise("list.half_down")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.half_down")
    assert 1 < room_of(pilot).article_list.cursor < 12


@exercise("list.half_up")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.half_down", "list.half_up")
    assert room_of(pilot).article_list.cursor == 0


@exercise("list.page_down")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.half_down")
    half = room_of(pilot).article_list.cursor
    await do(pilot, "list.top", "list.page_down")
    assert room_of(pilot).article_list.cursor > half


@exercise("list.page_up")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.page_down", "list.page_up")
    assert room_of(pilot).article_list.cursor == 0


@exercise("list.next_unread")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "article.read", "list.top", "list.next_unread")
    assert room_of(pilot).article_list.cursor == 2


@exercise("list.previous_unread")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "article.read", "list.next", "list.previous_unread")
    assert room_of(pilot).article_list.cursor == 0


@exercise("reader.next")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.next", "reader.next")
    room = room_of(pilot)
    assert room.opening.place.block == room.reader.position[0] > 0


@exercise("reader.previous")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.next", "reader.next")
    below = room_of(pilot).opening.place.block
    await do(pilot, "reader.previous")
    assert room_of(pilot).opening.place.block < below


@exercise("reader.page_down")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.page_down")
    assert room_of(pilot).reader.scroll_offset.y > 0


@exercise("reader.page_up")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.page_down", "reader.page_up")
    assert room_of(pilot).reader.scroll_offset.y == 0


@exercise("reader.top")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.bottom", "reader.top")
    assert room_of(pilot).reader.scroll_offset.y == 0


@exercise("reader.bottom")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.bottom")
    room = room_of(pilot)
    assert room.opening.shown is not None
    assert room.opening.place.block == len(room.opening.shown.view.article.blocks) - 1


@exercise("reader.next_reported")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    assert room.opening.shown is not None
    assert room.opening.place.block in room.opening.shown.view.margin


@exercise("reader.previous_reported")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    first = room.opening.place.block
    await do(pilot, "reader.next", "reader.previous_reported")
    assert room.opening.place.block == first


@exercise("reader.next_entity")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.open", "reader.next_entity")
    assert room_of(pilot).reader.entity is not None


@exercise("reader.previous_entity")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.open", "reader.bottom", "reader.previous_entity")
    assert room_of(pilot).reader.entity is not None


@exercise("reader.next_article")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.next_article")
    room = room_of(pilot)
    assert room.view.focused is Pane.READER
    assert room.reader.article_id == room.article_list.ids[1]


@exercise("reader.previous_article")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.open", "reader.previous_article")
    room = room_of(pilot)
    assert room.reader.article_id == room.article_list.ids[0]


@exercise("reader.raw")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.raw")
    assert room_of(pilot).reader.is_raw
    await do(pilot, "reader.raw")
    assert not room_of(pilot).reader.is_raw


async def _open_raw(pilot: Pilot[Any]) -> tuple[ReadingRoom, int]:
    """Open the raw text of an article with an outlet, with the cursor on the first line that was left out."""
    room = room_of(pilot)
    row = next(row for row in room._library.rows(room.article_list.ids) if row.outlet)
    room.article_list.move_to_article(row.id)
    await settle(pilot)
    await do(pilot, "list.open", "reader.raw", "reader.top")
    lines = room._library.article(row.id).lines
    number = next(number for number, line in enumerate(lines) if line.role.is_dropped)
    while room.reader.raw_line != number:
        await do(pilot, "reader.next")
    return room, number


@exercise("reader.line")
async def _(pilot: Pilot[Any]) -> None:
    room, number = await _open_raw(pilot)
    identity = room.reader.article_id
    before = room._library.article(identity)
    await do(pilot, "reader.line")
    with stored(pilot) as library:
        assert not library.article(identity).lines[number].role.is_dropped
    assert room.reader.raw_line == number
    await do(pilot, "reader.line")
    with stored(pilot) as library:
        assert library.article(identity) == before


@exercise("reader.line_always")
async def _(pilot: Pilot[Any]) -> None:
    room, number = await _open_raw(pilot)
    await do(pilot, "reader.line_always")
    with stored(pilot) as library:
        (rule,) = library.corrections.rules()
        assert rule.is_kept
        assert not library.article(room.reader.article_id).lines[number].role.is_dropped
        assert library.corrections.awaiting() == ()
    await do(pilot, "marks.undo")
    with stored(pilot) as library:
        assert library.corrections.rules() == ()
        assert library.article(room.reader.article_id).lines[number].role.is_dropped


async def _write_note(pilot: Pilot[Any], text: str) -> None:
    await do(pilot, "list.open", "reader.next", "reader.note")
    await type_text(pilot, text)


@exercise("reader.note")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.next", "reader.note")
    assert isinstance(pilot.app.screen, NotePrompt)


@exercise("reader.highlights")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.highlights")
    assert room_of(pilot).reader.highlights is Highlights.ALL.next
    assert Highlights.ALL.next.value in room_of(pilot).status.message


@exercise("reader.to_list")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.open", "reader.to_list")
    assert room_of(pilot).view.focused is Pane.LIST


@exercise("side.next")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    await do(pilot, "room.side")
    stops = [room.side.column.cursor_key]
    await do(pilot, "side.next")
    stops.append(room.side.column.cursor_key)
    assert len(room.side.others._references) == 1 or stops[0] != stops[1]


@exercise("side.previous")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    await do(pilot, "room.side")
    first = room.side.column.cursor_key
    await do(pilot, "side.next", "side.previous")
    assert room.side.column.cursor_key == first


@exercise("side.open")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    assert room.side.selected is not None
    there = room.side.selected.there
    await do(pilot, "room.side", "side.open")
    assert room.view.focused is Pane.READER
    assert room.reader.article_id == there.article
    assert room.reader.position == (there.block, there.start, there.end)


@exercise("side.why")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    await do(pilot, "room.side")
    before = room.side.others._view
    await do(pilot, "side.why")
    assert room.side.others._view.in_full != before.in_full


@exercise("side.to_reader")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.side", "side.to_reader")
    assert room_of(pilot).view.focused is Pane.READER


@exercise("article.tag")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "article.tag")
    await type_text(pilot, "harbour")
    await do(pilot, "tags.apply")
    current = room_of(pilot).article_list.current
    assert current is not None
    assert current.tags == ("harbour",)
    with stored(pilot) as library:
        assert library.row(current.id).tags == ("harbour",)
    await do(pilot, "room.reader", "room.zen")
    assert "\n      #harbour" in re.sub("  +", "      ", shown_text(pilot))
    await do(pilot, "marks.undo")
    assert "\n      #harbour" not in re.sub("  +", "      ", shown_text(pilot))


@exercise("article.repeat_tag")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "article.tag")
    await type_text(pilot, "harbour")
    await do(pilot, "tags.apply", "list.next", "article.repeat_tag")
    with stored(pilot) as library:
        assert [tag.articles for tag in library.tags.all()] == [2]


@exercise("article.star")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "article.star")
    with stored(pilot) as library:
        assert library.row(room_of(pilot).article_list.ids[0]).is_starred
    await do(pilot, "article.star")
    with stored(pilot) as library:
        assert not library.row(room_of(pilot).article_list.ids[0]).is_starred


@exercise("article.read")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "article.read")
    with stored(pilot) as library:
        assert library.row(room_of(pilot).article_list.ids[0]).is_read


@exercise("article.copy")
async def _(pilot: Pilot[Any]) -> None:
    row = room_of(pilot).listed_row
    assert row is not None
    await do(pilot, "article.copy", "choice.accept")
    assert row.title in pilot.app.clipboard
    await do(pilot, "article.copy", "choice.next", "choice.next", "choice.accept")
    assert pilot.app.clipboard.startswith("@")
    assert "Copied as BibTeX" in room_of(pilot).status.message


@exercise("marks.undo")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "article.star", "list.next", "marks.undo")
    with stored(pilot) as library:
        assert not library.row(room_of(pilot).article_list.ids[0]).is_starred
    await do(pilot, "marks.undo")
    assert "nothing to undo" in room_of(pilot).status.message


@exercise("marks.redo")
async def _(pilot: Pilot[Any]) -> None:
    first = room_of(pilot).article_list.ids[0]
    await do(pilot, "article.star", "marks.undo", "marks.redo")
    with stored(pilot) as library:
        assert library.row(first).is_starred
    await do(pilot, "marks.undo")
    with stored(pilot) as library:
        assert not library.row(first).is_starred


@exercise("list.select")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    ids = room.article_list.ids
    await do(pilot, "list.next", "article.star", "list.top", "list.select", "list.select")
    assert "2 of " in shown_text(pilot)
    await do(pilot, "article.star")
    with stored(pilot) as library:
        assert [library.row(each).is_starred for each in ids[:3]] == [True, True, False]
    assert "1 already was so" in room.status.message
    await do(pilot, "marks.undo")
    with stored(pilot) as library:
        assert [library.row(each).is_starred for each in ids[:3]] == [False, True, False]
    await do(pilot, "room.cancel")
    assert room.article_list.selected == ()


@exercise("list.select_range")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    ids = room.article_list.ids
    await do(pilot, "list.next", "list.select_range", "list.next", "list.next", "list.select_range", "list.bottom")
    assert room.article_list.selected == tuple(ids[1:4])
    await do(pilot, "article.tag")
    await type_text(pilot, "harbour")
    await do(pilot, "tags.apply")
    with stored(pilot) as library:
        assert library.tags.articles("harbour") == tuple(sorted(ids[1:4]))
    await do(pilot, "marks.undo")
    with stored(pilot) as library:
        assert library.tags.all() == ()


@exercise("list.read_all")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "article.read", "list.read_all")
    with stored(pilot) as library:
        assert library.counts().unread == 0
    await do(pilot, "marks.undo")
    with stored(pilot) as library:
        assert library.counts().unread == library.counts().articles - 1


@exercise("list.sort")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    before = list(room.article_list.ids)
    await do(pilot, "list.sort", "choice.next", "choice.accept")
    assert "oldest first" in shown_text(pilot)
    with stored(pilot) as library:
        assert list(room.article_list.ids) == list(library.ids(sort="oldest")) != before


@exercise("list.narrow")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    await do(pilot, "search.open")
    await type_text(pilot, "icebreaker")
    await do(pilot, "search.accept")
    found = set(room.article_list.ids)
    await do(pilot, "article.star", "list.narrow")
    await type_text(pilot, "is:starred")
    await do(pilot, "search.accept")
    assert set(room.article_list.ids) < found
    assert len(room.article_list.ids) == 1


@exercise("search.open")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    everything = len(room.article_list.ids)
    await do(pilot, "search.open")
    await type_text(pilot, "icebreak")
    assert room.searching.is_open
    assert 0 < len(room.article_list.ids) < everything


@exercise("search.accept")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    await do(pilot, "search.open")
    await type_text(pilot, "icebreaker")
    found = room.article_list.ids
    await do(pilot, "search.accept")
    assert not room.searching.is_open
    assert room.article_list.ids == found
    assert room.article_list.has_focus, (pilot.app.focused, room.view.focused)


@exercise("search.complete")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    everything = len(room.article_list.ids)
    await do(pilot, "search.open")
    await type_text(pilot, "pers")
    await do(pilot, "search.complete")
    await type_text(pilot, "duarte")
    await do(pilot, "search.complete")
    assert isinstance(room.searching.field, Input)
    assert room.searching.field.value == "person:Duarte-Carvalho"
    await do(pilot, "search.accept")
    assert 0 < len(room.article_list.ids) < everything
    with stored(pilot) as library:
        assert list(room.article_list.ids) == list(library.ids(parse('person:"Duarte Carvalho"')))


@exercise("search.cancel")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    await do(pilot, "list.next", "search.open")
    everything = room.article_list.ids
    await type_text(pilot, "icebreaker")
    await do(pilot, "search.cancel")
    assert not room.searching.is_open
    assert (room.article_list.ids, room.article_list.cursor) == (everything, 1)
    assert room.article_list.has_focus, (pilot.app.focused, room.view.focused)


@exercise("search.next")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "search.open")
    await type_text(pilot, "icebreaker")
    await do(pilot, "search.accept", "list.open", "search.next")
    room = room_of(pilot)
    assert room.reader.article_id == room.article_list.ids[1]


@exercise("search.previous")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "search.next", "search.next", "search.previous")
    assert room_of(pilot).article_list.cursor == 1


@exercise("room.next_pane")
async def _(pilot: Pilot[Any]) -> None:
    seen = []
    for _ in range(3):
        await do(pilot, "room.next_pane")
        seen.append(room_of(pilot).view.focused)
    assert seen == [Pane.READER, Pane.SIDE, Pane.LIST]


@exercise("room.previous_pane")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.previous_pane")
    assert room_of(pilot).view.focused is Pane.SIDE


@exercise("room.list")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.side", "room.list")
    assert room_of(pilot).article_list.has_focus


@exercise("room.reader")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.reader")
    assert room_of(pilot).reader.has_focus


@exercise("room.side")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.side")
    assert room_of(pilot).side.column.has_focus


@exercise("room.zen")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "room.reader", "room.zen")
    room = room_of(pilot)
    assert room.reader.size.width > 120
    await do(pilot, "room.zen")
    assert room.reader.size.width < 80


@exercise("room.narrower")
async def _(pilot: Pilot[Any]) -> None:
    before = room_of(pilot).side.size.width
    await do(pilot, "room.narrower")
    assert room_of(pilot).side.size.width < before


@exercise("room.wider")
async def _(pilot: Pilot[Any]) -> None:
    before = room_of(pilot).side.size.width
    await do(pilot, "room.wider")
    assert room_of(pilot).side.size.width > before


@exercise("room.jump_back")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    left = room.opening.place
    await do(pilot, "room.side", "side.open", "room.jump_back")
    assert (room.reader.article_id, room.reader.position[0]) == (left.article, left.block)


@exercise("room.jump_forward")
async def _(pilot: Pilot[Any]) -> None:
    room = await open_reported(pilot)
    assert room.side.selected is not None
    there = room.side.selected.there
    await do(pilot, "room.side", "side.open", "room.jump_back")
    await press(pilot, "alt-Right")
    assert (room.reader.article_id, room.reader.position[0]) == (there.article, there.block)


@exercise("room.back")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    await do(pilot, "room.side", "room.back")
    assert room.reader.has_focus
    await do(pilot, "room.back")
    assert room.article_list.has_focus, (pilot.app.focused, room.view.focused)
    await do(pilot, "room.back")
    assert app_of(pilot)._exit


@exercise("room.cancel")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    everything = room.article_list.ids
    await do(pilot, "search.open")
    await type_text(pilot, "icebreaker")
    await do(pilot, "search.accept", "room.cancel")
    assert room.article_list.ids == everything


@exercise("app.palette")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.palette")
    assert isinstance(pilot.app.screen, CommandPalette)
    await type_text(pilot, "star")
    await press(pilot, "Enter")
    await settle(pilot)
    with stored(pilot) as library:
        assert library.row(room_of(pilot).article_list.ids[0]).is_starred


@exercise("app.rules")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.rules")
    assert isinstance(pilot.app.screen, RulesScreen)
    assert "You have no rules yet" in shown_text(pilot)


@exercise("app.help")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.help")
    assert isinstance(pilot.app.screen, HelpScreen)


@exercise("app.theme")
async def _(pilot: Pilot[Any]) -> None:
    app = room_of(pilot).app
    before = app.theme
    await do(pilot, "app.theme", "choice.next")
    assert app.theme != before
    await do(pilot, "choice.cancel")
    assert app.theme == before
    await do(pilot, "app.theme", "choice.next", "choice.accept")
    assert app.theme != before
    assert load_settings(settings_folder()).theme == app.theme
    assert f"Theme: {app.theme}" in shown_text(pilot)


@exercise("app.next_theme")
async def _(pilot: Pilot[Any]) -> None:
    before = pilot.app.theme
    room_of(pilot).run_command("app.next_theme")
    await settle(pilot)
    assert pilot.app.theme != before


@exercise("app.quit")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.quit")
    assert app_of(pilot)._exit


async def _open_tags(pilot: Pilot[Any]) -> TagPicker:
    """Open the tag picker on the second article, the first bearing two tags."""
    for tag in ("ports", "polar"):
        await do(pilot, "article.tag")
        await type_text(pilot, tag)
        await do(pilot, "tags.apply")
    await do(pilot, "list.next", "article.tag")
    picker = pilot.app.screen
    assert isinstance(picker, TagPicker)
    return picker


def _tags(pilot: Pilot[Any]) -> tuple[str, ...]:
    """The tags of the second article."""
    with stored(pilot) as library:
        return library.row(room_of(pilot).article_list.ids[1]).tags


@exercise("tags.apply")
async def _(pilot: Pilot[Any]) -> None:
    await _open_tags(pilot)
    await type_text(pilot, "por")
    await do(pilot, "tags.apply")
    assert _tags(pilot) == ("ports",)
    await do(pilot, "article.tag")
    await type_text(pilot, "-po")
    await do(pilot, "tags.apply")
    assert _tags(pilot) == ()


@exercise("tags.complete")
async def _(pilot: Pilot[Any]) -> None:
    picker = await _open_tags(pilot)
    await type_text(pilot, "por")
    await do(pilot, "tags.complete")
    assert picker._input.value == "ports"


@exercise("tags.next")
async def _(pilot: Pilot[Any]) -> None:
    await _open_tags(pilot)
    await do(pilot, "tags.next", "tags.apply")
    assert _tags(pilot) == ("ports",)


@exercise("tags.previous")
async def _(pilot: Pilot[Any]) -> None:
    await _open_tags(pilot)
    await do(pilot, "tags.next", "tags.previous", "tags.apply")
    assert _tags(pilot) == ("polar",)


@exercise("tags.cancel")
async def _(pilot: Pilot[Any]) -> None:
    await _open_tags(pilot)
    await type_text(pilot, "por")
    await do(pilot, "tags.cancel")
    assert _tags(pilot) == ()
    assert isinstance(pilot.app.screen, ReadingRoom)


@exercise("note.keep")
async def _(pilot: Pilot[Any]) -> None:
    await _write_note(pilot, "ask the port")
    await do(pilot, "note.keep")
    with stored(pilot) as library:
        (mark,) = library.passage_marks(room_of(pilot).reader.article_id)
        assert (mark.note, mark.block) == ("ask the port", room_of(pilot).reader.position[0])
    assert "✎ ask the port" in shown_text(pilot)
    await do(pilot, "marks.undo")
    assert "ask the port" not in shown_text(pilot)


@exercise("note.line")
async def _(pilot: Pilot[Any]) -> None:
    await _write_note(pilot, "who?")
    await do(pilot, "note.line")
    await type_text(pilot, "the **port** of course")
    await do(pilot, "note.keep")
    with stored(pilot) as library:
        (mark,) = library.passage_marks(room_of(pilot).reader.article_id)
    assert mark.note == "who?\nthe **port** of course"
    assert "the port of course" in shown_text(pilot)


@exercise("note.editor")
async def _(pilot: Pilot[Any]) -> None:
    await _write_note(pilot, "who?")
    await do(pilot, "note.editor")
    assert "An editor can only be opened from a terminal" in shown_text(pilot)
    await do(pilot, "note.keep")
    with stored(pilot) as library:
        assert [mark.note for mark in library.passage_marks()] == ["who?"]


@exercise("note.cancel")
async def _(pilot: Pilot[Any]) -> None:
    await _write_note(pilot, "ask the port")
    await do(pilot, "note.cancel")
    assert isinstance(pilot.app.screen, ReadingRoom)
    with stored(pilot) as library:
        assert library.passage_marks() == ()


async def _open_rules(pilot: Pilot[Any]) -> RulesScreen:
    """Make two rules and open their list."""
    await _open_raw(pilot)
    await do(pilot, "reader.line_always", "reader.next", "reader.line_always", "app.rules")
    screen = pilot.app.screen
    assert isinstance(screen, RulesScreen)
    return screen


@exercise("rules.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_rules(pilot)
    first = screen.rules.selected
    await do(pilot, "rules.next")
    assert screen.rules.selected not in (None, first)


@exercise("rules.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_rules(pilot)
    first = screen.rules.selected
    await do(pilot, "rules.next", "rules.previous")
    assert screen.rules.selected == first


@exercise("rules.revoke")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_rules(pilot)
    revoked = screen.rules.selected
    await do(pilot, "rules.revoke")
    with stored(pilot) as library:
        assert len(library.corrections.rules()) == 1
        assert revoked not in library.corrections.rules()
        assert library.corrections.awaiting() == ()


@exercise("rules.undo")
async def _(pilot: Pilot[Any]) -> None:
    await _open_rules(pilot)
    await do(pilot, "rules.revoke", "rules.undo")
    with stored(pilot) as library:
        assert [rule.lines > 0 for rule in library.corrections.rules()] == [True, True]


@exercise("rules.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open_rules(pilot)
    await do(pilot, "rules.close")


async def _to_versions(pilot: Pilot[Any]) -> ArticleRow:
    """Put the cursor of the list on an article whose text has two versions."""
    room = room_of(pilot)
    row = next(row for row in room._library.rows(room.article_list.ids) if row.versions == 2)
    room.article_list.move_to_article(row.id)
    await settle(pilot)
    return row


async def _open_versions(pilot: Pilot[Any]) -> VersionsScreen:
    """Show the versions of a text, the last of the two chosen."""
    await _to_versions(pilot)
    await do(pilot, "article.versions")
    screen = pilot.app.screen
    assert isinstance(screen, VersionsScreen)
    await do(pilot, "versions.next")
    assert screen._position == 1
    return screen


@exercise("list.unfold")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    row = await _to_versions(pilot)
    folded = list(room.article_list.ids)
    await do(pilot, "list.unfold")
    place = folded.index(row.id)
    with stored(pilot) as library:
        (other,) = (each.id for each in library.versions.of(row.id) if each.id != row.id)
        assert list(room.article_list.ids) == [*folded[: place + 1], other, *folded[place + 1 :]]
        assert list(library.ids()) == list(room.article_list.ids)
    await do(pilot, "list.next", "list.unfold")
    assert list(room.article_list.ids) == folded
    assert room.article_list.cursor == place


@exercise("article.versions")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "article.versions")
    assert len(pilot.app.screen_stack) == 1
    assert "only this version" in room_of(pilot).status.message
    row = await _to_versions(pilot)
    await do(pilot, "list.open")
    assert "one of 2 versions · D shows them" in shown_text(pilot)
    await do(pilot, "article.versions")
    screen = pilot.app.screen
    assert isinstance(screen, VersionsScreen)
    assert screen.chosen is not None
    assert screen.chosen.row.id == row.id


@exercise("versions.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    assert "changed since the one before" in shown_text(pilot)
    await do(pilot, "versions.next")
    assert screen._position == 1


@exercise("versions.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    await do(pilot, "versions.previous")
    assert screen._position == 0
    assert "the first version" in shown_text(pilot)


@exercise("versions.next_change")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    await do(pilot, "versions.next_change")
    assert screen._text.cursor_key == 1


@exercise("versions.previous_change")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    await do(pilot, "versions.next_change", "versions.previous_change")
    assert screen._text.cursor_key == 0


@exercise("versions.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    await do(pilot, "versions.previous")
    await pilot.resize_terminal(80, 16)
    await do(pilot, "versions.page_down")
    assert screen._text.scroll_offset.y > 0


@exercise("versions.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    await do(pilot, "versions.previous")
    await pilot.resize_terminal(80, 16)
    await do(pilot, "versions.page_down", "versions.page_up")
    assert screen._text.scroll_offset.y == 0


@exercise("versions.base")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    await do(pilot, "versions.base")
    assert screen._is_against_origin
    await do(pilot, "versions.previous")
    assert "the one you came from" in shown_text(pilot)
    await do(pilot, "versions.base")
    assert "the first version" in shown_text(pilot)


@exercise("versions.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_versions(pilot)
    assert screen.chosen is not None
    await do(pilot, "versions.open")
    room = room_of(pilot)
    assert isinstance(pilot.app.screen, ReadingRoom)
    assert room.view.focused is Pane.READER
    assert room.reader.article_id == screen.chosen.row.id


@exercise("versions.apart")
async def _(pilot: Pilot[Any]) -> None:
    everything = len(room_of(pilot).article_list.ids)
    screen = await _open_versions(pilot)
    assert screen.chosen is not None
    apart = screen.chosen.row.id
    await do(pilot, "versions.apart")
    assert "not the same" in shown_text(pilot).splitlines()[2]
    with stored(pilot) as library:
        assert library.row(apart).versions == 1
    await do(pilot, "versions.apart")
    with stored(pilot) as library:
        assert library.row(apart).versions == 2
    await do(pilot, "versions.apart", "versions.close")
    assert len(room_of(pilot).article_list.ids) == everything + 1


@exercise("versions.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open_versions(pilot)
    await do(pilot, "versions.close")
    assert isinstance(pilot.app.screen, ReadingRoom)


async def _open_help(pilot: Pilot[Any]) -> HelpScreen:
    await do(pilot, "app.help")
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


@exercise("help.down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_help(pilot)
    await do(pilot, "help.down")
    assert screen._page.scroll_offset.y == 1


@exercise("help.up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_help(pilot)
    await do(pilot, "help.down", "help.up")
    assert screen._page.scroll_offset.y == 0


@exercise("help.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_help(pilot)
    await do(pilot, "help.page_down")
    assert screen._page.scroll_offset.y > 10


@exercise("help.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_help(pilot)
    await do(pilot, "help.page_down", "help.page_up")
    assert screen._page.scroll_offset.y == 0


@exercise("help.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open_help(pilot)
    await do(pilot, "help.close")
    assert isinstance(pilot.app.screen, ReadingRoom)


@exercise("versions.help")
async def _(pilot: Pilot[Any]) -> None:
    await _open_versions(pilot)
    await do(pilot, "versions.help")
    assert isinstance(pilot.app.screen, HelpScreen)

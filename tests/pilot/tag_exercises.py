"""Exercises of the list of tags."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from articles.library import Library
from articles.model import TagCount
from tests.library.building import add, annotate
from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, stored
from tui.screens.reading_room import ReadingRoom
from tui.screens.tag_list import TagListScreen


async def _open_list(pilot: Pilot[Any]) -> TagListScreen:
    """Open the list of two tags, of which the first article bears both and the second one."""
    room = room_of(pilot)
    for tag in ("ports", "polar"):
        await do(pilot, "article.tag")
        await type_text(pilot, tag)
        await do(pilot, "tags.apply")
    await do(pilot, "list.next", "article.repeat_tag", "app.tags")
    screen = pilot.app.screen
    assert isinstance(screen, TagListScreen)
    assert room.tagging is not None
    return screen


def _borne(pilot: Pilot[Any]) -> dict[str, int]:
    with stored(pilot) as library:
        return {tag.name: tag.articles for tag in library.tags.all()}


async def _rename(pilot: Pilot[Any], name: str) -> None:
    await do(pilot, "tag_list.rename")
    await press(pilot, "ctrl-u")
    await type_text(pilot, name)
    await do(pilot, "name.keep")


@exercise("app.tags")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "app.tags")
    assert "There are no tags yet" in shown_text(pilot)


@exercise("tag_list.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_list(pilot)
    assert screen.tags.selected == "polar"
    await do(pilot, "tag_list.next")
    assert screen.tags.selected == "ports"


@exercise("tag_list.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_list(pilot)
    await do(pilot, "tag_list.next", "tag_list.previous")
    assert screen.tags.selected == "polar"


@exercise("tag_list.open")
async def _(pilot: Pilot[Any]) -> None:
    await _open_list(pilot)
    room = room_of(pilot)
    bearing = set(room.article_list.ids[:2])
    await do(pilot, "tag_list.open")
    assert set(room.article_list.ids) == bearing
    assert "“#polar”" in shown_text(pilot)


@exercise("tag_list.rename")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_list(pilot)
    await _rename(pilot, "far north")
    assert _borne(pilot) == {"far north": 2, "ports": 1}
    assert "#far north" in shown_text(pilot)
    await do(pilot, "tag_list.undo")
    await do(pilot, "tag_list.next")
    assert screen.tags.selected == "ports"
    await _rename(pilot, "Polar")
    assert _borne(pilot) == {"polar": 2}
    await do(pilot, "tag_list.undo")
    assert _borne(pilot) == {"polar": 2, "ports": 1}
    await do(pilot, "tag_list.close", "marks.redo")
    assert _borne(pilot) == {"polar": 2}


@exercise("tag_list.take_off")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_list(pilot)
    await do(pilot, "tag_list.take_off")
    assert _borne(pilot) == {"ports": 1}
    assert screen.tags.selected == "ports"


@exercise("list.tag_rule")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.tag_rule")
    assert "All articles are listed" in room_of(pilot).status.message
    await do(pilot, "search.open")
    await type_text(pilot, "bridge")
    await do(pilot, "search.accept", "list.tag_rule")
    await type_text(pilot, "crossings")
    await do(pilot, "name.keep")
    path = room_of(pilot)._library.path
    with stored(pilot) as library:
        assert [(rule.query, rule.tag) for rule in library.tag_rules.all()] == [("bridge*", "crossings")]
        annotate(library, add(library, 990))
        assert library.tags.all() == (TagCount("crossings", 1),)
    await do(pilot, "app.tags", "tag_list.next")
    screen = pilot.app.screen
    assert isinstance(screen, TagListScreen)
    assert "Whenever an article comes" in shown_text(pilot)
    assert screen.tags.rule is not None
    await do(pilot, "tag_list.take_off")
    with Library.open(path) as library:
        assert library.tag_rules.all() == ()
    await do(pilot, "tag_list.undo")
    with Library.open(path) as library:
        assert [rule.tag for rule in library.tag_rules.all()] == ["crossings"]


@exercise("tag_list.undo")
async def _(pilot: Pilot[Any]) -> None:
    await _open_list(pilot)
    await do(pilot, "tag_list.take_off", "tag_list.undo")
    assert _borne(pilot) == {"polar": 2, "ports": 1}


@exercise("tag_list.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open_list(pilot)
    await do(pilot, "tag_list.close")
    assert isinstance(pilot.app.screen, ReadingRoom)

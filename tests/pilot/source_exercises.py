"""Exercises of the commands that bring articles: update, full text, add, and the browser; with a server on loopback."""

from __future__ import annotations

import asyncio
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from articles.model import Article, Block, BlockKind, Markup, MarkupKind, Source, SourceKind
from tests.library.building import raw
from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, stored
from tests.pilot.settling import settle
from tests.serving import Answer, Server, serving
from tests.unit.updating.feed_making import PARAGRAPHS, Item, feed, page
from tui.screens.add_prompt import AddPrompt
from tui.screens.reading_room import ReadingRoom


@asynccontextmanager
async def with_feed(pilot: Pilot[Any]) -> AsyncIterator[Server]:
    """A server with a feed to which the library is subscribed, and an engine that needs no model."""
    with serving() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROADSHEET_ENGINE", "plain")
        server.pages["/feed"] = feed(Item("1", "Bridge opens at last", server.address("/bridge")))
        with stored(pilot) as library:
            library.sources.subscribe(SourceKind.FEED, server.address("/feed"))
        yield server


async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Let the app go on until something holds."""

    async def waiting() -> None:
        while not holds():
            await pilot.pause(0)

    await asyncio.wait_for(waiting(), 30)


async def go_to(pilot: Pilot[Any], title: str) -> int:
    """Put the cursor of the list on an article; its id."""
    room = room_of(pilot)
    rows = room._library.rows(room._library.ids())
    identity = next(row.id for row in rows if row.title == title)
    assert room.article_list.move_to_article(identity)
    await settle(pilot)
    return identity


def sources(pilot: Pilot[Any]) -> tuple[Source, ...]:
    with stored(pilot) as library:
        return library.sources.all()


@exercise("sources.update")
async def _(pilot: Pilot[Any]) -> None:
    async with with_feed(pilot) as server:
        await do(pilot, "sources.update")
        assert "1 added" in room_of(pilot).status.message, room_of(pilot).status.message
        await go_to(pilot, "Bridge opens at last")
        server.pages["/feed"] = Answer(status=503)
        await do(pilot, "sources.update")
        assert "trouble" in room_of(pilot).status.message
        assert room_of(pilot).status.is_error


@exercise("article.fetch")
async def _(pilot: Pilot[Any]) -> None:
    async with with_feed(pilot) as server:
        room = room_of(pilot)
        await do(pilot, "sources.update")
        identity = await go_to(pilot, "Bridge opens at last")
        assert "summary · F fetches the full text" in shown_text(pilot)
        await do(pilot, "list.open", "article.fetch")
        assert "not found" in room.status.message
        assert room.opening.shown is not None
        assert room.opening.shown.row.is_summary
        server.pages["/bridge"] = page("Bridge opens at last", ["Short of it. And then all of it.", *PARAGRAPHS])
        await do(pilot, "article.fetch")
        assert room.reader.article_id == identity
        assert "all of it" in room.opening.shown.view.article.blocks[room.reader.position[0]].text
        assert PARAGRAPHS[1][:30] in shown_text(pilot)
        assert "summary ·" not in shown_text(pilot)
        assert "full text is here" in room.status.message


def _watch_browser() -> list[str]:
    """Have addresses opened by a browser that only remembers them."""
    opened: list[str] = []

    class Browser(webbrowser.BaseBrowser):
        """Opens nothing."""

        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            """Remember it."""
            opened.append(url)
            return True

    webbrowser.register("test", None, Browser("test"), preferred=True)
    return opened


@exercise("reader.links")
async def _(pilot: Pilot[Any]) -> None:
    opened = _watch_browser()
    await do(pilot, "list.open", "reader.links")
    assert "There are no links" in room_of(pilot).status.message
    links = (
        Markup(0, 3, MarkupKind.LINK, "https://example.org/a"),
        Markup(8, 13, MarkupKind.LINK, "javascript:alert(1)"),
    )
    paragraphs = tuple(Block(BlockKind.PARAGRAPH, "one and other", markup=(each,)) for each in links)
    with stored(pilot) as library:
        library.store_article(raw(991), Article("Linked to", paragraphs))
    room_of(pilot).listing.refresh()
    await settle(pilot)
    await go_to(pilot, "Linked to")
    await do(pilot, "list.open", "reader.links")
    assert "1  one · https://example.org/a" in shown_text(pilot)
    assert "javascript" not in shown_text(pilot)
    await press(pilot, "1")
    assert opened == ["https://example.org/a"]


@exercise("article.browser")
async def _(pilot: Pilot[Any]) -> None:
    opened = _watch_browser()
    await go_to(pilot, "The quiet ship")
    await do(pilot, "article.browser")
    assert "No address is known" in room_of(pilot).status.message
    async with with_feed(pilot) as server:
        await do(pilot, "sources.update")
        await go_to(pilot, "Bridge opens at last")
        await do(pilot, "article.browser")
        assert opened == [server.address("/bridge")]


async def _open_prompt(pilot: Pilot[Any], typed: str) -> None:
    await do(pilot, "list.add")
    assert isinstance(pilot.app.screen, AddPrompt)
    await type_text(pilot, typed)


@exercise("list.add")
async def _(pilot: Pilot[Any]) -> None:
    await _open_prompt(pilot, "/nowhere/at-all.txt")
    await press(pilot, "Enter")
    assert "no such file" in room_of(pilot).status.message


@exercise("add.accept")
async def _(pilot: Pilot[Any]) -> None:
    async with with_feed(pilot) as server:
        server.pages["/ferry"] = page("Ferry sails again")
        await _open_prompt(pilot, server.address("/ferry"))
        await do(pilot, "add.accept")
        assert "1 added" in room_of(pilot).status.message, room_of(pilot).status.message
        await go_to(pilot, "Ferry sails again")
        server.pages["/"] = page("Courier", head='<link rel="alternate" type="application/rss+xml" href="/other">')
        server.pages["/other"] = feed(Item("a"), title="Other")
        await _open_prompt(pilot, server.address("/"))
        await do(pilot, "add.accept")
        assert {source.title for source in sources(pilot)} == {"", "Other"}


def _watched(pilot: Pilot[Any]) -> Path:
    """A new folder."""
    folder = room_of(pilot)._library.path.parent / "watched"
    folder.mkdir()
    return folder


@exercise("add.subscribe")
async def _(pilot: Pilot[Any]) -> None:
    folder = _watched(pilot)
    await _open_prompt(pilot, str(folder))
    await do(pilot, "add.subscribe")
    assert [(source.kind, source.address) for source in sources(pilot)] == [(SourceKind.FOLDER, str(folder))]


@exercise("add.cancel")
async def _(pilot: Pilot[Any]) -> None:
    await _open_prompt(pilot, "/nowhere/at-all.txt")
    await do(pilot, "add.cancel")
    assert isinstance(pilot.app.screen, ReadingRoom)
    assert room_of(pilot).status.message == ""

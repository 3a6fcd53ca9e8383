"""The served room in a real browser: headless Chromium, as Debian has it, driven by Playwright."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator

import pyte
import pytest
from playwright.async_api import Page, WebSocket, async_playwright
from yarl import URL

from tests.terminal.session import PATIENCE_SECONDS
from tests.terminal.test_serve import Served, served

__all__ = ["served"]

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="there is no Chromium: apt-get install chromium")


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """A page of a browser."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield await browser.new_page(viewport={"width": 1300, "height": 800})
        await browser.close()


class Watched:
    """What the room sends to a page, drawn as the page draws it: that itself is a canvas, and has no text."""

    def __init__(self, page: Page) -> None:
        self._changed = asyncio.Event()
        self._screen = pyte.Screen(80, 24)
        page.on("websocket", self._opened)

    async def shows(self, words: str, *, is_there: bool = True) -> None:
        """Wait until the screen shows some words, or shows them no more."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while any(words in line for line in self._screen.display) != is_there:
                self._changed.clear()
                await self._changed.wait()

    def _opened(self, socket: WebSocket) -> None:
        asked = URL(socket.url).query
        self._screen.resize(int(asked["height"]), int(asked["width"]))
        stream = pyte.ByteStream(self._screen)

        def draw(sent: bytes | str) -> None:
            if isinstance(sent, bytes):
                stream.feed(sent)
                self._changed.set()

        socket.on("framereceived", draw)


async def test_the_room_is_shown_in_a_browser_and_keys_work(served: Served, page: Page) -> None:
    room = Watched(page)
    await page.goto(str(served.address))
    await page.wait_for_selector("body.-first-byte .xterm", timeout=PATIENCE_SECONDS * 1000)
    await room.shows("? keys")
    await page.focus(".xterm-helper-textarea")
    await page.keyboard.press("?")
    await room.shows("Go to the next article")
    await page.keyboard.press("q")
    await room.shows("Go to the next article", is_there=False)
    await page.keyboard.type("tseen here")
    await page.keyboard.press("Enter")
    await room.shows("Tagged #seen here")

"""`broadsheet serve`: the room over a web socket, as a browser gets it, and nobody else."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pyte
import pytest
from yarl import URL

from tests.terminal.session import PATIENCE_SECONDS, PROGRAM

_COLUMNS, _ROWS = 120, 36


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs."""

    process: subprocess.Popen[str]
    address: URL
    """What it has printed, with the key."""


@pytest.fixture
def served(sample_library: Path) -> Iterator[Served]:
    """The samples, served on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = (*PROGRAM, "serve", "--port", str(port), "--library", str(sample_library))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/\?key=\S+", process.stdout.readline())
        assert found is not None
        yield Served(process, URL(found[0]))
        process.terminate()


async def _shown(socket: aiohttp.ClientWebSocketResponse, screen: pyte.Screen, words: str) -> None:
    """Draw what the room sends until its screen shows some words."""
    stream = pyte.ByteStream(screen)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not any(words in line for line in screen.display):
            message = await socket.receive()
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
            if message.type is aiohttp.WSMsgType.BINARY:
                stream.feed(message.data)


async def test_the_room_is_shown_and_keys_work(served: Served) -> None:
    screen = pyte.Screen(_COLUMNS, _ROWS)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
        page = await browser.get(served.address)
        assert page.status == 200
        address = served.address.with_path("/ws").with_query(width=_COLUMNS, height=_ROWS)
        origin = str(served.address.origin())
        async with browser.ws_connect(address, headers={"Origin": origin}) as room:
            await _shown(room, screen, "? keys")
            await room.send_json(["stdin", "?"])
            await _shown(room, screen, "Go to the next article")
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(PATIENCE_SECONDS) == 0


@pytest.mark.parametrize("path", ["/", "/ws", "/static/js/textual.js"])
@pytest.mark.parametrize(
    ("headers", "query"),
    [
        ({}, ""),
        ({}, "key=wrong"),
        ({"Host": "evil.example"}, "right"),
        ({"Origin": "http://evil.example"}, "right"),
        ({"Origin": "null"}, "right"),
    ],
)
async def test_nobody_else_is_let_in(served: Served, path: str, headers: dict[str, str], query: str) -> None:
    asked = served.address.with_path(path)
    address = asked.with_query(served.address.query) if query == "right" else asked.with_query(query)
    async with aiohttp.ClientSession() as stranger:
        answer = await stranger.get(address, headers=headers)
        assert answer.status == 403
        assert "Broadsheet</title>" not in await answer.text()


def test_a_port_in_use_is_told_in_one_line(served: Served, sample_library: Path) -> None:
    command = (*PROGRAM, "serve", "--port", str(served.address.port), "--library", str(sample_library))
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("broadsheet: cannot listen on port")
    assert done.stderr.count("\n") == 1

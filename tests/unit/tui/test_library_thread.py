"""The thread that asks the library: what is ordered is done, what is no longer waited for is not asked."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Awaitable
from pathlib import Path

from articles.library import Library
from tui.library_thread import LibraryThread


async def _awaiting(deed: Awaitable[None]) -> None:
    await deed


async def _cancelled(deed: Awaitable[None]) -> None:
    """Begin to wait for a deed and give up."""
    waiting = asyncio.ensure_future(_awaiting(deed))
    await asyncio.sleep(0)
    waiting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await waiting


async def test_what_is_ordered_is_done_though_nobody_waits_for_it(tmp_path: Path) -> None:
    thread, gate, done = LibraryThread(tmp_path / "library", "writing"), threading.Event(), list[int]()

    def hold(library: Library) -> None:
        gate.wait()

    def note(library: Library, number: int) -> None:
        done.append(number)

    held = thread.order(hold)
    for number in range(3):
        await _cancelled(thread.order(note, number))
    await _cancelled(thread.ask(note, 99))
    gate.set()
    await held
    thread.close()
    assert done == [0, 1, 2]

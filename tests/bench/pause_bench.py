"""How long the screen is held up while articles are annotated; `annotation_bench` prints it with its own figures.

A real room is opened without a terminal on a library in which articles wait, and a short timer in its event loop tells
how late it rings: while they are annotated, with a reader who goes down the list and back, and then in the same room
with nothing to do, which is the noise of the machine.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from textual.pilot import Pilot

from articles.library import Library
from articles.model import Article, RawDocument, SourceFormat
from tests.bench.synthetic import synthetic_library
from tui.app import Broadsheet

MOST_MILLISECONDS = 30.0
"""The longest pause that is allowed."""

_TICK = 0.002
_KEY_EVERY = 0.5
_KEYS = "j" * 20 + "k" * 20
_SETTLING_SECONDS = 3.0
_IDLE_SECONDS = 10.0
_RETRIEVED_AT = datetime(2025, 6, 1, 12, tzinfo=UTC)
_THREAD = Path("/proc/thread-self/schedstat")


@dataclass(slots=True)
class Pauses:
    """How late a short timer rang in an event loop, in milliseconds."""

    late: list[float] = field(default_factory=list)
    queued: list[float] = field(default_factory=list)
    """How long of that the thread could have run, but other processes had the machine's cores; 0 where not known."""

    async def measure(self) -> None:
        """Measure until cancelled."""
        while True:
            began, queued = perf_counter(), _queued()
            await asyncio.sleep(_TICK)
            self.late.append((perf_counter() - began - _TICK) * 1000)
            self.queued.append((_queued() - queued) * 1000)

    @property
    def longest(self) -> float:
        """The longest pause."""
        return max(self.late)

    @property
    def longest_own(self) -> float:
        """The longest pause without what others took of it."""
        return max(late - queued for late, queued in zip(self.late, self.queued, strict=True))

    @property
    def over(self) -> int:
        """How many were longer than is allowed."""
        return sum(late >= MOST_MILLISECONDS for late in self.late)


def _queued() -> float:
    """Seconds for which this thread has waited for a core, as Linux counts them."""
    with suppress(OSError, ValueError, IndexError):
        return int(_THREAD.read_text("ascii").split()[1]) / 1e9
    return 0.0


def report(articles: Sequence[Article], count: int) -> Iterator[str]:
    """The lines of the report.

    Args:
        articles: What is annotated; invented articles where there are none.
        count: How many of those are invented.
    """
    with TemporaryDirectory() as folder:
        os.environ["BROADSHEET_CONFIG"] = folder
        path = Path(folder) / "waiting.library"
        if articles:
            _store(path, articles)
        else:
            synthetic_library(path, count)
        busy, idle, annotated = asyncio.run(_pauses(path))
    is_reached = "reached" if busy.longest < MOST_MILLISECONDS else "not reached"
    yield (
        f"longest pause of the screen while {annotated} articles are annotated: {busy.longest:.1f} ms"
        f" (under {MOST_MILLISECONDS:.0f}: {is_reached}), {busy.over} of {len(busy.late):,} ticks as long"
    )
    yield (
        f"  without waiting for a core that other processes had: {busy.longest_own:.1f} ms;"
        f" in the same room at rest: {idle.longest:.1f} ms, {idle.longest_own:.1f} ms"
    )


def _store(path: Path, articles: Sequence[Article]) -> None:
    """Store articles, which then wait for annotation."""
    with Library.open(path) as library:
        for number, article in enumerate(articles):
            content = f"{number} {article.title}".encode()
            library.store_article(RawDocument(content, f"/{number}.txt", SourceFormat.TEXT, _RETRIEVED_AT), article)


async def _pauses(path: Path) -> tuple[Pauses, Pauses, int]:
    """The pauses of a room while it annotates what waits, and of the same at rest; and how many it annotated."""
    room = Broadsheet(path)
    with Library.open(path) as library:
        waiting = library.counts().waiting
        async with room.run_test(size=(120, 36)) as pilot:
            while not room.room.status.progress:
                await pilot.pause(0)
            async with _measured() as busy:
                await _read_until_done(pilot, library)
            await asyncio.sleep(_SETTLING_SECONDS)
            async with _measured() as idle:
                await asyncio.sleep(_IDLE_SECONDS)
        return busy, idle, waiting - library.counts().waiting


@asynccontextmanager
async def _measured() -> AsyncIterator[Pauses]:
    pauses = Pauses()
    measuring = asyncio.create_task(pauses.measure())
    yield pauses
    measuring.cancel()


async def _read_until_done(pilot: Pilot[Any], library: Library) -> None:
    """Go down the list and back until nothing waits or the pipeline has given up."""
    for key in cycle(_KEYS):
        await asyncio.sleep(_KEY_EVERY)
        if not library.counts().waiting or not pilot.app.workers:
            return
        await pilot.press(key)

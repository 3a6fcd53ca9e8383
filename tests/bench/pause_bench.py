"""How long the screen is held up while articles are annotated. Run: python -m tests.bench.pause_bench [FILE].

FILE holds an article a line, as `annotation_bench` reads it; without it invented articles are annotated. A real room
is opened on a library in which they wait, and a short timer in its event loop tells how late it rings: first in a room
with nothing to do, then until the last article is annotated, with a reader who goes down the list meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from articles.library import Library
from articles.model import Article, RawDocument, SourceFormat
from tests.bench.annotation_bench import read_articles
from tui.app import Broadsheet

MOST_MILLISECONDS = 30
_TICK = 0.002
_IDLE_SECONDS = 10.0
_KEY_EVERY = 0.5
_RETRIEVED_AT = datetime(2025, 6, 1, 12, tzinfo=UTC)


@dataclass(slots=True)
class Heartbeat:
    """How late a short timer rang in an event loop."""

    late: list[float] = field(default_factory=list)
    """Seconds, one for each time."""
    waited: list[float] = field(default_factory=list)
    """Of each, the seconds in which the thread could have run and the machine had no core for it."""

    async def beat(self) -> None:
        """Measure until cancelled."""
        while True:
            began, queued = perf_counter(), _queued()
            await asyncio.sleep(_TICK)
            self.late.append(perf_counter() - began - _TICK)
            self.waited.append(_queued() - queued)
            if self.late[-1] > 0.03:
                print("late", self.late[-1], self.waited[-1])

    def words(self) -> str:
        """The longest pauses in a line."""
        worst = max(range(len(self.late)), key=lambda at: self.late[at])
        own = max(late - waited for late, waited in zip(self.late, self.waited, strict=True))
        over = sum(late * 1000 > MOST_MILLISECONDS for late in self.late)
        return (
            f"longest pause {self.late[worst] * 1000:.1f} ms ({self.waited[worst] * 1000:.1f} of it for want of a core),"
            f" without such waiting {own * 1000:.1f} ms; {over} of {len(self.late):,} over {MOST_MILLISECONDS}"
        )


def _queued() -> float:
    """Seconds in which this thread has waited for a core so far."""
    with suppress(OSError, IndexError):
        return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e9
    return 0.0


def fill(path: Path, articles: Sequence[Article]) -> None:
    """Store articles, which then wait for annotation."""
    with Library.open(path) as library:
        for number, article in enumerate(articles):
            raw = RawDocument(f"{number}\n{article.title}".encode(), f"/{number}.txt", SourceFormat.TEXT, _RETRIEVED_AT)
            library.store_article(raw, article)


async def pauses(path: Path) -> tuple[Heartbeat, Heartbeat, int]:
    """The pauses of a room at rest and of one that annotates, and how many articles it annotated."""
    app = Broadsheet(path)
    with Library.open(path) as library:
        async with app.run_test(size=(120, 36)) as pilot:
            while not app.room.status.progress: await pilot.pause(0)
            annotating = Heartbeat()
            beating = asyncio.create_task(annotating.beat())
            step = 0
            while library.counts().waiting:
                await asyncio.sleep(_KEY_EVERY)
                step += 1
                await pilot.press("k" if step % 40 > 20 else "j")
            beating.cancel()
            await asyncio.sleep(3.0)
            idle = Heartbeat()
            beating = asyncio.create_task(idle.beat())
            await asyncio.sleep(_IDLE_SECONDS)
            beating.cancel()
        return idle, annotating, library.counts().articles


def main() -> None:
    articles = read_articles(Path(sys.argv[1]), int(sys.argv[2]))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BROADSHEET_CONFIG"] = folder
        path = Path(folder) / "l.library"
        fill(path, articles)
        t = perf_counter()
        idle, annotating, n = asyncio.run(pauses(path))
        print(perf_counter() - t)
    print("idle", idle.words())
    print("annotating", annotating.words())


if __name__ == "__main__":
    main()

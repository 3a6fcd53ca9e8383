"""How long the library takes at 100 and at 100,000 articles. Run: python -m tests.bench.library_bench [ROWS ...]."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from articles.library import Library
from articles.model import EventSlots
from articles.query import Query, parse
from articles.reading.entity_card import entity_card
from articles.reading.timeline import timeline
from tests.bench.synthetic import synthetic_library

SIZES = (100, 100_000)
QUERIES = (
    "contract",
    '"safety report"',
    "harb*",
    "tag:harbour",
    "is:unread",
    "after:2020-01-01 before:2020-02-01",
    "source:courier title:bridge",
)
TIMELINES = ("is:unread", "tag:harbour", "source:courier title:bridge", "after:2020-01-01 before:2020-02-01")
_REPEATS = 7
_PAGE = 200
_MENTIONS = 2
_VERSIONS = 3


def timings(path: Path) -> Iterator[tuple[str, float]]:
    """What was asked, and the median of its time in milliseconds."""
    with Library.open(path) as library:
        everything = library.ids()
        middle = everything[len(everything) // 2 :][:_PAGE]
        slots = EventSlots(0, 0, "strike", "strike", actors=frozenset({1, 2, 3}), countries=frozenset({"NO", "KE"}))
        yield "open", _milliseconds(lambda: Library.open(path).close())
        yield "ids of all", _milliseconds(library.ids)
        yield "ids of all, unfolded", _milliseconds(partial(library.ids, is_folded=False))
        yield "ids of the first page", _milliseconds(partial(library.ids, limit=_PAGE))
        yield "a page of rows", _milliseconds(partial(library.rows, middle))
        yield "counts", _milliseconds(library.counts)
        for text in QUERIES:
            yield f"ids of {text}", _milliseconds(partial(library.ids, parse(text)))
        yield "links of an article", _milliseconds(partial(library.links, middle[0]))
        yield "links of a block", _milliseconds(partial(library.links, middle[0], 0))
        names = library.entity_listing.ids()
        yield "names, the first page", _milliseconds(partial(library.entity_listing.ids, limit=_PAGE))
        yield "names, all", _milliseconds(library.entity_listing.ids)
        yield "names that begin so", _milliseconds(partial(library.entity_listing.ids, "pers 12"))
        yield "a page of names", _milliseconds(partial(library.entity_listing.rows, names[:_PAGE]))
        yield "the card of a name in half the articles", _milliseconds(partial(entity_card, library, names[0]))
        yield "the card of a rare name", _milliseconds(partial(entity_card, library, names[-1]))
        yield "events", _milliseconds(library.events)
        yield "a timeline", _milliseconds(lambda: timeline(library, Query()))
        for text in TIMELINES:
            yield f"a timeline of {text}", _milliseconds(partial(timeline, library, parse(text)))
        yield "candidates for a mention", _milliseconds(partial(library.event_candidates, [slots]))


def _milliseconds(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(_REPEATS):
        start = perf_counter()
        ask()
        times.append(perf_counter() - start)
    return median(times) * 1000


def main(sizes: tuple[int, ...]) -> None:
    """Print a table with a column for each size."""
    results: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            start = perf_counter()
            path = synthetic_library(Path(folder) / f"{rows}.broadsheet", rows, mentions=_MENTIONS, versions=_VERSIONS)
            made = perf_counter() - start
            results.append({"making it (s)": made, "size (MB)": path.stat().st_size / 1e6, **dict(timings(path))})
    _write(f"{'milliseconds, rows:':<44}" + "".join(f"{rows:>12,}" for rows in sizes))
    for name in results[0]:
        _write(f"{name:<44}" + "".join(f"{result[name]:>12.2f}" for result in results))


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)

"""How long linking one more article takes: python -m tests.bench.linking_bench [SIZE ...], 100 and 2,000 if left out.

To annotate all 21,000 articles takes an hour.

The articles are those of `old_news`. Some are held back; the others fill libraries of these sizes. They lie there as
linking finds them, with their names, events and slots, but are not linked to each other, which would take hours. Then
articles held back are linked one after the other. Linking is measured in processor time, queries by the clock.
`--cache FOLDER` keeps annotations and libraries, so that a second run begins there.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial, wraps
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from articles.library import Library
from articles.linking import clusters, comparing, entities, events
from articles.linking.slots import event_slots
from articles.model import Annotations, Article, Linked, RawDocument, SourceFormat
from articles.reading.crossrefs import article_cross_references, cross_references, reported_elsewhere
from articles.run import link_article
from tests.bench.old_news import annotate_into, found_in, old_news
from tests.bench.screen_bench import FIRST_ROW, LAST_LINE, OURS, terminal

SIZES = (100, 2_000)
HELD_BACK = 200
"""Articles that no library is filled with."""
LINKED = 60
"""How many of them are linked."""
MOST_GROWTH = 1.5
"""The most by which the time to link may grow from the last size but one to the last."""
MOST_QUERY = 16.0
"""Milliseconds in which the side pane's query is answered 95 times of 100."""
ANNOTATIONS = "annotations"
_RETRIEVED_AT = datetime(2025, 6, 1, 12, tzinfo=UTC)


def fill(library: Library, articles: Sequence[Article], kept: Path, size: int) -> None:
    """Store articles, each event mention an event of its own, until the library has so many."""
    for number in range(HELD_BACK + library.counts().articles, HELD_BACK + size):
        store_unlinked(library, number, articles[number], found_in(kept, number))


def store_unlinked(library: Library, number: int, article: Article, found: Annotations) -> int:
    """Store an article, told from others by a number, with what is found in it; its id."""
    identity = library.store_article(raw(number), article).id
    known = library.known_entities({key for entity in found.entities for key in entities.keys(entity)})
    library.store_annotations(
        identity, found, entities.resolve(found.entities, known), partial(_unlinked, identity, article)
    )
    return identity


def _unlinked(identity: int, article: Article, found: Annotations, ids: tuple[int, ...]) -> Linked:
    slots = event_slots(identity, found, article, ids)
    return Linked(slots, (), tuple(-each.chain - 1 for each in slots))


def raw(number: int) -> RawDocument:
    """The raw document of an article, told from others by its number."""
    return RawDocument(b"%d" % number, f"/archive/{number}.txt", SourceFormat.TEXT, _RETRIEVED_AT)


class Stopwatch:
    """Tells how long the steps of linking take: it stands around the functions that do them."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def around(self, library: Library) -> Iterator[None]:
        """Measure the steps as long as the context lasts."""
        steps: tuple[tuple[str, Any, str], ...] = (
            ("names", library, "known_entities"),
            ("names", entities, "resolve"),
            ("candidates", library, "event_candidates"),
            ("comparing", comparing, "compare"),
            ("assigning", events, "chances_of"),
            ("assigning", library, "event_of"),
            ("assigning", clusters, "assign"),
            ("links", events, "links_of"),
        )
        before = [(owner, name, getattr(owner, name)) for _, owner, name in steps]
        for (step, owner, name), (*_, work) in zip(steps, before, strict=True):
            setattr(owner, name, self._timed(step, work))
        try:
            yield
        finally:
            for owner, name, work in before:
                setattr(owner, name, work)

    def _timed(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the step takes and gives
            start = process_time()
            try:
                return work(*arguments, **named)
            finally:
                self.seconds[step] += process_time() - start

        return timed


STEPS = ("names", "candidates", "comparing", "links", "assigning", "storing")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured at one size, times in milliseconds."""

    size: int
    steps: dict[str, list[float]]
    """For each step the time for each article."""
    whole: list[float]
    block_query: list[float]
    article_query: list[float]
    margin_query: list[float]
    links: float
    """Links an article."""
    bytes_an_article: float
    screen_mib: float
    """The most memory that the reading room takes, the article opened."""

    def as_json(self) -> dict[str, float]:
        """The figures under their names."""
        times = {"linking": self.whole, **self.steps}
        queries = {"pane": self.block_query, "whole article": self.article_query, "margin": self.margin_query}
        return {
            "articles": self.size,
            **{f"{name}, median ms": median(found) for name, found in times.items()},
            **{f"{name}, 95 % within ms": most(found) for name, found in times.items()},
            **{f"query of the {name}, 95 % within ms": most(found) for name, found in queries.items()},
            "links an article": self.links,
            "bytes an article": self.bytes_an_article,
            "screen MiB": self.screen_mib,
        }


def most(times: Sequence[float]) -> float:
    """What 95 of 100 stay within."""
    return quantiles(times, n=20)[-1]


def measured(path: Path, size: int, held_back: Sequence[tuple[Article, Annotations]]) -> Figures:
    """Link articles to a library one after the other, and ask about each as the side pane does."""
    steps: defaultdict[str, list[float]] = defaultdict(list)
    whole, identities = [], []
    with Library.open(path) as library:
        links, size_before = library.counts().links, path.stat().st_size
        for number, (article, found) in enumerate(held_back):
            identities.append(library.store_article(raw(number), article).id)
            watch = Stopwatch()
            with watch.around(library):
                start = process_time()
                link_article(library, identities[-1], article, found)
                seconds = process_time() - start
            watch.seconds["storing"] = seconds - sum(watch.seconds.values())
            whole.append(seconds * 1000)
            for step in STEPS:
                steps[step].append(watch.seconds[step] * 1000)
        library.close()
    grown = path.stat().st_size - size_before
    with Library.open(path) as library:
        blocks = [
            (identity, block) for identity in identities for block in range(len(library.article(identity).blocks))
        ]
        return Figures(
            size,
            steps,
            whole,
            [_seconds(partial(cross_references, library, *block)) * 1000 for block in blocks],
            [_seconds(partial(article_cross_references, library, identity)) * 1000 for identity in identities],
            [_seconds(partial(reported_elsewhere, library, identity)) * 1000 for identity in identities],
            (library.counts().links - links) / len(held_back),
            grown / len(held_back),
            screen_memory(path),
        )


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def screen_memory(path: Path) -> float:
    """The most memory in MiB that the reading room takes when the list and one article are shown."""
    with terminal("-c", OURS, str(path)) as opened:
        opened.wait_for(FIRST_ROW, LAST_LINE)
        opened.type("l")
        opened.wait_for_silence(1.0)
        return opened.peak_memory()


def filled(folder: Path, articles: Sequence[Article], sizes: Sequence[int]) -> Iterator[tuple[int, Path]]:
    """The libraries of a folder, each with so many articles; what is not there is made from the one before."""
    before: Path | None = None
    for size in sizes:
        path, growing = folder / f"{size}.library", folder / f"{size}.growing"
        if not path.exists():
            if before and not growing.exists():
                shutil.copy(before, growing)
            with Library.open(growing) as library:
                fill(library, articles, folder / ANNOTATIONS, size)
            growing.rename(path)
        yield size, path
        before = path


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table with a column for each size."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.linking_bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--cache", type=Path, help="keep annotations and libraries in this folder")
    parser.add_argument("--processes", type=int, default=2, help="annotate in so many processes")
    parser.add_argument("--linked", type=int, default=LINKED, help=f"link so many articles, at most {HELD_BACK}")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    sizes = sorted(chosen.sizes)
    with tempfile.TemporaryDirectory() as temporary:
        kept = chosen.cache or Path(temporary)
        articles = old_news()[: HELD_BACK + sizes[-1]]
        annotate_into(kept / ANNOTATIONS, articles, chosen.processes)
        linked = range(min(chosen.linked, HELD_BACK))
        held_back = [(articles[number], found_in(kept / ANNOTATIONS, number)) for number in linked]
        found = []
        for size, path in filled(kept, articles, sizes):
            copy = Path(temporary) / "measured.library"
            shutil.copy(path, copy)
            found.append(measured(copy, size, held_back))
            copy.unlink()
    _write(json.dumps([each.as_json() for each in found]) if chosen.json else "\n".join(report(found)))


def report(found: Sequence[Figures]) -> Iterator[str]:
    """The lines of the table, and what it comes to."""
    columns = [each.as_json() for each in found]
    yield f"{'articles':<44}" + "".join(f"{column.pop('articles'):>12,}" for column in columns)
    for name in columns[0]:
        yield f"{name:<44}" + "".join(f"{column[name]:>12,.1f}" for column in columns)
    if len(found) > 1:
        growth = median(found[-1].whole) / median(found[-2].whole)
        sizes = f"at {found[-1].size:,} as at {found[-2].size:,} articles"
        yield f"linking takes {growth:.2f} times as long {sizes} (at most {MOST_GROWTH})"
    slowest = max(most(each.block_query) for each in found)
    yield f"the pane's query is answered within {slowest:.1f} ms 95 times of 100 (at most {MOST_QUERY:.0f})"


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()

"""Whether the articles of one story are found among thousands of others: python -m tests.bench.candidates_bench [SIZE].

The articles of ECB+ dev are put into a library of news (see `linking_bench`). For each of them it is asked which others
it would be compared with. Told is how many of the pairs that report one event, as ECB+ marks it, are among these, and
how many are in a library of ECB+ alone. `--cache FOLDER` is that of `linking_bench`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from articles.annotation.engine import load_engine
from articles.library import Library
from articles.linking.slots import event_slots
from articles.model import EventSlots
from tests.bench.linking_bench import ANNOTATIONS, HELD_BACK, filled, store_unlinked
from tests.bench.old_news import annotate_into, old_news
from tests.quality.event_corpora import (
    DEFAULT_FOLDER,
    AnnotatedArticle,
    Corpus,
    annotated,
    read_records,
    with_mentions,
)
from tests.quality.marked_events import Mentions

SIZE = 10_000
_FIRST = 1_000_000
"""The number of the first article of ECB+, beyond those of the news."""

Pair = tuple[int, int]


def pairs_of_one_event(corpus: Corpus) -> set[Pair]:
    """The pairs of articles, by their numbers in the corpus and told from either, that report one marked event."""
    reporting: dict[str, set[int]] = {}
    for (article, _), chains in corpus.chains().items():
        for chain in chains:
            reporting.setdefault(chain, set()).add(article)
    return {(one, other) for found in reporting.values() for one in found for other in found if one != other}


def found_pairs(library: Library, read: Sequence[AnnotatedArticle]) -> set[Pair]:
    """The pairs of which the second is a candidate for the first, once all are in the library."""
    number_of: dict[int, int] = {}
    for number, each in enumerate(read, 1):
        number_of[store_unlinked(library, _FIRST + number, each.article, each.annotations)] = number
    return {
        (number, number_of[candidate.article])
        for identity, number in number_of.items()
        for candidate in library.event_candidates(_slots(library, identity))
        if candidate.article in number_of
    }


def _slots(library: Library, identity: int) -> Sequence[EventSlots]:
    found = library.annotations(identity)
    return event_slots(identity, found, library.article(identity), library.entity_ids(identity)) if found else ()


def report(kept: Path, size: int, processes: int) -> Iterator[str]:
    """The lines of the report."""
    articles = old_news()[: HELD_BACK + size]
    annotate_into(kept / ANNOTATIONS, articles, processes)
    engine = load_engine()
    read = [annotated(record, engine) for record in read_records(DEFAULT_FOLDER, "events")]
    pairs = pairs_of_one_event(with_mentions(read, Mentions.MARKED))
    ((_, path),) = filled(kept, articles, (size,))
    with tempfile.TemporaryDirectory() as temporary:
        among = Path(temporary) / "among.library"
        shutil.copy(path, among)
        for name, place in (("alone", Path(temporary) / "alone.library"), (f"among {size:,} others", among)):
            with Library.open(place) as library:
                right = len(pairs & found_pairs(library, read))
            yield f"candidates {name}: {right:,} of {len(pairs):,} pairs of one event, {right / len(pairs):.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.candidates_bench", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=SIZE)
    parser.add_argument("--cache", type=Path, help="keep annotations and libraries in this folder")
    parser.add_argument("--processes", type=int, default=2, help="annotate in so many processes")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        for line in report(chosen.cache or Path(temporary), chosen.size, chosen.processes):
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()

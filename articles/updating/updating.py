"""The facade: adds what is named, subscribes, updates, and fetches full texts, each in one run of the pipeline."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from articles.model import Subscription
from articles.pipeline import Pipeline
from articles.progress import Progress, Report
from articles.run import Run
from articles.sources.addresses import is_address
from articles.updating.addresses import add_addresses
from articles.updating.full_texts import fetch_full_texts
from articles.updating.rounds import due, go_round
from articles.updating.subscribing import sources_of, subscribe

if TYPE_CHECKING:
    from articles.sources.web import Limits
    from articles.updating.fetching import Fetching


class Updating:
    """Keeps a library up to date, in the thread that calls it.

    Args:
        library_path: The library; it is opened anew for each run, by the thread that runs it.
        on_progress: Called from that thread.
        cancelled: Set by any thread to stop a run; it returns its report promptly.
        annotates: Whether what waits is annotated at the end of a run.
        limits: How long to wait for an answer from the web; as long as is usual, where it is left out.
    """

    def __init__(
        self,
        library_path: Path,
        *,
        on_progress: Callable[[Progress], None] = lambda progress: None,
        cancelled: threading.Event | None = None,
        annotates: bool = True,
        limits: Limits | None = None,
    ) -> None:
        self._limits = limits
        self._cancelled = cancelled or threading.Event()
        self._pipeline = Pipeline(library_path, on_progress=on_progress, cancelled=self._cancelled, annotates=annotates)

    def update(self, ids: Sequence[int] = ()) -> Report:
        """Look at sources, at all that are in rotation where none is named, and store what is new. Blocks.

        Raises:
            NotFoundError: One that is named is not there.
            LibraryError: The library cannot be opened or written to. What was stored stays.
        """
        return self._run(lambda run, fetching: go_round(run, due(run, ids), fetching.subscribed))

    def subscribe(self, words: Sequence[str]) -> tuple[Report, tuple[Subscription, ...]]:
        """Subscribe to addresses, sites, folders and lists of feeds, and store what they have now. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to. What was stored stays.
        """
        made: list[Subscription] = []

        def deed(run: Run, fetching: Fetching) -> None:
            made.extend(subscribe(run, words, fetching))
            go_round(run, sources_of(made), fetching.subscribed)
            made[:] = [replace(each, source=run.library.sources.one(each.source.id)) for each in made]

        return self._run(deed), tuple(made)

    def add(self, words: Sequence[str], stdin: BinaryIO | None = None, *, subscribes_to_sites: bool = False) -> Report:
        """Store the files, folders and pages that are named; a feed that is named is subscribed to. Blocks.

        Args:
            words: Paths, addresses, and `-` for standard input.
            stdin: What `-` stands for; the process's own where it is left out.
            subscribes_to_sites: Whether the front page of a site stands for its feed; otherwise it is refused.

        Raises:
            LibraryError: The library cannot be opened or written to. What was stored stays.
        """
        from articles.sources import read_sources

        addresses = [word for word in words if is_address(word)]
        paths = [word for word in words if not is_address(word)]

        def deed(run: Run, fetching: Fetching) -> None:
            run.add(read_sources(paths, stdin=stdin))
            add_addresses(run, addresses, fetching, subscribes_to_sites=subscribes_to_sites)

        return self._run(deed) if addresses else self._pipeline.add(paths, stdin)

    def fetch(self, articles: Sequence[int]) -> Report:
        """Fetch the full text of articles that a feed tells only a summary of, or the pages of others anew. Blocks.

        Raises:
            NotFoundError: There is no such article.
            LibraryError: The library cannot be opened or written to. What was stored stays.
        """
        return self._run(lambda run, fetching: fetch_full_texts(run, articles, fetching))

    def _run(self, deed: Callable[[Run, Fetching], None]) -> Report:
        from articles.sources.web import Limits
        from articles.updating.fetching import Fetching

        def with_web(run: Run) -> None:
            with Fetching(self._cancelled, self._limits or Limits()) as fetching:
                deed(run, fetching)

        return self._pipeline.run(with_web)

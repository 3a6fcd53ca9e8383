"""The one road from a source to the library: read, clean, store, annotate, link."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from articles.library import Library
from articles.progress import Progress, Report, Stage
from articles.run import Run
from articles.workforce import Cancelled, Workforce


def _ignore(progress: Progress) -> None:
    """Report to nobody."""


class Pipeline:
    """Adds and annotates in the thread that calls it, with the heavy work in one worker process.

    Args:
        library_path: The library; it is opened anew for each run, by the thread that runs it.
        on_progress: Called from that thread.
        cancelled: Set by any thread to stop a run; it returns its report promptly.
        annotates: Whether what waits is annotated at the end of a run; otherwise it goes on waiting.
    """

    def __init__(
        self,
        library_path: Path,
        *,
        on_progress: Callable[[Progress], None] = _ignore,
        cancelled: threading.Event | None = None,
        annotates: bool = True,
    ) -> None:
        self._library_path = library_path
        self._on_progress = on_progress
        self._cancelled = cancelled or threading.Event()
        self._annotates = annotates

    def add(self, paths: Iterable[str], stdin: BinaryIO | None = None) -> Report:
        """Store all that is named, then annotate whatever waits. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to (disk full). What was stored stays.
        """
        from articles.sources import read_sources

        return self.run(lambda run: run.add(read_sources(paths, stdin=stdin)))

    def annotate_pending(self) -> Report:
        """Annotate whatever waits, as after a run that was stopped. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to (disk full). What was stored stays.
        """
        return self.run(lambda run: None)

    def retry_failed(self) -> Report:
        """Annotate again what the engine failed on, and whatever else waits. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to (disk full). What was stored stays.
        """
        return self.run(lambda run: run.retry_failed())

    def run(self, deed: Callable[[Run], None]) -> Report:
        """Do something that adds articles, then annotate whatever waits. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to (disk full). What was stored stays.
        """

        def started() -> None:
            self._on_progress(Progress(Stage.STARTING, 0, 0))

        with Library.open(self._library_path) as library, Workforce(self._cancelled, started) as workforce:
            run = Run(library, workforce, self._on_progress, self._cancelled)
            try:
                deed(run)
                run.find_versions()
                if self._annotates:
                    run.annotate()
            except Cancelled:
                run.is_cancelled = True
            return run.report()

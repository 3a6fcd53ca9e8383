"""Cleaning again what is stored: a better cleaner over the raw bytes, and rules of the reader's that have changed.

Raw bytes are only read. Each article is one transaction, so that a run which is stopped has done what it has done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.cleaning.completing import completed
from articles.errors import NotFoundError
from articles.library import Library
from articles.model import Article, LineCorrection, PassageMark, RawDocument, Recleaned, SourceFormat
from articles.progress import Progress, Stage
from articles.worker import Refusal, clean_document
from articles.workforce import Cancelled, Workforce


@dataclass(frozen=True, slots=True)
class RecleanedArticle:
    """An article whose text has changed, or whose marks or corrections have lost their place."""

    id: int
    title: str
    is_changed: bool
    lost: tuple[PassageMark, ...]
    """The highlights and notes that have lost their place."""
    found: tuple[PassageMark, ...]
    """Those that have one again."""
    unplaced: tuple[LineCorrection, ...]
    """The corrections of lines that are not there any more."""


@dataclass(frozen=True, slots=True)
class RecleaningReport:
    """What came of a run."""

    cleaned: int = 0
    """How many articles were looked at."""
    changed: int = 0
    articles: tuple[RecleanedArticle, ...] = ()
    """Those worth telling of, in order."""
    problems: tuple[str, ...] = ()
    """One line for each article that could not be cleaned again, and stays as it was."""
    is_cancelled: bool = False

    @property
    def lost(self) -> tuple[PassageMark, ...]:
        """The highlights and notes that have lost their place."""
        return tuple(mark for article in self.articles for mark in article.lost)


class Recleaning:
    """Cleans articles of a library again, in the thread that calls it, with the cleaner in a worker process.

    Args:
        library_path: The library; it is opened by the thread that calls.
        on_progress: Called from that thread.
        cancelled: Set by any thread to stop a run.
    """

    def __init__(
        self,
        library_path: Path,
        *,
        on_progress: Callable[[Progress], None],
        cancelled: threading.Event | None = None,
    ) -> None:
        self._library_path = library_path
        self._on_progress = on_progress
        self._cancelled = cancelled or threading.Event()

    def clean_again(self, ids: Sequence[int], *, is_trial: bool = False) -> RecleaningReport:
        """Run the cleaner over the raw bytes of articles; marks, corrections and rules are kept. Blocks.

        Args:
            ids: The articles, by their library ids.
            is_trial: Whether to change nothing and only tell what would change.

        Raises:
            LibraryError: The library cannot be opened or written to. What was cleaned stays so.
        """
        tally = _Tally()
        with Library.open(self._library_path) as library, Workforce(self._cancelled, self._started) as workforce:
            replace = library.preview_replacement if is_trial else library.replace_article
            tasks = (task for identity in ids for task in _tasks(library, identity))
            try:
                for (identity, _, _), article in workforce.answers(_clean, tasks):
                    if isinstance(article, Refusal):
                        tally.refuse(f"Article {identity} stays as it was: {article.reason}")
                        continue
                    tally.count(identity, replace(identity, article))
                    self._on_progress(Progress(Stage.CLEANING, tally.cleaned, len(ids), article.title))
            except Cancelled:
                return tally.report(is_cancelled=True)
        return tally.report()

    def apply_rules(self) -> RecleaningReport:
        """Apply rules that have changed to the articles which await that. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to. What was done stays done.
        """
        tally = _Tally()
        with Library.open(self._library_path) as library:
            awaiting = library.corrections.awaiting()
            for identity in awaiting:
                if self._cancelled.is_set():
                    return tally.report(is_cancelled=True)
                outcome = library.corrections.apply(identity)
                tally.count(identity, outcome)
                self._on_progress(Progress(Stage.CORRECTING, tally.cleaned, len(awaiting), outcome.article.title))
        return tally.report()

    def _started(self) -> None:
        self._on_progress(Progress(Stage.STARTING, 0, 0))


class _Tally:
    """Counts what becomes of articles."""

    def __init__(self) -> None:
        self.cleaned = 0
        self._changed = 0
        self._articles: list[RecleanedArticle] = []
        self._problems: list[str] = []

    def count(self, identity: int, outcome: Recleaned) -> None:
        self.cleaned += 1
        self._changed += outcome.is_changed
        if outcome.is_changed or outcome.lost or outcome.found or outcome.unplaced:
            told = (outcome.is_changed, outcome.lost, outcome.found, outcome.unplaced)
            self._articles.append(RecleanedArticle(identity, outcome.article.title, *told))

    def refuse(self, problem: str) -> None:
        self._problems.append(problem)

    def report(self, *, is_cancelled: bool = False) -> RecleaningReport:
        return RecleaningReport(self.cleaned, self._changed, tuple(self._articles), tuple(self._problems), is_cancelled)


_Task = tuple[int, RawDocument, RawDocument | None]
"""An article's number, its raw document, and the item of a feed that led to it, where one did."""


def _tasks(library: Library, identity: int) -> Iterator[_Task]:
    """What it takes to clean an article; none where another process has removed it meanwhile."""
    try:
        raw = library.raw_document(identity)
    except NotFoundError:
        return
    earlier = library.earlier_raw_documents(identity) if raw.format is not SourceFormat.FEED_ITEM else ()
    yield identity, raw, next((each for each in earlier if each.format is SourceFormat.FEED_ITEM), None)


def _clean(task: _Task) -> Article | Refusal:
    """The article in a raw document; what only the feed says of it is taken from its item."""
    _, raw, item = task
    article = clean_document(raw)
    if item is None or isinstance(article, Refusal):
        return article
    known = clean_document(item)
    return article if isinstance(known, Refusal) else completed(article, known)

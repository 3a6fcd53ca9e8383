"""The one road from a source to the library: read, clean, store, annotate, link.

What is stored is readable at once; annotation follows. Each article is one transaction, so that a run which is stopped
anywhere loses at most the article in hand, and the next run goes on with those that wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from articles.errors import BroadsheetError, LibraryError
from articles.library import Library
from articles.model import Annotations, Article, ArticleState, Linked, RawDocument
from articles.text import one_line
from articles.worker import Refusal, annotate_article, clean_document
from articles.workforce import Cancelled, Workforce

MOST_DEATHS = 3
"""Articles in a row that the worker process dies of, after which a run gives up and lets the rest wait."""

_NO_USE = (
    "The language engine cannot run here: its process died again and again. Close other programs if memory is short,"
    " or set BROADSHEET_ENGINE=plain to read without a model."
)


class Stage(StrEnum):
    """What a run is doing."""

    STARTING = "starting"
    """A worker process has been started and is getting ready."""
    ADDING = "adding"
    ANNOTATING = "annotating"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    stage: Stage
    done: int
    total: int
    """0 while it is not known how many there are."""
    title: str = ""
    """The article that was finished last."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    added: int = 0
    unchanged: int = 0
    """Documents that the library held already."""
    problems: tuple[str, ...] = ()
    """One line for each thing that failed."""
    annotated: int = 0
    articles: tuple[int, ...] = ()
    """Library ids of what was named, new or not."""
    is_cancelled: bool = False


def _ignore(progress: Progress) -> None:
    """Report to nobody."""


class Pipeline:
    """Adds and annotates in the thread that calls it, with the heavy work in one worker process.

    Args:
        library_path: The library; it is opened anew for each run, by the thread that runs it.
        on_progress: Called from that thread.
        cancelled: Set by any thread to stop a run; it returns its report promptly.
    """

    def __init__(
        self,
        library_path: Path,
        *,
        on_progress: Callable[[Progress], None] = _ignore,
        cancelled: threading.Event | None = None,
    ) -> None:
        self._library_path = library_path
        self._on_progress = on_progress
        self._cancelled = cancelled or threading.Event()

    def add(self, paths: Iterable[str], stdin: BinaryIO | None = None) -> Report:
        """Store all that is named, then annotate whatever waits. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to (disk full). What was stored stays.
        """
        from articles.sources import read_sources

        return self._run(lambda run: run.add(read_sources(paths, stdin=stdin)))

    def annotate_pending(self) -> Report:
        """Annotate whatever waits, as after a run that was stopped. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to (disk full). What was stored stays.
        """
        return self._run(lambda run: None)

    def _run(self, add: Callable[[_Run], None]) -> Report:
        def started() -> None:
            self._on_progress(Progress(Stage.STARTING, 0, 0))

        with Library.open(self._library_path) as library, Workforce(self._cancelled, started) as workforce:
            run = _Run(library, workforce, self._on_progress, self._cancelled)
            try:
                add(run)
                run.find_versions()
                run.annotate()
            except Cancelled:
                run.is_cancelled = True
            return run.report()


class _Run:
    """One run over an open library, and what it has done so far."""

    def __init__(
        self,
        library: Library,
        workforce: Workforce,
        on_progress: Callable[[Progress], None],
        cancelled: threading.Event,
    ) -> None:
        self._library = library
        self._workforce = workforce
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._added = 0
        self._unchanged = 0
        self._annotated = 0
        self._articles: list[int] = []
        self._problems: list[str] = []
        self.is_cancelled = False

    def report(self) -> Report:
        return Report(
            self._added,
            self._unchanged,
            tuple(self._problems),
            self._annotated,
            tuple(dict.fromkeys(self._articles)),
            self.is_cancelled,
        )

    def add(self, sources: Iterable[RawDocument | BroadsheetError]) -> None:
        """Clean and store what is not there yet."""
        for raw, article in self._workforce.answers(clean_document, self._unknown(sources)):
            if isinstance(article, Refusal):
                self._problems.append(_told(raw.origin, article))
                continue
            stored = self._library.store_article(raw, article)
            self._articles.append(stored.id)
            self._added += stored.is_new
            self._unchanged += not stored.is_new
            self._on_progress(Progress(Stage.ADDING, self._added + self._unchanged, 0, article.title))

    def _unknown(self, sources: Iterable[RawDocument | BroadsheetError]) -> Iterator[RawDocument]:
        for source in sources:
            if isinstance(source, BroadsheetError):
                self._problems.append(str(source))
            elif (known := self._library.article_with(source)) is not None:
                self._articles.append(known)
                self._unchanged += 1
            else:
                yield source

    def find_versions(self) -> None:
        """Compare with the others what an older Broadsheet stored without doing so."""
        for identity in self._library.unsigned():
            if self._cancelled.is_set():
                raise Cancelled
            self._library.sign(identity)

    def annotate(self) -> None:
        """Annotate and link what waits, newest first, and what others add meanwhile."""
        tried: set[int] = set()
        while todo := [identity for identity in self._library.pending() if identity not in tried]:
            tried.update(todo)
            self._annotate(todo)

    def _annotate(self, todo: list[int]) -> None:
        waiting = ((identity, self._library.article(identity)) for identity in todo if self._is_waiting(identity))
        self._on_progress(Progress(Stage.ANNOTATING, 0, len(todo)))
        deaths = 0
        for done, ((identity, article), answer) in enumerate(self._workforce.answers(_annotate, waiting), 1):
            if isinstance(answer, Refusal) and answer.is_final:
                self._problems.append(answer.reason)
                return
            deaths = deaths + 1 if isinstance(answer, Refusal) and answer.is_death else 0
            self._finish(identity, article, answer)
            if deaths == MOST_DEATHS:
                self._problems.append(_NO_USE)
                return
            self._on_progress(Progress(Stage.ANNOTATING, done, len(todo), article.title))

    def _is_waiting(self, identity: int) -> bool:
        """Whether no other process has annotated it since."""
        return self._library.row(identity).state is ArticleState.WAITING

    def _finish(self, identity: int, article: Article, answer: Annotations | Refusal) -> None:
        if not isinstance(answer, Refusal):
            try:
                link_article(self._library, identity, article, answer)
            except LibraryError:
                raise
            except Exception as error:
                reason = one_line(f"{type(error).__name__}: {error}", 200)
                answer = Refusal(f"{one_line(article.title, 80)}: it could not be linked ({reason}).")
        if isinstance(answer, Refusal):
            reason = _told(one_line(article.title, 80), answer)
            self._problems.append(reason)
            self._library.mark_failed(identity, reason)
        else:
            self._annotated += 1


def _told(subject: str, refusal: Refusal) -> str:
    """A refusal as a line; a process that died could not say what it died of."""
    return f"{subject}: {refusal.reason}." if refusal.is_death else refusal.reason


def _annotate(task: tuple[int, Article]) -> Annotations | Refusal:
    _, article = task
    return annotate_article(article)


def link_article(library: Library, identity: int, article: Article, annotations: Annotations) -> None:
    """Join what was found in an article with what the library knows, and store it, in one transaction.

    Raises:
        LibraryError: The library cannot be written to.
    """
    from articles.linking.entities import keys, resolve
    from articles.linking.events import cluster, link
    from articles.linking.slots import event_slots

    known = library.known_entities({key for entity in annotations.entities for key in keys(entity)})

    def make_links(entity_ids: tuple[int, ...]) -> Linked:
        slots = event_slots(identity, annotations, article, entity_ids)
        links = link(slots, library.event_candidates(slots))
        events = cluster(slots, links, library.event_of({each.target for each in links}))
        return Linked(slots, links, events)

    library.store_annotations(identity, annotations, resolve(annotations.entities, known), make_links)

"""Runs the pipeline beside the screen, in a process of its own, and tells the screen how it goes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from articles.errors import BroadsheetError

if TYPE_CHECKING:
    from articles.progress import Progress, Report
    from articles.updating.apart import Deed

PIPELINE = "pipeline"
"""The work of adding what was named at the start, and of annotating whatever waits."""


class ProgressMade(Message):
    """The pipeline has come further.

    Args:
        work: The name of the work.
        progress: How far it has come.
    """

    def __init__(self, work: str, progress: Progress) -> None:
        super().__init__()
        self.work = work
        self.progress = progress

    def can_replace(self, message: Message) -> bool:
        """Only the last state of each work matters."""
        return isinstance(message, ProgressMade) and message.work == self.work


class WorkDone(Message):
    """The pipeline has come to an end.

    Args:
        work: The name of the work.
        report: What it did; None where it failed altogether.
        problem: Why it failed.
    """

    def __init__(self, work: str, report: Report | None, problem: str = "") -> None:
        super().__init__()
        self.work = work
        self.report = report
        self.problem = problem


class Feeding:
    """One work after another of one kind, done by the pipeline.

    Args:
        library: The library file.
        tell: Takes messages, from any thread.
        work: What the work is called in those messages.
        annotates: Whether what waits is annotated at the end of each.
    """

    def __init__(
        self, library: Path, tell: Callable[[Message], object], work: str = PIPELINE, *, annotates: bool = True
    ) -> None:
        self._library = library
        self._tell = tell
        self._work = work
        self._annotates = annotates
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask what is being done to stop, which it does promptly; nothing more can be done then."""
        self._cancelled.set()

    def run(self, deed: Deed) -> None:
        """Do something with the pipeline, and annotate what waits. Blocks, so it wants a thread."""
        from articles.updating.apart import run_apart

        _prepare_to_spawn()
        try:
            report = run_apart(self._library, deed, self._tell_progress, self._cancelled, annotates=self._annotates)
        except BroadsheetError as error:
            self._tell(WorkDone(self._work, None, str(error)))
        except Exception as error:  # a thread that dies says nothing to anybody
            self._tell(WorkDone(self._work, None, f"The pipeline stopped: {type(error).__name__}: {error}"))
        else:
            self._tell(WorkDone(self._work, report))

    def _tell_progress(self, progress: Progress) -> None:
        self._tell(ProgressMade(self._work, progress))


def _prepare_to_spawn() -> None:
    """Start what watches over spawned processes while standard error is real.

    It inherits standard error by number, and the framework's stand-in, which catches what is printed, has none.
    """
    from multiprocessing import resource_tracker

    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def progress_words(progress: Progress) -> str:
    """How far the pipeline has come, for the status line: `annotating 12 of 40 · title`."""
    counted = f" {progress.done:,}" if progress.done or progress.total else ""
    total = f" of {progress.total:,}" if progress.total else ""
    title = f" · {progress.title}" if progress.title else ""
    if progress.stage.value == "starting":
        return "getting ready"
    return f"{progress.stage.value}{counted}{total}{title}"


def report_words(report: Report) -> str:
    """What a run of the pipeline did, for the status line; empty for nothing worth saying."""
    done = []
    if report.added:
        done.append(f"{report.added:,} added")
    if report.changed:
        done.append(f"{report.changed:,} changed")
    if (report.unchanged or report.sources) and not (report.added or report.changed):
        done.append("nothing new")
    if report.annotated:
        done.append(f"{report.annotated:,} annotated")
    if lines := (*report.problems, *report.notices):
        more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
        done.append(f"{lines[0]}{more}")
    return " · ".join(done)

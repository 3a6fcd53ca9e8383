"""Runs the pipeline beside the screen, in a thread, and tells the screen how it goes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from articles.errors import BroadsheetError

if TYPE_CHECKING:
    from articles.pipeline import Progress, Report


class ProgressMade(Message):
    """The pipeline has come further."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def can_replace(self, message: Message) -> bool:
        """Only the last state matters."""
        return isinstance(message, ProgressMade)


class WorkDone(Message):
    """The pipeline has come to an end.

    Args:
        report: What it did; None where it failed altogether.
        problem: Why it failed.
    """

    def __init__(self, report: Report | None, problem: str = "") -> None:
        super().__init__()
        self.report = report
        self.problem = problem


class Feeding:
    """One run of the pipeline.

    Args:
        library: The library file.
        tell: Takes messages, from any thread.
    """

    def __init__(self, library: Path, tell: Callable[[Message], object]) -> None:
        self._library = library
        self._tell = tell
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask it to stop, which it does promptly."""
        self._cancelled.set()

    def run(self, paths: Sequence[str]) -> None:
        """Add what is named, and annotate it and whatever else waits. Blocks, so it wants a thread."""
        from articles.pipeline import Pipeline

        _prepare_to_spawn()
        pipeline = Pipeline(
            self._library,
            on_progress=self._tell_progress,
            cancelled=self._cancelled,
        )
        try:
            report = pipeline.add(paths) if paths else pipeline.annotate_pending()
        except BroadsheetError as error:
            self._tell(WorkDone(None, str(error)))
        except Exception as error:  # a thread that dies says nothing to anybody
            self._tell(WorkDone(None, f"The pipeline stopped: {type(error).__name__}: {error}"))
        else:
            self._tell(WorkDone(report))

    def _tell_progress(self, progress: Progress) -> None:
        self._tell(ProgressMade(progress))


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
    if report.unchanged and not report.added:
        done.append("nothing new")
    if report.annotated:
        done.append(f"{report.annotated:,} annotated")
    if report.problems:
        more = f" (and {len(report.problems) - 1} more)" if len(report.problems) > 1 else ""
        done.append(f"{report.problems[0]}{more}")
    return " · ".join(done)

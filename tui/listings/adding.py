"""`broadsheet add`: how far it has come, and what came of it."""

from __future__ import annotations

import os
import shutil
import sys
from types import TracebackType
from typing import Self

from articles.progress import Progress, Report
from articles.text import one_line
from tui.listings.wording import counted


class ProgressLine:
    """One line on standard error that is written over as work goes on; nothing where a line cannot be.

    It is cleared when its context is left.
    """

    def __init__(self) -> None:
        self._can_write_over = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._is_written = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, progress: Progress) -> None:
        """Write how far the work has come."""
        if self._can_write_over:
            width = _width()
            self._write("\r" + progress_text(progress, width).ljust(width))
            self._is_written = True

    def clear(self) -> None:
        """Leave an empty line for what comes next."""
        if self._is_written:
            self._write("\r" + " " * _width() + "\r")
            self._is_written = False

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def progress_text(progress: Progress, width: int) -> str:
    """How far the work has come, in at most `width` characters: `annotating 3 of 16 · Floods in Montelva`."""
    counts = f" {progress.done} of {progress.total}" if progress.total else f" {progress.done}" if progress.done else ""
    title = f" · {progress.title}" if progress.title else ""
    return one_line(f"{progress.stage.value}{counts}{title}", width)


def report_text(report: Report) -> str:
    """What came of it, in one line: `3 articles added, 1 was there already, 1 problem`."""
    parts = [f"{counted(report.added, 'article')} added"]
    if report.changed:
        parts.append(f"{report.changed} changed")
    if report.unchanged:
        parts.append(f"{report.unchanged} {'was' if report.unchanged == 1 else 'were'} there already")
    if report.problems:
        parts.append(counted(len(report.problems), "problem"))
    return ", ".join(parts) + "\n"


def retried_text(report: Report) -> str:
    """What came of trying articles again, in one line: `2 articles annotated, 1 problem`."""
    if not (report.articles or report.annotated or report.problems):
        return "There is no article that the language engine failed on.\n"
    problems = f", {counted(len(report.problems), 'problem')}" if report.problems else ""
    return f"{counted(report.annotated, 'article')} annotated{problems}\n"


def report_json(report: Report) -> dict[str, object]:
    """What came of it. `articles` are the numbers of what was named or delivered, new or not."""
    return {
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "annotated": report.annotated,
        "articles": list(report.articles),
        "sources": report.sources,
        "notices": list(report.notices),
        "problems": list(report.problems),
    }


def _width() -> int:
    return max(shutil.get_terminal_size().columns - 1, 1)

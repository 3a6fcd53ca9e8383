"""Applies rules that have changed to all articles of their outlets, in a thread, and tells the screen how it goes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from articles.errors import BroadsheetError
from tui.feeding import ProgressMade

if TYPE_CHECKING:
    from articles.progress import Progress
    from articles.recleaning import RecleaningReport


RULES = "rules"
"""What the work is called in messages of its progress."""


class RulesApplied(Message):
    """The rules have been applied.

    Args:
        report: What that changed; None where it failed.
        problem: Why it failed.
    """

    def __init__(self, report: RecleaningReport | None, problem: str = "") -> None:
        super().__init__()
        self.report = report
        self.problem = problem


class RuleApplying:
    """Applies the rules of one library.

    Args:
        library: The library file.
        tell: Takes messages, from any thread.
    """

    def __init__(self, library: Path, tell: Callable[[Message], object]) -> None:
        self._library = library
        self._tell = tell
        self._cancelled = threading.Event()
        self._one_at_a_time = threading.Lock()

    def cancel(self) -> None:
        """Ask it to stop, which it does promptly; what is left is done the next time."""
        self._cancelled.set()

    def run(self) -> None:
        """Apply what has changed to the articles that await it. Blocks, so it wants a thread."""
        from articles.recleaning import Recleaning

        recleaning = Recleaning(self._library, on_progress=self._tell_progress, cancelled=self._cancelled)
        try:
            with self._one_at_a_time:
                report = recleaning.apply_rules()
        except BroadsheetError as error:
            self._tell(RulesApplied(None, str(error)))
        except Exception as error:  # a thread that dies says nothing to anybody
            self._tell(RulesApplied(None, f"The rules were not applied: {type(error).__name__}: {error}"))
        else:
            self._tell(RulesApplied(report))

    def _tell_progress(self, progress: Progress) -> None:
        self._tell(ProgressMade(RULES, progress))

"""Links articles again whose names the reader has corrected, in a thread, and tells the screen how it goes."""

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
    from articles.relinking import RelinkingReport


LINKS = "links"
"""What the work is called in messages of its progress."""


class LinksMade(Message):
    """The articles that awaited it have been linked again.

    Args:
        report: How many there were; None where it failed.
        problem: Why it failed.
    """

    def __init__(self, report: RelinkingReport | None, problem: str = "") -> None:
        super().__init__()
        self.report = report
        self.problem = problem


class RoomRelinking:
    """Links the articles of one library again.

    After each correction of an entity (`Library.entity_corrections`) call `Broadsheet.link_again`, which has this done.
    It does nothing where nothing awaits it, and what is corrected while it works is done in the same go.

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
        """Link what awaits it. Blocks, so it wants a thread."""
        from articles.relinking import Relinking

        relinking = Relinking(self._library, on_progress=self._tell_progress, cancelled=self._cancelled)
        try:
            with self._one_at_a_time:
                report = relinking.link_awaiting()
        except BroadsheetError as error:
            self._tell(LinksMade(None, str(error)))
        except Exception as error:  # a thread that dies says nothing to anybody
            self._tell(LinksMade(None, f"The links were not made anew: {type(error).__name__}: {error}"))
        else:
            self._tell(LinksMade(report))

    def _tell_progress(self, progress: Progress) -> None:
        self._tell(ProgressMade(LINKS, progress))

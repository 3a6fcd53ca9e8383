"""Linking again what was annotated before: the articles that name entities of which the reader has said something.

It takes no language model: what was found is stored. Each article is one transaction, so that a run which is stopped
has done what it has done, and the next one goes on with what still awaits it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import Annotations, Linked
from articles.progress import Progress, Stage
from articles.run import linked
from articles.text import one_line


@dataclass(frozen=True, slots=True)
class RelinkingReport:
    """What came of a run."""

    linked: int = 0
    """How many articles were linked again."""
    problems: tuple[str, ...] = ()
    """One line for each article whose links could not be made; it keeps those that it had."""
    is_cancelled: bool = False


class Relinking:
    """Links articles of a library again, in the thread that calls it.

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

    def link_awaiting(self) -> RelinkingReport:
        """Link what awaits it since the reader corrected entities, and what comes to await it meanwhile. Blocks.

        Raises:
            LibraryError: The library cannot be opened or written to. What was linked stays so.
        """
        done = 0
        problems: dict[int, str] = {}
        with Library.open(self._library_path) as library:
            while todo := [each for each in library.entity_corrections.awaiting_links() if each not in problems]:
                total = done + len(todo)
                for article in todo:
                    if self._cancelled.is_set():
                        return RelinkingReport(done, tuple(problems.values()), is_cancelled=True)
                    try:
                        title = _link(library, article)
                    except LibraryError:
                        raise
                    except Exception as error:
                        problems[article] = _told(article, error)
                    else:
                        done += 1
                        self._on_progress(Progress(Stage.LINKING, done, total, title))
        return RelinkingReport(done, tuple(problems.values()))


def _link(library: Library, article: int) -> str:
    """Link an article; its title, or an empty one where another process has removed it meanwhile."""

    def make_links(annotations: Annotations, entity_ids: tuple[int, ...]) -> Linked:
        return linked(library, article, library.article(article), annotations, entity_ids)

    try:
        library.entity_corrections.link_again(article, make_links)
        return library.article(article).title
    except NotFoundError:
        return ""


def _told(article: int, error: Exception) -> str:
    reason = one_line(f"{type(error).__name__}: {error}", 200)
    return f"article {article}: its links could not be made anew ({reason})."

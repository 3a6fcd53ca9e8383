"""Watches the file of the theme in use, so that a reader who edits it sees what he does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

_EVERY = 1.0
"""Seconds between two looks."""

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size."""


class ThemeWatch:
    """Looks at files now and then, in a thread of its own.

    Args:
        changed: Called from that thread with a file that has changed.
        every: Seconds between two looks.
    """

    def __init__(self, changed: Callable[[Path], object], *, every: float = _EVERY) -> None:
        self._changed = changed
        self._every = every
        self._known: dict[Path, Stamp | None] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, name="theme watch", daemon=True)

    def watch(self, paths: tuple[Path, ...]) -> None:
        """Watch these files from now on, and no others."""
        self._known = {path: _stamp(path) for path in paths}
        if not self._thread.is_alive() and not self._stopped.is_set():
            self._thread.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._stopped.set()

    def _look(self) -> None:
        while not self._stopped.wait(self._every):
            known = self._known
            for path, before in list(known.items()):
                now = _stamp(path)
                if now != before:
                    known[path] = now
                    if now is not None and not self._stopped.is_set():
                        self._changed(path)


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size

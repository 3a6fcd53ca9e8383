"""Which library files this process has open, so that it reads none of them by other means.

Closing a file gives up all locks that the process has on it (POSIX), also those of SQLite's connections, and another
program then takes the log away from under them (sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

FileKey = tuple[int, int]
"""Device and inode."""

opening = threading.RLock()
"""Held while a file is looked at and then opened, so that no other thread opens it in between."""
_connections: Counter[FileKey] = Counter()


def is_open(path: Path) -> bool:
    """Whether this process has a connection to a file."""
    with opening:
        return _connections[_key(path)] > 0


def enter(path: Path) -> FileKey:
    """Say that a connection to a file has been opened; what to say when it is closed."""
    with opening:
        key = _key(path)
        _connections[key] += 1
        return key


def leave(key: FileKey) -> None:
    """Say that a connection has been closed."""
    with opening:
        _connections[key] -= 1


def _key(path: Path) -> FileKey:
    found = path.stat()
    return found.st_dev, found.st_ino

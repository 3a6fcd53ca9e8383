"""Whether the library file is sound, and of which version it is."""

from __future__ import annotations

from articles.library.connection import Connection

_SOUND = "ok"


def version(connection: Connection) -> int:
    """The version of the file."""
    number: int = connection.value("PRAGMA user_version")
    return number


def damage(connection: Connection) -> tuple[str, ...]:
    """What SQLite finds wrong in the file (`PRAGMA quick_check`), a line each."""
    return tuple(line for (line,) in connection.rows("PRAGMA quick_check") if line != _SOUND)

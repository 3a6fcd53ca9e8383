"""One SQLite connection, with the house's settings and every driver error turned into a line a reader can use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from articles.errors import LibraryError
from articles.library import open_files

Value = str | bytes | int | float | None
BUSY_TIMEOUT_SECONDS = 10.0

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
    "PRAGMA trusted_schema = OFF",
)

_EXPLANATIONS = {
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space and try again; what was stored before is safe"),
    sqlite3.SQLITE_READONLY: (
        "the library cannot be written to",
        "Make its file and folder writable, or name another library",
    ),
    sqlite3.SQLITE_PERM: ("access to the library is refused", "Check its permissions, or name another library"),
    sqlite3.SQLITE_CANTOPEN: (
        "the library cannot be opened or written to",
        "Check that its folder exists and is writable, or name another library",
    ),
    sqlite3.SQLITE_BUSY: ("another program is writing to the library", "Wait until it has finished and try again"),
    sqlite3.SQLITE_LOCKED: ("the library is locked", "Wait a moment and try again"),
    sqlite3.SQLITE_CORRUPT: ("the library file is damaged", "Restore it from a copy, or start a new library"),
    sqlite3.SQLITE_NOTADB: ("this is no Broadsheet library", "Name another file; this one was left as it is"),
    sqlite3.SQLITE_IOERR: (
        "the disk failed while the library was read or written",
        "Check the disk and its free space, then try again",
    ),
}


def _explained(error: Exception, path: Path) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in _EXPLANATIONS:
        what, remedy = _EXPLANATIONS[primary]
        return LibraryError(what, where=str(path), remedy=remedy)
    if isinstance(error, OverflowError):
        return LibraryError("no number in a library is that large", str(path), "List what is there to see the numbers")
    return LibraryError(f"the library failed ({error})", where=str(path))


class Connection:
    """A connection in autocommit mode. It belongs to the thread that opened it.

    Args:
        path: The library file; created when it is not there.
        mode: `rwc` to create the file where it is missing, `rw` to insist that it is there.

    Raises:
        LibraryError: The file cannot be opened.
    """

    def __init__(self, path: Path, *, mode: str = "rwc") -> None:
        self.path = path
        with self._explaining():
            self._sqlite = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=BUSY_TIMEOUT_SECONDS,
                isolation_level=None,
                cached_statements=256,
            )
        for setting in _SETTINGS:
            self.run(setting)
        self._file: open_files.FileKey | None = open_files.enter(path)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeEncodeError) as error:
            raise _explained(error, self.path) from error

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        with self._explaining():
            self._sqlite.close()
        if self._file is not None:
            open_files.leave(self._file)
            self._file = None

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows that a statement answers with."""
        with self._explaining():
            return self._sqlite.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> tuple[Any, ...] | None:
        """The first row that a statement answers with, or None."""
        with self._explaining():
            first: tuple[Any, ...] | None = self._sqlite.execute(sql, parameters).fetchone()
            return first

    def value(self, sql: str, parameters: Sequence[Value] = ()) -> Any:  # noqa: ANN401 - as SQLite answers
        """The first column of the first row, or None where there is no row."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def run(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Run a statement.

        Returns:
            The rowid of the last row that this connection inserted.
        """
        with self._explaining():
            return self._sqlite.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each row of parameters."""
        with self._explaining():
            self._sqlite.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that is done inside, or, when it raises, nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        """Undo the open transaction, which SQLite itself may have undone already (disk full)."""
        with self._explaining():
            if self._sqlite.in_transaction:
                self._sqlite.rollback()

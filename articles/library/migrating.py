"""Opening a library file: recognising it before it is touched, creating it, and bringing it to the present version."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from articles.errors import LibraryError, LibraryVersionError
from articles.library import open_files
from articles.library.connection import Connection
from articles.text import printable

APPLICATION_ID = 0x42524453
"""`BRDS`, in the file's header, by which `file` and other programs can tell whose it is."""
LATEST_VERSION = 15
"""The number of the newest file in `migrations/`."""

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_FIELD = slice(68, 72)


def open_library_file(path: Path) -> Connection:
    """Open a library, creating it where there is none and migrating it where it is of an older version.

    Raises:
        LibraryVersionError: The file is another program's, or of a newer version. It was not touched.
        LibraryError: The file cannot be opened, read or written.
    """
    with open_files.opening:
        if not _is_absent_or_empty(path) and not open_files.is_open(path):
            _check_header(path)
        connection = Connection(path)
        try:
            _migrate(connection)
            _keep_log(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _keep_log(connection: Connection) -> None:
    """Make the database one with a write-ahead log, unless another connection has just done so."""
    if connection.value("PRAGMA journal_mode") == "wal":
        return
    try:
        connection.run("PRAGMA journal_mode = WAL")
    except LibraryError:  # SQLite does not wait for this lock
        if connection.value("PRAGMA journal_mode") != "wal":
            raise


def _is_absent_or_empty(path: Path) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        found = path.stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise LibraryError(
            f"the library cannot be opened ({reason})",
            where=printable(str(path)),
            remedy="Check the path and its permissions, or name another library",
        ) from error
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "no file"
        raise LibraryError(f"this is {what}, not a library", where=str(path), remedy="Name a file")
    return found.st_size == 0


def _check_header(path: Path) -> None:
    """Refuse a file that is not a library, by reading its first bytes only.

    The application id is written before the file becomes a write-ahead-log database, so it stands in the header
    even while newer pages wait in the log.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as error:
        raise LibraryError(
            f"the library cannot be read ({error.strerror})",
            where=str(path),
            remedy="Check its permissions, or name another library",
        ) from error
    if not header.startswith(_MAGIC):
        raise LibraryError(
            "this is no Broadsheet library", where=str(path), remedy="Name another file; this one was left as it is"
        )
    if int.from_bytes(header[_APPLICATION_ID_FIELD], "big") != APPLICATION_ID:
        raise LibraryVersionError(
            "this is another program's database",
            where=str(path),
            remedy="Name another file; this one was left as it is",
        )
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LibraryError(
            "the library cannot be written to",
            where=str(path),
            remedy="Make its file and folder writable, or name another library",
        )


def _migrate(connection: Connection) -> None:
    version = _version(connection)
    if version < LATEST_VERSION:
        with connection.transaction():
            version = _version(connection)
            if version == 0:
                connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
            for statement in _statements_since(version):
                connection.run(statement)
            if version < LATEST_VERSION:
                connection.run(f"PRAGMA user_version = {LATEST_VERSION}")


def _version(connection: Connection) -> int:
    version: int = connection.value("PRAGMA user_version")
    if version > LATEST_VERSION:
        raise LibraryVersionError(
            f"the library is of version {version}, this Broadsheet reads up to {LATEST_VERSION}",
            where=str(connection.path),
            remedy="Upgrade Broadsheet, or name another library",
        )
    return version


def _statements_since(version: int) -> Iterator[str]:
    from importlib.resources import files

    scripts = sorted(files("articles.library").joinpath("migrations").iterdir(), key=lambda script: script.name)
    for script in scripts:
        number = script.name.partition("_")[0]
        if script.name.endswith(".sql") and int(number) > version:
            yield from _split(script.read_text(encoding="utf-8"))


def _split(script: str) -> Iterator[str]:
    """The statements of a script, one at a time, so that they can run inside a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

"""All that a reader names, one after another: what can be read, and one line for each thing that cannot."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from articles.errors import SourceError
from articles.model import RawDocument
from articles.sources.files import read_file, read_stream
from articles.sources.folders import files_in

STANDARD_INPUT = "-"


def read_sources(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[RawDocument | SourceError]:
    """Reads files, folders with all that lies under them, and `-` for standard input.

    Args:
        paths: What the reader named, in that order.
        stdin: The stream that `-` stands for; the process's own when left out.

    Yields:
        A raw document for each file that can be read, a `SourceError` for each that cannot. Never raises for
        what it reads, so that one bad file does not stop the rest.
    """
    for path in paths:
        if not path:
            yield SourceError("an empty name", remedy="Name a file or folder")
        elif path == STANDARD_INPUT:
            yield _read_stream(stdin or sys.stdin.buffer)
        else:
            yield from _read_path(path)


def _read_path(name: str) -> Iterator[RawDocument | SourceError]:
    path = Path(name)
    try:
        path = path.expanduser()
        is_folder = path.is_dir()
    except (OSError, ValueError, RuntimeError):
        is_folder = False
    for entry in files_in(path) if is_folder else (path,):
        yield entry if isinstance(entry, SourceError) else _read_file(entry)


def _read_file(path: Path) -> RawDocument | SourceError:
    try:
        return read_file(path)
    except SourceError as error:
        return error


def _read_stream(stream: BinaryIO) -> RawDocument | SourceError:
    try:
        return read_stream(stream)
    except SourceError as error:
        return error

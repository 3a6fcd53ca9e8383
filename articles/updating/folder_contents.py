"""What is new or has changed in a watched folder, found by the size and times of its files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.errors import SourceError
from articles.model import Delivery, SeenItem, SeenItems, Source
from articles.sources.files import read_file, unreadable
from articles.sources.folders import article_files
from articles.updating.delivered import Delivered, PassedOver


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a folder as it is now, or what of it cannot be read."""

    path: Path
    key: str
    stamp: str
    problem: str = ""


def files_as_they_are(folder: Path) -> tuple[FoundFile, ...]:
    """The files of a folder, none of which is read.

    Raises:
        SourceError: The folder is not there, or cannot be entered.
    """
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise unreadable(folder, error) from error
    return tuple(_looked_at(folder, entry) for entry in article_files(folder))


def read_changed(source: Source, files: Iterable[FoundFile], seen: SeenItems) -> Iterator[Delivered]:
    """Read the files that are new or not as they were, one after another, as they are asked for."""
    for file in files:
        before = seen.get(file.key)
        if before is None or before.stamp != file.stamp:
            yield _read(source, file, before or SeenItem())


def _looked_at(folder: Path, entry: Path | SourceError) -> FoundFile:
    if isinstance(entry, SourceError):
        return FoundFile(folder, entry.where, entry.what, str(entry))
    key = _key(entry, folder)
    try:
        status = entry.stat()
    except OSError as error:
        return FoundFile(entry, key, str(error.strerror), str(unreadable(entry, error)))
    return FoundFile(entry, key, f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}")


def _read(source: Source, file: FoundFile, before: SeenItem) -> Delivered:
    if file.problem:
        return PassedOver(file.key, SeenItem("", file.stamp), file.problem)
    try:
        raw = read_file(file.path)
    except SourceError as error:
        return PassedOver(file.key, SeenItem("", file.stamp), str(error))
    if raw.digest == before.digest:
        return PassedOver(file.key, SeenItem(raw.digest, file.stamp))
    return Delivery(raw, source.id, file.key, stamp=file.stamp)


def _key(path: Path, folder: Path) -> str:
    r"""The path below the folder, whatever bytes its name has: `2024/march\xff.txt`."""
    return os.fsencode(path.relative_to(folder)).decode("utf-8", "backslashreplace")

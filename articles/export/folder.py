"""Files and folders that exports are written to: each file whole or not at all, and nothing of the reader's lost."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TextIO

from articles.errors import OutputError

RECORD = ".broadsheet-export.json"
"""The file by which an export knows its folder again: which files it has written there, each with its digest."""

_NOT_OURS = "there is something in this folder that no export has made"


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a file, in place of the one that is there; where that fails, or is stopped, the old one stays.

    Raises:
        OutputError: It cannot be written.
    """
    with _explaining(path):
        if path.is_dir():
            raise OutputError("is a folder", where=str(path), remedy="Name a file with --to")
        if path.exists() and not path.is_file():
            with _opened(path) as device:
                device.writelines(pieces)
            return
        real = path.resolve()
        part = real.with_name(f".broadsheet-{os.getpid()}.part")
        try:
            with _opened(part) as file:
                file.writelines(pieces)
            part.replace(real)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="replace", newline="")


class ExportFolder:
    """A folder of files that an export makes, and that a later one brings up to date.

    A file that the reader has changed since is left as it is. One that is no longer part of the export goes, unless the
    reader has changed it.

    Args:
        path: The folder; made where there is none.

    Raises:
        OutputError: It is no folder, cannot be made, or holds what no export has made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept: list[Path] = []
        """The files that the reader has changed, and that were therefore left as they are."""
        self._written: dict[str, str] = {}
        with _explaining(path):
            if path.exists() and not path.is_dir():
                raise OutputError("is no folder", where=str(path), remedy="Name another with --to")
            path.mkdir(parents=True, exist_ok=True)
            self._before = _read_record(path)

    def write(self, files: Iterable[tuple[str, Iterable[str]]]) -> int:
        """Write files, given by their paths below the folder; how many there are.

        Raises:
            OutputError: One cannot be written.
        """
        self._record(self._before)
        try:
            for name, pieces in files:
                self._write(name, pieces)
        except BaseException:
            self._record({**self._before, **self._written})
            raise
        self._remove_left_over()
        self._record(self._written)
        return len(self._written)

    def _write(self, name: str, pieces: Iterable[str]) -> None:
        path = self.path / name
        if self._is_changed(name):
            self.kept.append(path)
            self._written[name] = self._before.get(name, "")
            return
        with _explaining(path):
            path.parent.mkdir(exist_ok=True)
        write_file(path, pieces)
        with _explaining(path):
            self._written[name] = _digest(path)

    def _is_changed(self, name: str) -> bool:
        path = self.path / name
        with _explaining(path):
            return path.exists() and _digest(path) != self._before.get(name)

    def _remove_left_over(self) -> None:
        for name in self._before.keys() - self._written.keys():
            path = self.path / name
            with _explaining(path):
                if path.is_file() and not self._is_changed(name):
                    path.unlink()

    def _record(self, written: Mapping[str, str]) -> None:
        write_file(self.path / RECORD, (json.dumps({"files": written}, indent=1, sort_keys=True), "\n"))


def _read_record(folder: Path) -> Mapping[str, str]:
    """What the export before has written here.

    Raises:
        OutputError: It was no export that has made what is here.
    """
    record = folder / RECORD
    if not record.is_file():
        if any(folder.iterdir()):
            raise OutputError(_NOT_OURS, where=str(folder), remedy="Name a new or an empty folder with --to")
        return {}
    try:
        files = json.loads(record.read_text(encoding="utf-8"))["files"]
        return {str(name): str(digest) for name, digest in files.items() if _is_within(str(name))}
    except (ValueError, KeyError, TypeError, AttributeError):
        what = "the record of the last export cannot be read"
        raise OutputError(what, where=str(record), remedy="Name another folder with --to") from None


def _is_within(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return (
        len(parts) in (1, 2) and not name.startswith("/") and "\\" not in name and ":" not in name and ".." not in parts
    )


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into an error that a reader understands."""
    try:
        yield
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        raise OutputError(what, where=str(path), remedy="Make room, or name another place with --to") from error

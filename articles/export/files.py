"""Files of an export: names that every system takes, and writing that leaves no half-written file behind."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from articles.errors import BroadsheetError

MARKER = ".broadsheet-export"
"""Stands in every folder that an export has made, so that the next one may write into it."""
_MOST_BYTES = 120
_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]`%\x00-\x1f\x7f]+')


class ExportError(BroadsheetError):
    """A file or folder of an export cannot be written."""


def file_name(title: str, identity: int, ending: str = "") -> str:
    """A name that Windows, macOS and Linux take, and Obsidian links to; the number keeps it apart from all others.

    Args:
        title: What the file is about.
        identity: A number that no other file of its folder has.
        ending: As `.md`.
    """
    plain = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split()).strip(". ")
    short = plain.encode()[:_MOST_BYTES].decode(errors="ignore").strip(". ")
    return f"{short} ({identity}){ending}".strip()


def prepare_folder(folder: Path) -> None:
    """Make a folder for an export, or take one that an earlier export made, or an empty one.

    Raises:
        ExportError: It holds something else, or can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_strange = not (folder / MARKER).exists() and any(folder.iterdir())
    except OSError as error:
        raise _failed(folder, error) from error
    if is_strange:
        raise ExportError(
            "the folder holds files that are no export of Broadsheet", str(folder), "Name a new or empty folder"
        )
    write_file(folder / MARKER, ("Made by Broadsheet. The next export writes over the files of the same names.\n",))


def write_file(path: Path, parts: Iterable[str]) -> None:
    """Write a file in UTF-8, in one step: whoever looks sees the old one or the new one.

    Raises:
        ExportError: It can't be written; what was there before is untouched.
    """
    part = path.with_name(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
        part.replace(path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _failed(path: Path, error: OSError) -> ExportError:
    reason = (error.strerror or str(error)).lower()
    return ExportError(f"it cannot be written ({reason})", str(path), "Name another place with --to")

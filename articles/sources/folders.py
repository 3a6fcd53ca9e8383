"""The files of a folder and of the folders in it, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from articles.errors import SourceError
from articles.sources.files import shown, unreadable
from articles.sources.formats import FEED_SUFFIXES, SUFFIXES


def files_in(folder: Path) -> Iterator[Path | SourceError]:
    """Every file under a folder that its name says is an article, each folder's entries sorted by name.

    Hidden entries and files of other kinds are passed over, as saved pages lie among pictures and scripts; so are
    the folders that browsers save beside them.
    Links are followed, to each folder once, so that a loop of links ends. What cannot be entered or followed
    is yielded as an error, and so is a folder in which there is nothing to read.
    """
    found = False
    for entry in article_files(folder):
        found = True
        yield entry
    if not found:
        endings = ", ".join((*SUFFIXES, *FEED_SUFFIXES))
        yield SourceError(f"no file in it ends in {endings}", where=shown(folder), remedy="Name the files themselves")


def article_files(folder: Path) -> Iterator[Path | SourceError]:
    """The same as `files_in`, of a folder in which there need not be anything yet."""
    return _walk(folder, set())


def _walk(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path | SourceError]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in entered:
            return
        entered.add((status.st_dev, status.st_ino))
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        names = {entry.name for entry in entries}
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        if not _is_of_saved_page(entry.name, names):
            yield from _entry(entry, entered)


def _is_of_saved_page(name: str, beside: Set[str]) -> bool:
    """Whether an entry is the folder of frames and pictures that a browser saves beside a page: `storm_files`."""
    page = name.removesuffix("_files")
    return page != name and (f"{page}.html" in beside or f"{page}.htm" in beside)


def _entry(path: Path, entered: set[tuple[int, int]]) -> Iterator[Path | SourceError]:
    try:
        path.stat()
    except OSError as error:
        yield unreadable(path, error)
        return
    if path.is_dir():
        yield from _walk(path, entered)
    elif path.suffix.lower() in (*SUFFIXES, *FEED_SUFFIXES):
        yield path

"""All that a reader names, one after another: what can be read, and one line for each thing that cannot."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from articles.errors import SourceError
from articles.model import RawDocument
from articles.sources.files import read_file, read_stream, shown
from articles.sources.folders import files_in
from articles.sources.formats import SUFFIXES, is_feed, is_feed_list

STANDARD_INPUT = "-"
_FOREIGN_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
"""How an address begins that is not of the web."""


def read_sources(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[RawDocument | SourceError]:
    """Reads files, folders with all that lies under them, and `-` for standard input.

    Args:
        paths: What the reader named, in that order.
        stdin: The stream that `-` stands for; the process's own when left out.

    Yields:
        A raw document for each file that can be read, one for each item of a saved feed, and a `SourceError` for
        each that cannot be read. Never raises for what it reads, so that one bad file does not stop the rest.
    """
    for path in paths:
        if not path:
            yield SourceError("an empty name", remedy="Name a file or folder")
        elif _FOREIGN_SCHEME.match(path):
            yield SourceError("only addresses with http:// or https:// can be fetched", where=shown(path))
        elif path == STANDARD_INPUT:
            yield from _read(partial(read_stream, stdin or sys.stdin.buffer))
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
        if isinstance(entry, SourceError):
            yield entry
        else:
            yield from _read(partial(read_file, entry), is_named=entry.suffix.lower() in SUFFIXES)


def _read(read: Callable[[], RawDocument], *, is_named: bool = False) -> Iterator[RawDocument | SourceError]:
    """A document, or the items of it where neither its name nor its beginning says that it is none of feeds."""
    try:
        raw = read()
        if is_named:
            yield raw
        elif is_feed_list(raw.content):
            yield SourceError("a list of feeds, not an article", where=raw.origin, remedy="Import it as OPML")
        elif is_feed(raw.content):
            yield from _items(raw)
        else:
            yield raw
    except SourceError as error:
        yield error


def _items(raw: RawDocument) -> Iterator[RawDocument | SourceError]:
    """The items of a saved feed, each a document of its own."""
    from articles.sources.feeds import item_document, parse_feed

    feed = parse_feed(raw.content, raw.origin)
    if not feed.items:
        yield SourceError("a feed without items", where=raw.origin, remedy="There is nothing to read in it")
    for item in feed.items:
        yield item_document(feed.title, item, raw.retrieved_at)

"""One file to one raw document, or to one line on why not."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from articles import clock
from articles.errors import SourceError
from articles.model import RawDocument, SourceFormat
from articles.sources.formats import SUFFIXES, sniff
from articles.text import is_text, one_line, printable

MAX_BYTES = 20_000_000
"""The largest document that is read; no article is longer, and nothing larger is read whole to find out."""

_UNREADABLE = {
    errno.ENOENT: ("no such file or folder", "Check the name"),
    errno.EACCES: ("no permission to read it", "Change its permissions, or leave it out"),
    errno.EPERM: ("no permission to read it", "Change its permissions, or leave it out"),
    errno.ELOOP: ("a link that leads back to itself", "Remove the link"),
    errno.ENAMETOOLONG: ("the name is too long", "Check the name"),
}
_TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB, which no article is"


def shown(path: str | Path) -> str:
    """A path in a form that can be stored and sent to a terminal, whatever bytes its name has."""
    return one_line(printable(os.fsencode(path).decode("utf-8", "replace")))


def unreadable(path: str | Path, error: OSError | ValueError) -> SourceError:
    """What the operating system's refusal means, in one line."""
    if isinstance(error, ValueError):
        return SourceError("not a possible file name", where=shown(path), remedy="Check the name")
    what, remedy = _UNREADABLE.get(error.errno or 0, (error.strerror or type(error).__name__, ""))
    if error.errno == errno.ENOENT and Path(path).is_symlink():
        what, remedy = "a link to something that is not there", "Remove the link, or bring back what it points to"
    return SourceError(what, where=shown(path), remedy=remedy)


def read_file(path: Path) -> RawDocument:
    """Reads one regular file of text.

    Raises:
        SourceError: It is missing, unreadable, no regular file, empty, too large or not text.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("not a regular file", where=shown(path), remedy="Name a text, Markdown or HTML file")
        if status.st_size > MAX_BYTES:
            raise SourceError(_TOO_LARGE, where=shown(path), remedy="Split it, or leave it out")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    return raw_document(content, shown(path.absolute()), SUFFIXES.get(path.suffix.lower()))


def read_stream(stream: BinaryIO) -> RawDocument:
    """Reads standard input to its end.

    Raises:
        SourceError: It is unreadable, empty, too large or not text.
    """
    try:
        content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError("cannot be read", where="standard input") from error
    return raw_document(content, "-", None)


def raw_document(content: bytes, origin: str, source_format: SourceFormat | None) -> RawDocument:
    """Bytes with their origin, once they are known to be text of a bearable length.

    Raises:
        SourceError: The content is empty, too large or not text.
    """
    where = "standard input" if origin == "-" else origin
    if not content:
        raise SourceError("empty", where=where, remedy="There is nothing to read in it")
    if len(content) > MAX_BYTES:
        raise SourceError(_TOO_LARGE, where=where, remedy="Split it, or leave it out")
    if not is_text(content):
        raise SourceError("not text", where=where, remedy="Save the article as text, Markdown or HTML")
    return RawDocument(content, origin, source_format or sniff(content), clock.now())

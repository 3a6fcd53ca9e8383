"""Printing: text, JSON, and one line for a problem. A reader that stops listening (`| head`) is no problem."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TextIO

from articles.errors import OutputError
from articles.text import one_line, printable

_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys or cannot take, beyond what JSON escapes anyway."""


def print_text(parts: Iterable[str]) -> None:
    """Print text that comes in parts, fit for any terminal; nobody listening any more ends it silently."""
    _write(map(printable, parts))


def print_json(value: Mapping[str, object]) -> None:
    """Print one JSON document, in plain ASCII where the receiver does not take Unicode.

    What a terminal would obey is escaped, so that the document says the same and can be looked at.
    """
    print_json_text((json.dumps(value, ensure_ascii=not takes_unicode(), indent=2), "\n"))


def print_json_text(parts: Iterable[str]) -> None:
    """Print JSON that comes in parts. What a terminal would obey is escaped."""
    _write(_OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", part) for part in parts)


def takes_unicode() -> bool:
    """Whether whoever reads standard output takes any character."""
    return sys.stdout.encoding.lower().replace("-", "").startswith("utf")


def print_problem(problem: str) -> None:
    """Print one line on standard error, whatever the problem says or names."""
    try:
        sys.stderr.write(f"broadsheet: {one_line(printable(problem))}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        _hush(sys.stderr)


def _write(parts: Iterable[str]) -> None:
    try:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush(sys.stdout)
    except OSError as error:
        _hush(sys.stdout)
        what = f"cannot be written ({error.strerror or error})"
        raise OutputError(what, where="standard output", remedy="Make room, or send it elsewhere") from error


def _hush(stream: TextIO) -> None:
    """Send what is still to come nowhere, so that closing the stream does not fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

"""Printing: text, JSON, and one line for a problem. A reader that stops listening (`| head`) is no problem."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TextIO

from articles.text import one_line, printable


def print_text(parts: Iterable[str]) -> None:
    """Print text that comes in parts; nobody listening any more ends it silently."""
    try:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush(sys.stdout)


def print_json(value: Mapping[str, object]) -> None:
    """Print one JSON document, in plain ASCII where the receiver does not take Unicode."""
    takes_unicode = sys.stdout.encoding.lower().replace("-", "").startswith("utf")
    print_text((json.dumps(value, ensure_ascii=not takes_unicode, indent=2), "\n"))


def print_problem(problem: str) -> None:
    """Print one line on standard error, whatever the problem says or names."""
    try:
        sys.stderr.write(f"broadsheet: {one_line(printable(problem))}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        _hush(sys.stderr)


def _hush(stream: TextIO) -> None:
    """Send what is still to come nowhere, so that closing the stream does not fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

"""Intervals and counts in words, and text wrapped for a terminal, without anything of the screen."""

from __future__ import annotations

import shutil
import sys
import textwrap

from articles.clock import day_in_words
from articles.model import Interval
from articles.text import one_line

_WIDEST = 100
_NARROWEST = 30


def counted(number: int, noun: str) -> str:
    """`1 report`, `3 reports`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def interval_in_words(interval: Interval | None) -> str:
    """The days that something covers: `27 Jul 2023`, `1 Jul 2023 to 31 Jul 2023`; empty where none are known."""
    if interval is None:
        return ""
    first, last = day_in_words(interval.first), day_in_words(interval.last)
    return first if first == last else f"{first} to {last}"


def wrapped(text: str, indent: str = "", *, hanging: str | None = None) -> str:
    """A paragraph at the width of the terminal; on one line where the output goes elsewhere.

    Args:
        text: The paragraph.
        indent: What stands before its first line.
        hanging: What stands before the others; `indent` when left out.
    """
    line = one_line(text)
    if not sys.stdout.isatty():
        return f"{indent}{line}\n"
    width = max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST)
    following = indent if hanging is None else hanging
    return textwrap.fill(line, width, initial_indent=indent, subsequent_indent=following) + "\n"

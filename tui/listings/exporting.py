"""`broadsheet export --to`: what was written, and what was left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from articles.text import one_line
from tui.listings.wording import counted


def exported_text(noun: str, number: int, place: Path) -> str:
    """What was written where, in one line."""
    return f"{counted(number, noun)} exported to {one_line(str(place))}\n"


def exported_json(what: str, number: int, place: Path, kept: Sequence[Path] = ()) -> dict[str, object]:
    """What was written where, for a program."""
    return {what: number, "to": str(place), "kept": [str(path) for path in kept]}


def kept_text(kept: Sequence[Path]) -> str:
    """Which files were left as they are, since the reader has changed them, in one line."""
    named = ", ".join(path.name for path in kept[:3]) + (", ..." if len(kept) > 3 else "")
    return f"left as you have changed it: {counted(len(kept), 'file')} ({named})"

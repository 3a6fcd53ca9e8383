"""Whatever goes wrong with one source, page or file, as one line; the others are to go on."""

from __future__ import annotations

from articles.errors import BroadsheetError
from articles.sources.addresses import shown_address
from articles.text import one_line, printable

_LONGEST = 200


def problem_of(where: str, error: Exception) -> str:
    """An error as one line. What comes from outside is hostile, so that any error at all may come of it.

    Args:
        where: The address or path concerned.
        error: What was raised.
    """
    if isinstance(error, BroadsheetError):
        return str(error)
    return f"{shown_address(where)}: {unforeseen(error)}."


def unforeseen(error: Exception) -> str:
    """An error that nobody has words for, without its place."""
    return one_line(printable(f"it could not be read ({type(error).__name__}: {error})"), _LONGEST)

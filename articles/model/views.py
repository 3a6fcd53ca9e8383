"""Searches that the reader keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedView:
    """A search under a name."""

    id: int
    name: str
    query: str
    """As the reader would type it."""
    sort: str
    """The order of its articles, of `articles.library.SORTS`."""

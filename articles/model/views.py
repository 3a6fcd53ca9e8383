"""Searches that the reader keeps: as views, and as rules for tags."""

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


@dataclass(frozen=True, slots=True)
class TagRule:
    """That articles which a query finds are tagged when they come."""

    id: int
    query: str
    """As the reader would type it."""
    tag: str

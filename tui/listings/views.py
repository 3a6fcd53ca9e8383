"""`broadsheet views`: the searches that are kept, each with how many articles it finds."""

from __future__ import annotations

from collections.abc import Iterable

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import SavedView
from articles.query import parse
from articles.text import one_line

Counted = tuple[SavedView, int]
"""A view and how many articles it finds; -1 for one that cannot be understood any more."""


def load_views(library: Library) -> tuple[Counted, ...]:
    """All views, each with how many articles it finds."""
    return tuple((view, _count(library, view)) for view in library.views.all())


def view_text(view: SavedView, count: int) -> str:
    """A view on one line: how much it finds, its name and its query."""
    found = f"{count:,}" if count >= 0 else "?"
    return f"{found:>7}  {one_line(view.name)}: {one_line(view.query)}\n"


def views_json(views: Iterable[Counted]) -> dict[str, object]:
    """All views for a program; `articles` is null for one that cannot be understood any more."""
    return {
        "views": [
            {"name": view.name, "query": view.query, "sort": view.sort, "articles": count if count >= 0 else None}
            for view, count in views
        ]
    }


def _count(library: Library, view: SavedView) -> int:
    try:
        return len(library.ids(parse(view.query)))
    except BroadsheetError:
        return -1

"""The one SQLite file that holds everything. The only room that says SQL."""

from __future__ import annotations

from articles.library.library import Library
from articles.library.listing import SORTS

__all__ = ["SORTS", "Library"]

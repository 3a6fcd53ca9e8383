"""Where articles come from: files, folders, standard input. Each yields raw documents."""

from __future__ import annotations

from articles.sources.files import MAX_BYTES
from articles.sources.formats import SUFFIXES
from articles.sources.reading import read_sources

__all__ = ["MAX_BYTES", "SUFFIXES", "read_sources"]

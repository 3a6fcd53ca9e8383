"""The demo articles: three invented stories, written for this project, with all the mess of scraped pages."""

from __future__ import annotations

from pathlib import Path

__all__ = ["sample_paths"]

_FOLDER = Path(__file__).resolve().parent
_FORMATS = frozenset({".html", ".md", ".txt"})


def sample_paths() -> tuple[Path, ...]:
    """The files of the demo articles, in reading order. They lie beside this module, in the wheel as in a checkout."""
    return tuple(sorted(path for path in _FOLDER.iterdir() if path.suffix in _FORMATS))

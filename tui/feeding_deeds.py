"""What the reading room has the pipeline do; read in the process of the pipeline, which needs no screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.model import SourceKind

if TYPE_CHECKING:
    from articles.progress import Report
    from articles.updating import Updating

_KEPT = {SourceKind.FEED: "Subscribed to", SourceKind.FOLDER: "Watching"}


def add_all(paths: Sequence[str], updating: Updating) -> Report:
    """Add what was named on the command line."""
    return updating.add(paths)


def add_named(word: str, updating: Updating) -> Report:
    """Add what the reader has named in the room."""
    from articles.updating.subscribing import spelt_out

    named = spelt_out(word) if word != "-" else "./-"  # standard input is the keyboard of the room
    return updating.add([named], subscribes_to_sites=True)


def subscribe_to(word: str, updating: Updating) -> Report:
    """Subscribe to what the reader has named in the room; the report says to what that was."""
    report, made = updating.subscribe([word])
    told = (f"{_KEPT[each.source.kind]} {each.source.title or each.source.address}" for each in made)
    return replace(report, notices=(*told, *report.notices))


def update_all(updating: Updating) -> Report:
    """Look at all sources."""
    return updating.update()


def fetch_all(articles: Sequence[int], updating: Updating) -> Report:
    """Fetch the full text of articles."""
    return updating.fetch(articles)

"""`broadsheet tag`: the tags that an article bears."""

from __future__ import annotations

from collections.abc import Iterable

from articles.text import one_line


def tags_text(tags: Iterable[str]) -> str:
    """The tags on one line."""
    return (" ".join(f"#{one_line(tag)}" for tag in tags) or "no tags") + "\n"


def tags_json(identity: int, tags: Iterable[str]) -> dict[str, object]:
    """The article and its tags."""
    return {"id": identity, "tags": list(tags)}

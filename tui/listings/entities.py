"""`broadsheet entities`: who and what the articles name."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import KnownEntity
from articles.text import one_line
from tui.listings.wording import counted


def entity_text(entity: KnownEntity) -> str:
    """One entity on one line."""
    aliases = f" ({', '.join(one_line(alias) for alias in entity.aliases)})" if entity.aliases else ""
    extent = f"{counted(entity.articles, 'article')}, {counted(entity.mentions, 'mention')}"
    return f"{entity.id:>6}  {entity.kind.value:<12}  {one_line(entity.name)}{aliases} · {extent}\n"


def entities_json(entities: Iterable[KnownEntity]) -> dict[str, object]:
    """The entities, the most reported first."""
    return {"entities": [entity_json(entity) for entity in entities]}


def entity_json(entity: KnownEntity) -> dict[str, object]:
    """One entity. `country` is an ISO 3166-1 code, or empty."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "aliases": list(entity.aliases),
        "country": entity.country,
        "articles": entity.articles,
        "mentions": entity.mentions,
    }

"""What a page's JSON-LD says of its article (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
_ARTICLE_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article", "LiveBlogPosting",
    "BlogPosting", "Report", "WebPage",
)  # fmt: skip
"""Types of schema.org that are or hold an article, the most specific first."""
_DEEPEST = 12


def article_fields(tree: HtmlElement) -> dict[str, Json]:
    """The JSON-LD object of the article, the most specific one where there are several; empty without one."""
    found = [node for script in tree.iter("script") for node in _nodes_in(script)]
    ranked = sorted(found, key=_rank)
    return ranked[0] if ranked and _rank(ranked[0]) < len(_ARTICLE_TYPES) else {}


def text_of(value: Json, *keys: str) -> str:
    """The text of a JSON-LD value: itself, or the first of some keys of an object, or the first of a list."""
    if isinstance(value, list):
        return next((text for each in value if (text := text_of(each, *keys))), "")
    if isinstance(value, dict):
        return next((text for key in keys if (text := text_of(value.get(key), *keys))), "")
    return value.strip() if isinstance(value, str) else ""


def names_of(value: Json) -> tuple[str, ...]:
    """The names of people or organisations that a JSON-LD value gives, in order, each once."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for each in values if (name := text_of(each, "name"))))


def _nodes_in(script: HtmlElement) -> Iterator[dict[str, Json]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    try:
        parsed: Json = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    yield from _objects(parsed, 0)


def _objects(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner, depth + 1)


def _rank(node: dict[str, Json]) -> int:
    kinds = node.get("@type")
    named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    ranks = [_ARTICLE_TYPES.index(kind) for kind in named if isinstance(kind, str) and kind in _ARTICLE_TYPES]
    return min(ranks, default=len(_ARTICLE_TYPES))

"""What a page's JSON-LD says of its article (schema.org)."""

from __future__ import annotations

import html
import json
import re
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
_LONGEST = 2_000_000
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}(?:<!\[CDATA\[|\]\]>)(?:\s{0,9}\*/)?")
"""Comments and sections that a script stands in for the sake of old browsers."""
_TRAILING_COMMA = re.compile(r",(\s{0,99}[\]}])")


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
    return html.unescape(value).strip() if isinstance(value, str) else ""


def names_of(value: Json) -> tuple[str, ...]:
    """The names of people or organisations that a JSON-LD value gives, in order, each once."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for each in values if (name := text_of(each, "name"))))


def _nodes_in(script: HtmlElement) -> Iterator[dict[str, Json]]:
    if "ld+json" in (script.get("type") or "").lower():
        for value in _values(script.text or ""):
            yield from _objects(value, 0)


def _values(source: str) -> Iterator[Json]:
    """The JSON values in a script, however its page has wrapped or broken it."""
    text = _WRAPPING.sub("", source[:_LONGEST]).strip().rstrip(";")
    yield from _decoded(text) or _decoded(_TRAILING_COMMA.sub(r"\1", text))


def _decoded(text: str) -> list[Json]:
    """The JSON values that stand one after another in a text, up to the first that is broken."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Json] = []
    at = 0
    try:
        while at < len(text):
            value, at = decoder.raw_decode(text, at)
            values.append(value)
            at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,;"))
    except (ValueError, RecursionError):
        pass
    return values


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

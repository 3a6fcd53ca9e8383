"""Highlights, notes and tags in the W3C Web Annotation Data Model, as one collection in JSON-LD.

The text that a `TextPositionSelector` counts in is the title and the blocks of the cleaned article, a line each, as
`articles.anchoring` has it; `TextQuoteSelector` says the same by the words. A mark that has lost its place keeps its
quotation only. What is about the whole article has no selector.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from urllib.parse import quote

from articles.anchoring import Anchor, AnchorText
from articles.export.addresses import identifier
from articles.export.gathering import ExportedArticle, exported
from articles.library import Library
from articles.model import TITLE_BLOCK, Article, PassageMark

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "urn:broadsheet:annotations"

Value = dict[str, object]


def annotation_collection(library: Library, ids: Sequence[int], *, is_ascii: bool = False) -> Iterator[str]:
    """The collection for some articles, in pieces.

    Args:
        library: The library.
        ids: The articles.
        is_ascii: Whether to escape what is not ASCII.
    """
    items = [value for each in exported(library, ids) for value in annotations_of(each)]
    page = {"id": f"{COLLECTION}:1", "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0, "items": items}
    collection: Value = {
        "@context": CONTEXT,
        "id": COLLECTION,
        "type": "AnnotationCollection",
        "label": "Highlights, notes and tags of Broadsheet",
        "total": len(items),
        "first": page,
    }
    yield json.dumps(collection, ensure_ascii=is_ascii, indent=2) + "\n"


def annotations_of(each: ExportedArticle) -> Iterator[Value]:
    """The annotations of one article: its marks in the order of its text, then its tags."""
    source = identifier(each.row.id, each.address)
    for mark in each.marks:
        yield _of_mark(mark, each.article, source)
    for tag in each.row.tags:
        yield {
            "id": f"urn:broadsheet:tag:{each.row.id}:{quote(tag, safe='')}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": _body(tag, "tagging"),
            "target": source,
        }


def position(article: Article, block: int, start: int, end: int) -> tuple[int, int]:
    """A span of a block as a span of the title and all blocks, a line each."""
    texts = (article.title, *(each.text for each in article.blocks))
    first = list(accumulate((len(text) + 1 for text in texts), initial=0))[block - TITLE_BLOCK]
    return first + start, first + end


def _of_mark(mark: PassageMark, article: Article, source: str) -> Value:
    motivation = "commenting" if mark.note else "highlighting"
    annotation: Value = {"id": f"urn:broadsheet:mark:{mark.id}", "type": "Annotation", "motivation": motivation}
    if mark.note:
        annotation["body"] = _body(mark.note, "commenting")
    annotation["target"] = source if mark.is_of_article else {"source": source, "selector": _selectors(mark, article)}
    return annotation


def _selectors(mark: PassageMark, article: Article) -> list[Value]:
    quotation = mark.quotation
    if mark.is_placed:
        quotation = AnchorText(article).quote(Anchor(mark.block, mark.start, mark.end))
    selectors: list[Value] = [
        {
            "type": "TextQuoteSelector",
            "exact": quotation.exact,
            "prefix": quotation.prefix,
            "suffix": quotation.suffix,
        }
    ]
    if mark.is_placed:
        start, end = position(article, mark.block, mark.start, mark.end)
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return selectors


def _body(value: str, purpose: str) -> Value:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}

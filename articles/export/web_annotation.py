"""Highlights, notes and tags as annotations of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from articles.export.harvest import ExportedArticle
from articles.model import TITLE_BLOCK, PassageMark

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(articles: Iterable[ExportedArticle]) -> Iterator[str]:
    """One JSON-LD document, an `AnnotationPage` with all annotations, made while the articles are read.

    A passage is told by a `TextQuoteSelector` and, where it has a place, by a `TextPositionSelector` over the text of
    the article: its title and its blocks, each followed by a line end.
    """
    head = json.dumps({"@context": CONTEXT, "id": "urn:broadsheet:annotations", "type": "AnnotationPage"})
    yield f'{head[:-1]}, "items": ['
    separator = "\n"
    for each in articles:
        for annotation in (*_of_marks(each), *_of_tags(each)):
            yield separator + json.dumps(annotation, ensure_ascii=False)
            separator = ",\n"
    yield "\n]}\n"


def text_of(each: ExportedArticle) -> str:
    """The text that positions count in."""
    return "".join(f"{text}\n" for text in (each.article.title, *(block.text for block in each.article.blocks)))


def _of_marks(each: ExportedArticle) -> Iterator[dict[str, object]]:
    for mark in each.marks:
        annotation: dict[str, object] = {
            "id": f"urn:broadsheet:mark:{mark.id}",
            "type": "Annotation",
            "motivation": "commenting" if mark.note else "highlighting",
        }
        if mark.note:
            annotation["body"] = {
                "type": "TextualBody",
                "value": mark.note,
                "format": "text/markdown",
                "purpose": "commenting",
            }
        yield {**annotation, "target": each.target if mark.is_of_article else _target(each, mark)}


def _target(each: ExportedArticle, mark: PassageMark) -> dict[str, object]:
    quotation = mark.quotation
    selectors: list[dict[str, object]] = [
        {
            "type": "TextQuoteSelector",
            "exact": quotation.exact,
            "prefix": quotation.prefix,
            "suffix": quotation.suffix,
        }
    ]
    if mark.is_placed:
        texts = [each.article.title, *(block.text for block in each.article.blocks)]
        before = sum(len(text) + 1 for text in texts[: mark.block - TITLE_BLOCK])
        selectors.append({"type": "TextPositionSelector", "start": before + mark.start, "end": before + mark.end})
    return {"source": each.target, "selector": selectors}


def _of_tags(each: ExportedArticle) -> Iterator[dict[str, object]]:
    for number, tag in enumerate(each.row.tags, 1):
        yield {
            "id": f"urn:broadsheet:article:{each.id}:tag:{number}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": {"type": "TextualBody", "value": tag, "purpose": "tagging"},
            "target": each.target,
        }

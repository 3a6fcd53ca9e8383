"""All that the other articles tell differently from one, or dispute, in the order of its text."""

from __future__ import annotations

from collections import defaultdict

from articles.library import Library
from articles.model import LIKELY
from articles.reading.crossrefs import CrossReference, is_differing, reference_of
from articles.text import fold

_PER_SENTENCE = 4
"""Passages elsewhere that one sentence is set against."""


def article_differences(library: Library, article_id: int) -> tuple[CrossReference, ...]:
    """The passages that differ from an article or dispute it, each beside its own sentence; doubts left out.

    Of passages that say the same against one sentence the surest stands for all.
    """
    links = library.links(article_id)
    texts = library.versions.texts({article_id, *(linked.there.article for linked in links)})
    chosen: dict[tuple[int, int], list[CrossReference]] = defaultdict(list)
    for linked in links:
        if linked.link.confidence < LIKELY or not linked.link.relation.is_one_event or not is_differing(linked):
            continue
        reference, of_sentence = reference_of(linked), chosen[linked.here.block, linked.here.start]
        is_copy = texts[linked.there.article] == texts[article_id]
        if not is_copy and len(of_sentence) < _PER_SENTENCE and not any(_same(reference, each) for each in of_sentence):
            of_sentence.append(reference)
    return tuple(reference for _, found in sorted(chosen.items()) for reference in found)


def _same(one: CrossReference, other: CrossReference) -> bool:
    """Whether two references lead to one sentence, or tell the same differences in one relation."""
    if one.there.text == other.there.text:
        return True
    told, again = _told(one), _told(other)
    return bool(told) and one.relation is other.relation and told == again


def _told(reference: CrossReference) -> frozenset[tuple[str, str, str]]:
    """What a reference tells differently, whatever its capitals."""
    return frozenset((each.aspect, fold(each.here), fold(each.there)) for each in reference.differences)

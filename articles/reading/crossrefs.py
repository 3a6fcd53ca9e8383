"""What the other articles say about a passage: ranked, grouped and explained cross-references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from articles.library import Library
from articles.model import LIKELY, Difference, KnownEvent, LinkedPassages, Passage, Relation

_PASSAGES = 2
"""Passages of one article that a group shows for one event."""

_RANK = {
    Relation.DISPUTES: 0,
    Relation.DIFFERS: 1,
    Relation.SAME_EVENT: 2,
    Relation.REPEATS: 3,
    Relation.FOLLOWED_BY: 4,
    Relation.PRECEDED_BY: 5,
}


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A passage elsewhere that bears on the passage being read, with the reasons."""

    relation: Relation
    confidence: float
    """0 to 1: the chance that a careful reader would agree."""
    because: tuple[str, ...]
    here: Passage
    there: Passage
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossReferenceGroup:
    """Cross-references of one relation to one event."""

    heading: str
    """`SAME EVENT · military parade, Pyongyang, 27 July 2023`."""
    relation: Relation
    reports: int
    """How many other texts stand in the group: copies count once, and those of the text being read not at all."""
    doubtful: bool
    """Whether to show it folded: no reference in it reaches `LIKELY`."""
    references: tuple[CrossReference, ...]


def cross_references(library: Library, article_id: int, block: int) -> tuple[CrossReferenceGroup, ...]:
    """What other articles say about the events in one block, best group first.

    A passage elsewhere is shown once, under the relation that matters most to a reader: a dispute before a
    difference, before agreement, before what came earlier or later. Doubtful groups come last.

    Raises:
        NotFoundError: No such article.
    """
    references = _strongest_by_passage(library.links(article_id, block))
    events = {reference.there.event: library.event(reference.there.event) for reference in references}
    texts = library.texts({article_id, *(reference.there.article for reference in references)})
    return _grouped(references, events, texts)


def article_cross_references(library: Library, article_id: int) -> dict[int, tuple[CrossReferenceGroup, ...]]:
    """`cross_references` for every block of an article that has some, by block number."""
    by_block: dict[int, list[LinkedPassages]] = {}
    for linked in library.links(article_id):
        by_block.setdefault(linked.here.block, []).append(linked)
    found = {block: _strongest_by_passage(links) for block, links in sorted(by_block.items())}
    ids = {reference.there.event for references in found.values() for reference in references}
    events = {event_id: library.event(event_id) for event_id in sorted(ids)}
    others = {reference.there.article for references in found.values() for reference in references}
    texts = library.texts({article_id, *others})
    return {block: _grouped(references, events, texts) for block, references in found.items()}


def related_counts(library: Library, article_id: int) -> dict[int, int]:
    """For each block that others report on, how many other texts report one of its events, doubts left out.

    Copies of a text count once, and those of the article's own text not at all.
    """
    reporting: dict[int, set[int]] = {}
    for linked in library.links(article_id):
        if linked.link.confidence >= LIKELY and linked.link.relation.is_one_event:
            reporting.setdefault(linked.here.block, set()).add(linked.there.article)
    texts = library.texts({article_id, *(article for articles in reporting.values() for article in articles)})
    others = {
        block: {texts[article] for article in articles} - {texts[article_id]} for block, articles in reporting.items()
    }
    return {block: len(found) for block, found in others.items() if found}


def _strongest_by_passage(links: Iterable[LinkedPassages]) -> list[CrossReference]:
    """One reference for each sentence elsewhere, with the reasons and differences of all links to it."""
    chosen: dict[tuple[int, int, int], CrossReference] = {}
    for linked in links:
        reference = CrossReference(
            linked.link.relation,
            linked.link.confidence,
            linked.link.because,
            linked.here,
            linked.there,
            linked.link.differences,
        )
        passage = (linked.there.article, linked.there.block, linked.there.start)
        standing = chosen.get(passage)
        chosen[passage] = reference if standing is None else _merged(standing, reference)
    return list(chosen.values())


def _merged(one: CrossReference, other: CrossReference) -> CrossReference:
    first, second = sorted((one, other), key=_weight)
    reasons = first.because
    differences = first.differences
    if first.relation.is_one_event and second.relation.is_one_event:
        reasons = tuple(dict.fromkeys((*first.because, *second.because)))
        differences = tuple(dict.fromkeys((*first.differences, *second.differences)))
    return replace(first, because=reasons, differences=differences)


def _weight(reference: CrossReference) -> tuple[bool, int, float]:
    """Sort key that puts the reference worth showing first."""
    return (reference.confidence < LIKELY, _RANK[reference.relation], -reference.confidence)


def _grouped(
    references: Iterable[CrossReference], events: Mapping[int, KnownEvent], texts: Mapping[int, int]
) -> tuple[CrossReferenceGroup, ...]:
    members: dict[tuple[Relation, int, bool], list[CrossReference]] = {}
    for reference in sorted(references, key=_weight):
        group = members.setdefault(_group_key(reference), [])
        of_article = sum(member.there.article == reference.there.article for member in group)
        if of_article < (_PASSAGES if reference.relation.is_one_event else 1):
            group.append(reference)
    return tuple(
        CrossReferenceGroup(
            heading=f"{relation.value.upper()} · {events[group[0].there.event].label}",
            relation=relation,
            reports=len({texts[each.there.article] for each in group} - {texts[each.here.article] for each in group}),
            doubtful=doubtful,
            references=tuple(group),
        )
        for (relation, _, doubtful), group in members.items()
    )


def _group_key(reference: CrossReference) -> tuple[Relation, int, bool]:
    """Reports of the event told here stand together; what came earlier or later stands apart event by event."""
    event = reference.here.event if reference.relation.is_one_event else reference.there.event
    return (reference.relation, event, reference.confidence < LIKELY)

"""What the other articles say about a passage: ranked, grouped and explained cross-references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from articles.library import Library
from articles.linking.framing import framing
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
class Elsewhere:
    """What the other articles make of a block."""

    texts: int
    """How many other texts report an event of it."""
    is_differing: bool = False
    """Whether one of them differs from it, or disputes it."""


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
    texts = library.versions.texts({article_id, *(reference.there.article for reference in references)})
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
    texts = library.versions.texts({article_id, *others})
    return {block: _grouped(references, events, texts) for block, references in found.items()}


def reported_elsewhere(library: Library, article_id: int) -> dict[int, Elsewhere]:
    """For each block that others report on, how many other texts do, and whether one of them differs; doubts left out.

    Copies of a text count once, and those of the article's own text not at all.
    """
    reporting: dict[int, set[int]] = {}
    differing: dict[int, set[int]] = {}
    for linked in library.links(article_id):
        if linked.link.confidence >= LIKELY and linked.link.relation.is_one_event:
            block, other = linked.here.block, linked.there.article
            reporting.setdefault(block, set()).add(other)
            known = differing.setdefault(block, set())
            if other not in known and is_differing(linked):
                known.add(other)
    texts = library.versions.texts({article_id, *(article for articles in reporting.values() for article in articles)})
    own = texts[article_id]
    found: dict[int, Elsewhere] = {}
    for block, articles in reporting.items():
        if others := {texts[article] for article in articles} - {own}:
            found[block] = Elsewhere(len(others), any(texts[article] != own for article in differing[block]))
    return found


def is_differing(linked: LinkedPassages) -> bool:
    """Whether two passages tell one event differently, or one against the other."""
    return linked.link.relation is Relation.DISPUTES or bool(differences_of(linked))


def differences_of(linked: LinkedPassages) -> tuple[Difference, ...]:
    """What two passages of one event tell differently, and, where that is likely one event, how they word it."""
    link = linked.link
    if not link.relation.is_one_event or link.relation is Relation.REPEATS or link.confidence < LIKELY:
        return link.differences
    return (*link.differences, *framing(linked.here, linked.there))


def reference_of(linked: LinkedPassages) -> CrossReference:
    """A link as a reader sees it."""
    link = linked.link
    return CrossReference(
        link.relation, link.confidence, link.because, linked.here, linked.there, differences_of(linked)
    )


def _strongest_by_passage(links: Iterable[LinkedPassages]) -> list[CrossReference]:
    """One reference for each sentence elsewhere, with the reasons and differences of all links to it."""
    chosen: dict[tuple[int, int, int], CrossReference] = {}
    for linked in links:
        reference = reference_of(linked)
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

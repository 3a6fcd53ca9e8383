"""The timeline of one article: the events that it reports and those that its links lead to, as they happened."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from articles.lexicon import event_lexicon
from articles.library import Library
from articles.model import LIKELY, DatedEvent, Passage
from articles.reading.timeline import moment, name_of


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """A dated event with where it is told."""

    dated: DatedEvent
    blocks: frozenset[int]
    """The blocks of the article that tell it; none for one that only others tell."""
    report: Passage
    """A sentence that reports it: the surest one elsewhere, else the article's own."""


def article_timeline(library: Library, article_id: int) -> tuple[ReportedEvent, ...]:
    """The dated events of an article and of what it is linked to, in the order in which they happened.

    Left out is what has neither a party or a place nor a word that tells what happened, as "the work began in 1931".
    """
    with library.snapshot():
        blocks: dict[int, set[int]] = defaultdict(set)
        reports: dict[int, Passage] = {}
        for linked in library.links(article_id):
            if linked.link.confidence >= LIKELY:
                if linked.link.relation.is_one_event:
                    reports.setdefault(linked.here.event, linked.there)
                reports.setdefault(linked.there.event, linked.there)
        for own in library.passages_of(article_id):
            reports.setdefault(own.event, own)
            blocks[own.event].add(own.block)
        found = library.dated(reports)
    ordered = sorted((each for each in found if _is_telling(each)), key=moment)
    return tuple(ReportedEvent(each, frozenset(blocks[each.event.id]), reports[each.event.id]) for each in ordered)


def _is_telling(dated: DatedEvent) -> bool:
    lexicon = event_lexicon()
    return "," in name_of(dated) or dated.event.event_class in lexicon.families.keys() - lexicon.loose

"""Reports side by side: which events several articles tell alike, which differently, and what one tells alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.errors import LibraryError
from articles.library import Library
from articles.model import LIKELY, TITLE_BLOCK, ArticleRow, KnownEvent, LinkedPassages, Passage, Relation
from articles.reading.crossrefs import differences_of, is_differing
from articles.reading.differing import Findings, Told, ToldDifferently, marked_spans, told_differently

_SENTENCES = 2
"""Sentences of one article that stand for an event."""


class Standing(StrEnum):
    """How the reports of an event stand to each other."""

    DISPUTED = "disputed"
    DIFFERING = "differing"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class ReportedSentence:
    """A sentence of one of the articles."""

    passage: Passage
    marked: tuple[tuple[int, int], ...] = ()
    """The words that differ from what the others say, as half-open spans of the sentence."""


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """An event that at least two of the articles report."""

    standing: Standing
    event: KnownEvent
    reports: tuple[tuple[ReportedSentence, ...], ...]
    """For each article the sentences that report it; none where it is silent."""
    differences: tuple[ToldDifferently, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportComparison:
    """Articles side by side, aligned by event."""

    articles: tuple[ArticleRow, ...]
    events: tuple[ComparedEvent, ...]
    """The disputed first, then the differing, then the agreed ones, each in the order of the first article."""
    alone: tuple[tuple[Passage, ...], ...]
    """For each article the sentences whose events none of the others report."""
    is_one_text: bool = False
    """Whether they are all versions of one text."""


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One event as several articles tell it: its reports by article, and the links between them."""

    passages: Mapping[int, Sequence[Passage]]
    links: Sequence[LinkedPassages]


def compare_reports(library: Library, articles: Sequence[int]) -> ReportComparison:
    """What several articles say of the same events, and what each of them says alone.

    Two of them report one event where it is one of the library's, or where a link that is believed says so.

    Raises:
        LibraryError: There are not two articles to compare.
        NotFoundError: There is no such article.
    """
    ids = tuple(dict.fromkeys(articles))
    if len(ids) < 2:
        raise LibraryError("one article cannot be compared with itself", remedy="Name another one")
    with library.snapshot():
        return _compared_reports(library, ids)


def _compared_reports(library: Library, ids: Sequence[int]) -> ReportComparison:
    rows = tuple(library.row(each) for each in ids)
    told = {each: library.passages_of(each) for each in ids}
    findings = {each: Findings.of(library, each) for each in ids}
    links = links_among(library, ids)
    shared = shared_events(told, links)
    compared = (_compared(library, findings, each) for each in shared)
    linked = {end.event for each in links for end in (each.here, each.there)}
    known = linked | {passage.event for each in shared for own in each.passages.values() for passage in own}
    return ReportComparison(
        rows,
        _without_repetition(sorted(compared, key=lambda each: list(Standing).index(each.standing))),
        tuple(told_alone(told[each], known) for each in ids),
        is_one_text={row.id for row in library.versions.of(ids[0])} >= set(ids),
    )


def links_among(library: Library, ids: Sequence[int]) -> list[LinkedPassages]:
    """The believed links of one event between the articles, each told from the first named of them, surest first."""
    found: list[LinkedPassages] = []
    for position, article in enumerate(ids[:-1]):
        others = set(ids[position + 1 :])
        found += [
            each
            for each in library.links(article)
            if each.there.article in others and each.link.confidence >= LIKELY and each.link.relation.is_one_event
        ]
    return sorted(found, key=lambda each: -each.link.confidence)


def shared_events(told: Mapping[int, Sequence[Passage]], links: Sequence[LinkedPassages]) -> list[SharedEvent]:
    """The events that more than one article tells, in the order in which the first of them does.

    Where links connect events that one article tells as two, what they say to differ stands by itself.
    """
    group_of = _groups(told, links)
    passages: dict[int | tuple[int, int], dict[int, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    linked: dict[int | tuple[int, int], list[LinkedPassages]] = defaultdict(list)
    for article, own in told.items():
        for passage in own:
            passages[group_of[passage.event]][article].append(passage)
    for each in links:
        here, there = group_of[each.here.event], group_of[each.there.event]
        if here == there:
            linked[here].append(each)
        elif is_differing(each):
            pair = (each.here.event, each.there.event)
            linked[pair].append(each)
            for end in (each.here, each.there):
                passages[pair][end.article] = [own for own in told[end.article] if own.event == end.event]
    return [SharedEvent(by_article, linked[group]) for group, by_article in passages.items() if len(by_article) > 1]


def _groups(told: Mapping[int, Sequence[Passage]], links: Iterable[LinkedPassages]) -> dict[int, int]:
    """For each event a number that it shares with those that are the same by links.

    Two that one article tells are two, whatever links between others say.
    """
    telling: dict[int, set[int]] = defaultdict(set)
    for article, own in told.items():
        for passage in own:
            telling[passage.event].add(article)
    group_of = {event: event for event in telling}
    for linked in links:
        kept, dissolved = group_of[linked.here.event], group_of[linked.there.event]
        if kept != dissolved and not telling[kept] & telling[dissolved]:
            telling[kept] |= telling[dissolved]
            group_of = {event: kept if group == dissolved else group for event, group in group_of.items()}
    return group_of


def _compared(library: Library, findings: Mapping[int, Findings], shared: SharedEvent) -> ComparedEvent:
    told = {article: Told(findings[article], own) for article, own in shared.passages.items()}
    differences = told_differently(tuple(findings), tuple(told.values()), shared.links)
    known = [library.event(event) for event in {each.event for own in shared.passages.values() for each in own}]
    disputed = any(each.link.relation is Relation.DISPUTES for each in shared.links)
    return ComparedEvent(
        Standing.DISPUTED if disputed else Standing.DIFFERING if differences else Standing.AGREED,
        max(known, key=lambda event: (event.articles, event.mentions, -event.id)),
        tuple(
            tuple(
                ReportedSentence(each, marked_spans(told[article], each, differences, position))
                for each in _most_telling(shared.passages.get(article, ()), shared.links)
            )
            for position, article in enumerate(findings)
        ),
        differences,
    )


def _most_telling(own: Sequence[Passage], links: Iterable[LinkedPassages]) -> tuple[Passage, ...]:
    """The sentences that stand for an event: one that differs, one that is disputed, and those of the surest links.

    Where no link leads to a sentence, the first stands for the event.
    """
    ends = [(end, linked) for linked in links for end in (linked.here, linked.there) if end in own]
    differing = [end for end, linked in ends if differences_of(linked)][:1]
    disputed = [end for end, linked in ends if linked.link.relation is Relation.DISPUTES][:1]
    sentences: dict[tuple[int, int], Passage] = {}
    for each in (*differing, *disputed, *(end for end, _ in ends)) or own[:1]:
        sentences.setdefault(sentence_of(each), each)
    return tuple(sorted(tuple(sentences.values())[:_SENTENCES], key=sentence_of))


def sentence_of(passage: Passage) -> tuple[int, int]:
    """Which sentence of its article it is: its block and where it begins there."""
    return passage.block, passage.start


def _without_repetition(events: Iterable[ComparedEvent]) -> tuple[ComparedEvent, ...]:
    """The events without those of which every sentence stands under an earlier one."""
    kept: list[ComparedEvent] = []
    shown: list[set[tuple[int, int, int]]] = []
    for event in events:
        sentences = {(each.passage.article, *sentence_of(each.passage)) for own in event.reports for each in own}
        if not any(sentences <= earlier for earlier in shown):
            kept.append(event)
            shown.append(sentences)
    return tuple(kept)


def told_alone(own: Sequence[Passage], shared: Container[int]) -> tuple[Passage, ...]:
    """The sentences of an article that report no shared event, in order, each once."""
    with_shared = {sentence_of(each) for each in own if each.event in shared}
    alone = {sentence_of(each): each for each in reversed(own) if each.block != TITLE_BLOCK}
    return tuple(alone[place] for place in sorted(alone) if place not in with_shared)

"""What reports of one event tell differently: a figure, the day, the place, a name; and the words that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from articles.countries import country_named
from articles.library import Library
from articles.model import Annotations, EntityKind, EventMention, LinkedPassages, Mention, Passage, Role
from articles.reading.crossrefs import differences_of

_NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})
_DAY = "day"
_PLACE = "place"
_NAME = "name"


@dataclass(frozen=True, slots=True)
class ToldDifferently:
    """One thing that some articles tell of an event, and not all the same."""

    aspect: str
    """`figure`, `day`, `place`, `name` or `wording`."""
    told: tuple[str, ...]
    """What each article says; empty where it does not say."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one article."""

    article: int
    annotations: Annotations
    entity_ids: tuple[int, ...]
    """The library id of each of its entities."""

    @classmethod
    def of(cls, library: Library, article: int) -> Findings:
        """Get them; none where the article waits for annotation. Raises `NotFoundError`."""
        return cls(article, library.annotations(article) or Annotations(""), library.entity_ids(article))


class Told:
    """One event as one article tells it, with whom it names in it and where.

    Args:
        findings: What was found in the article.
        passages: Its reports of the event.
    """

    def __init__(self, findings: Findings, passages: Sequence[Passage]) -> None:
        self.article = findings.article
        self._annotations, self._ids = findings.annotations, findings.entity_ids
        triggers = {(each.block, each.trigger_start) for each in passages}
        self.events = [each for each in self._annotations.events if (each.block, each.start) in triggers]

    @property
    def everyone(self) -> frozenset[int]:
        """All that the article names, by their library ids."""
        return frozenset(self._ids)

    def places(self) -> dict[int, Mention]:
        """The places that it happened in, smaller than a country, by their library ids."""
        mentions = (self._annotations.mentions[event.place] for event in self.events if event.place >= 0)
        return {self._ids[each.entity]: each for each in mentions if country_named(self.name_of(each)) is None}

    def parties(self, role: Role) -> dict[int, Mention]:
        """The people and organisations that take part in a role, by their library ids."""
        found: dict[int, Mention] = {}
        for event in self.events:
            for party in event.participants:
                if party.role is role and party.mention >= 0:
                    mention = self._annotations.mentions[party.mention]
                    if self._annotations.entities[mention.entity].kind in _NAMED:
                        found[self._ids[mention.entity]] = mention
        return found

    def name_of(self, mention: Mention) -> str:
        """The full name of what a mention names."""
        return self._annotations.entities[mention.entity].name

    def spans(self, aspect: str, words: str) -> Iterator[tuple[int, int, int]]:
        """Where the words stand that tell a day, place or name: block, start and end."""
        if aspect == _DAY:
            times = (self._annotations.times[event.time] for event in self.events if event.time >= 0)
            yield from ((each.block, each.start, each.end) for each in times)
        elif aspect in (_PLACE, _NAME):
            named = (each for event in self.events for each in self._named_in(event))
            yield from ((each.block, each.start, each.end) for each in named if self.name_of(each) == words)

    def _named_in(self, event: EventMention) -> Iterator[Mention]:
        numbers = (event.place, *(party.mention for party in event.participants))
        return (self._annotations.mentions[number] for number in numbers if number >= 0)


def told_differently(
    articles: Sequence[int], told: Sequence[Told], links: Iterable[LinkedPassages]
) -> tuple[ToldDifferently, ...]:
    """What articles tell differently of one event.

    Figures, days and wording are those of the links. A place or name differs where each article has one that the other
    names nowhere: where it names both, the one may be part of the other.

    Args:
        articles: The articles compared, in order.
        told: The event as each of those tells it that report it.
        links: The links of the event between them.
    """
    found: list[tuple[str, dict[int, str]]] = []
    for linked in links:
        for each in differences_of(linked):
            _enter(found, each.aspect, linked.here.article, each.here, linked.there.article, each.there)
    for one, other in combinations(told, 2):
        for aspect, mine, theirs in _slots(one, other):
            if mine and theirs and not (mine.keys() & other.everyone or theirs.keys() & one.everyone):
                here, there = one.name_of(next(iter(mine.values()))), other.name_of(next(iter(theirs.values())))
                _enter(found, aspect, one.article, here, other.article, there)
    return tuple(ToldDifferently(aspect, tuple(by.get(each, "") for each in articles)) for aspect, by in found)


def _slots(one: Told, other: Told) -> Iterator[tuple[str, Mapping[int, Mention], Mapping[int, Mention]]]:
    yield _PLACE, one.places(), other.places()
    for role in (Role.AGENT, Role.PATIENT):
        yield _NAME, one.parties(role), other.parties(role)


def _enter(found: list[tuple[str, dict[int, str]]], aspect: str, one: int, here: str, other: int, there: str) -> None:
    """Enter a difference between two articles, with one of the same thing where one of them says the same there."""
    for known, by_article in found:
        is_there = one in by_article or other in by_article
        agrees = (by_article.get(one, here), by_article.get(other, there)) == (here, there)
        if known == aspect and is_there and agrees:
            by_article.update({one: here, other: there})
            return
    found.append((aspect, {one: here, other: there}))


def marked_spans(
    told: Told, passage: Passage, differences: Iterable[ToldDifferently], position: int
) -> tuple[tuple[int, int], ...]:
    """The words of a sentence that tell what differs, as spans of the sentence.

    Args:
        told: The event as the article of the sentence tells it.
        passage: The sentence.
        differences: What is told differently.
        position: Of the article among those compared.
    """
    spans: set[tuple[int, int]] = set()
    for each in differences:
        words = each.told[position]
        if not words:
            continue
        at = passage.text.find(words)
        if at >= 0:
            spans.add((at, at + len(words)))
        for block, start, end in told.spans(each.aspect, words):
            if block == passage.block and passage.start <= start and end <= passage.end:
                spans.add((start - passage.start, end - passage.start))
    return tuple(sorted(spans))

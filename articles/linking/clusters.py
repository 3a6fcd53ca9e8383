"""Which event each mention reports: average linkage over how likely pairs of mentions are of one.

A new article has its neighbourhood clustered anew: its own mentions, and those of events that one of them may be of.
Events may become one there, or part; each keeps its identity where most of its mentions are. The work depends on the
article and its neighbours alone.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.model import EventSlots

JOINS = 0.35
"""Mean chance from which two groups of mentions are one event."""
KEPT = 0.1
"""Chance from which a pair is kept for later; what is less counts as none."""

_THOUSAND = 1000

Mention = tuple[int, int]
"""An event mention by article and index."""
Chances = Mapping[tuple[Mention, Mention], float]
"""How likely pairs of mentions are of one event; for others it is 0."""
Rulings = Mapping[frozenset[Mention], bool]
"""What a reader has ruled of pairs of mentions: True where both are of one event, False where they are not."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The known event mentions around an article."""

    event_of: Mapping[Mention, int] = field(default_factory=dict)
    """The event of each: all mentions of each event that one of the article's may be of."""
    chances: Chances = field(default_factory=dict)
    """What was kept of pairs among them."""
    held: Mapping[Mention, int] = field(default_factory=dict)
    """The event of each of which no pairs were kept when it was linked: those of one stay together."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The events of the mentions of a neighbourhood.

    A positive number is a known one; mentions of one negative number found a new one together.
    """

    events: tuple[int, ...]
    """For each mention of the article."""
    moves: Mapping[Mention, int]
    """For each known mention that is of another event than before."""


def kept_pairs(chances: Chances) -> dict[tuple[Mention, Mention], float]:
    """The pairs that are worth keeping for later."""
    return {pair: chance for pair, chance in chances.items() if chance >= KEPT}


def assign(
    mine: Sequence[EventSlots],
    chances: Chances,
    known: Neighbourhood,
    rulings: Rulings | None = None,
    joins: float = JOINS,
) -> Assigned:
    """The event that each mention of an article and of its neighbourhood reports.

    Args:
        mine: The slots of the article's event mentions.
        chances: For pairs of mentions, one of them the article's, how likely both are of one event.
        known: Its neighbourhood.
        rulings: What a reader has ruled. It binds.
        joins: Mean chance from which two groups of mentions are one event.
    """
    own = [(slots.article, slots.index) for slots in mine]
    known_events = {mention: event for mention, event in known.event_of.items() if mention not in set(own)}
    linkage = _Linkage(sorted({*own, *known_events}), joins)
    ruled = sorted((sorted(pair), are_one) for pair, are_one in (rulings or {}).items() if len(pair) == 2)
    among = [(pair, are_one) for pair, are_one in ruled if linkage.group_of.keys() >= set(pair)]
    for (one, other), are_one in among:
        if not are_one:
            linkage.part(one, other)
    for (one, other), are_one in among:
        if are_one:
            linkage.join(one, other)
    for members in _held_together(known_events, known.held):
        for other in members[1:]:
            linkage.join(members[0], other)
    linkage.add(pair for pair in (*known.chances.items(), *chances.items()) if pair[1] >= KEPT)
    event_of = _identified(linkage.clusters(), known_events)
    moves = {mention: event_of[mention] for mention, event in known_events.items() if event_of[mention] != event}
    return Assigned(tuple(event_of[mention] for mention in own), moves)


def _held_together(known_events: Mapping[Mention, int], held: Mapping[Mention, int]) -> list[list[Mention]]:
    members: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(known_events.keys() & held.keys()):
        members[held[mention]].append(mention)
    return list(members.values())


class _Linkage:
    """Groups of mentions that join, those that are likeliest one event first.

    Args:
        mentions: The mentions, each a group of its own to begin with. Of groups that are equally likely one event the
            first join.
        joins: Mean chance from which two groups join.
    """

    def __init__(self, mentions: Sequence[Mention], joins: float) -> None:
        self._joins = joins * _THOUSAND
        self.group_of = {mention: number for number, mention in enumerate(mentions)}
        self._members = {number: [mention] for number, mention in enumerate(mentions)}
        self._sums: dict[int, dict[int, int]] = {number: {} for number in self._members}
        """By number of another group, the sum of the chances of all pairs between the two, in thousandths."""
        self._barred: dict[int, set[int]] = {number: set() for number in self._members}

    def part(self, one: Mention, other: Mention) -> None:
        """Never let the groups of two mentions become one, unless they are that already."""
        first, second = self.group_of[one], self.group_of[other]
        if first != second:
            self._barred[first].add(second)
            self._barred[second].add(first)

    def join(self, one: Mention, other: Mention) -> None:
        """Make one group of those of two mentions, unless they are barred."""
        first, second = sorted((self.group_of[one], self.group_of[other]))
        if first != second and second not in self._barred[first]:
            self._merge(first, second)

    def add(self, chances: Iterable[tuple[tuple[Mention, Mention], float]]) -> None:
        """Say how likely pairs are of one event, all at once.

        Groups join only where a pair of them is as likely as their mean must be. So what is not tied by such pairs, not
        even by way of others, is never looked at.
        """
        number_of = self.group_of
        pairs = [
            (number_of[one], number_of[other], round(chance * _THOUSAND))
            for (one, other), chance in chances
            if one in number_of and other in number_of
        ]
        tied = _tied(self._members, ((first, second) for first, second, chance in pairs if chance >= self._joins))
        for first, second, chance in pairs:
            if first != second and tied[first] == tied[second]:
                total = self._sums[first].get(second, 0) + chance
                self._sums[first][second] = self._sums[second][first] = total

    def clusters(self) -> Iterable[list[Mention]]:
        """The groups when all have joined that do."""
        waiting = [entry for number in self._members for entry in self._likely(number) if entry[1] < entry[2]]
        heapq.heapify(waiting)
        while waiting:
            unlikely, first, second, sizes = heapq.heappop(waiting)
            is_there = first in self._members and second in self._members
            if not is_there or second in self._barred[first] or sizes != self._sizes(first, second):
                continue
            if -unlikely != self._mean(first, second):
                continue
            self._merge(first, second)
            for entry in self._likely(first):
                heapq.heappush(waiting, entry)
        return self._members.values()

    def _likely(self, number: int) -> Iterable[tuple[float, int, int, int]]:
        """The groups that one may join, for the heap: the likeliest is the least."""
        for other in self._sums[number]:
            first, second = sorted((number, other))
            mean = self._mean(first, second)
            if mean >= self._joins and second not in self._barred[first]:
                yield (-mean, first, second, self._sizes(first, second))

    def _mean(self, first: int, second: int) -> float:
        return self._sums[first].get(second, 0) / self._sizes(first, second)

    def _sizes(self, first: int, second: int) -> int:
        return len(self._members[first]) * len(self._members[second])

    def _merge(self, kept: int, gone: int) -> None:
        leaving = self._members.pop(gone)
        self._members[kept] += leaving
        self.group_of.update(dict.fromkeys(leaving, kept))
        for other, total in self._sums.pop(gone).items():
            del self._sums[other][gone]
            if other != kept:
                self._sums[kept][other] = self._sums[other][kept] = self._sums[kept].get(other, 0) + total
        for other in self._barred.pop(gone):
            self._barred[other].discard(gone)
            self._barred[other].add(kept)
            self._barred[kept].add(other)


def _tied(numbers: Iterable[int], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each number another that stands for all that pairs tie it to, directly or by way of others."""
    beside: dict[int, list[int]] = {number: [] for number in numbers}
    for first, second in pairs:
        beside[first].append(second)
        beside[second].append(first)
    tied: dict[int, int] = {}
    for number in beside:
        waiting = [] if number in tied else [number]
        while waiting:
            reached = waiting.pop()
            if reached not in tied:
                tied[reached] = number
                waiting += beside[reached]
    return tied


def _identified(clusters: Iterable[Sequence[Mention]], known_events: Mapping[Mention, int]) -> dict[Mention, int]:
    """The event of each mention: each known one goes on in the cluster that most of its mentions are in."""
    numbered = dict(enumerate(clusters, 1))
    shares = [
        (-count, event, number)
        for number, members in numbered.items()
        for event, count in Counter(known_events[each] for each in members if each in known_events).items()
    ]
    events: dict[int, int] = {}
    taken: set[int] = set()
    for _, event, number in sorted(shares):
        if number not in events and event not in taken:
            events[number] = event
            taken.add(event)
    return {mention: events.get(number, -number) for number, members in numbered.items() for mention in members}

"""Stories: which articles belong together, by the events that they share.

Agglomerative clustering by average linkage (UPGMA; Sokal and Michener, 1958): two groups of articles become one where
their articles are alike on average, so that one article that tells of two things does not make one story of both.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import log2

_ALIKE = 0.08
"""Likeness that the articles of two groups must have on average. Chosen on the topics of ECB+ train."""
_TOO_MANY = 100
"""Articles that report an event, beyond which it says nothing of a story."""


def grouped(articles: Sequence[int], reports: Mapping[int, Collection[int]]) -> tuple[tuple[int, ...], ...]:
    """The articles in stories, those that stand alone among them, in the order of their first members.

    Args:
        articles: Library ids in order.
        reports: For each article the events that it reports.
    """
    groups = _Groups(_likenesses(articles, reports))
    groups.merge()
    place = {article: number for number, article in enumerate(articles)}
    group_of = {article: members for members in groups.members.values() for article in members}
    stories = (sorted(group_of.get(article, [article]), key=place.__getitem__) for article in articles)
    return tuple(tuple(members) for article, members in zip(articles, stories, strict=True) if members[0] == article)


def _likenesses(articles: Sequence[int], reports: Mapping[int, Collection[int]]) -> dict[int, dict[int, float]]:
    """For each two articles that share events, how much of what the one that reports less reports they share.

    An event that few report counts more than one that many do.
    """
    reporting: dict[int, list[int]] = defaultdict(list)
    for article in articles:
        for event in set(reports.get(article, ())):
            reporting[event].append(article)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    whole: dict[int, float] = defaultdict(float)
    for own in reporting.values():
        if 1 < len(own) <= _TOO_MANY:
            weight = 1 / log2(1 + len(own))
            for article in own:
                whole[article] += weight
            for pair in combinations(own, 2):
                shared[pair] += weight
    likenesses: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), weight in shared.items():
        likenesses[one][other] = likenesses[other][one] = weight / min(whole[one], whole[other])
    return likenesses


class _Groups:
    """Groups of articles that grow together, each known by one of its members.

    Args:
        likenesses: How alike articles are, both ways; those that are not named are not alike at all.
    """

    def __init__(self, likenesses: dict[int, dict[int, float]]) -> None:
        self.members = {article: [article] for article in likenesses}
        self._between = likenesses
        """The sum of the likenesses between the articles of two groups."""
        self._candidates: list[tuple[float, int, int]] = []

    def merge(self) -> None:
        """Make one group of the two that are most alike, for as long as there are two that are alike enough."""
        for group in self.members:
            self._enter(group)
        while self._candidates:
            likeness, one, other = heapq.heappop(self._candidates)
            if one in self.members and other in self.members and -likeness == self._average(one, other):
                self._join(one, other)
                self._enter(one)

    def _average(self, one: int, other: int) -> float:
        return self._between[one].get(other, 0.0) / (len(self.members[one]) * len(self.members[other]))

    def _enter(self, group: int) -> None:
        for other in self._between[group]:
            average = self._average(group, other)
            if average >= _ALIKE:
                heapq.heappush(self._candidates, (-average, min(group, other), max(group, other)))

    def _join(self, kept: int, dissolved: int) -> None:
        self.members[kept] += self.members.pop(dissolved)
        for other, likeness in self._between.pop(dissolved).items():
            del self._between[other][dissolved]
            if other != kept:
                joined = self._between[kept].get(other, 0.0) + likeness
                self._between[kept][other] = self._between[other][kept] = joined

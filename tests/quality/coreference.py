"""Scores for clusterings: MUC, B-cubed, CEAF with phi-4, their mean (CoNLL), and pairs of mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Left = TypeVar("Left")
Right = TypeVar("Right")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where nothing is right."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Clustering = Mapping[Hashable, Hashable]
"""For each mention, the name of its cluster."""


def conll(gold: Clustering, predicted: Clustering) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2012) over mentions that both clusterings hold."""
    return sum(measure(gold, predicted).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


def muc(gold: Clustering, predicted: Clustering) -> Score:
    """Links that hold clusters together (Vilain et al. 1995)."""

    def kept(ours: Clustering, theirs: Clustering) -> float:
        groups = _groups(ours)
        found = sum(len(group) - len({theirs[mention] for mention in group}) for group in groups)
        possible = sum(len(group) - 1 for group in groups)
        return found / possible if possible else 0.0

    return Score(kept(predicted, gold), kept(gold, predicted))


def b_cubed(gold: Clustering, predicted: Clustering) -> Score:
    """For each mention, how much its two clusters share (Bagga and Baldwin 1998)."""
    ours, theirs = _members(gold), _members(predicted)
    shared = {mention: len(ours[gold[mention]] & theirs[predicted[mention]]) for mention in gold}
    count = len(gold) or 1
    return Score(
        sum(shared[mention] / len(theirs[predicted[mention]]) for mention in gold) / count,
        sum(shared[mention] / len(ours[gold[mention]]) for mention in gold) / count,
    )


def ceaf_e(gold: Clustering, predicted: Clustering) -> Score:
    """The best one-to-one pairing of clusters (Luo 2005, phi-4)."""
    ours, theirs = _groups(gold), _groups(predicted)
    if not ours or not theirs:
        return Score(0.0, 0.0)
    likeness = [[2 * len(one & other) / (len(one) + len(other)) for other in theirs] for one in ours]
    total = _best_pairing(likeness)
    return Score(total / len(theirs), total / len(ours))


def lea(gold: Clustering, predicted: Clustering) -> Score:
    """How much of each cluster's links is found, weighed by its size (Moosavi and Strube 2016)."""

    def resolved(ours: Clustering, theirs: Clustering) -> float:
        found = total = 0.0
        for group in _groups(ours):
            total += len(group)
            sizes = Counter(theirs[mention] for mention in group)
            if len(group) == 1:
                (mention,) = group
                found += sum(other == theirs[mention] for other in theirs.values()) == 1
            else:
                links = sum(size * (size - 1) / 2 for size in sizes.values())
                found += len(group) * links / (len(group) * (len(group) - 1) / 2)
        return found / (total or 1.0)

    return Score(resolved(predicted, gold), resolved(gold, predicted))


def pairs(gold: Clustering, predicted: Clustering) -> Score:
    """Pairs of mentions that are held to be one."""
    ours, theirs = _pairs(gold), _pairs(predicted)
    right = len(ours & theirs)
    return Score(right / len(theirs) if theirs else 0.0, right / len(ours) if ours else 0.0)


def matched(left: list[Left], right: list[Right], likeness: Callable[[Left, Right], float]) -> list[tuple[Left, Right]]:
    """Pairs one to one, likest first, of what is alike at all."""
    scored = [(likeness(one, other), at, to) for at, one in enumerate(left) for to, other in enumerate(right)]
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen: list[tuple[Left, Right]] = []
    for score, at, to in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score > 0 and at not in taken_left and to not in taken_right:
            taken_left.add(at)
            taken_right.add(to)
            chosen.append((left[at], right[to]))
    return chosen


def _members(clustering: Clustering) -> dict[Hashable, set[Hashable]]:
    members: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in clustering.items():
        members[cluster].add(mention)
    return members


def _groups(clustering: Clustering) -> list[set[Hashable]]:
    return list(_members(clustering).values())


def _pairs(clustering: Clustering) -> set[frozenset[Hashable]]:
    return {frozenset(pair) for group in _groups(clustering) for pair in combinations(group, 2)}


def _best_pairing(weights: list[list[float]]) -> float:
    """The weight of the heaviest one-to-one assignment of rows to columns."""
    table = np.array(weights)
    return float(table[linear_sum_assignment(table, maximize=True)].sum())

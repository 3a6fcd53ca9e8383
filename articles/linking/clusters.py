"""Which event each mention of a new article reports: average linkage over how likely pairs of mentions are of one.

The events that the library knows stay what they are: a mention joins one, or founds one with others of its article. The
work depends on the article and its neighbours alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.model import EventSlots

JOINS = 0.35
"""Mean chance from which two groups of mentions are one event."""

Mention = tuple[int, int]
"""An event mention by article and index."""
Rulings = Mapping[frozenset[Mention], bool]
"""What a reader has ruled of pairs of mentions: True where both are of one event, False where they are not."""


@dataclass
class _Group:
    """Mentions that are held for one event."""

    members: set[Mention]
    event: int = 0
    """The event of the library that it is; 0 for none so far."""
    sums: dict[int, float] = field(default_factory=dict)
    """By number of another group, the sum of the chances of all pairs between the two."""


def assign(
    mine: Sequence[EventSlots],
    chances: Mapping[tuple[Mention, Mention], float],
    event_of: Mapping[Mention, int],
    rulings: Rulings | None = None,
) -> tuple[int, ...]:
    """For each event mention of an article, the event that it reports.

    A positive number is the known event that it joins; mentions that share a negative number found one new event
    together.

    Args:
        mine: The slots of the article's event mentions.
        chances: For pairs of mentions, one of them the article's, how likely both are of one event; for others it is 0.
        event_of: The known event of each mention that the article was compared with.
        rulings: What a reader has ruled. It binds.
    """
    groups = _groups(mine, event_of)
    number_of = {member: number for number, group in groups.items() for member in group.members}
    barred: set[frozenset[int]] = set()
    for pair, are_one in (rulings or {}).items():
        numbers = frozenset(number_of[mention] for mention in pair if mention in number_of)
        if len(numbers) == 2 and not are_one:
            barred.add(numbers)
    for (one, other), chance in chances.items():
        _add(groups, number_of[one], number_of.get(other, number_of[one]), chance)
    for pair, are_one in (rulings or {}).items():
        numbers = frozenset(number_of[mention] for mention in pair if mention in number_of)
        if len(numbers) == 2 and are_one:
            _merge(groups, numbers, number_of, barred)
    while (best := _best(groups, barred)) is not None:
        _merge(groups, best, number_of, barred)
    return tuple(_event(groups, number_of[slots.article, slots.index]) for slots in mine)


def _groups(mine: Sequence[EventSlots], event_of: Mapping[Mention, int]) -> dict[int, _Group]:
    own = {(slots.article, slots.index) for slots in mine}
    known: defaultdict[int, set[Mention]] = defaultdict(set)
    for mention, event in event_of.items():
        if mention not in own:
            known[event].add(mention)
    groups = {-(index + 1): _Group({(article, index)}) for article, index in own}
    return groups | {event: _Group(members, event) for event, members in known.items()}


def _add(groups: dict[int, _Group], one: int, other: int, chance: float) -> None:
    if one != other:
        groups[one].sums[other] = groups[one].sums.get(other, 0.0) + chance
        groups[other].sums[one] = groups[other].sums.get(one, 0.0) + chance


def _best(groups: Mapping[int, _Group], barred: Iterable[frozenset[int]]) -> frozenset[int] | None:
    """The two groups that are likeliest one event, of which at most one is known; None where none are likely."""
    best, reached = None, 0.0
    for number, group in groups.items():
        if not group.event:
            for other, total in group.sums.items():
                mean = total / (len(group.members) * len(groups[other].members))
                pair = frozenset((number, other))
                if mean >= JOINS and mean > reached and pair not in barred:
                    best, reached = pair, mean
    return best


def _merge(
    groups: dict[int, _Group], pair: frozenset[int], number_of: dict[Mention, int], barred: set[frozenset[int]]
) -> None:
    kept, gone = sorted(pair, key=lambda number: (number < 0, -number))
    if groups[gone].event:
        return
    leaving = groups.pop(gone)
    groups[kept].members |= leaving.members
    number_of.update(dict.fromkeys(leaving.members, kept))
    for other, total in leaving.sums.items():
        groups[other].sums.pop(gone, None)
        _add(groups, kept, other, total)
    for one in [each for each in barred if gone in each]:
        barred.add(one - {gone} | {kept})


def _event(groups: Mapping[int, _Group], number: int) -> int:
    return groups[number].event or number

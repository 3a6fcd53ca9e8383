"""Event mentions that come article by article, joined as a library joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles.linking.clusters import Chances, Mention, Neighbourhood, assign, kept_pairs
from articles.linking.comparing import joins_from
from articles.model import EventSlots


class Joining:
    """The events so far.

    Args:
        joins: The mean chance from which mentions are one event; None for the program's own.
    """

    def __init__(self, joins: float | None = None) -> None:
        self._joins = joins
        self.event_of: dict[Mention, int] = {}
        self._members: defaultdict[int, set[Mention]] = defaultdict(set)
        self._chances: defaultdict[Mention, dict[Mention, float]] = defaultdict(dict)
        self._last = 0

    def add(self, mine: Sequence[EventSlots], chances: Chances) -> None:
        """Join the mentions of an article, given how likely pairs of them and of earlier ones are of one event."""
        kept = kept_pairs(chances)
        touched = {self.event_of[mention] for pair in kept for mention in pair if mention in self.event_of}
        known = {mention: event for event in touched for mention in self._members[event]}
        between = {
            (one, other): chance
            for one in known
            for other, chance in self._chances[one].items()
            if one < other and other in known
        }
        found = assign(mine, kept, Neighbourhood(known, between), joins=self._joins or joins_from(mine))
        own = zip(((each.article, each.index) for each in mine), found.events, strict=True)
        for (one, other), chance in kept.items():
            self._chances[one][other] = self._chances[other][one] = chance
        new: dict[int, int] = {}
        for mention, event in (*own, *found.moves.items()):
            if event < 0 and event not in new:
                self._last += 1
                new[event] = self._last
            self._members[self.event_of.get(mention, 0)].discard(mention)
            self.event_of[mention] = new.get(event, event)
            self._members[self.event_of[mention]].add(mention)


def joined(steps: Iterable[tuple[Sequence[EventSlots], Chances]], joins: float | None = None) -> dict[Mention, int]:
    """The event of each mention when articles are added one by one.

    Args:
        steps: The mentions of each article, and how likely pairs of them and of earlier ones are of one event.
        joins: The mean chance from which mentions are one event; None for the program's own.
    """
    joining = Joining(joins)
    for mine, chances in steps:
        joining.add(mine, chances)
    return joining.event_of

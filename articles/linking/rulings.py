"""Links as the reader's rulings leave them: certain between what is one event, none between what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from articles.linking.confidence import doubtful
from articles.linking.relations import certain_link
from articles.model import EventLink, EventSlots

YOU_SAID_SO = "you said so"
"""The first reason of a link that the reader has confirmed."""

Mention = tuple[int, int]
"""An event mention by article and index."""


class EventsApart:
    """The events that a reader holds apart.

    Args:
        rulings: For pairs of event mentions whether both are of one event.
        event_of: The events of mentions as these rulings leave them.
    """

    def __init__(self, rulings: Mapping[frozenset[Mention], bool], event_of: Mapping[Mention, int]) -> None:
        self._event_of = event_of
        self._pairs = {self._events(pair) for pair, is_same in rulings.items() if not is_same} - {None}

    def parts(self, pair: frozenset[Mention]) -> bool:
        """Whether two mentions are of two events that are held apart."""
        return bool(self._pairs) and self._events(pair) in self._pairs

    def _events(self, pair: frozenset[Mention]) -> frozenset[int] | None:
        return frozenset(self._event_of[each] for each in pair) if pair <= self._event_of.keys() else None


def ruled(
    links: Iterable[EventLink],
    rulings: Mapping[frozenset[Mention], bool],
    mine: Iterable[EventSlots],
    others: Iterable[EventSlots],
    events: EventsApart | None = None,
) -> tuple[EventLink, ...]:
    """The links of an article with what the reader says of them.

    What is not the same parts the two sentences: of the event mentions beside them, too, none is linked with one of the
    other sentence, unless the reader says that these two are the same. A third report that goes with one of them is
    held to be of the other's event no more than doubtfully.

    Args:
        links: The links that were found.
        rulings: For pairs of event mentions whether both are of one event.
        mine: The slots of the article's event mentions.
        others: Those of the other articles' that are linked or ruled on.
        events: Which events the reader holds apart; None where he holds none so.
    """
    own = {(each.article, each.index): each for each in mine}
    slots = own | {(each.article, each.index): each for each in others}
    same = {pair for pair, is_same in rulings.items() if is_same and pair <= slots.keys()}
    parted = {_sentences(pair, slots) for pair, is_same in rulings.items() if not is_same and pair <= slots.keys()}
    known: dict[frozenset[Mention], EventLink] = {}
    kept: list[EventLink] = []
    for link in links:
        pair = frozenset((link.source, link.target))
        if pair in same:
            if link.relation.is_one_event:
                known[pair] = link
        elif _sentences(pair, slots) not in parted:
            is_apart = events is not None and link.relation.is_one_event and events.parts(pair)
            kept.append(replace(link, confidence=doubtful(link.confidence)) if is_apart else link)
    for pair in sorted(same, key=sorted):
        one, other = sorted(pair, key=lambda mention: mention not in own)
        found = known.get(pair) or certain_link(slots[one], slots[other])
        kept.append(replace(found, confidence=1.0, because=(YOU_SAID_SO, *found.because)))
    return tuple(kept)


def _sentences(pair: frozenset[Mention], slots: Mapping[Mention, EventSlots]) -> frozenset[tuple[int, int]]:
    """The sentences of two event mentions, as article and position."""
    return frozenset((article, slots[article, index].sentence) for article, index in pair)

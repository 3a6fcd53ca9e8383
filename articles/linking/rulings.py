"""Links as the reader's rulings leave them: certain between what is one event, none between what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from articles.linking.events import certain_link
from articles.model import EventLink, EventSlots

YOU_SAID_SO = "you said so"
"""The first reason of a link that the reader has confirmed."""

Mention = tuple[int, int]
"""An event mention by article and index."""


def ruled(
    links: Iterable[EventLink],
    rulings: Mapping[frozenset[Mention], bool],
    mine: Iterable[EventSlots],
    others: Iterable[EventSlots],
) -> tuple[EventLink, ...]:
    """The links of an article with what the reader says of them.

    What is not the same parts the two sentences: of the event mentions beside them, too, none is linked with one of the
    other sentence, unless the reader says that these two are the same.

    Args:
        links: The links that were found.
        rulings: For pairs of event mentions whether both are of one event.
        mine: The slots of the article's event mentions.
        others: Those of the other articles' that are linked or ruled on.
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
            kept.append(link)
    for pair in sorted(same, key=sorted):
        one, other = sorted(pair, key=lambda mention: mention not in own)
        found = known.get(pair) or certain_link(slots[one], slots[other])
        kept.append(replace(found, confidence=1.0, because=(YOU_SAID_SO, *found.because)))
    return tuple(kept)


def _sentences(pair: frozenset[Mention], slots: Mapping[Mention, EventSlots]) -> frozenset[tuple[int, int]]:
    """The sentences of two event mentions, as article and position."""
    return frozenset((article, slots[article, index].sentence) for article, index in pair)

"""Whether more than the story they are told in speaks for two event mentions being of one event."""

from __future__ import annotations

from articles.lexicon import event_lexicon
from articles.linking.evidence import PARTIES, is_telling, shares_slot
from articles.model import EventSlots, Factuality


def is_grounded(one: EventSlots, other: EventSlots) -> bool:
    """Whether more than the story speaks for one event: a shared slot, or one telling word in one company."""
    apart = (_of_another_thing, _elsewhere, _only_spoken_of, _only_possible)
    if any(are_apart(one, other) for are_apart in apart):
        return False
    telling = one.lemma == other.lemma and is_telling(one)
    return shares_slot(one, other) or (telling and len(one.company & other.company) >= PARTIES)


def _elsewhere(one: EventSlots, other: EventSlots) -> bool:
    """Whether the two have to do with different countries and share neither party nor place."""
    abroad = one.countries and other.countries and not one.countries & other.countries
    return bool(abroad and not one.actors & other.actors and not one.places & other.places)


def _only_spoken_of(one: EventSlots, other: EventSlots) -> bool:
    """Whether one is a claim or a judgement and the other what happened, about nothing that both name."""
    is_speech = not event_lexicon().loose.isdisjoint({one.event_class, other.event_class})
    return is_speech and one.event_class != other.event_class and not one.themes & other.themes


def _only_possible(one: EventSlots, other: EventSlots) -> bool:
    """Whether one took place and of the other nobody says that it did: "wide enough to sail through", "sailed"."""
    possible = [each for each in (one, other) if each.factuality is Factuality.POSSIBLE]
    unclaimed = len(possible) == 1 and not possible[0].speaker
    return unclaimed and not one.actors & other.actors and not one.themes & other.themes


def _of_another_thing(one: EventSlots, other: EventSlots) -> bool:
    """Whether a verb that says little by itself is told of different things or doers: "sent letters", "sent boats"."""
    if one.is_noun or other.is_noun or one.themes & other.themes or one.actors & other.actors:
        return False
    vague = {one.lemma, other.lemma} <= event_lexicon().broad
    things = vague and one.themes and other.themes
    doers = one.lemma == other.lemma and one.doers and other.doers and one.doers.isdisjoint(other.doers)
    return bool(things or (doers and not one.others & other.others))

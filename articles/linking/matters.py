"""Whether two reports are of other matters: each opens with parties that the other does not name."""

from __future__ import annotations

from articles.linking.chains import same_days
from articles.linking.evidence import PARTIES, is_copy
from articles.model import EventSlots


def are_of_other_matters(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions are of reports of different parties, and share too little themselves to be of one event.

    Ordinary news is full of reports written to one form: of a loss, a bond, a dividend, each of another company.
    """
    if one.opening & (other.opening | other.company) or other.opening & one.company:
        return False
    has_own_parties = bool(one.opening and other.opening)
    if is_copy(one, other) and not has_own_parties:
        return False
    return len(one.company & other.company) < PARTIES and _anchors(one, other) < PARTIES


def _anchors(one: EventSlots, other: EventSlots) -> int:
    """How many parties, places, countries and days two mentions share by themselves."""
    parties = (one.actors | one.places) & (other.actors | other.places)
    return len(parties) + len(one.countries & other.countries) + same_days(one, other)

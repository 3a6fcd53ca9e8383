"""Whether two reports are of other matters: each opens with parties that the other does not name."""

from __future__ import annotations

from articles.linking.evidence import PARTIES, likeness
from articles.model import EventSlots

_COPIED = 0.8
"""Likeness of wording from which one sentence is a copy of the other, unless each report has parties of its own."""


def are_of_other_matters(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions are of reports of different parties, and share too little themselves to be of one event.

    Ordinary news is full of reports written to one form: of a loss, a bond, a dividend, each of another company.
    """
    if one.opening & (other.opening | other.company) or other.opening & one.company:
        return False
    is_form = bool(one.opening and other.opening)
    is_copy = not is_form and likeness(one, other) >= _COPIED
    is_shared = is_copy or len(one.company & other.company) >= PARTIES
    return not is_shared and _anchors(one, other) < PARTIES


def _anchors(one: EventSlots, other: EventSlots) -> int:
    """How many parties, places, countries and days two mentions share by themselves."""
    parties = (one.actors | one.places) & (other.actors | other.places)
    is_one_day = one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)
    return len(parties) + len(one.countries & other.countries) + is_one_day

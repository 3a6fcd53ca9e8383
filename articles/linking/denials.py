"""Denials: which claims they answer, and what of them they deny."""

from __future__ import annotations

from articles.linking.chains import same_days
from articles.linking.evidence import PARTIES, Evidence, Slot, is_telling, probability, related_classes, shares_slot
from articles.model import EventSlots, Factuality

_ANSWERED = 31
"""Days within which a report is denied."""


def answers(one: EventSlots, other: EventSlots) -> bool:
    """Whether a denial and a claim are of one kind of thing; what nobody is quoted for must be told in plain words.

    Nobody disputes what he says himself, nor what nobody says but holds to be possible.
    """
    unclaimed = any(each.factuality is Factuality.POSSIBLE and not each.speaker for each in (one, other))
    if unclaimed or one.claimants & other.claimants:
        return False
    akin = one.event_class == other.event_class or related_classes(one, other)
    said = one.speaker or other.speaker
    subject = one.themes & other.themes or len(one.actors & other.actors) >= PARTIES or _same_figures(one, other)
    plain = is_telling(one) and is_telling(other) and subject
    return bool(akin and (said or plain) and shares_slot(one, other))


def denies_only_how(one: EventSlots, other: EventSlots) -> bool:
    """Whether one denies only how it was done: "denied that it cut the power without notice" and "cut the power"."""
    denied, told = (one, other) if one.factuality is Factuality.DENIED else (other, one)
    return "without" in denied.context - told.context


def chance_whenever(one: EventSlots, other: EventSlots, evidence: tuple[Evidence, ...]) -> float:
    """The chance that a denial answers a report of its days: it seldom says when what it denies was, as the claim does.

    0 where it does, where nobody is quoted for it, and where the reports are not of one month.
    """
    denied = one if one.factuality is Factuality.DENIED else other
    if one.published is None or other.published is None or denied.interval or not denied.speaker:
        return 0.0
    is_near = abs((one.published - other.published).days) <= _ANSWERED
    return probability(evidence, without=frozenset({Slot.TIME})) if is_near else 0.0


def denies_something_else(one: EventSlots, other: EventSlots) -> bool:
    """Whether one is denied and the other tells of nothing that the denial is about."""
    return Factuality.DENIED in (one.factuality, other.factuality) and not _same_subject(one, other)


def _same_subject(one: EventSlots, other: EventSlots) -> bool:
    """Whether what one denies is what the other tells of: the same thing, day or figure, not only the same party."""
    parties = (one.actors & other.actors or _denied_by_doer(one, other)) and is_telling(one)
    return bool(one.themes & other.themes or parties or same_days(one, other) or _same_figures(one, other))


def _denied_by_doer(one: EventSlots, other: EventSlots) -> bool:
    """Whether the one who denies is a party to what the other tells."""
    denied, told = (one, other) if one.factuality is Factuality.DENIED else (other, one)
    return not denied.claimants.isdisjoint({*told.countries, *(f"#{actor}" for actor in told.actors)})


def _same_figures(one: EventSlots, other: EventSlots) -> bool:
    return bool({figure[:2] for figure in one.quantities} & {figure[:2] for figure in other.quantities})

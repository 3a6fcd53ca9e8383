"""How two event mentions that may be of one event stand to each other, and the link that tells so."""

from __future__ import annotations

from collections.abc import Sequence

from articles.lexicon import event_lexicon
from articles.linking.chains import are_told_apart
from articles.linking.confidence import confident, doubtful, may_be_of_one_time, together
from articles.linking.denials import answers, chance_whenever, denies_only_how, denies_something_else
from articles.linking.differences import differences
from articles.linking.evidence import (
    PARTIES,
    Evidence,
    Slot,
    days_between,
    is_copy,
    probability,
    weigh,
)
from articles.linking.grounds import is_grounded
from articles.linking.incompatible import apart_in_time, foreseen, only_supposed, planned_against_done
from articles.linking.matters import are_of_other_matters
from articles.linking.sequences import sequence
from articles.model import Difference, EventLink, EventSlots, Factuality, Relation

STORED = 0.3
"""Chance of agreement from which a link is kept; between it and `LIKELY` the pane shows it folded."""
_WHENEVER_SAID = 0.8
"""Chance by hand-set weights from which it may be told long after."""
_WHENEVER = frozenset({Relation.REPEATS, Relation.DISPUTES})
"""Relations of which it says little when the articles appeared."""
_DAYS_MISTAKEN = 0.5
"""Chance from which two days are one day that a report has wrong, rather than two events."""
_NEIGHBOURING = 2
_REASONS = 5


def link_between(one: EventSlots, other: EventSlots, sentences: float | None = None) -> EventLink | None:
    """The link from one event mention to another; None where nothing worth telling connects them.

    Of a dispute hand-set weights alone judge: the articles that the trees learnt from hold hardly any.

    Args:
        one: An event mention.
        other: One of another article.
        sentences: How likely their sentences report one event, as far as that was learnt.
    """
    evidence = weigh(one, other)
    judgement = probability(evidence)
    chance = together(judgement, sentences)
    relation = _relation(one, other, chance)
    if relation is None:
        found = sequence(one, other, evidence)
        return event_link(one, other, *found, evidence, ()) if found and found[1] >= STORED else None
    is_of_another_day = relation is Relation.DIFFERS
    if relation is Relation.DISPUTES:
        chance = max(judgement, chance_whenever(one, other, evidence))
    elif is_of_another_day:
        judgement = probability(evidence, without=frozenset({Slot.TIME}))
    if chance < STORED:
        return None
    told = differences(one, other) if relation is not Relation.REPEATS else ()
    if told and relation is Relation.SAME_EVENT:
        relation = Relation.DIFFERS
    confidence = chance if relation is Relation.DISPUTES else confident(judgement, sentences)
    if not is_of_another_day and not _is_sure(one, other, relation, judgement):
        confidence = doubtful(confidence)
    return event_link(one, other, relation, confidence, evidence, told)


def _relation(one: EventSlots, other: EventSlots, chance: float) -> Relation | None:
    """How two mentions of what may be one event stand to each other; None if they are of different events."""
    if planned_against_done(one, other) or only_supposed(one, other) or are_told_apart(one, other):
        return None
    if apart_in_time(one, other):
        return Relation.DIFFERS if chance >= _DAYS_MISTAKEN and told_of_another_day(one, other) else None
    if foreseen(one, other) or foreseen(other, one):
        return None
    is_disputed = (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED)
    if is_disputed and not denies_only_how(one, other):
        return Relation.DISPUTES if answers(one, other) else None
    if is_copy(one, other):
        return Relation.REPEATS
    return Relation.SAME_EVENT if chance >= STORED else None


def _is_sure(one: EventSlots, other: EventSlots, relation: Relation, judgement: float) -> bool:
    """Whether what two mentions share can be told, and they may speak of one thing and one time."""
    if not is_grounded(one, other) or denies_something_else(one, other) or are_of_other_matters(one, other):
        return False
    if relation in _WHENEVER or may_be_of_one_time(one, other):
        return True
    return judgement >= _WHENEVER_SAID and not (one.is_faint or other.is_faint)


def told_of_another_day(one: EventSlots, other: EventSlots) -> bool:
    """Whether two reports tell of one thing done by one party, but put it on neighbouring days."""
    mine, theirs = one.interval, other.interval
    if mine is None or theirs is None or max(mine.days, theirs.days) > 1 or one.event_class != other.event_class:
        return False
    if {one.lemma, other.lemma} <= event_lexicon().series:
        return False
    both_done = one.factuality is other.factuality is Factuality.ASSERTED
    parties = one.actors & other.actors or one.places & other.places or len(one.company & other.company) >= PARTIES
    return both_done and bool(parties and one.themes & other.themes) and days_between(mine, theirs) <= _NEIGHBOURING


def event_link(
    one: EventSlots,
    other: EventSlots,
    relation: Relation,
    chance: float,
    evidence: Sequence[Evidence],
    differences: tuple[Difference, ...],
) -> EventLink:
    """A link between two mentions, with the strongest reasons of its evidence that are worth showing."""
    reasons = dict.fromkeys(each.words for each in evidence if each.words and each.weight > 0)
    return EventLink(
        source=(one.article, one.index),
        target=(other.article, other.index),
        relation=relation,
        confidence=round(chance, 3),
        because=tuple(reasons)[:_REASONS],
        differences=differences,
    )


def certain_link(one: EventSlots, other: EventSlots) -> EventLink:
    """The link between two event mentions that are said to be of one event, whatever else speaks for that."""
    disputed = (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED)
    relation = Relation.DISPUTES if disputed else _relation(one, other, 1.0) or Relation.SAME_EVENT
    told = differences(one, other) if relation is not Relation.REPEATS else ()
    if told and relation is Relation.SAME_EVENT:
        relation = Relation.DIFFERS
    return event_link(one, other, relation, 1.0, weigh(one, other), told)

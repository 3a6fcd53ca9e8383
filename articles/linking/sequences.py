"""Events that come after one another: a plan and its outcome, one of a kind and the next."""

from __future__ import annotations

from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict, same_days
from articles.linking.confidence import CLOSE, expit, logit
from articles.linking.evidence import PARTIES, Evidence, Slot, other_party, probability
from articles.linking.incompatible import foreseen, planned_against_done
from articles.model import EventSlots, Factuality, Relation

_SEQUENCE_WITHOUT = frozenset({Slot.TIME, Slot.FIGURES, Slot.WORDING})
"""Evidence that says nothing of two events that follow each other."""
_OF_A_KIND = 0.25
"""In log-odds, how much more it takes for two of a kind, neither of them foretold, to have to do with each other."""
_PLAN_WITHOUT = frozenset({Slot.FIGURES})
"""The same for a plan and its outcome, whose days agree."""


def sequence(one: EventSlots, other: EventSlots, evidence: tuple[Evidence, ...]) -> tuple[Relation, float] | None:
    """Which of two events comes first and how likely they belong together; None where nothing says that they do.

    They are of one class and have parties, days or a subject in common: a plan and its outcome, one visit and the next.

    Args:
        one: An event mention.
        other: One of another article.
        evidence: What speaks for and against both being of one event.
    """
    is_of_one_day = same_days(one, other)
    if not _may_follow(one, other):
        return None
    together = one.places & other.places or len(one.countries & other.countries) >= PARTIES
    parties = _same_doers(one, other) or (together and not _is_common(one, other))
    subject = one.themes & other.themes and len(one.company & other.company) >= PARTIES
    order = _order(one, other) if parties or is_of_one_day or subject else None
    if order is None:
        return None
    chance = probability(evidence, without=_PLAN_WITHOUT if is_of_one_day else _SEQUENCE_WITHOUT)
    is_foretold = planned_against_done(one, other) or foreseen(one, other) or foreseen(other, one)
    if not is_foretold and max(each.interval.days for each in (one, other) if each.interval) > CLOSE:
        return None
    return order, chance if is_foretold else expit(logit(chance) - _OF_A_KIND)


def _may_follow(one: EventSlots, other: EventSlots) -> bool:
    """Whether two events are of one kind, done by the same: the lexicon's, or one word planned and done on one day."""
    lexicon = event_lexicon()
    by_others = _by_others(one, other) or other_party(one, other)
    if one.event_class != other.event_class or (by_others and not one.themes & other.themes):
        return False
    known = one.event_class in lexicon.families.keys() - lexicon.loose
    noun = one.is_noun and other.is_noun and one.lemma == other.lemma and one.event_class not in lexicon.loose
    return known or (noun and same_days(one, other) and planned_against_done(one, other))


def _by_others(one: EventSlots, other: EventSlots) -> bool:
    """Whether they are done by different ones: by name, or, where they share no party, by the words for them."""
    doers, others = one.agents & one.actors, other.agents & other.actors
    if doers and others:
        return doers.isdisjoint(others)
    in_words = bool(one.doers and other.doers) and one.doers.isdisjoint(other.doers)
    return in_words and one.actors.isdisjoint(other.actors)


def _same_doers(one: EventSlots, other: EventSlots) -> bool:
    """Whether enough parties are shared: one, or two for what comes in series, as talks and deals with many do."""
    return len(one.actors & other.actors) >= (PARTIES if _is_common(one, other) else 1)


def _is_common(one: EventSlots, other: EventSlots) -> bool:
    """Whether they are of what comes in series, about nothing that both name."""
    lexicon = event_lexicon()
    is_in_series = not (lexicon.series | lexicon.broad).isdisjoint({one.lemma, other.lemma})
    return is_in_series and not one.themes & other.themes


def _order(one: EventSlots, other: EventSlots) -> Relation | None:
    """Which of two events comes first, seen from the first; None where that cannot be told."""
    if one.interval is not None and other.interval is not None and not one.interval.overlaps(other.interval):
        return Relation.FOLLOWED_BY if one.interval.last < other.interval.first else Relation.PRECEDED_BY
    if foreseen(one, other) or foreseen(other, one):
        return Relation.FOLLOWED_BY if foreseen(one, other) else Relation.PRECEDED_BY
    if planned_against_done(one, other):
        plan, done = (one, other) if one.factuality is Factuality.PLANNED else (other, one)
        first = done if _came_before(done, plan) else plan
        return Relation.FOLLOWED_BY if first is one else Relation.PRECEDED_BY
    return None


def _came_before(done: EventSlots, plan: EventSlots) -> bool:
    """Whether what is told as done came before what is told as planned, rather than being its outcome."""
    if ordinals_conflict(done, plan):
        return True
    if done.interval is not None and plan.published is not None and done.interval.last < plan.published:
        return plan.interval is None or not plan.interval.overlaps(done.interval)
    reported = done.published is not None and plan.published is not None and done.published < plan.published
    return reported and not (done.interval and plan.interval)

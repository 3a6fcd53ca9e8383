"""What keeps two event mentions from being of one event, whatever was learnt: their days, doers, plans, conditions."""

from __future__ import annotations

from articles.linking.chains import OLD, are_told_apart
from articles.linking.unplaced_days import days_agree
from articles.model import EventSlots, Factuality


def are_apart(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions cannot be of one event: on other days, by another, planned for a day and held, supposed.

    What is planned for no day that is told may be what is held elsewhere: "to host", "will host", "hosts".
    """
    both_dated = one.interval is not None and other.interval is not None
    return (
        (both_dated and planned_against_done(one, other))
        or only_supposed(one, other)
        or apart_in_time(one, other)
        or foreseen(one, other)
        or foreseen(other, one)
        or are_told_apart(one, other)
        or _long_before(one, other)
        or _long_before(other, one)
        or _by_another(one, other)
    )


def _long_before(dated: EventSlots, undated: EventSlots) -> bool:
    """Whether one is told of days long before the report that does not date the other, and looks back to none such."""
    if dated.interval is None or undated.interval is not None or undated.published is None:
        return False
    is_old = (undated.published - dated.interval.last).days > OLD
    return is_old and not any(each.overlaps(dated.interval) for each in undated.looks_back_to)


def _by_another(one: EventSlots, other: EventSlots) -> bool:
    """Whether each is done by somebody whom the other's article does not name at all."""
    doers, others = one.agents & one.actors, other.agents & other.actors
    return (
        bool(doers and others) and doers.isdisjoint(other.company | others) and others.isdisjoint(one.company | doers)
    )


def planned_against_done(one: EventSlots, other: EventSlots) -> bool:
    """Whether one is told as planned and the other as done."""
    planned = Factuality.PLANNED
    return (one.factuality is planned and other.factuality is Factuality.ASSERTED) or (
        other.factuality is planned and one.factuality is Factuality.ASSERTED
    )


def foreseen(supposed: EventSlots, done: EventSlots) -> bool:
    """Whether one is told as possible and the other as done since: "may be flown out", "were flown out"."""
    if supposed.factuality is not Factuality.POSSIBLE or done.factuality is not Factuality.ASSERTED:
        return False
    return bool(supposed.published and done.interval and done.interval.first > supposed.published)


def only_supposed(one: EventSlots, other: EventSlots) -> bool:
    """Whether one is told under an "if" and the other is not."""
    return (one.factuality is Factuality.CONDITIONAL) != (other.factuality is Factuality.CONDITIONAL)


def apart_in_time(one: EventSlots, other: EventSlots) -> bool:
    """Whether both are dated, on days that do not meet."""
    if days_agree(one, other) is False:
        return True
    return one.interval is not None and other.interval is not None and not one.interval.overlaps(other.interval)

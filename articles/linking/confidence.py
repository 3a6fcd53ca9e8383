"""How sure a link is, given what hand-set weights and what the learnt trees make of it."""

from __future__ import annotations

import math
from datetime import timedelta

from articles.linking.evidence import days_between, looks_back
from articles.model import EventSlots, Interval

JUDGED = 0.4
"""What the log-odds of hand-set weights count beside those that were learnt from what two sentences have in common."""
_ORDINARY = 2.23
"""In log-odds, how much rarer true pairs are in ordinary news than among the articles that the trees learnt from, where
every topic is full of reports of a few events. `python -m tests.quality pane` tells what it comes to."""
_BY_SLOTS = 1.6
"""The same for what hand-set weights alone make likely. Both were set by hand on the samples and on ECB+ dev."""
_DOUBTFUL = 0.49
"""What a doubtful link counts at most."""
_LEAST = 1e-4
"""How near to impossible and to certain a chance may come."""
CLOSE = 31
"""Days up to which an interval tells when something happened, rather than in which year."""
_RECENT = 14
"""Days within which what no date is given of is taken to lie before a report."""


def together(judgement: float, sentences: float | None) -> float:
    """The chance that two mentions are of one event among the articles that the trees learnt from.

    Args:
        judgement: What hand-set weights make of the two mentions.
        sentences: What was learnt makes of their two sentences; None where they were not compared.
    """
    return judgement if sentences is None else expit(JUDGED * logit(judgement) + logit(sentences))


def confident(judgement: float, sentences: float | None) -> float:
    """How sure it is that two mentions are of one event where most of what comes up as likely is not: in ordinary news.

    Either all that is known of them makes it so, or what their slots hold is enough by itself. Arguments as above.
    """
    by_slots = expit(logit(judgement) - _BY_SLOTS)
    return by_slots if sentences is None else max(by_slots, strict(together(judgement, sentences)))


def strict(chance: float) -> float:
    """The chance that two mentions are of one event in ordinary news, by all that is known of them."""
    return expit(logit(chance) - _ORDINARY)


def doubtful(confidence: float) -> float:
    """A confidence brought below what is shown unfolded, in the same order."""
    return confidence * _DOUBTFUL


def may_be_of_one_time(one: EventSlots, other: EventSlots) -> bool:
    """Whether two reports, dated by themselves or by what they tell, may speak of one time.

    News tells of the days before it unless it says otherwise; that both speak of some year says little.
    """
    mine, theirs = _close(one.interval), _close(other.interval)
    if mine is not None and theirs is not None:
        return mine.overlaps(theirs)
    mine, theirs = mine or _before(one), theirs or _before(other)
    if mine is None or theirs is None or days_between(mine, theirs) <= 1:
        return True
    return looks_back(one, theirs) or looks_back(other, mine)


def _close(interval: Interval | None) -> Interval | None:
    return interval if interval is not None and interval.days <= CLOSE else None


def _before(slots: EventSlots) -> Interval | None:
    """The days before an article appeared."""
    if slots.published is None:
        return None
    return Interval(slots.published - timedelta(days=_RECENT), slots.published)


def logit(chance: float) -> float:
    """The log-odds of a chance, bounded."""
    bounded = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def expit(log_odds: float) -> float:
    """The chance of log-odds."""
    return 1 / (1 + math.exp(-log_odds))

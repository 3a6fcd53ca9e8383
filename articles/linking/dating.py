"""Dates an article by the events that it reports as done, where others say on which days these were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from articles.linking.labels import event_label
from articles.model import UNDATED, Basis, EventSlots, Factuality, Precision, Published

_SURE = 0.9
"""Chance that one of the events is the same, from which an article is dated by them."""
_LONGEST = 31
"""Days that an event may be dated to, so that its first day says something."""
_EVIDENCE = 2


@dataclass(frozen=True, slots=True)
class EventReport:
    """An event that an article reports, as another article tells it too."""

    here: EventSlots
    there: EventSlots
    confidence: float
    """The chance that both are one event."""
    masthead: str
    """Who tells it there."""


def on_or_after(reports: Sequence[EventReport], latest: date) -> Published:
    """The day on which an article appeared at the earliest, with the events that say so; undated where none does.

    What is told as done has happened. The day is the latest of which it is sure enough, the chances of several events
    taken together, that one of those of that day or later is reported.

    Args:
        reports: The events that it shares with others.
        latest: The last day on which it can have appeared, as the day on which it came.
    """
    telling = [each for each in reports if _tells(each, latest)]
    for day in sorted({_first(each) for each in telling}, reverse=True):
        since = [each for each in telling if _first(each) >= day]
        if _chance(since) >= _SURE:
            ranked = sorted(since, key=lambda each: -each.confidence)
            evidence = dict.fromkeys(f"{event_label(each.there)}, told by {each.masthead}" for each in ranked)
            return Published(day, Precision.ON_OR_AFTER, Basis.INFERRED, tuple(evidence)[:_EVIDENCE])
    return UNDATED


def _tells(report: EventReport, latest: date) -> bool:
    done = report.here.factuality is report.there.factuality is Factuality.ASSERTED
    days = report.there.interval
    if not done or days is None or not report.there.dated_by_text:
        return False
    return days.days <= _LONGEST and days.first <= latest


def _first(report: EventReport) -> date:
    days = report.there.interval
    return date.min if days is None else days.first


def _chance(reports: Sequence[EventReport]) -> float:
    """The chance that at least one is the same event; several mentions of one event in one article count once."""
    surest: dict[int, float] = {}
    for each in reports:
        surest[each.here.chain] = max(surest.get(each.here.chain, 0.0), each.confidence)
    return 1 - prod(1 - confidence for confidence in surest.values())

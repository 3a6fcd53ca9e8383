"""Articles that tell again of what is long past, as the report of an inquiry does: which days they look back to."""

from __future__ import annotations

from collections.abc import Sequence

from articles.lexicon import event_lexicon
from articles.model import EventSlots, Interval

_MONTH, _LONG_AGO = 31, 14
"""Days that an interval has at most, and lies at least before an article, to be a time that it looks back to."""
_OPENING = 6
"""Sentences in which an article says what it looks back to."""


def looked_back_to(mentions: Sequence[EventSlots]) -> tuple[Interval, ...]:
    """The times long before an article of which its first sentences tell: what the rest may be of as well."""
    opening = [each for each in mentions if each.sentence < _OPENING and _is_long_ago(each)]
    return tuple(dict.fromkeys(each.interval for each in opening if each.interval is not None))


def told_of_late(mentions: Sequence[EventSlots]) -> frozenset[int]:
    """The sentences that date what happened to the days before the article: what else they tell is as new."""
    said = event_lexicon().loose
    return frozenset(
        each.sentence
        for each in mentions
        if each.interval is not None and not _is_long_ago(each) and each.event_class not in said
    )


def _is_long_ago(mention: EventSlots) -> bool:
    interval, published = mention.interval, mention.published
    if interval is None or published is None or interval.days > _MONTH:
        return False
    return (published - interval.last).days > _LONG_AGO

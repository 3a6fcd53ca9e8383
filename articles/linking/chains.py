"""Which event mentions of one article are told as one event: "a parade ... the parade ... the celebration"."""

from __future__ import annotations

from collections.abc import Sequence

from articles.lexicon import event_lexicon
from articles.linking.unplaced_days import days_agree
from articles.model import EventMention, EventSlots, Factuality
from articles.text import fold

OLD = 60
"""Days after which an event is no news: it is not the undated one that an article tells of."""
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})


def chains(slots: Sequence[EventSlots], events: Sequence[EventMention]) -> tuple[tuple[int, ...], ...]:
    """Groups of positions that the article tells as one event, in order of first mention; singletons included.

    A definite mention joins the latest group of its class that nothing speaks against; an indefinite one ("another
    parade"), a plural, a speech act, and a word that tells of an event only faintly found a group of their own.
    """
    groups: list[list[int]] = []
    for index, mention in enumerate(slots):
        joined = None
        vague = events[index].background or events[index].is_faint or mention.event_class in event_lexicon().loose
        if not vague:
            nearest = groups[::-1]
            nearest.sort(key=lambda group: _was_aside(mention, slots[group[-1]]))
            joined = next(
                (group for group in nearest if _joins(mention, events[index], [slots[i] for i in group])), None
            )
        if joined is None:
            groups.append([index])
        else:
            joined.append(index)
    return tuple(tuple(group) for group in groups)


def _joins(mention: EventSlots, event: EventMention, group: Sequence[EventSlots]) -> bool:
    first = group[0]
    is_setting = first.background and not (first.dated_by_text and event.is_noun)
    if first.event_class != mention.event_class or is_setting:
        return False
    if _looks_back(mention) and not any(member.interval for member in group):
        return False
    if any(_conflict(mention, member) for member in group):
        return False
    if event.indefinite:
        return any(same_days(mention, member) for member in group)
    if event.is_noun and mention.event_class in event_lexicon().families:
        return True
    actors = frozenset().union(*(member.actors for member in group))
    countries = frozenset().union(*(member.countries for member in group))
    return bool(actors & mention.actors) or (not actors and not mention.actors and bool(countries & mention.countries))


def _looks_back(mention: EventSlots) -> bool:
    """Whether a mention is dated long before its article, as what today's event is compared with is."""
    published, told = mention.published, mention.interval
    return published is not None and told is not None and (published - told.last).days > OLD


def _was_aside(mention: EventSlots, last: EventSlots) -> bool:
    """Whether a group was told of some sentences ago, as one of long ago: the article's own event comes before it."""
    return _looks_back(last) and mention.sentence - last.sentence > 1


def same_days(one: EventSlots, other: EventSlots) -> bool:
    """Whether both are dated, on days that meet."""
    return one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)


def _conflict(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions cannot be of one event: another time, place or doer, planned against done."""
    if one.interval and other.interval and not one.interval.overlaps(other.interval):
        return True
    if days_agree(one, other) is False:
        return True
    if (one.factuality in _NOT_YET) != (other.factuality in _NOT_YET):
        return True
    if (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED):
        return True
    abroad = not one.countries & other.countries
    if one.places and other.places and not one.places & other.places and abroad:
        return True
    if one.agents and other.agents and not one.agents & other.agents and abroad:
        return True
    return are_told_apart(one, other)


def are_told_apart(one: EventSlots, other: EventSlots) -> bool:
    """Whether both are told as one of several: the 70th anniversary, Smith's arrest."""
    return ordinals_conflict(one, other) or befall_others(one, other)


def befall_others(one: EventSlots, other: EventSlots) -> bool:
    """Whether what befalls one person at a time befalls other people: the arrest of Smith and that of Jones."""
    if not (one.befallen and other.befallen) or one.event_class != other.event_class:
        return False
    mine, theirs = (
        {word for entity, name in each.actor_names if entity in each.befallen for word in fold(name).split()}
        for each in (one, other)
    )
    return one.befallen.isdisjoint(other.befallen) and mine.isdisjoint(theirs)


def ordinals_conflict(one: EventSlots, other: EventSlots) -> bool:
    """Whether both are told with an ordinal of one kind and the ordinals differ: a 70th and a 75th anniversary."""
    if not (one.quantities and other.quantities):
        return False
    first = {unit: value for value, unit, _ in one.quantities if unit.startswith("ordinal")}
    second = {unit: value for value, unit, _ in other.quantities if unit.startswith("ordinal")}
    return any(first[unit] != second[unit] for unit in first.keys() & second.keys())

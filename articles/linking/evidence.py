"""What speaks for and against two event mentions being of one event: weighed slot by slot, in words a reader sees.

The weights are log-odds set by hand from general knowledge of news; text likeness only tips what the slots leave open.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from articles.countries import country
from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict, same_days
from articles.linking.unplaced_days import days_agree, same_unplaced_day
from articles.model import EventSlots, Factuality, Interval

_BASE = -4.2
"""Log-odds of one event for two mentions of which nothing is known but that they came up as candidates."""
_DAY = 1
_WEEK = 7
_MONTH = 31
_YEAR = 365
_OF_A_SERIES = -1.4
"""What it weighs that both are of a kind that comes in series, whose word tells one from the next least of all."""
_UNDATED = -0.6
"""What it weighs that nothing says when one of them took place."""
_CASUALTIES = frozenset({"kill", "die"})
_TOLLS = frozenset({"kill", "die", "injure", "evacuate", "displace", "destroy", "rescue"})
"""Classes whose figures grow from one report to the next."""
_COMPANY_WEIGHTS = (-2.2, 0.1, 0.7, 1.2, 1.5, 1.7)
"""What it weighs that two articles share none, one, two and more of the entities that they name."""
_LOOKING_BACK = ((4, 1.0), (14, 0.2), (31, -0.4), (200, -0.9), (366, -1.8))
"""What it weighs that an event lies at most so many days before the report that does not date it."""
_APART = ((4, 1.0), (14, 0.2), (31, -0.6), (200, -1.2), (366, -2.4))
"""The same for the days between two reports, neither of which dates its event."""
_AGES_AGO = -4.0
_LOOKED_BACK = 0.2
"""What it weighs that one report looks back to the days of the other."""
_LIKE = 0.3
"""Likeness of wording from which it is a reason worth showing."""
_COPIED = 0.8
"""Likeness of wording from which one sentence is a copy of the other."""
_SMALL = 3
"""Figures up to this many agree by chance."""
PARTIES = 2
"""Shared parties from which two mentions about one thing may be of one event, whatever their verbs."""


class Slot(StrEnum):
    """The sides from which two event mentions are compared."""

    TRIGGER = "trigger"
    ACTORS = "actors"
    COUNTRIES = "countries"
    PLACE = "place"
    TIME = "time"
    THEMES = "themes"
    FIGURES = "figures"
    SPEAKER = "speaker"
    COMPANY = "company"
    WORDING = "wording"


class Evidence(NamedTuple):
    """One thing that speaks for (positive weight) or against (negative) two mentions being of one event.

    It is a tuple because linking one article makes tens of thousands of them.
    """

    slot: Slot
    weight: float
    """In log-odds."""
    words: str = ""
    """The reason as a reader sees it; empty where it is not worth showing."""


def weigh(one: EventSlots, other: EventSlots) -> tuple[Evidence, ...]:
    """All evidence about two event mentions, strongest support first."""
    found = (
        *_trigger(one, other),
        *_participants(one, other),
        *_place(one, other),
        *_time(one, other),
        *_themes(one, other),
        *_figures(one, other),
        *_speaker(one, other),
        *_claim(one, other),
        *_surroundings(one, other),
    )
    return tuple(sorted(found, key=lambda evidence: -evidence.weight))


def probability(evidence: tuple[Evidence, ...], *, without: frozenset[Slot] = frozenset()) -> float:
    """The chance that two mentions are of one event, given the evidence, some slots left out of account."""
    log_odds = _BASE + sum(each.weight for each in evidence if each.slot not in without)
    return 1.0 / (1.0 + math.exp(-log_odds))


def _trigger(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    lexicon = event_lexicon()
    telling = is_telling(one) or is_telling(other)
    if one.lemma == other.lemma:
        known = one.event_class in lexicon.families
        yield Evidence(
            Slot.TRIGGER, 2.4 if telling else 1.8 if one.lemma in lexicon.broad else 1.3 if known else 1.4, one.lemma
        )
    elif one.event_class == other.event_class:
        yield Evidence(Slot.TRIGGER, 2.0 if telling else 1.0, f"{one.lemma}, {other.lemma}")
    elif related_classes(one, other):
        weight = 1.6 if {one.event_class, other.event_class} == _CASUALTIES else 0.4
        yield Evidence(Slot.TRIGGER, weight, f"{one.lemma}, {other.lemma}")
    elif telling:
        yield Evidence(Slot.TRIGGER, -1.2 if is_telling(one) and is_telling(other) else -0.7)
    if {one.lemma, other.lemma} <= lexicon.series:
        yield Evidence(Slot.TRIGGER, _OF_A_SERIES)


def is_telling(slots: EventSlots) -> bool:
    """Whether the word alone says what kind of thing happened, as "parade" does and "open" does not."""
    lexicon = event_lexicon()
    known = slots.event_class in lexicon.families and slots.event_class not in lexicon.loose
    return known and slots.lemma not in lexicon.broad


def related_classes(one: EventSlots, other: EventSlots) -> bool:
    """Whether the classes of two events stand in one family, in whose words one event may be told."""
    return are_related(one.event_class, other.event_class)


@lru_cache(maxsize=1 << 14)
def are_related(one: str, other: str) -> bool:
    """Whether two classes stand in one family."""
    families = event_lexicon().families
    return bool(families.get(one, frozenset()) & families.get(other, frozenset()))


def _participants(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    shared = one.actors & other.actors
    names = dict((*other.actor_names, *one.actor_names))
    for position, actor in enumerate(sorted(shared)):
        yield Evidence(Slot.ACTORS, 1.5 if position == 0 else 0.8 if position == 1 else 0.2, names.get(actor, ""))
    countries = one.countries & other.countries
    implied = (one.actors & other.company if not other.actors else other.actors & one.company) - shared
    if implied and not (one.actors and other.actors):
        yield Evidence(Slot.ACTORS, 0.6, names.get(min(implied), ""))
    for position, code in enumerate(sorted(countries)):
        yield Evidence(Slot.COUNTRIES, 0.7 if position < 2 else 0.2, _country_name(code))
    if one.actors and other.actors and not shared:
        yield Evidence(Slot.ACTORS, -0.8)
    elif shared and other_party(one, other):
        yield Evidence(Slot.ACTORS, -1.2)
    if one.countries and other.countries and not countries:
        yield Evidence(Slot.COUNTRIES, -1.6)
    elif one.countries - other.countries and other.countries - one.countries:
        yield Evidence(Slot.COUNTRIES, -1.1)


def _country_name(code: str) -> str:
    known = country(code)
    return known.name if known else code


def other_party(one: EventSlots, other: EventSlots) -> bool:
    """Whether another one does it, or it is done to another: Apple bought Beats, Apple bought Shazam."""
    doers, others = one.agents & one.actors, other.agents & other.actors
    mine, theirs = one.actors - one.agents - one.places, other.actors - other.agents - other.places
    return bool((doers and others and not doers & others) or (mine and theirs and not mine & theirs))


def _place(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    shared = one.places & other.places
    names = dict((*other.actor_names, *one.actor_names))
    if shared:
        place = min(shared)
        yield Evidence(Slot.PLACE, 1.2, names.get(place, "same place"))
    elif implied := one.places & other.company | other.places & one.company:
        yield Evidence(Slot.PLACE, 0.6, names.get(min(implied), ""))
    elif one.places and other.places and not one.countries & other.countries:
        yield Evidence(Slot.PLACE, -1.5)


def _time(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    mine, theirs = one.interval, other.interval
    if mine is not None and theirs is not None:
        if not mine.overlaps(theirs):
            yield Evidence(Slot.TIME, -1.5 if days_between(mine, theirs) <= 2 * _DAY else -6.0)
        elif max(mine.days, theirs.days) <= _DAY:
            yield Evidence(Slot.TIME, 2.2, "same day")
        elif max(mine.days, theirs.days) <= _WEEK:
            yield Evidence(Slot.TIME, 1.4, "same week")
        elif max(mine.days, theirs.days) <= _MONTH:
            yield Evidence(Slot.TIME, 1.4 if _both_long_ago(one, other) else 0.7, "same month")
        return
    if days_agree(one, other) is False:
        yield Evidence(Slot.TIME, -4.0)
    elif same_unplaced_day(one, other):
        yield Evidence(Slot.TIME, 1.4, "same day")
    else:
        yield from _time_by_publication(one, other)


def _both_long_ago(one: EventSlots, other: EventSlots) -> bool:
    """Whether both reports tell of another year: of few events, while of a month that is news they tell of many."""
    return all(
        each.interval and each.published and (each.published - each.interval.last).days > _YEAR for each in (one, other)
    )


def days_between(one: Interval, other: Interval) -> int:
    """The days from the end of the earlier interval to the start of the later; 0 where they meet."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _time_by_publication(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    """Where a date is missing, news is taken to tell of the days before it, though it may look further back."""
    mine, theirs = _assumed(one), _assumed(other)
    if mine is None or theirs is None:
        yield Evidence(Slot.TIME, _UNDATED)
        return
    if _not_yet_by_then(one, other) or _not_yet_by_then(other, one):
        yield Evidence(Slot.TIME, -6.0)
        return
    if looks_back(one, theirs) or looks_back(other, mine):
        yield Evidence(Slot.TIME, _LOOKED_BACK)
        return
    together = one.interval is None and other.interval is None
    apart = days_between(mine, theirs)
    steps = _APART if together else _LOOKING_BACK
    weight = next((weight for days, weight in steps if apart <= days), _AGES_AGO)
    yield Evidence(Slot.TIME, weight, "reported within days of each other" if together and weight > 0 else "")


def looks_back(one: EventSlots, days: Interval) -> bool:
    """Whether an undated mention stands in an article that tells of some days long before it."""
    return one.interval is None and any(each.overlaps(days) for each in one.looks_back_to)


def _not_yet_by_then(told: EventSlots, dated: EventSlots) -> bool:
    """Whether what one article tells as done lies, by the other's date, after that article appeared."""
    done = told.factuality is Factuality.ASSERTED and told.interval is None
    return bool(done and told.published and dated.interval and dated.interval.first > told.published)


def _may_coincide(one: EventSlots, other: EventSlots) -> bool:
    mine, theirs = _assumed(one), _assumed(other)
    return mine is None or theirs is None or mine.overlaps(theirs)


def shares_slot(one: EventSlots, other: EventSlots) -> bool:
    """Whether two events share a party, place, day, figure or subject, not merely the story they are told in."""
    figures = {figure[:2] for figure in one.quantities} & {figure[:2] for figure in other.quantities}
    shared = one.actors & other.actors or one.places & other.places or one.themes & other.themes
    implied = (is_telling(one) or is_telling(other)) and (
        (one.places | one.actors) & other.company or (other.places | other.actors) & one.company
    )
    countries = len(one.countries & other.countries) >= PARTIES
    return bool(shared or implied or same_days(one, other) or figures or countries)


def _assumed(slots: EventSlots) -> Interval | None:
    """The stated days of an event, else those that its report most likely speaks of; a stated year leaves that open."""
    stated = slots.interval
    if slots.published is None or (stated is not None and stated.days <= _MONTH):
        return stated
    ahead = _WEEK if slots.factuality is Factuality.PLANNED else 0
    recent = Interval(slots.published - timedelta(days=4 * _DAY), slots.published + timedelta(days=ahead))
    return recent if stated is None or stated.overlaps(recent) else stated


def _themes(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    for position, theme in enumerate(sorted(one.themes & other.themes)):
        yield Evidence(Slot.THEMES, 1.0 if position < 2 else 0.2, theme)


def _figures(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    if ordinals_conflict(one, other):
        yield Evidence(Slot.FIGURES, -6.0)
        return
    mine = {(value, unit): words for value, unit, words in one.quantities if unit}
    theirs = {(value, unit) for value, unit, _ in other.quantities if unit}
    agreeing = [key for key in mine if key in theirs]
    if agreeing:
        telling = max(agreeing, key=lambda key: abs(key[0]))
        yield Evidence(Slot.FIGURES, 1.4 if abs(telling[0]) > _SMALL else 0.3, mine[telling])
    elif {unit for _, unit in mine} & {unit for _, unit in theirs} and not _may_coincide(one, other):
        yield Evidence(Slot.FIGURES, -2.5 if _far_apart(one, other) else -0.4)
    elif {unit for _, unit in mine} & {unit for _, unit in theirs} and _TOLLS.isdisjoint(
        {one.event_class, other.event_class}
    ):
        told = (sum(bool(unit) for _, unit in mine), sum(bool(unit) for _, unit in theirs))
        yield Evidence(Slot.FIGURES, -2.5 if min(told) > 1 else -0.7)


def _far_apart(one: EventSlots, other: EventSlots) -> bool:
    mine, theirs = one.interval, other.interval
    return mine is not None and theirs is not None and days_between(mine, theirs) > 2 * _DAY


def _speaker(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    if one.claimants & other.claimants:
        yield Evidence(Slot.SPEAKER, 0.7, f"both from {one.speaker}")


def _claim(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    """A denial answers a claim: what one denies, somebody says in the other, about the same thing and parties."""
    denied, claimed = (one, other) if one.factuality is Factuality.DENIED else (other, one)
    if denied.factuality is not Factuality.DENIED or claimed.factuality is Factuality.DENIED:
        return
    parties = len(one.countries & other.countries) + len(one.actors & other.actors)
    one_story = one.event_class == other.event_class and len(one.company & other.company) >= PARTIES
    if claimed.speaker and one.themes & other.themes and (parties >= PARTIES or one_story):
        yield Evidence(Slot.SPEAKER, 1.0, "claimed in one, denied in the other")


def _surroundings(one: EventSlots, other: EventSlots) -> Iterator[Evidence]:
    if one.company and other.company:
        shared = len(one.company & other.company)
        weight = _COMPANY_WEIGHTS[min(shared, len(_COMPANY_WEIGHTS) - 1)]
        yield Evidence(Slot.COMPANY, weight, "the same people and places" if shared > 1 else "")
    alike = likeness(one, other)
    yield Evidence(Slot.WORDING, round(4.2 * alike, 2), "like wording" if alike > _LIKE else "")


def likeness(one: EventSlots, other: EventSlots) -> float:
    """How alike the wording of two sentences is: Jaccard index of their content words, 0 to 1."""
    union = one.context | other.context
    return len(one.context & other.context) / len(union) if union else 0.0


def is_copy(one: EventSlots, other: EventSlots) -> bool:
    """Whether two sentences stand in the same words, as wire copy does."""
    return likeness(one, other) >= _COPIED

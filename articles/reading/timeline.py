"""The timeline: events in the order in which they happened, not in which they were reported, and how dense they lie."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from articles.library import Library
from articles.linking.labels import days_in_words
from articles.model import DatedEvent, Factuality, Interval
from articles.query import Query

MOST_EVENTS = 800
"""Events of one timeline: the most reported."""

_NOT_TOLD_AS_DONE = frozenset(Factuality) - {Factuality.ASSERTED}
_FEW_DAYS = 120
"""Days over which the bulk of the events may lie for a timeline by days."""
_FEW_YEARS = 3650
"""The same for one by months."""
_OUTLYING = 0.1
"""Share of the events at either end that have no say in the unit."""


class Exactness(StrEnum):
    """How exactly it is known when an event happened."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AROUND = "around"
    """Within some days, or over some days, that make no month or year."""


class Unit(StrEnum):
    """By what a timeline counts."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    def holding(self, day: date) -> date:
        """The first day of the unit that holds a day."""
        if self is Unit.DAY:
            return day
        return day.replace(day=1) if self is Unit.MONTH else day.replace(month=1, day=1)

    def after(self, first: date) -> date:
        """The first day of the next unit; of the last one that a calendar has, itself."""
        days = {Unit.DAY: 1, Unit.MONTH: 31, Unit.YEAR: 366}[self]
        try:
            return self.holding(first + timedelta(days=days))
        except OverflowError:
            return first

    def holds(self, days: Interval) -> bool:
        """Whether all of some days lie in one unit."""
        return self.holding(days.first) == self.holding(days.last)

    def changed(self, steps: int) -> Unit:
        """The unit so many steps coarser, or for negative steps finer, as far as there is one."""
        units = tuple(Unit)
        return units[max(0, min(units.index(self) + steps, len(units) - 1))]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order, those that nobody tells as done apart."""

    happened: tuple[DatedEvent, ...]
    planned: tuple[DatedEvent, ...]
    """Those that are planned, possible or denied, each as its reports say."""
    is_whole: bool = True
    """Whether these are all; else they are the most reported."""


@dataclass(frozen=True, slots=True)
class Density:
    """How many events lie in each unit, those without any left out."""

    unit: Unit
    firsts: tuple[date, ...] = ()
    """The first days of the units, in order."""
    counts: tuple[int, ...] = ()

    def position(self, event: DatedEvent) -> int:
        """Which of the units an event lies in; of one that is not dated so exactly, the last that begins before it."""
        return max(bisect_right(self.firsts, event.days.first) - 1, 0)


def timeline(library: Library, query: Query, limit: int = MOST_EVENTS) -> Timeline:
    """The events of the articles that a query selects, in the order in which they happened."""
    with library.snapshot():
        found, is_whole = library.dated_events(query, limit)
    ordered = sorted(found, key=moment)
    return Timeline(
        tuple(each for each in ordered if each.event.factuality not in _NOT_TOLD_AS_DONE),
        tuple(each for each in ordered if each.event.factuality in _NOT_TOLD_AS_DONE),
        is_whole,
    )


def name_of(event: DatedEvent) -> str:
    """What to call an event whose days are told beside it: its label without them."""
    return event.event.label.removesuffix(f", {days_in_words(event.days)}")


def exactness(days: Interval) -> Exactness:
    """How exactly an event is dated that lies within some days."""
    if days.first == days.last:
        return Exactness.DAY
    for unit, exact in ((Unit.MONTH, Exactness.MONTH), (Unit.YEAR, Exactness.YEAR)):
        if unit.holding(days.first) == days.first and unit.after(days.first) - timedelta(days=1) == days.last:
            return exact
    return Exactness.AROUND


def density(events: Sequence[DatedEvent], unit: Unit) -> Density:
    """How many of some events lie in each unit. One that may have happened in two of them is in none, but of years."""
    counts: Counter[date] = Counter()
    for event in events:
        days = event.days
        if unit is Unit.YEAR or unit.holds(days):
            counts[unit.holding(days.first)] += 1
    firsts = tuple(sorted(counts))
    return Density(unit, firsts, tuple(counts[first] for first in firsts))


def fitting_unit(events: Sequence[DatedEvent]) -> Unit:
    """The unit that shows best how some events lie, and by which most of them are dated.

    The few far from the others are left out of account.
    """
    days = sorted(event.days.first for event in events)
    if not days:
        return Unit.DAY
    outlying = min(ceil(len(days) * _OUTLYING), (len(days) - 1) // 2)
    extent = (days[len(days) - 1 - outlying] - days[outlying]).days
    fitting = Unit.DAY if extent <= _FEW_DAYS else Unit.MONTH if extent <= _FEW_YEARS else Unit.YEAR
    units = tuple(Unit)
    return next(unit for unit in units[units.index(fitting) :] if _is_dated_by(events, unit))


def _is_dated_by(events: Sequence[DatedEvent], unit: Unit) -> bool:
    """Whether most of some events lie in one unit each; every event lies in a year."""
    return unit is Unit.YEAR or 2 * sum(unit.holds(event.days) for event in events) > len(events)


def next_in(density: Density, events: Sequence[DatedEvent], event: DatedEvent, steps: int) -> DatedEvent | None:
    """The first event of the unit so many after that of an event, or for negative steps before it; None at the ends.

    Args:
        density: How the events lie.
        events: All of them, in order.
        event: The one from which to go.
        steps: 1 or -1.
    """
    first = density.unit.holding(event.days.first)
    units = [each for each in density.firsts if (each > first if steps > 0 else each < first)]
    if not units:
        return None
    return first_of(density, events, density.firsts.index(units[0] if steps > 0 else units[-1]))


def first_of(density: Density, events: Sequence[DatedEvent], position: int) -> DatedEvent:
    """The first event of the unit at a position of a density of these events."""
    unit, wanted = density.unit, density.firsts[position]
    inside = (each for each in events if unit.holding(each.days.first) == wanted)
    return next(each for each in inside if unit is Unit.YEAR or unit.holds(each.days))


def moment(event: DatedEvent) -> tuple[date, int, int, int]:
    """Sort key: by the first day, what is dated less exactly before what is dated more, the most reported first."""
    days = event.days
    return (days.first, -days.days, -event.texts, event.event.id)

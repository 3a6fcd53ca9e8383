"""What a rule may know of the place where an expression stands: publication, tense, and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.times.meaning import Meaning, of_month, of_week, of_year, on_day, period, shifted, vague
from articles.annotation.times.tense import Tense, tense_at, tokens_within
from articles.annotation.times.words import Unit
from articles.model import Granularity, Interval, Precision, Published, TimeType

_AGAINST_TENSE = 6
"""How many times farther a date counts that lies on the other side of publication than the tense says."""

_LONG = (Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR)
_ANCHORING = (TimeType.DATE, TimeType.TIME)


@dataclass(frozen=True, slots=True)
class Memory:
    """The last dates that the text before an expression was resolved to: what "the previous evening" goes back to."""

    day: date | None = None
    latest: Meaning | None = None
    quarter: Meaning | None = None

    @property
    def year(self) -> int | None:
        """The year told last."""
        return self.latest.interval.first.year if self.latest and self.latest.interval else None

    def after(self, meaning: Meaning) -> Memory:
        """What is remembered once one more date has been told; lengths and vague references change nothing."""
        if meaning.type is TimeType.DURATION and meaning.granularity in _LONG:
            return replace(self, quarter=None)
        if meaning.interval is None or meaning.type not in _ANCHORING or meaning.granularity is Granularity.VAGUE:
            return self
        is_day = meaning.granularity in (Granularity.DAY, Granularity.PART_OF_DAY) and meaning.interval.days == 1
        return Memory(
            day=meaning.interval.first if is_day else self.day,
            latest=meaning,
            quarter=meaning if "-Q" in meaning.value else None if meaning.granularity in _LONG else self.quarter,
        )


@dataclass(frozen=True)
class Scene:
    """An expression's surroundings."""

    block: ParsedBlock
    text: str
    """The block's text with plain punctuation, character for character."""
    start: int
    end: int
    published: Published
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def tense(self) -> Tense:
        """Tense of the verb that governs the expression."""
        return tense_at(self.block, self.start, self.end)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The engine's tokens of the expression; none from an engine without a tokeniser."""
        return tokens_within(self.block, self.start, self.end)

    @property
    def before(self) -> str:
        """The 40 characters before the expression, folded to lower case."""
        return self.text[max(self.start - 40, 0) : self.start].lower()

    @property
    def after(self) -> str:
        """The 40 characters after it, folded to lower case."""
        return self.text[self.end : self.end + 40].lower()

    @cached_property
    def today(self) -> date | None:
        """The day that weekdays are counted from; None unless the publication's day or week is known."""
        coarse = self.published.precision in (Precision.MONTH, Precision.YEAR)
        return None if coarse else self.published.day

    @cached_property
    def span(self) -> Interval | None:
        """All the days on which the article may have been published."""
        day = self.published.day
        if day is None:
            return None
        periods = {Precision.WEEK: of_week(day), Precision.MONTH: of_month(day.year, day.month)}
        periods[Precision.YEAR] = of_year(day.year)
        return periods.get(self.published.precision, on_day(day)).interval

    @property
    def middle(self) -> date | None:
        """The middle of those days."""
        return None if self.span is None else self.span.first + timedelta(days=self.span.days // 2)

    def relative(self, unit: Unit, count: float) -> Meaning | None:
        """The unit that lies so many units after the publication's own; as exact as the publication is known."""
        if self.span is None:
            return None
        first, last = shifted(self.span.first, unit, count), shifted(self.span.last, unit, count)
        if first is None or last is None:
            return None
        one, other = period(unit, first), period(unit, last)
        return one if one == other else _covering(one, other)

    def nearest(self, choices: Sequence[Meaning]) -> Meaning | None:
        """The choice nearest to publication, those against the tense counting as farther away."""
        if self.span is None:
            return None
        placed = [choice for choice in choices if choice.interval is not None]
        return min(placed, key=self._distance, default=None)

    def weekday(self, number: int) -> date | None:
        """The day of a bare weekday: the latest not after publication, or with a verb of the future the next."""
        if self.today is None:
            return None
        return coming(self.today, number) if self.tense is Tense.FUTURE else latest(self.today, number)

    def _distance(self, choice: Meaning) -> float:
        if choice.interval is None or self.span is None:
            return float("inf")
        ahead = (choice.interval.first - self.span.last).days
        behind = (self.span.first - choice.interval.last).days
        if ahead <= 0 and behind <= 0:
            return 0 if self.tense is not Tense.UNKNOWN else 1
        against = (ahead > 0 and self.tense is Tense.PAST) or (behind > 0 and self.tense is Tense.FUTURE)
        return max(ahead, behind) * (_AGAINST_TENSE if against else 1)


def latest(day: date, weekday: int) -> date:
    """The latest such weekday that is not after a day."""
    return date.fromordinal(max(day.toordinal() - (day.weekday() - weekday) % 7, 1))


def coming(day: date, weekday: int) -> date:
    """The first such weekday that is not before a day."""
    return date.fromordinal(min(day.toordinal() + (weekday - day.weekday()) % 7, date.max.toordinal()))


def _covering(one: Meaning, other: Meaning) -> Meaning:
    """The smallest week, month or year that holds both periods, covering just their days."""
    if one.interval is None or other.interval is None:
        return vague("XXXX")
    interval = Interval(one.interval.first, other.interval.last)
    for unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        whole = period(unit, interval.first)
        if whole.interval is not None and interval.last <= whole.interval.last:
            return replace(whole, interval=interval)
    return vague("XXXX", interval)

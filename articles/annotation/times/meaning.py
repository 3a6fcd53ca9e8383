"""What a time expression means: its TIMEX3 value and the days it covers; and the calendar's periods as meanings."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from articles.annotation.times.words import Unit
from articles.model import Granularity, Interval, TimeType

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A time expression's reading, away from its text."""

    type: TimeType
    value: str
    granularity: Granularity
    interval: Interval | None = None
    modifier: str = ""

    def modified(self, modifier: str) -> Meaning:
        """The same with a TIMEX3 mod; the interval is narrowed to the third that START, MID or END leaves of it."""
        if self.interval is None or self.interval.days < 3 or modifier not in ("START", "MID", "END"):
            return replace(self, modifier=modifier)
        third = timedelta(days=self.interval.days // 3)
        first, last = self.interval.first, self.interval.last
        narrowed = {
            "START": Interval(first, first + third),
            "MID": Interval(first + third, last - third),
            "END": Interval(last - third, last),
        }
        return replace(self, modifier=modifier, interval=narrowed[modifier])


def vague(value: str, interval: Interval | None = None) -> Meaning:
    """A date that the calendar cannot hold: `PAST_REF`, `XXXX-07-27` without a year."""
    return Meaning(TimeType.DATE, value, Granularity.VAGUE, interval)


def partial(value: str, granularity: Granularity) -> Meaning:
    """A date of which only a part is known, as `XXXX-07-27`."""
    return Meaning(TimeType.DATE, value, granularity)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, unit: Unit, count: float) -> date | None:
    """The day that lies so many units later (earlier for a negative count); None outside the calendar."""
    whole = int(count)
    steps = {
        Unit.DAY: relativedelta(days=whole),
        Unit.WEEKEND: relativedelta(weeks=whole),
        Unit.WEEK: relativedelta(days=int(count * 7)),
        Unit.MONTH: relativedelta(months=whole, days=int((count - whole) * 30)),
        Unit.QUARTER: relativedelta(months=3 * whole),
        Unit.YEAR: relativedelta(months=int(count * 12)),
        Unit.DECADE: relativedelta(years=int(count * 10)),
        Unit.CENTURY: relativedelta(years=int(count * 100)),
    }
    try:
        return day + steps.get(unit, relativedelta())
    except (ValueError, OverflowError):
        return None


def on_day(day: date) -> Meaning:
    """One day."""
    return Meaning(TimeType.DATE, day.isoformat(), Granularity.DAY, Interval(day, day))


def part_of(day: Meaning, part: str) -> Meaning:
    """A part or a time of a day: `part_of(on_day(...), "EV")`, `part_of(..., "20:00")`."""
    return Meaning(TimeType.TIME, f"{day.value}T{part}", Granularity.PART_OF_DAY, day.interval)


def of_week(day: date) -> Meaning:
    """The week, Monday to Sunday, that a day lies in."""
    first = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    year, week, _ = day.isocalendar()
    return Meaning(TimeType.DATE, f"{year}-W{week:02d}", Granularity.WEEK, _span(first, 7))


def of_weekend(day: date) -> Meaning:
    """Saturday and Sunday of the week that a day lies in."""
    year, week, _ = day.isocalendar()
    saturday = _span(day, 6 - day.weekday()).last if day.weekday() < 5 else day - timedelta(days=day.weekday() - 5)
    return Meaning(TimeType.DATE, f"{year}-W{week:02d}-WE", Granularity.DAY, _span(saturday, 2))


def of_month(year: int, month: int) -> Meaning:
    """A month of a year."""
    interval = Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Meaning(TimeType.DATE, f"{year:04d}-{month:02d}", Granularity.MONTH, interval)


def of_quarter(year: int, quarter: int) -> Meaning:
    """A quarter of a calendar year, 1 to 4."""
    first, last = of_month(year, quarter * 3 - 2).interval, of_month(year, quarter * 3).interval
    interval = Interval(first.first, last.last) if first and last else None
    return Meaning(TimeType.DATE, f"{year:04d}-Q{quarter}", Granularity.QUARTER, interval)


def of_half(year: int, half: int) -> Meaning:
    """The first or second half of a year."""
    first, last = of_month(year, half * 6 - 5).interval, of_month(year, half * 6).interval
    interval = Interval(first.first, last.last) if first and last else None
    return Meaning(TimeType.DATE, f"{year:04d}-H{half}", Granularity.QUARTER, interval)


def of_season(year: int, season: str) -> Meaning:
    """A season of the northern year in whole months; a winter begins in the December of its year."""
    first = date(year, _SEASON_START[season], 1)
    last = shifted(first, Unit.MONTH, 3)
    interval = Interval(first, last - timedelta(days=1)) if last else None
    return Meaning(TimeType.DATE, f"{year:04d}-{season}", Granularity.QUARTER, interval)


def of_year(year: int) -> Meaning:
    """A calendar year."""
    return Meaning(TimeType.DATE, f"{year:04d}", Granularity.YEAR, _years(year, year))


def of_decade(year: int) -> Meaning:
    """The decade of a year: 1980 to 1989 for 1984."""
    first = max(year // 10 * 10, 1)
    return Meaning(TimeType.DATE, f"{year // 10:03d}X", Granularity.DECADE, _years(first, first // 10 * 10 + 9))


def of_century(number: int) -> Meaning:
    """A century by its ordinal: 1900 to 1999 for the 20th."""
    first = max((number - 1) * 100, 1)
    return Meaning(TimeType.DATE, f"{number - 1:02d}XX", Granularity.CENTURY, _years(first, number * 100 - 1))


def span_of_days(first: date, last: date) -> Meaning:
    """Several days on end, as an ISO 8601 interval."""
    return Meaning(TimeType.DATE, f"{first}/{last}", Granularity.DAY, Interval(first, last))


def span_of_years(first: int, last: int) -> Meaning:
    """Several years on end, as an ISO 8601 interval."""
    return Meaning(TimeType.DATE, f"{first:04d}/{last:04d}", Granularity.YEAR, _years(first, last))


def period(unit: Unit, day: date) -> Meaning:
    """The calendar's day, week, month or other unit that a day lies in."""
    if unit is Unit.WEEK:
        return of_week(day)
    if unit is Unit.WEEKEND:
        return of_weekend(day)
    if unit is Unit.MONTH:
        return of_month(day.year, day.month)
    if unit is Unit.QUARTER:
        return of_quarter(day.year, (day.month + 2) // 3)
    if unit is Unit.YEAR:
        return of_year(day.year)
    if unit is Unit.DECADE:
        return of_decade(day.year)
    if unit is Unit.CENTURY:
        return of_century(day.year // 100 + 1)
    return on_day(day)


def _span(first: date, days: int) -> Interval:
    return Interval(first, date.fromordinal(min(first.toordinal() + days - 1, date.max.toordinal())))


def _years(first: int, last: int) -> Interval | None:
    if not 1 <= first <= last <= 9999:
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31))

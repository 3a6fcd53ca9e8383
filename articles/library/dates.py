"""Publication dates in and out of columns, and the minute by which lists are ordered."""

from __future__ import annotations

from datetime import UTC, date, datetime

from articles.library.connection import Value
from articles.model import Basis, Interval, Precision, Published

MINUTES_A_DAY = 24 * 60


def date_columns(stated: Published, retrieved_at: datetime) -> tuple[Value, ...]:
    """The columns day, precision, basis, moment and listed.

    Lists are ordered by the minute of publication as its page tells it. An article known only to the day comes first
    on its day, one known to the week or month first in it, and one without a date at its arrival.
    """
    if stated.day is None:
        return None, stated.precision, stated.basis, None, _minute(retrieved_at.astimezone(UTC))
    if stated.moment is None:
        return stated.day.isoformat(), stated.precision, stated.basis, None, first_minute(stated.day)
    listed = first_minute(stated.day) + _minute(stated.moment) % MINUTES_A_DAY
    return stated.day.isoformat(), stated.precision, stated.basis, stated.moment.isoformat(), listed


def published(day: str | None, precision: str, basis: str, moment: str | None) -> Published:
    """The date of an article from its columns, without its evidence."""
    return Published(
        None if day is None else date.fromisoformat(day),
        Precision(precision),
        Basis(basis),
        moment=None if moment is None else datetime.fromisoformat(moment),
    )


def first_minute(day: date) -> int:
    """The minute with which a day begins, counted from the first of January of the year 1."""
    return day.toordinal() * MINUTES_A_DAY


def interval(first: str | None, last: str | None) -> Interval | None:
    """The days of an event from its columns."""
    if first is None or last is None:
        return None
    return Interval(date.fromisoformat(first), date.fromisoformat(last))


def _minute(moment: datetime) -> int:
    return first_minute(moment.date()) + moment.hour * 60 + moment.minute

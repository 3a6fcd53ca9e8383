"""Publication dates for other programs and for citations, no more exact than they are known."""

from __future__ import annotations

from articles.clock import day_in_words
from articles.model import Basis, Precision, Published

EXACT = frozenset({Precision.MINUTE, Precision.DAY})
"""The precisions at which the day is known."""


def iso_date(published: Published) -> str:
    """`2023-09-04`, `2023-W36`, `2023-09`, `2023`; `2023-09-04/..` for on or after that day; empty where unknown."""
    day = published.day
    if day is None:
        return ""
    match published.precision:
        case Precision.YEAR:
            return f"{day.year:04}"
        case Precision.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case Precision.WEEK:
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case Precision.ON_OR_AFTER:
            return f"{day.isoformat()}/.."
        case _:
            return day.isoformat()


def date_in_words(published: Published) -> str:
    """`4 Sep 2023`, `week of 4 Sep 2023`, `Sep 2023`, `2023`; behind `~` where it is inferred; empty where unknown."""
    day = published.day
    if day is None:
        return ""
    sign = "~" if published.basis is Basis.INFERRED else ""
    match published.precision:
        case Precision.YEAR:
            return f"{sign}{day.year}"
        case Precision.MONTH:
            return f"{sign}{day:%b %Y}"
        case Precision.WEEK:
            return f"{sign}week of {day_in_words(day)}"
        case Precision.ON_OR_AFTER:
            return f"on or after {day_in_words(day)}"
        case _:
            return f"{sign}{day_in_words(day)}"

"""A publication date in words, the same in the list, in the reader, in the side pane and in every listing."""

from __future__ import annotations

from datetime import datetime

from articles.clock import day_in_words
from articles.model import Basis, Precision, Published
from articles.text import one_line, printable

UNKNOWN = "undated"


def date_words(published: Published, cells: int | None = None) -> str:
    """`4 Sep 2023`, `week of 4 Sep 2023`, `Sep 2023`, `2023`, `undated`; behind `~` where the date is inferred.

    `on or after 4 Sep 2023` where only that is known.

    No more is said than is known: a day stands there only where the day is known.

    Args:
        published: The date.
        cells: How much room there is; a week that does not fit is told by its month, `on or after` by a sign.
    """
    if published.day is None:
        return UNKNOWN
    if published.precision is Precision.ON_OR_AFTER:
        words = f"on or after {day_in_words(published.day)}"
        return words if cells is None or len(words) <= cells else f"≥{day_in_words(published.day)}"
    words = _words(published)
    sign = "~" if published.basis is Basis.INFERRED else ""
    if cells is not None and published.precision is Precision.WEEK and len(sign + words) > cells:
        words = f"{published.day:%b %Y}"
    return sign + words


def _words(published: Published) -> str:
    day = published.day
    if day is None:
        return UNKNOWN
    match published.precision:
        case Precision.YEAR:
            return str(day.year)
        case Precision.MONTH:
            return f"{day:%b %Y}"
        case Precision.WEEK:
            return f"week of {day_in_words(day)}"
        case _:
            return day_in_words(day)


def time_words(published: Published) -> str:
    """The time of day in the page's own zone, `14:05 UTC+2`; empty where the page states none."""
    if published.moment is None or published.precision is not Precision.MINUTE:
        return ""
    return f"{published.moment:%H:%M} {_zone(published.moment)}".rstrip()


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return "UTC" if minutes == 0 else f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def evidence_words(published: Published) -> str:
    """What a date that no page states rests on: `inferred from “the 75th anniversary” …`; empty for a stated one.

    Of an unknown date, what is known all the same: `not later than 4 Sep 2023: …`.
    """
    if published.basis is Basis.STATED or not published.evidence:
        return ""
    reasons = "; ".join(printable(one_line(reason)) for reason in published.evidence)
    return f"inferred from {reasons}" if published.basis is Basis.INFERRED else reasons

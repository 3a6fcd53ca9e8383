"""When an event happened in words, the same on the timeline, above its reports and in every listing."""

from __future__ import annotations

from articles.clock import day_in_words
from articles.model import Interval
from articles.reading.timeline import Exactness, exactness

_WHOLE_YEARS_FROM = 320
"""Days from which those of an event are told by their years."""
_DAYS_UP_TO = 16
"""Days up to which they are told one by one, though they lie in two months."""


def event_days_words(days: Interval) -> str:
    """When an event happened: `4 Sep 2023`, `Sep 2023`, `2023`; behind `~` where it is only known between which days.

    No more is said than is known, and of what is known only what is worth its room: `~4–10 Sep 2023`, `~Jun–Aug 2023`.
    """
    first, last = days.first, days.last
    match exactness(days):
        case Exactness.DAY:
            return day_in_words(first)
        case Exactness.MONTH:
            return f"{first:%b %Y}"
        case Exactness.YEAR:
            return str(first.year)
    if days.days > _WHOLE_YEARS_FROM:
        return f"~{first.year}–{last.year}" if first.year != last.year else f"~{first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"~{first.day}–{last.day} {last:%b %Y}"
    if days.days <= _DAYS_UP_TO:
        return f"~{first.day} {first:%b}–{day_in_words(last)}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"~{first:%b}{year}–{last:%b %Y}"

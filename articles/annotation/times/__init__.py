"""Time expressions: found by rules, normalised to TIMEX3, resolved against the day of publication.

A word of the calendar is looked up, the rules that turn on it are tried around it, and the longest reading wins. What
a rule needs beyond its own words, the day of publication, the tense of the governing verb and the dates told before,
comes to it as a `Scene`; what it gives is a `Meaning`.
"""

from __future__ import annotations

from articles.annotation.times.finder import find_times

__all__ = ["find_times"]

"""Infers when an article without a date appeared, from what its text says; undated where nothing pins it.

A text that counts from its own day ("later this week") and elsewhere names that day ("Sept. 9, which marks the 75th
anniversary" of a day in 1948) tells when it was written. Each such clue bounds the day of publication; the bounds are
intersected, and the date is as exact as the smallest calendar unit that holds what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from articles.annotation.parse import ParsedBlock
from articles.annotation.publication_clues import Anniversary, Passage, anniversaries, passages
from articles.annotation.times import find_times
from articles.annotation.times.meaning import Meaning, of_month, of_week, of_year, shifted
from articles.annotation.times.tense import Tense
from articles.annotation.times.words import MONTH_NAMES, WEEKDAY_NAMES, Unit, weekday_number
from articles.model import Basis, Interval, Precision, Published, TimeExpression

_DEICTIC = re.compile(
    r"(?:(?P<part>earlier|later|early|late) )?(?P<which>this|next|last) (?P<unit>week|month|year)", re.IGNORECASE
)
_NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_UNITS = {"week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
_WEEKDAY = re.compile(rf"(?:(?:this|on) )?(?P<weekday>{'|'.join(WEEKDAY_NAMES)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """The days between which a clue puts the publication."""

    days: Interval
    evidence: tuple[str, ...]


def infer_publication(blocks: Sequence[ParsedBlock], stated: Published, times: Sequence[TimeExpression]) -> Published:
    """The date of an article: the stated one, else one inferred from its text, else unknown.

    Args:
        blocks: The article's blocks as the engine read them.
        stated: What the page says; returned unchanged where it says anything.
        times: The time expressions, as they read from the stated date.

    Returns:
        An inferred date as exact as the clues pin it, each clue among the evidence; the stated one, which is none,
        where they pin none or contradict each other.
    """
    if stated.day is not None:
        return stated
    told = passages(blocks, times)
    bounds = tuple(_bounds(told))
    days = _intersection(bounds)
    exact = None if days is None else _exactness(days)
    if exact is None:
        return stated
    precision, first = exact
    evidence = tuple(dict.fromkeys(words for bound in bounds for words in bound.evidence))
    dated = Published(first, precision, Basis.INFERRED, evidence)
    return Published(first, precision, Basis.INFERRED, evidence + _supporting(blocks, told, dated))


def _bounds(told: Sequence[Passage]) -> Iterator[Bound]:
    for kept in anniversaries(told):
        if kept.day is None:
            yield from _kept_in_its_year(kept)
        else:
            ties = tuple(_ties(kept, kept.day, told))
            yield Bound(_side_of(kept, kept.day), _reading(kept, kept.day) if ties or kept.told_as else ())
            yield from ties
    for passage in told:
        yield from _apposed(passage)
    yield from _repeated_weekday(told)


def _reading(kept: Anniversary, day: date) -> tuple[str, ...]:
    return (f'"{_with_article(kept)}" of a day in {kept.founding_year} → {_in_words(day)}',)


def _kept_in_its_year(kept: Anniversary) -> Iterator[Bound]:
    """The year of "this year marks the 50th anniversary of the 1973 coup", whatever the day."""
    for time in kept.passage.times:
        if _leads_to_anniversary(kept, time) and _is_deictic(kept.passage.words_of(time)):
            year = of_year(kept.year).interval
            if year is not None:
                words = kept.passage.words_of(time)
                yield Bound(year, (f'"{words}", {_with_article(kept)} of a year {kept.founding_year} → {kept.year}',))


def _ties(kept: Anniversary, day: date, told: Sequence[Passage]) -> Iterator[Bound]:
    """What deictic words say of the very day, in clauses about the same thing and on the same side of now."""
    tense = kept.passage.tense_of(kept.told_as) if kept.told_as else Tense.UNKNOWN
    for passage in told:
        for time in passage.times:
            words = passage.words_of(time)
            if passage is kept.passage and _leads_to_anniversary(kept, time):
                days = _seen_from(words, day, passage.tense_of(time))
            elif passage is not kept.passage and tense is not Tense.UNKNOWN and _is_of_unit(words):
                subjects = kept.passage.subjects_at(kept.told_as) if kept.told_as else frozenset()
                same_side = passage.tense_of(time) is tense and subjects & passage.subjects_at(time)
                days = _seen_from(words, day, tense) if same_side else None
            else:
                days = None
            if days is not None:
                yield Bound(days, (f'"{words}" → {_relation(words)}',))


def _side_of(kept: Anniversary, day: date) -> Interval:
    tense = kept.passage.tense_of(kept.told_as) if kept.told_as else Tense.UNKNOWN
    a_year = timedelta(days=366)
    first = day if tense is Tense.PAST else day - a_year
    last = day if tense is Tense.FUTURE else day + a_year
    return Interval(first, last)


def _leads_to_anniversary(kept: Anniversary, time: TimeExpression) -> bool:
    """Whether only a few words, no other statement, part a time from the anniversary: "today marks the 75th ..."."""
    at = kept.passage.block.text.find(kept.words, kept.passage.start)
    between = kept.passage.block.text[time.end : at] if time.end <= at else None
    if between is None:
        following = kept.passage.block.text[at + len(kept.words) : time.start]
        return re.fullmatch(r"(?:\s(?:on|falls on|is|comes|will be|was))?\s", following) is not None
    return re.fullmatch(r",?(?:\s[\w'’-]+){0,6}\s", between) is not None and " said " not in between


def _apposed(passage: Passage) -> Iterator[Bound]:
    """A deictic word with its own date beside it: "today, March 4, 2024"."""
    for one, other in zip(passage.times, passage.times[1:], strict=False):
        gap = passage.block.text[one.end : other.start]
        full = re.fullmatch(r"\d{4}-\d\d-\d\d", other.value)
        if full is None or re.fullmatch(r",?\s?\(?", gap) is None:
            continue
        days = _seen_from(passage.words_of(one), date.fromisoformat(other.value), passage.tense_of(one))
        if days is not None:
            yield Bound(days, (f'"{passage.words_of(one)}{gap}{passage.words_of(other)}"',))


def _repeated_weekday(told: Sequence[Passage]) -> Iterator[Bound]:
    """A day told once in full, "on Monday, March 4, 2024", and again as plain "Monday" of the same thing."""
    dated = [
        (passage, time) for passage in told for time in passage.times if re.fullmatch(r"\d{4}-\d\d-\d\d", time.value)
    ]
    years = {int(time.value[:4]) for passage in told for time in passage.times if re.match(r"\d{4}\b", time.value)}
    for passage, time in dated:
        day = date.fromisoformat(time.value)
        weekday = WEEKDAY_NAMES[day.weekday()]
        if weekday not in passage.words_of(time) or day.year < max(years):
            continue
        for again in told:
            plain = [each for each in again.times if again.words_of(each) == weekday]
            if again is not passage and plain and again.subjects_at(plain[0]) & passage.subjects_at(time):
                days = _seen_from(weekday, day, again.tense_of(plain[0]))
                if days is not None:
                    yield Bound(days, (f'"{passage.words_of(time)}", then "{weekday}"',))


def _is_deictic(words: str) -> bool:
    return words.lower() in _NAMED_DAYS or _is_of_unit(words) or _WEEKDAY.fullmatch(words) is not None


def _is_of_unit(words: str) -> bool:
    return _DEICTIC.fullmatch(words) is not None


def _seen_from(words: str, day: date, tense: Tense) -> Interval | None:
    """The days on which a writer may call a given day by these words; None where the words are none of that kind."""
    if words.lower() in _NAMED_DAYS:
        written = day - timedelta(days=_NAMED_DAYS[words.lower()])
        return Interval(written, written)
    weekday = _WEEKDAY.fullmatch(words)
    if weekday is not None:
        return _seen_from_weekday(weekday_number(weekday["weekday"]), day, tense)
    deictic = _DEICTIC.fullmatch(words)
    if deictic is None:
        return None
    unit = _UNITS[deictic["unit"].lower()]
    moved = shifted(day, unit, -_STEPS[deictic["which"].lower()])
    whole = None if moved is None else _period(unit, moved).interval
    part = (deictic["part"] or "").lower()
    if whole is None or part not in ("later", "earlier"):
        return whole
    a_day = timedelta(days=1)
    side = Interval(date.min, day - a_day) if part == "later" else Interval(day + a_day, date.max)
    return _common(whole, side)


def _seen_from_weekday(number: int, day: date, tense: Tense) -> Interval | None:
    if day.weekday() != number or tense not in (Tense.PAST, Tense.FUTURE):
        return None
    six = timedelta(days=6)
    return Interval(day - six, day) if tense is Tense.FUTURE else Interval(day, day + six)


def _period(unit: Unit, day: date) -> Meaning:
    if unit is Unit.WEEK:
        return of_week(day)
    return of_month(day.year, day.month) if unit is Unit.MONTH else of_year(day.year)


def _relation(words: str) -> str:
    if words.lower() in _NAMED_DAYS:
        return {-1: "the day after it", 0: "that very day", 1: "the day before it"}[_NAMED_DAYS[words.lower()]]
    deictic = _DEICTIC.fullmatch(words)
    if deictic is None:
        return "within a week of it"
    unit, step = deictic["unit"].lower(), _STEPS[deictic["which"].lower()]
    part = (deictic["part"] or "").lower()
    if step:
        return f"the {unit} {'before' if step > 0 else 'after'} its own"
    return {"later": f"the same {unit}, before it", "earlier": f"the same {unit}, after it"}.get(
        part, f"the same {unit}"
    )


def _intersection(bounds: Sequence[Bound]) -> Interval | None:
    days: Interval | None = Interval(date.min, date.max) if bounds else None
    for bound in bounds:
        days = None if days is None else _common(days, bound.days)
    return days


def _common(one: Interval, other: Interval) -> Interval | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Interval(first, last) if first <= last else None


def _exactness(days: Interval) -> tuple[Precision, date] | None:
    if days.first == days.last:
        return Precision.DAY, days.first
    units = ((Precision.WEEK, of_week(days.first)), (Precision.MONTH, of_month(days.first.year, days.first.month)))
    for precision, whole in (*units, (Precision.YEAR, of_year(days.first.year))):
        if whole.interval is not None and days.last <= whole.interval.last:
            return precision, whole.interval.first
    return None


def _supporting(blocks: Sequence[ParsedBlock], told: Sequence[Passage], dated: Published) -> tuple[str, ...]:
    """The plain weekdays of the text, as they fall once the date is known: what a reader can check it by."""
    if dated.precision not in (Precision.DAY, Precision.WEEK):
        return ()
    texts = {block.block: block.text for block in blocks}
    plain = [time for time in find_times(blocks, dated) if texts[time.block][time.start : time.end] in WEEKDAY_NAMES]
    named = {texts[time.block][time.start : time.end]: time for time in plain if time.interval is not None}
    return tuple(f'"{words}" → {_in_words(time.interval.first)}' for words, time in named.items() if time.interval)[:3]


def _with_article(kept: Anniversary) -> str:
    return f"the {kept.words}"


def _in_words(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"

"""What holds of time expressions in any text: spans inside it, intervals in order, no error, the same twice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.annotation.plain_engine import PlainEngine
from articles.annotation.publication import infer_publication
from articles.annotation.times import find_times
from articles.annotation.times.meaning import of_week, of_weekend, period
from articles.annotation.times.numbers import cardinal, ordinal
from articles.annotation.times.words import Unit
from articles.model import UNDATED, Basis, Precision, Published

_TIMEY = (
    "last next this the previous following past first third second two 20 2.5 nineteen ninety-eight of in to and a "
    "half million - , . ' : / day days week month quarter year decade century centuries ago later earlier before after "
    "Friday Mon. May March Sept. 31 29 0 00 2023 1950-53 9/11 '98 1980s 99/99/9999 2023-02-30 12:61 8 p.m. EST noon "
    "midnight every each daily annually summer Easter Christmas weekend 75th anniversary today tomorrow tonight now "
    "will said 99999999999 9999 0001 one hundred thousand couple several from"
).split()
_texts = st.one_of(
    st.lists(st.sampled_from(_TIMEY), max_size=25).map(" ".join),
    st.lists(st.sampled_from(_TIMEY), max_size=12).map("".join),
    st.text(max_size=80),
)
_published = st.builds(
    Published,
    st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max])),
    st.sampled_from(Precision),
    st.just(Basis.STATED),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_texts, max_size=3), _published)
def test_spans_lie_in_their_blocks_without_overlap_and_intervals_are_in_order(
    texts: list[str], published: Published
) -> None:
    blocks = PlainEngine().parse(list(enumerate(texts)))
    end_of: dict[int, int] = {}
    for time in find_times(blocks, published):
        assert end_of.get(time.block, 0) <= time.start < time.end <= len(texts[time.block])
        assert texts[time.block][time.start : time.end].strip()
        assert time.value
        assert time.interval is None or time.interval.first <= time.interval.last
        end_of[time.block] = time.end


@settings(max_examples=100, deadline=None)
@given(st.lists(_texts, max_size=3), _published)
def test_the_same_text_is_read_the_same_twice(texts: list[str], published: Published) -> None:
    blocks = PlainEngine().parse(list(enumerate(texts)))
    assert find_times(blocks, published) == find_times(blocks, published)


@settings(max_examples=200, deadline=None)
@given(st.lists(_texts, max_size=3))
def test_an_inferred_date_comes_with_evidence_and_none_without(texts: list[str]) -> None:
    blocks = PlainEngine().parse(list(enumerate(texts)))
    inferred = infer_publication(blocks, UNDATED, find_times(blocks, UNDATED))
    assert (inferred.day is None) == (not inferred.evidence)


@given(st.dates(), st.sampled_from(Unit))
def test_the_period_of_a_day_covers_that_day_or_its_weekend(day: date, unit: Unit) -> None:
    interval = period(unit, day).interval
    assert interval is not None
    if unit is Unit.WEEKEND:
        assert of_week(day).interval is not None
    else:
        assert interval.first <= day <= interval.last


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_weekend_is_saturday_and_sunday(day: date) -> None:
    interval = of_weekend(day).interval
    assert interval is not None
    assert (interval.first.weekday(), interval.last - interval.first) == (5, timedelta(days=1))


@given(st.integers(0, 999_999))
def test_figures_are_counted_as_they_stand(number: int) -> None:
    assert cardinal(f"{number:,}") == number
    assert ordinal(f"{number}th") == number


def test_a_very_long_line_takes_no_longer_than_its_length_asks() -> None:
    line = "on the second of the last two of a half " * 2_500
    assert find_times(PlainEngine().parse([(0, line)]), UNDATED) is not None

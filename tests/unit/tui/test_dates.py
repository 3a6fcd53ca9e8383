"""Dates that look as sure as they are, in one wording wherever they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.model import UNDATED, Basis, Precision, Published
from tui.dates import date_words, evidence_words, time_words

DAY = date(2023, 9, 4)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (Published(DAY, Precision.DAY, Basis.STATED), "4 Sep 2023"),
        (Published(DAY, Precision.MINUTE, Basis.STATED), "4 Sep 2023"),
        (Published(DAY, Precision.DAY, Basis.INFERRED), "~4 Sep 2023"),
        (Published(DAY, Precision.WEEK, Basis.INFERRED), "~week of 4 Sep 2023"),
        (Published(date(2023, 9, 1), Precision.MONTH, Basis.STATED), "Sep 2023"),
        (Published(date(2023, 1, 1), Precision.YEAR, Basis.INFERRED), "~2023"),
        (UNDATED, "undated"),
    ],
)
def test_a_date_looks_as_sure_as_it_is(published: Published, expected: str) -> None:
    assert date_words(published) == expected


def test_a_date_that_may_be_later_says_so_however_little_room_there_is() -> None:
    published = Published(date(2023, 7, 27), Precision.ON_OR_AFTER, Basis.INFERRED, ("a parade",))
    assert date_words(published) == "on or after 27 Jul 2023"
    assert date_words(published, 12) == "≥27 Jul 2023"


def test_where_there_is_no_room_for_a_week_no_day_is_shown_in_its_stead() -> None:
    week = Published(DAY, Precision.WEEK, Basis.INFERRED)
    assert date_words(week, 12) == "~Sep 2023"
    assert date_words(week, 19) == "~week of 4 Sep 2023"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (UTC, "14:05 UTC"),
        (timezone(timedelta(hours=9)), "14:05 UTC+9"),
        (timezone(timedelta(hours=-3, minutes=-30)), "14:05 UTC-3:30"),
    ],
)
def test_a_time_is_told_in_the_zone_of_its_page(zone: timezone, words: str) -> None:
    moment = datetime(2023, 9, 4, 14, 5, tzinfo=zone)
    assert time_words(Published(DAY, Precision.MINUTE, Basis.STATED, moment=moment)) == words
    assert time_words(Published(DAY, Precision.DAY, Basis.STATED, moment=moment)) == ""


def test_what_no_page_states_comes_with_its_evidence() -> None:
    assert evidence_words(Published(DAY, basis=Basis.STATED, evidence=('the line "4 Sep"',))) == ""
    inferred = Published(DAY, Precision.WEEK, Basis.INFERRED, ("75th anniversary", "this\x1b week"))
    assert evidence_words(inferred) == "inferred from 75th anniversary; this␛ week"
    assert evidence_words(Published(evidence=("not later than 4 Sep 2023",))) == "not later than 4 Sep 2023"
    assert evidence_words(UNDATED) == ""

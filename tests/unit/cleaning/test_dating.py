"""Dates that a page states, and those that it leaves open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.cleaning.dating import find_date
from articles.model import UNDATED, Basis, Precision
from tests.unit.cleaning.pages import PROSE, foot, page


@pytest.mark.parametrize(
    ("words", "day", "moment"),
    [
        ("4 March 2024", date(2024, 3, 4), None),
        ("Monday, March 4th, 2024", date(2024, 3, 4), None),
        ("Published: Sept. 9, 2023", date(2023, 9, 9), None),
        ("2024-03-04", date(2024, 3, 4), None),
        ("2024/03/04 18:30", date(2024, 3, 4), None),
        ("04.03.2024", date(2024, 3, 4), None),
        ("25/12/2023", date(2023, 12, 25), None),
        ("12/25/2023", date(2023, 12, 25), None),
        ("2024-03-04T10:00:00Z", date(2024, 3, 4), datetime(2024, 3, 4, 10, tzinfo=UTC)),
        (
            "2024-03-04T10:00:00.123+09:00",
            date(2024, 3, 4),
            datetime(2024, 3, 4, 10, tzinfo=timezone(timedelta(hours=9))),
        ),
        ("Mon 18 Nov 2019 18.54 GMT", date(2019, 11, 18), datetime(2019, 11, 18, 18, 54, tzinfo=UTC)),
        (
            "November 19, 2019 6:56 AM EST",
            date(2019, 11, 19),
            datetime(2019, 11, 19, 6, 56, tzinfo=timezone(timedelta(hours=-5))),
        ),
        (
            "11/10/19 06:56 AM EST",
            date(2019, 11, 10),
            datetime(2019, 11, 10, 6, 56, tzinfo=timezone(timedelta(hours=-5))),
        ),
        ("Tue, 19 Nov 2019 12:30:00 +0000", date(2019, 11, 19), datetime(2019, 11, 19, 12, 30, tzinfo=UTC)),
    ],
)
def test_dates_in_words_and_numbers(words: str, day: date, moment: datetime | None) -> None:
    found = find_date(words)
    assert found is not None
    assert (found.day, found.moment) == (day, moment)


def test_a_date_that_could_be_either_way_round_is_not_guessed() -> None:
    found = find_date("04/03/2024")
    assert found is not None
    assert (found.day, found.precision) == (date(2024, 1, 1), Precision.YEAR)
    assert "either way round" in found.note


def test_a_month_alone_is_a_month() -> None:
    found = find_date("March 2024")
    assert found is not None
    assert (found.day, found.precision) == (date(2024, 3, 1), Precision.MONTH)


@pytest.mark.parametrize(
    "words", ["Saturday", "July 27", "31 February 2024", "99/99/2024", "version 1.2.3", "room 2024", "10:30"]
)
def test_what_is_no_whole_date_is_none(words: str) -> None:
    assert find_date(words) is None


def test_the_date_of_a_page_is_stated_with_its_words() -> None:
    published = page("Published: 4 March 2024").published
    assert (published.day, published.basis) == (date(2024, 3, 4), Basis.STATED)
    assert published.evidence == ('the line "Published: 4 March 2024"',)


def test_a_later_change_does_not_date_the_article() -> None:
    assert page("Updated: 9 March 2024", "Published: 4 March 2024").published.day == date(2024, 3, 4)


@pytest.mark.parametrize(
    "line", ["© 2024 The Harbour Gazette", "Copyright 4 March 2024 Gazette Ltd", "Related: Storm of 4 March 2024"]
)
def test_the_page_around_the_article_does_not_date_it(line: str) -> None:
    assert foot(line).published == UNDATED


def test_dates_in_the_text_do_not_date_it() -> None:
    assert page(PROSE[0].replace("Monday", "4 March 2024")).published == UNDATED

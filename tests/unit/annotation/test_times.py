"""Time expressions on the real model: each rule stated with examples from different stories."""

from __future__ import annotations

import pytest

from articles.annotation.engine import Engine, load_engine
from articles.annotation.plain_engine import PlainEngine
from articles.model import Precision
from tests.unit.annotation.time_cases import bracketed, on, plain, times_in


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The language model, loaded once."""
    return load_engine()


# Wednesday
PUBLISHED = "2023-09-06"

FULL_DATES = [
    ("The state was founded on [Sept. 9, 1948], in the north.", "1948-09-09"),
    ("They signed it on [9 September 2023] in Geneva.", "2023-09-09"),
    ("The file is dated [2023-09-09].", "2023-09-09"),
    ("The towers fell on [09/11/2001].", "2001-09-11"),
    ("It was posted on [24.12.2019] in Bonn.", "2019-12-24"),
    ("It was posted on [24/12/2019] in Leeds.", "2019-12-24"),
    ("The court ruled on [Monday, March 4, 2024].", "2024-03-04"),
    ("Born on the [3rd of May 1912], she painted.", "1912-05-03"),
    ("He resigned in [August 1988] over the deal.", "1988-08"),
    ("She left in [the summer of 1998].", "1998-SU"),
    ("It rose in [the third quarter of 1984].", "1984-Q3"),
    ("The union collapsed in [1991].", "1991"),
    ("In [the 1980s] wages fell.", "198X"),
    ("Styles of [the nineties] return.", "199X"),
    ("Painters of [the 19th century] came here.", "18XX"),
    ("By [nineteen ninety-eight] it was over.", "1998"),
    ("In [the year two thousand] computers failed.", "2000"),
    ("They fought the [1950-53] Korean War.", "1950/1953"),
    ("The fair ran [July 3-5, 2019] in Lyon.", "2019-07-03/2019-07-05"),
    ("The fair runs [3 to 5 July 2019] in Lyon.", "2019-07-03/2019-07-05"),
    ("After [9/11], flights stopped.", "2001-09-11"),
    ("Profit rose in [fiscal 1990] again.", "1990"),
    ("It fell in [the third fiscal quarter of 2023], and not before.", "2023-Q3"),
    ("It fell in [the fiscal first quarter of 2019].", "2019-Q1"),
    ("They met on [Christmas Eve 1968] in orbit.", "1968-12-24"),
]


@pytest.mark.parametrize("published", ["", PUBLISHED])
@pytest.mark.parametrize(("marked", "value"), FULL_DATES)
def test_a_fully_stated_date_is_read_the_same_with_and_without_a_date_of_publication(
    engine: Engine, marked: str, value: str, published: str
) -> None:
    found = times_in(plain(marked), engine, on(published))
    assert [each.words.removeprefix("the ") for each in found] == [
        words.removeprefix("the ") for words in bracketed(marked)
    ]
    assert found[0].time.value == value
    assert found[0].time.interval is not None


COUNTED_FROM_PUBLICATION = [
    ("The envoy arrived on [Saturday].", "2023-09-02", "2023-09-02"),
    ("The envoy will arrive on [Saturday].", "2023-09-09", "2023-09-09"),
    ("The envoy arrived on [Wednesday].", "2023-09-06", "2023-09-06"),
    ("The envoy arrived [last Friday].", "2023-09-01", "2023-09-01"),
    ("The envoy will arrive [next Monday].", "2023-09-11", "2023-09-11"),
    ("The talks are expected to begin on [Thursday].", "2023-09-07", "2023-09-07"),
    ("The vote was postponed until [Friday].", "2023-09-08", "2023-09-08"),
    ("It was the storm of [the year].", "2023", "2023-01-01..2023-12-31"),
    ("Voters plan to strike [Tuesday].", "2023-09-12", "2023-09-12"),
    ("They will vote on [Monday of next week].", "2023-09-11", "2023-09-11"),
    ("Rain fell [Sunday night] in Porto.", "2023-09-03TNI", "2023-09-03"),
    ("The minister spoke [today].", "2023-09-06", "2023-09-06"),
    ("The minister spoke [yesterday morning].", "2023-09-05TMO", "2023-09-05"),
    ("The minister speaks [tomorrow].", "2023-09-07", "2023-09-07"),
    ("They met [the day before yesterday].", "2023-09-04", "2023-09-04"),
    ("She arrived [this morning].", "2023-09-06TMO", "2023-09-06"),
    ("He was seen [last night].", "2023-09-05TNI", "2023-09-05"),
    ("They meet [tonight].", "2023-09-06TNI", "2023-09-06"),
    ("Prices rose [last month].", "2023-08", "2023-08-01..2023-08-31"),
    ("They meet [next week].", "2023-W37", "2023-09-11..2023-09-17"),
    ("They met [this week].", "2023-W36", "2023-09-04..2023-09-10"),
    ("The invasion began in [February last year].", "2022-02", "2022-02-01..2022-02-28"),
    ("They left [last year].", "2022", "2022-01-01..2022-12-31"),
    ("They met over [the weekend].", "2023-W35-WE", "2023-09-02..2023-09-03"),
    ("The leaders met in [July].", "2023-07", "2023-07-01..2023-07-31"),
    ("He plans to visit China in [October].", "2023-10", "2023-10-01..2023-10-31"),
    ("She died in [December].", "2022-12", "2022-12-01..2022-12-31"),
    ("He was elected [last May].", "2023-05", "2023-05-01..2023-05-31"),
    ("The army paraded on [July 27].", "2023-07-27", "2023-07-27"),
    ("It will be held on [Sept. 9].", "2023-09-09", "2023-09-09"),
    ("It sailed on [Friday, Sept. 8].", "2023-09-08", "2023-09-08"),
    ("They left [two decades ago].", "200X", "2000-01-01..2009-12-31"),
    ("He came [three years ago].", "2020", "2020-01-01..2020-12-31"),
    ("It happened [two weeks ago].", "2023-W34", "2023-08-21..2023-08-27"),
    ("It happened [five days ago].", "2023-09-01", "2023-09-01"),
    ("They married [last fall].", "2022-FA", "2022-09-01..2022-11-30"),
    ("Sales fell in [the second quarter].", "2023-Q2", "2023-04-01..2023-06-30"),
    ("Profit in [this year's first quarter] rose.", "2023-Q1", "2023-01-01..2023-03-31"),
    ("They ate on [Thanksgiving] together.", "2022-11-24", "2022-11-24"),
    ("They will eat on [Thanksgiving] together.", "2023-11-23", "2023-11-23"),
    ("They fasted until [last Easter].", "2023-04-09", "2023-04-09"),
    ("It opens at [8 p.m. Friday].", "2023-09-01T20:00", "2023-09-01"),
    ("It opened at [14:30 GMT].", "2023-09-06T14:30", "2023-09-06"),
    ("They met at [noon on Sept. 4].", "2023-09-04T12:00", "2023-09-04"),
]


@pytest.mark.parametrize(("marked", "value", "days"), COUNTED_FROM_PUBLICATION)
def test_a_relative_time_is_counted_from_the_day_of_publication(
    engine: Engine, marked: str, value: str, days: str
) -> None:
    found = times_in(plain(marked), engine, on(PUBLISHED))
    assert [(each.words, each.time.value, each.days) for each in found] == [(bracketed(marked)[0], value, days)]


WITHOUT_A_DATE = [
    ("The army paraded on [July 27].", "XXXX-07-27"),
    ("The envoy arrived on [Saturday].", "XXXX-WXX-6"),
    ("The leaders met in [July].", "XXXX-07"),
    ("Prices rose [last month].", "PAST_REF"),
    ("They meet [next week].", "FUTURE_REF"),
    ("The minister spoke [yesterday].", "PAST_REF"),
    ("They left [two decades ago].", "PAST_REF"),
    ("Sales fell in [the third quarter].", "XXXX-Q3"),
    ("They swam in [the summer].", "XXXX-SU"),
    ("The fair ran [July 3-5] in Lyon.", "XXXX-07-03/XXXX-07-05"),
]


@pytest.mark.parametrize(("marked", "value"), WITHOUT_A_DATE)
def test_without_a_date_of_publication_what_depends_on_it_stays_partly_known(
    engine: Engine, marked: str, value: str
) -> None:
    found = times_in(plain(marked), engine)
    assert [(each.words, each.time.value, each.days) for each in found] == [(bracketed(marked)[0], value, "")]


LENGTHS_AND_SETS = [
    ("They talked for [three days].", "P3D", "DURATION"),
    ("It took [a year and a half].", "P1Y6M", "DURATION"),
    ("It took [a minute and a half].", "PT1M30S", "DURATION"),
    ("He waited [half an hour].", "PT30M", "DURATION"),
    ("The [10-hour] flight landed.", "PT10H", "DURATION"),
    ("He served [2 1/2 years] there.", "P2Y6M", "DURATION"),
    ("They ruled for [two decades].", "P20Y", "DURATION"),
    ("It lasted [several months].", "PXM", "DURATION"),
    ("They waited for [years].", "PXY", "DURATION"),
    ("They waited [a couple of weeks].", "P2W", "DURATION"),
    ("The march comes [every July].", "XXXX-07", "SET"),
    ("They meet [every Thursday].", "XXXX-WXX-4", "SET"),
    ("They meet [every two weeks].", "P2W", "SET"),
    ("The prize is given [annually].", "P1Y", "SET"),
    ("The paper appears [weekly].", "P1W", "SET"),
    ("She trains [twice a week].", "P1W", "SET"),
    ("Trains run [each summer] only.", "XXXX-SU", "SET"),
    ("They fly on [Tuesday nights].", "XXXX-WXX-2TNI", "SET"),
]


@pytest.mark.parametrize(("marked", "value", "kind"), LENGTHS_AND_SETS)
def test_lengths_and_recurring_times_have_no_day_of_their_own(
    engine: Engine, marked: str, value: str, kind: str
) -> None:
    found = times_in(plain(marked), engine, on(PUBLISHED))
    assert [(each.words, each.time.value, each.time.type.value, each.days) for each in found] == [
        (bracketed(marked)[0], value, kind, "")
    ]


@pytest.mark.parametrize(
    ("marked", "value", "days"),
    [
        ("Rents rose over [the past two weeks].", "P2W", "2023-08-23..2023-09-06"),
        ("Rents will rise in [the next three months].", "P3M", "2023-09-06..2023-12-06"),
        ("It was the worst storm of [the past year].", "P1Y", "2022-09-06..2023-09-06"),
    ],
)
def test_a_length_that_ends_at_publication_covers_its_days(engine: Engine, marked: str, value: str, days: str) -> None:
    found = times_in(plain(marked), engine, on(PUBLISHED))
    assert [(each.words, each.time.value, each.days) for each in found] == [(bracketed(marked)[0], value, days)]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("He is [now] in Lima.", "PRESENT_REF"),
        ("It was [recently] sold.", "PAST_REF"),
        ("Satellite images taken in [recent weeks] show tanks.", "PAST_REF"),
        ("They will [soon] meet.", "FUTURE_REF"),
        ("They must live without it for [a while].", "PXX"),
        ("Cars will [one day] fly.", "FUTURE_REF"),
        ("In [the future], cars will fly.", "FUTURE_REF"),
        ("She is [currently] in Quito.", "PRESENT_REF"),
    ],
)
def test_a_vague_reference_is_kept_without_a_date_of_its_own(engine: Engine, marked: str, value: str) -> None:
    found = times_in(plain(marked), engine)
    assert [(each.words, each.time.value, each.days) for each in found] == [(bracketed(marked)[0], value, "")]


@pytest.mark.parametrize(
    ("marked", "value", "modifier", "days"),
    [
        ("He died in [early 1990].", "1990", "START", "1990-01-01..1990-05-02"),
        ("He died in [late November].", "2022-11", "END", "2022-11-20..2022-11-30"),
        ("He died in [mid-1990].", "1990", "MID", "1990-05-02..1990-09-01"),
        ("It ends by [the end of 1990].", "1990", "END", "1990-09-01..1990-12-31"),
        ("He will speak [later this week].", "2023-W36", "END", "2023-09-06..2023-09-10"),
        ("He spoke [earlier this week].", "2023-W36", "START", "2023-09-04..2023-09-06"),
        ("It took [about two weeks].", "P2W", "APPROX", ""),
        ("It took [at least 30 days].", "P30D", "EQUAL_OR_MORE", ""),
        ("It took [more than three years].", "P3Y", "MORE_THAN", ""),
        ("It took [ten years or so].", "P10Y", "APPROX", ""),
    ],
)
def test_the_words_that_shade_a_time_belong_to_it(
    engine: Engine, marked: str, value: str, modifier: str, days: str
) -> None:
    found = times_in(plain(marked), engine, on(PUBLISHED))
    assert [(each.words, each.time.value, each.time.modifier, each.days) for each in found] == [
        (bracketed(marked)[0], value, modifier, days)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Video of July 28 shows him at a parade held the previous evening.", "the previous evening", "2023-07-27TEV"),
        ("The bridge fell on Aug. 14. The next day the mayor resigned.", "The next day", "2023-08-15"),
        ("The bridge fell on Aug. 14. Two days later the mayor resigned.", "Two days later", "2023-08-16"),
        ("The bridge fell on Aug. 14. The same day the mayor resigned.", "The same day", "2023-08-14"),
        ("The bridge fell on Aug. 14. That night the mayor resigned.", "That night", "2023-08-14TNI"),
        ("She won in 1987. Three years later she lost.", "Three years later", "1990"),
        ("She won in March 2011. The following month she lost.", "The following month", "2011-04"),
        ("She won in 1987. That year it snowed.", "That year", "1987"),
        ("She won in 1987. The year before she had lost.", "The year before", "1986"),
        (
            "Sales rose to $4 million from $3 million in the year-ago third quarter.",
            "the year-ago third quarter",
            "2022-Q3",
        ),
        ("He left on Sept. 1, a Friday, and came back the following Monday.", "the following Monday", "2023-09-04"),
        ("Net rose in the second quarter to $4 million from $3 million a year earlier.", "a year earlier", "2022-Q2"),
    ],
)
def test_a_time_of_the_story_is_counted_from_the_day_told_before(
    engine: Engine, text: str, words: str, value: str
) -> None:
    found = {each.words: each.time.value for each in times_in(text, engine, on(PUBLISHED))}
    assert found[words] == value


def test_a_week_of_publication_resolves_what_it_can(engine: Engine) -> None:
    text = (
        "He spoke on Saturday. A summit was held last month. He came in July. He will speak on Friday. They met today."
    )
    found = {each.words: each.days for each in times_in(text, engine, on("2023-09-04", Precision.WEEK))}
    assert found == {
        "Saturday": "2023-09-02",
        "last month": "2023-08-01..2023-08-31",
        "July": "2023-07-01..2023-07-31",
        "Friday": "2023-09-08",
        "today": "2023-09-04..2023-09-10",
    }


def test_a_month_of_publication_gives_no_weekday_a_day(engine: Engine) -> None:
    text = "He spoke on Saturday. It rained last month. It was cold last year."
    found = {each.words: each.days for each in times_in(text, engine, on("2023-09-01", Precision.MONTH))}
    assert found == {
        "Saturday": "",
        "last month": "2023-08-01..2023-08-31",
        "last year": "2022-01-01..2022-12-31",
    }


def test_a_year_of_publication_leaves_last_month_between_two_years(engine: Engine) -> None:
    found = times_in("It rained last month.", engine, on("2023-01-01", Precision.YEAR))
    assert [each.days for each in found] == ["2022-12-01..2023-11-30"]


NO_TIMES = [
    "He may resign.",
    "May he rest in peace.",
    "Thousands joined the march on Washington.",
    "They march on the capital.",
    "It was the second attack.",
    "It was a second betrayal.",
    "The fall of the city shocked them.",
    "Rivers fall and prices spring back.",
    "A 20-year-old man and a 6-year-old boy were saved.",
    "The Sunday Times reported it.",
    "He lives in Friday Harbor.",
    "Theresa May and Augusta March agreed.",
    "The flat costs $1990 and has 2000 books.",
    "The team won 3-2 at home.",
    "About three-quarters of the food is imported.",
    "More than a quarter of the voters stayed away.",
    "He spoke on 60 Minutes about it.",
    "It is an august body.",
    "He is a man in his sixties.",
    "Flight 1990 landed safely.",
    "Leave as soon as you can.",
    "Peru marked Independence Day with a parade.",
    "Voters in South Korea lined up on Election Day.",
    "Canadian families gathered for Thanksgiving.",
]


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_words_that_only_look_like_times_are_left_alone(engine: Engine, sentence: str) -> None:
    assert [each.words for each in times_in(sentence, engine, on(PUBLISHED))] == []


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The vote is in [May].", "2023-05"),
        ("He came back in [March].", "2023-03"),
        ("Last [fall] it rained.", "2022-FA"),
        ("The lights failed for [a second].", "PT1S"),
        ("The rally is on [May 1].", "2023-05-01"),
        ("They will march in [March 2024].", "2024-03"),
        ("[August] was dry.", "2023-08"),
    ],
)
def test_months_seasons_and_seconds_are_told_from_the_words_they_look_like(
    engine: Engine, marked: str, value: str
) -> None:
    found = times_in(plain(marked), engine, on(PUBLISHED))
    assert [each.time.value for each in found] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The envoy arrived on Saturday.", "2023-09-02"),
        ("The envoy will arrive on Saturday.", "2023-09-09"),
        ("The talks are expected to begin on Thursday.", "2023-09-07"),
        ("The leaders met in July.", "2023-07"),
        ("They met on Sept. 9, 1948.", "1948-09-09"),
    ],
)
def test_the_direction_is_told_without_a_language_model_too(sentence: str, value: str) -> None:
    found = times_in(sentence, PlainEngine(), on(PUBLISHED))
    assert [each.time.value for each in found] == [value]

"""The few words that name an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.linking.labels import days_in_words, detail, event_label
from articles.model import EventSlots, Interval

MAYOR, TOWN = 1, 2
BARE = EventSlots(1, 0, "open", "opening")
WHO = replace(BARE, actors=frozenset({MAYOR}), actor_names=((MAYOR, "Ana Ruiz"),))
WHERE = replace(WHO, places=frozenset({TOWN}), actor_names=((MAYOR, "Ana Ruiz"), (TOWN, "Cádiz")))
DAY = Interval(date(2024, 3, 1), date(2024, 3, 1))
WHEN = replace(WHERE, interval=DAY, dated_by_text=True)


def test_it_says_what_where_and_when_as_far_as_is_known() -> None:
    assert event_label(BARE) == "opening"
    assert event_label(WHO) == "opening, Ana Ruiz"
    assert event_label(WHERE) == "opening, Cádiz"
    assert event_label(WHEN) == "opening, Cádiz, 1 March 2024"


@pytest.mark.parametrize(
    ("verb", "told"), [("forbid", "forbidding"), ("hinder", "hindering"), ("occur", "occurring"), ("lie", "lying")]
)
def test_a_verb_of_no_known_class_is_told_as_what_happens(verb: str, told: str) -> None:
    assert event_label(EventSlots(1, 0, verb, verb)) == told


def test_a_noun_that_names_no_known_event_stays_a_noun() -> None:
    assert event_label(EventSlots(1, 0, "service", "service", is_noun=True)) == "service"


def test_the_day_of_publication_is_not_the_day_of_the_event() -> None:
    assert event_label(replace(WHEN, dated_by_text=False)) == "opening, Cádiz"


def test_what_tells_more_is_more_exact() -> None:
    month = replace(WHEN, interval=Interval(date(2024, 3, 1), date(2024, 3, 31)))
    order = [replace(BARE, background=True), BARE, WHO, WHERE, month, WHEN]
    assert sorted(order, key=detail) == order
    assert len({detail(slots) for slots in order}) == len(order)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-03-01", "2024-03-01", "1 March 2024"),
        ("2024-03-01", "2024-03-31", "March 2024"),
        ("2024-03-04", "2024-03-10", "4-10 March 2024"),
        ("2024-03-28", "2024-04-03", "28 March - 3 April 2024"),
        ("2023-12-28", "2024-01-03", "28 December 2023 - 3 January 2024"),
        ("2024-02-01", "2024-02-28", "1-28 February 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("1950-01-01", "1953-12-31", "1950-1953"),
    ],
)
def test_days_are_written_as_a_reader_would(first: str, last: str, words: str) -> None:
    assert days_in_words(Interval(date.fromisoformat(first), date.fromisoformat(last))) == words

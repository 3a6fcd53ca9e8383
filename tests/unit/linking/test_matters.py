"""Reports written to one form about different parties are of other matters; what they share by themselves speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.linking.matters import are_of_other_matters
from articles.model import EventSlots, Interval

OPTICIAN, PAPERMILL, BANK, CITY = 1, 2, 3, 4
WORDS = frozenset({"loss", "quarter", "million", "euro"})
LOSS = EventSlots(1, 0, "loss", "loss", opening=frozenset({OPTICIAN}), company=frozenset({OPTICIAN}), context=WORDS)
OTHER = replace(LOSS, article=2, opening=frozenset({PAPERMILL}), company=frozenset({PAPERMILL}))


def test_the_same_words_about_two_companies_are_of_other_matters() -> None:
    assert are_of_other_matters(LOSS, OTHER)
    assert are_of_other_matters(OTHER, LOSS)


def test_reports_that_name_who_the_other_opens_with_are_not() -> None:
    assert not are_of_other_matters(LOSS, replace(OTHER, company=OTHER.company | {OPTICIAN}))
    assert not are_of_other_matters(replace(LOSS, opening=LOSS.opening | {PAPERMILL}), OTHER)


def test_one_name_in_the_background_is_not_enough_and_two_are() -> None:
    both = frozenset({BANK, CITY})
    one_shared = replace(LOSS, company=LOSS.company | {BANK}), replace(OTHER, company=OTHER.company | {BANK})
    two_shared = replace(LOSS, company=LOSS.company | both), replace(OTHER, company=OTHER.company | both)
    assert are_of_other_matters(*one_shared)
    assert not are_of_other_matters(*two_shared)


def test_a_shared_party_on_one_day_speaks_for_itself() -> None:
    day = Interval(date(2024, 6, 3), date(2024, 6, 3))
    shared = replace(LOSS, actors=frozenset({BANK})), replace(OTHER, actors=frozenset({BANK}))
    assert are_of_other_matters(*shared)
    assert not are_of_other_matters(*(replace(each, interval=day) for each in shared))


def test_a_copy_needs_no_more_where_one_of_the_reports_opens_with_nobody() -> None:
    nameless = replace(OTHER, opening=frozenset(), company=frozenset())
    assert not are_of_other_matters(LOSS, nameless)
    assert are_of_other_matters(LOSS, replace(nameless, context=frozenset({"profit"})))

"""How sure a link is said to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.linking.confidence import confident, doubtful, expit, logit, may_be_of_one_time, together
from articles.model import LIKELY, EventSlots, Interval

FLOOD = EventSlots(article=1, index=0, lemma="flood", event_class="disaster")


def on(first: date, last: date | None = None) -> Interval:
    return Interval(first, last or first)


def test_what_hand_set_weights_hold_unlikely_is_less_likely_whatever_was_learnt() -> None:
    assert together(0.1, 0.9) < together(0.5, 0.9) == pytest.approx(0.9)
    assert together(0.3, None) == 0.3


def test_in_ordinary_news_one_is_less_sure_in_the_same_order() -> None:
    chances = [0.3, 0.6, 0.95]
    surer = [confident(0.3, each) for each in chances]
    assert surer == sorted(surer)
    assert all(less < together(0.3, each) for less, each in zip(surer, chances, strict=True))


def test_what_slots_hold_may_be_enough_by_itself() -> None:
    assert confident(0.99, 0.05) == confident(0.99, None) > LIKELY > confident(0.7, 0.05)


def test_what_is_doubtful_is_folded_and_keeps_its_order() -> None:
    assert doubtful(0.5) < doubtful(0.99) < LIKELY


def test_a_chance_comes_back_from_its_log_odds_and_is_never_certain() -> None:
    assert expit(logit(0.2)) == pytest.approx(0.2)
    assert 0 < expit(logit(0.0)) < expit(logit(1.0)) < 1


@pytest.mark.parametrize(
    ("mine", "theirs", "may_be"),
    [
        ((None, None), (None, None), True),
        ((date(2021, 7, 16), None), (date(2021, 7, 19), None), True),
        ((date(2021, 7, 16), None), (date(2021, 9, 20), None), False),
        ((date(2021, 7, 16), None), (date(2022, 7, 16), None), False),
        ((date(2021, 7, 16), None), (date(2022, 1, 3), on(date(2021, 7, 14))), True),
        ((date(2021, 7, 16), None), (date(2022, 1, 3), on(date(2021, 12, 30))), False),
        ((date(2021, 7, 16), on(date(2021, 7, 14))), (date(2022, 1, 3), on(date(2021, 7, 14))), True),
        ((date(2021, 7, 16), on(date(2002, 1, 1), date(2002, 12, 31))), (date(2021, 11, 2), None), False),
        ((date(2021, 7, 16), None), (None, None), True),
    ],
)
def test_reports_may_speak_of_one_time_unless_their_dates_are_far_apart(
    mine: tuple[date | None, Interval | None], theirs: tuple[date | None, Interval | None], may_be: bool
) -> None:
    one = replace(FLOOD, published=mine[0], interval=mine[1])
    other = replace(FLOOD, article=2, published=theirs[0], interval=theirs[1])
    assert may_be_of_one_time(one, other) == may_be == may_be_of_one_time(other, one)

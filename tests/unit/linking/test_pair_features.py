"""Many pairs measured at once come out as they do one by one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.linking.comparing import comparable, pairs_between
from articles.linking.confidence import may_be_of_one_time
from articles.linking.evidence import probability, weigh
from articles.linking.grounds import is_grounded
from articles.linking.incompatible import are_apart
from articles.linking.pair_features import look
from articles.linking.terms import Nearness, stems, terms_of
from articles.model import EventSlots, Factuality, Interval
from tests.unit.linking import one_by_one

WORDS = stems("mayor opened bridge over river as guests from the port watched strike vote inquiry flood dam collapse")
TRIGGERS = (
    ("open", "opening"),
    ("inaugurate", "opening"),
    ("kill", "kill"),
    ("die", "die"),
    ("say", "statement"),
    ("talks", "meeting"),
    ("sail off", "depart"),
    ("lose", "lose"),
)
DAY = date(2024, 2, 26)

ids = st.frozensets(st.integers(1, 6), max_size=4)
words = st.frozensets(st.sampled_from(WORDS), max_size=8)
days = st.integers(0, 40).map(lambda after: DAY + timedelta(days=after))
intervals = st.none() | st.builds(
    lambda first, more: Interval(first, first + timedelta(days=more)), days, st.integers(0, 9)
)
figures = st.lists(
    st.tuples(st.sampled_from((1.0, 3.0, 75.0)), st.sampled_from(("", "guest", "ordinal year")), st.just(""))
)


@st.composite
def articles(draw: st.DrawFn, number: int) -> list[EventSlots]:
    """The slots of an article of one to four sentences."""
    company, lead, published = draw(ids), draw(st.integers(0, 3)), draw(st.none() | days)
    found: list[EventSlots] = []
    for sentence in range(draw(st.integers(1, 4))):
        context, around = draw(words), draw(st.frozensets(st.sampled_from(("opening", "kill")), max_size=2))
        for _ in range(draw(st.integers(1, 3))):
            lemma, event_class = draw(st.sampled_from(TRIGGERS))
            slots = EventSlots(
                article=number,
                index=len(found),
                lemma=lemma,
                event_class=event_class,
                actors=draw(ids),
                agents=draw(ids),
                countries=draw(st.frozensets(st.sampled_from(("NO", "PT", "KE")))),
                places=draw(ids),
                interval=draw(intervals),
                unplaced=draw(st.sampled_from(("", "XXXX-WXX-1", "XXXX-WXX-4", "XXXX-02-27", "XXXX-03"))),
                published=published,
                factuality=draw(st.sampled_from(tuple(Factuality))),
                themes=draw(st.frozensets(st.sampled_from(("bridge", "vote")))),
                quantities=tuple(draw(figures)),
                context=context,
                company=company,
                lead=lead,
                background=draw(st.booleans()),
                is_noun=draw(st.booleans()),
                sentence=sentence,
                doers=draw(words),
                others=draw(words),
                around=around,
            )
            found.append(slots)
    return found


@given(articles(1), articles(2), articles(3))
def test_pairs_are_measured_together_as_they_are_one_by_one(
    mine: list[EventSlots], theirs: list[EventSlots], others: list[EventSlots]
) -> None:
    pairs = [
        (one, other, near)
        for side in (theirs, others)
        for near in [Nearness.of(terms_of(mine), terms_of(side))]
        for one, other in product(mine, side)
    ]
    plainly = np.array([one_by_one.features(*pair) for pair in pairs], dtype=np.float32)
    np.testing.assert_allclose(look(pairs), plainly, rtol=1e-6, atol=1e-7)


@given(articles(1), articles(2))
def test_two_mentions_are_weighed_alike_from_either_side(mine: list[EventSlots], theirs: list[EventSlots]) -> None:
    for one, other in product(mine, theirs):
        assert probability(weigh(one, other)) == pytest.approx(probability(weigh(other, one)))
        assert is_grounded(one, other) == is_grounded(other, one)
        assert are_apart(one, other) == are_apart(other, one)
        assert may_be_of_one_time(one, other) == may_be_of_one_time(other, one)


@given(articles(1), articles(2))
def test_the_same_pairs_are_compared_in_the_same_order(mine: list[EventSlots], theirs: list[EventSlots]) -> None:
    assert list(pairs_between(mine, theirs)) == list(one_by_one.pairs_between(mine, theirs))


@given(articles(1))
def test_within_an_article_those_are_compared_that_may_be_one(mine: list[EventSlots]) -> None:
    found = comparable(mine, mine)
    for (row, one), (column, other) in product(enumerate(mine), repeat=2):
        shared = one_by_one.shared_weight(one, other)
        assert found[row, column] == one_by_one.is_comparable(one, other, shared)


def test_no_pairs_are_no_rows() -> None:
    assert len(look([])) == 0

"""Which event a mention reports: it joins, founds, or is left alone, and the reader's word binds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.linking.clusters import JOINS, assign
from articles.model import EventSlots

LIKELY, UNLIKELY = JOINS + 0.2, JOINS - 0.2
FIRST, SECOND, THIRD = (9, 0), (9, 1), (9, 2)
MINE = tuple(EventSlots(article, index, "strike", "strike") for article, index in (FIRST, SECOND, THIRD))
OLD, OLDER = (1, 0), (2, 0)


def test_a_mention_joins_the_known_event_that_it_is_likeliest_of() -> None:
    chances = {(FIRST, OLD): LIKELY, (FIRST, OLDER): LIKELY + 0.1, (SECOND, OLD): UNLIKELY}
    assert assign(MINE, chances, {OLD: 70, OLDER: 80}) == (80, -2, -3)


def test_mentions_of_one_article_found_an_event_together() -> None:
    first, second, third = assign(MINE, {(FIRST, SECOND): LIKELY}, {})
    assert first == second < 0
    assert third not in (first, second)


def test_what_two_mentions_have_in_common_counts_for_both() -> None:
    chances = {(FIRST, SECOND): 0.9, (FIRST, OLD): 0.9, (SECOND, OLD): UNLIKELY}
    assert assign(MINE, chances, {OLD: 70})[:2] == (70, 70)


def test_an_event_of_many_reports_is_joined_only_where_most_agree() -> None:
    reports = {(number, 0): 70 for number in range(1, 6)}
    assert assign(MINE, {(FIRST, (1, 0)): 0.9}, reports)[0] < 0
    assert assign(MINE, dict.fromkeys(((FIRST, report) for report in reports), LIKELY), reports)[0] == 70


def test_known_events_never_become_one() -> None:
    chances = {(FIRST, OLD): 0.9, (FIRST, OLDER): 0.9, (SECOND, OLDER): 0.9, (FIRST, SECOND): 0.9}
    assert set(assign(MINE, chances, {OLD: 70, OLDER: 80})[:2]) <= {70, 80}


def test_the_reader_s_word_binds() -> None:
    together = {frozenset({FIRST, OLD}): True}
    assert assign(MINE, {}, {OLD: 70}, together)[0] == 70
    apart = {frozenset({FIRST, OLD}): False}
    assert assign(MINE, {(FIRST, OLD): 0.99}, {OLD: 70}, apart)[0] < 0


def test_what_is_not_the_same_stays_apart_whatever_joins_it() -> None:
    apart = {frozenset({FIRST, OLD}): False}
    chances = {(FIRST, SECOND): 0.9, (SECOND, OLD): 0.8, (FIRST, OLD): 0.8}
    first, second, _ = assign(MINE, chances, {OLD: 70}, apart)
    assert (first, second) != (70, 70)
    assert first != 70


@given(st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_every_mention_gets_one_event_and_new_ones_are_negative(drawn: list[float]) -> None:
    pairs = [(FIRST, SECOND), (FIRST, THIRD), (SECOND, THIRD), (FIRST, OLD), (SECOND, OLD), (THIRD, OLD)]
    events = assign(MINE, dict(zip(pairs, drawn, strict=True)), {OLD: 70})
    assert len(events) == len(MINE)
    assert all(event == 70 or event < 0 for event in events)

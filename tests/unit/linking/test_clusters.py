"""Which event a mention reports: it joins, founds or is left alone; events merge and part; the reader's word binds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from articles.linking.clusters import JOINS, KEPT, Mention, Neighbourhood, assign, kept_pairs
from articles.model import EventSlots

LIKELY, UNLIKELY = JOINS + 0.2, JOINS - 0.2
FIRST, SECOND, THIRD = (9, 0), (9, 1), (9, 2)
MINE = tuple(EventSlots(article, index, "strike", "strike") for article, index in (FIRST, SECOND, THIRD))
OLD, OLDER, OLDEST = (1, 0), (2, 0), (3, 0)


def events_of(
    chances: Mapping[tuple[Mention, Mention], float],
    known: Mapping[Mention, int],
    rulings: Mapping[frozenset[Mention], bool] | None = None,
) -> tuple[int, ...]:
    return assign(MINE, chances, Neighbourhood(known, held=known), rulings).events


def test_a_mention_joins_the_known_event_that_it_is_likeliest_of() -> None:
    chances = {(FIRST, OLD): UNLIKELY, (FIRST, OLDER): LIKELY + 0.1, (SECOND, OLD): UNLIKELY}
    first, second, third = events_of(chances, {OLD: 70, OLDER: 80})
    assert first == 80
    assert second < 0
    assert third < 0
    assert second != third


def test_mentions_of_one_article_found_an_event_together() -> None:
    first, second, third = events_of({(FIRST, SECOND): LIKELY}, {})
    assert first == second < 0
    assert third not in (first, second)


def test_what_two_mentions_have_in_common_counts_for_both() -> None:
    chances = {(FIRST, SECOND): 0.9, (FIRST, OLD): 0.9, (SECOND, OLD): UNLIKELY}
    assert events_of(chances, {OLD: 70})[:2] == (70, 70)


def test_an_event_of_many_reports_is_joined_only_where_most_agree() -> None:
    reports = {(number, 0): 70 for number in range(1, 6)}
    assert events_of({(FIRST, (1, 0)): 0.9}, reports)[0] < 0
    assert events_of(dict.fromkeys(((FIRST, report) for report in reports), LIKELY), reports)[0] == 70


def test_two_events_become_one_where_a_third_report_tells_of_both_and_the_larger_goes_on() -> None:
    known = Neighbourhood(
        {OLD: 80, OLDER: 70, OLDEST: 80}, {(OLD, OLDEST): 0.9, (OLD, OLDER): 0.3, (OLDER, OLDEST): 0.3}
    )
    chances = {(FIRST, mention): 0.9 for mention in (OLD, OLDER, OLDEST)}
    found = assign(MINE, chances, known)
    assert found.events[0] == 80
    assert found.moves == {OLDER: 80}


def test_an_event_parts_where_what_held_it_together_is_likelier_another() -> None:
    known = Neighbourhood({OLD: 70, OLDER: 70}, {(OLD, OLDER): JOINS})
    found = assign(MINE[:2], {(FIRST, OLD): 0.95, (SECOND, OLDER): 0.95}, known)
    assert found.events[0] != found.events[1]
    assert len(found.moves) == 1


def test_an_event_of_which_no_pairs_were_kept_stays_together() -> None:
    known = {(number, 0): 70 for number in range(1, 9)}
    event_of = dict(known)
    kept: dict[tuple[Mention, Mention], float] = {}
    for article in range(9, 14):
        chances = {((article, 0), mention): LIKELY for mention in event_of}
        mine = (EventSlots(article, 0, "strike", "strike"),)
        found = assign(mine, chances, Neighbourhood(event_of, kept, known))
        assert (found.events, found.moves) == ((70,), {})
        event_of[article, 0] = 70
        kept |= chances


def test_the_reader_s_word_binds() -> None:
    together = {frozenset({FIRST, OLD}): True}
    assert events_of({}, {OLD: 70}, together)[0] == 70
    apart = {frozenset({FIRST, OLD}): False}
    assert events_of({(FIRST, OLD): 0.99}, {OLD: 70}, apart)[0] < 0


def test_what_is_not_the_same_stays_apart_whatever_joins_it() -> None:
    apart = {frozenset({FIRST, OLD}): False}
    chances = {(FIRST, SECOND): 0.9, (SECOND, OLD): 0.8, (FIRST, OLD): 0.8}
    first, second, _ = events_of(chances, {OLD: 70}, apart)
    assert (first, second) != (70, 70)
    assert first != 70


@given(st.permutations((OLD, OLDER, OLDEST)))
def test_what_is_not_the_same_stays_apart_though_both_are_the_same_as_a_third(mentions: list[Mention]) -> None:
    one, other, third = mentions
    told = {frozenset({one, other}): True, frozenset({one, third}): True, frozenset({other, third}): False}
    known = {OLD: 70, OLDER: 80, OLDEST: 90}
    event_of = {**known, **assign((), {}, Neighbourhood(known), told).moves}
    assert event_of[other] != event_of[third]
    assert event_of[one] in (event_of[other], event_of[third])


def test_unlikely_pairs_are_not_kept() -> None:
    assert kept_pairs({(FIRST, OLD): KEPT, (FIRST, OLDER): KEPT / 2}) == {(FIRST, OLD): KEPT}


MENTIONS = [(article, index) for article in (1, 2, 3) for index in (0, 1)]
PAIRS = list(combinations(MENTIONS, 2))
drawn_chances = st.lists(st.floats(0, 1), min_size=len(PAIRS), max_size=len(PAIRS))
drawn_rulings = st.dictionaries(st.sampled_from(PAIRS).map(frozenset), st.booleans(), max_size=3)


@given(drawn_chances, drawn_rulings)
def test_one_by_one_comes_out_as_all_at_once(drawn: list[float], rulings: dict[frozenset[Mention], bool]) -> None:
    chances = kept_pairs(dict(zip(PAIRS, drawn, strict=True)))
    everything = tuple(EventSlots(article, index, "strike", "strike") for article, index in MENTIONS)
    at_once = dict(zip(MENTIONS, assign(everything, chances, Neighbourhood(), rulings).events, strict=True))
    event_of: dict[Mention, int] = {}
    for article in (1, 2, 3):
        mine = tuple(each for each in everything if each.article == article)
        known = {pair: chance for pair, chance in chances.items() if event_of.keys() >= set(pair)}
        new = {
            pair: chance
            for pair, chance in chances.items()
            if max(pair)[0] == article and all(mention[0] <= article for mention in pair)
        }
        found = assign(mine, new, Neighbourhood(event_of, known), rulings)
        own = dict(zip(((each.article, each.index) for each in mine), found.events, strict=True))
        joined = {**event_of, **found.moves, **own}
        numbers = {event: 100 * article - event if event < 0 else event for event in joined.values()}
        event_of = {mention: numbers[event] for mention, event in joined.items()}
    assert _partition(event_of) == _partition(at_once)
    again = assign((), {}, Neighbourhood(event_of, chances), rulings)
    assert again.moves == {}


def _partition(event_of: Mapping[Mention, int]) -> set[frozenset[Mention]]:
    members: defaultdict[int, set[Mention]] = defaultdict(set)
    for mention, event in event_of.items():
        members[event].add(mention)
    return {frozenset(found) for found in members.values()}

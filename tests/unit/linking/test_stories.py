"""Articles in stories by the events that they share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.linking.stories import grouped


def test_articles_that_report_the_same_events_are_one_story() -> None:
    assert grouped([1, 2, 3, 4], {1: [10, 11], 2: [20, 21], 3: [10, 11], 4: [20]}) == ((1, 3), (2, 4))


def test_an_article_without_a_shared_event_stands_alone() -> None:
    assert grouped([1, 2, 3], {1: [10], 3: [30]}) == ((1,), (2,), (3,))


def test_one_article_that_tells_of_two_things_does_not_make_one_story_of_both() -> None:
    floods = {number: [10, 11, 12, 13] for number in range(1, 5)}
    strikes = {number: [20, 21, 22, 23] for number in range(5, 9)}
    review = {9: [10, 11, 20]}
    found = grouped(range(1, 10), {**floods, **strikes, **review})
    assert sorted(map(set, found), key=min) == [{1, 2, 3, 4, 9}, {5, 6, 7, 8}]


def test_what_everybody_reports_says_nothing_of_a_story() -> None:
    everybody = range(1, 121)
    assert len(grouped(everybody, {number: [1] for number in everybody})) == len(everybody)


def test_an_event_that_few_report_counts_more_than_one_that_many_do() -> None:
    many = {number: [1] for number in range(10, 60)}
    found = grouped([1, 2, *many], {1: [1, 7], 2: [7], **many})
    assert (1, 2) in [story[:2] for story in found]


@given(st.dictionaries(st.integers(1, 12), st.lists(st.integers(1, 8), max_size=4), max_size=12))
def test_every_article_is_in_one_story_and_order_is_kept(reports: dict[int, list[int]]) -> None:
    articles = list(reports)
    found = grouped(articles, reports)
    assert sorted(article for story in found for article in story) == sorted(articles)
    place = {article: number for number, article in enumerate(articles)}
    firsts = [place[story[0]] for story in found]
    assert firsts == sorted(firsts)
    assert all([place[each] for each in story] == sorted(place[each] for each in story) for story in found)

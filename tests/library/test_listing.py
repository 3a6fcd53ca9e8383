"""Lists: their order, what queries select, and that every query is answered from an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.errors import LibraryError, QueryError
from articles.library import SORTS, Library
from articles.library.listing import select_ids
from articles.model import Basis, Published
from articles.query import Condition, Field, Query, of_articles, parse, where
from tests.bench.synthetic import synthetic_library
from tests.library.building import RETRIEVED_AT, add, annotate, article, raw, stated

NEAR_ARRIVAL = st.integers(-3000, 3000).map(lambda minutes: RETRIEVED_AT + timedelta(minutes=minutes))
DATES = st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2026, 1, 1)), NEAR_ARRIVAL)


def published(chosen: date | datetime | None) -> Published:
    if chosen is None:
        return Published()
    if isinstance(chosen, datetime):
        return Published(chosen.date(), basis=Basis.STATED, moment=chosen)
    return Published(chosen, basis=Basis.STATED)


def listed(chosen: date | datetime | None) -> datetime:
    """The minute by which an article is listed."""
    if chosen is None:
        return RETRIEVED_AT
    if isinstance(chosen, datetime):
        return chosen
    return datetime(chosen.year, chosen.month, chosen.day, tzinfo=UTC)


@given(st.lists(DATES, max_size=20))
@settings(max_examples=25, deadline=None)
def test_lists_are_in_the_order_of_a_full_sort(dates: list[date | datetime | None]) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "library") as library:
        for number, chosen in enumerate(dates, 1):
            library.store_article(raw(number), article(published=published(chosen)))
        numbers = range(1, len(dates) + 1)
        newest_first = sorted(numbers, key=lambda number: (listed(dates[number - 1]), number), reverse=True)
        assert list(library.ids()) == newest_first
        assert list(library.ids(sort="oldest")) == newest_first[::-1]
        assert list(library.ids(limit=3)) == newest_first[:3]
        assert [row.id for row in library.rows(newest_first)] == newest_first


def test_an_article_without_a_date_is_listed_where_it_arrived(library: Library) -> None:
    before = add(library, 1, published=stated(2025, 5, 31))
    undated = add(library, 2)
    after = add(library, 3, published=stated(2025, 6, 2))
    assert list(library.ids()) == [after, undated, before]


def test_the_other_orders(library: Library) -> None:
    add(library, 1, title="beta", outlet="Zebra", published=stated(2024, 1, 1))
    add(library, 2, title="Alpha", outlet="apple", published=stated(2023, 1, 1))
    add(library, 3, title="gamma", outlet="Apple", published=stated(2022, 1, 1))
    assert list(library.ids(sort="title")) == [2, 1, 3]
    assert list(library.ids(sort="source")) == [2, 3, 1]
    assert list(library.ids(sort="added")) == [3, 2, 1]
    assert list(library.ids(sort="relevance")) == [1, 2, 3]


def test_relevance_puts_what_says_the_words_most_often_first(library: Library) -> None:
    library.store_article(raw(1), article("Weather", "The bridge is one of many things in a long text about rain"))
    library.store_article(raw(2), article("Bridge", "bridge bridge bridge"))
    assert list(library.ids(parse("bridge"), sort="relevance")) == [2, 1]
    assert list(library.ids(parse("bridge -weather"), sort="relevance")) == [2]


def test_an_order_that_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(LibraryError, match="no order size"):
        library.ids(sort="size")


def test_rows_that_are_not_there_are_left_out(library: Library) -> None:
    add(library, 1)
    assert [row.id for row in library.rows([9, 1, 1])] == [1, 1]


@pytest.fixture
def filled(library: Library) -> Library:
    library.store_article(
        raw(1),
        article(
            "Bridge opens in Cádiz", "The mayor’s new Jong-un bridge", outlet="Courier", published=stated(2024, 3, 1)
        ),
    )
    library.store_article(
        raw(2), article("Harbour", "A bridge far off", outlet="The Lantern", published=stated(2024, 4, 1))
    )
    library.store_article(raw(3), article("Rain", "No news", outlet="Courier"))
    library.tags.add([1], "north")
    library.set_read([2], True)
    library.set_starred([3], True)
    return library


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3]),
        ("bridge", [1, 2]),
        ("BRIDGE", [1, 2]),
        ("cadiz", [1]),
        ("brid*", [1, 2]),
        ('"new jong un bridge"', [1]),
        ('"bridge new"', []),
        ("mayor's", [1]),
        ("bridge -harbour", [1]),
        ("-bridge", [3]),
        ("title:bridge", [1]),
        ("body:harbour", []),
        ("source:courier", [1, 3]),
        ('source:"the lantern"', [2]),
        ("rain OR harbour", [2, 3]),
        ("courier rain OR bridge", [1, 3]),
        ("rain OR tag:north", [1, 3]),
        ("rain OR -bridge", [3]),
        ("tag:north", [1]),
        ("-tag:north", [2, 3]),
        ("tag:unknown", []),
        ("is:unread", [1, 3]),
        ("is:read", [2]),
        ("is:starred", [3]),
        ("is:undated", [3]),
        ("-is:starred", [1, 2]),
        ("is:waiting", [1, 2, 3]),
        ("is:failed", []),
        ("is:differs", []),
        ("after:2024-03-01", [1, 2]),
        ("after:2024-03-02", [2]),
        ("before:2024-04-01", [1]),
        ("-after:2024", [3]),
        ("id:2", [2]),
        ("id:2 OR id:3", [2, 3]),
        ("AND NOT NEAR(", []),
        ("bridge ) ( * ^ ' ; --", [1, 2]),
    ],
)
def test_what_queries_select(filled: Library, text: str, expected: list[int]) -> None:
    assert sorted(filled.ids(parse(text))) == expected
    assert sorted(filled.ids(parse(text), sort="relevance")) == expected


def test_names_and_events_are_found_once_an_article_is_annotated(library: Library) -> None:
    for number in (1, 2):
        add(library, number)
    annotate(library, 1)
    assert list(library.ids(parse("person:ruiz"))) == [1]
    assert list(library.ids(parse('person:"ana ruiz"'))) == [1]
    assert list(library.ids(parse("place:cadiz"))) == [1]
    assert list(library.ids(parse("org:ruiz"))) == []
    assert list(library.ids(parse("entity:cadiz"))) == [1]
    assert list(library.ids(parse("entity:#1"))) == [1]
    assert list(library.ids(parse("event:opening"))) == [1]
    assert list(library.ids(parse("event:#1"))) == [1]
    assert list(library.ids(parse("-person:ruiz"))) == [2]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library that a whole module's searches can share."""
    with Library.open(synthetic_library(tmp_path_factory.mktemp("searched") / "library", 400, mentions=2)) as library:
        yield library


@given(st.text(max_size=60), st.sampled_from(["", "title:", "tag:", "person:", "event:", "after:", "is:", "-", '"']))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_a_search(searched: Library, text: str, prefix: str) -> None:
    for is_unfinished in (False, True):
        try:
            query = parse(prefix + text, is_unfinished=is_unfinished)
        except QueryError:
            continue
        searched.ids(query, limit=5)
        searched.ids(query, sort="relevance", limit=5)
        searched.entities(query, limit=2)
        searched.events(query, limit=2)


def test_a_query_may_name_any_number_of_articles(searched: Library) -> None:
    named = range(1, 3001)
    assert sorted(searched.ids(of_articles(named), is_folded=False)) == list(range(1, 401))
    assert sorted(searched.ids(of_articles(named) & parse("-id:3 id:3 OR id:4"), is_folded=False)) == [4]


WALK = re.compile("SCAN (article|tag|entity|event|article_tag|article_entity|event_mention)( |$)")


def plan(library: Library, text: str, sort: str) -> list[str]:
    sql, values = select_ids(parse(text), sort)
    return [row[3] for row in library._connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.mark.parametrize("sort", sorted(set(SORTS) - {"relevance"}))
def test_each_order_of_everything_is_read_from_an_index_alone(searched: Library, sort: str) -> None:
    steps = plan(searched, "", sort)
    assert len(steps) == 1
    assert "COVERING INDEX" in steps[0] or sort == "added"


@pytest.mark.parametrize("sort", ["published", "title", "relevance"])
@pytest.mark.parametrize(
    "text",
    [
        "bridge",
        "brid* OR harbour",
        "title:bridge -contract",
        "tag:harbour",
        "tag:har*",
        "person:person",
        "entity:#3",
        "event:strike",
        "event:#3",
        "feed:courier",
        "feed:#3",
        "id:7",
        "id:7 OR id:9",
        "bridge tag:harbour after:2020",
    ],
)
def test_no_search_walks_through_all_articles(searched: Library, text: str, sort: str) -> None:
    steps = plan(searched, text, sort)
    assert any(step.startswith("SEARCH article USING") for step in steps), steps
    assert not [
        step for step in steps if re.match("SCAN (article|tag|entity|event|article_tag|event_mention)( |$)", step)
    ]


@pytest.mark.parametrize("text", ["after:2020-01-01", "before:2020-01-01", "after:2020-01-01 before:2020-03-01"])
def test_dates_are_a_stretch_of_the_index(searched: Library, text: str) -> None:
    assert plan(searched, text, "published")[0].startswith("SEARCH article USING COVERING INDEX article_by_listed")


@pytest.mark.parametrize(
    "condition", ["unread", "read", "starred", "differs", "undated", "waiting", "failed", "summary"]
)
def test_states_have_an_index_of_their_own(searched: Library, condition: str) -> None:
    steps = plan(searched, f"is:{condition}", "published")
    assert len(steps) == 1
    assert "COVERING INDEX article_by" not in steps[0]
    assert "COVERING INDEX article_" in steps[0]


def test_every_field_and_condition_has_a_translation(library: Library) -> None:
    add(library, 1)
    values = {Field.AFTER: "2020-01-01", Field.BEFORE: "2020-01-01", Field.ID: "1", Field.IS: "read"}
    for field in Field:
        assert len(library.ids(where(field, values.get(field, "nothing")))) <= 1
    for condition in Condition:
        assert len(library.ids(where(Field.IS, condition))) <= 1
    assert list(library.ids(where(Field.IS, "unread") & where(Field.ID, 1))) == [1]
    assert list(library.ids(Query())) == [1]

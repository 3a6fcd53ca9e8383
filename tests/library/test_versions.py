"""Articles with the same text: put together as they are stored, folded in lists, taken apart again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.errors import NotFoundError
from articles.library import Library
from articles.library.folding import Hidden, folded
from articles.library.listing import select_ids
from articles.model import Article
from articles.query import Query, parse
from tests.bench.synthetic import synthetic_library
from tests.library.building import article, raw, stated
from tests.unit.linking.test_duplicates import OTHER, REPORT


def report(outlet: str, *paragraphs: str, day: int = 1) -> Article:
    return article("Dredging to begin", *(paragraphs or REPORT), outlet=outlet, published=stated(2024, 3, day))


def add(library: Library, *articles: Article) -> list[int]:
    first = library.counts().articles + 1
    return [library.store_article(raw(number), each).id for number, each in enumerate(articles, first)]


@pytest.fixture
def copied(library: Library) -> Library:
    """A report (1), another one (2), a shortened copy of the first (3) and one under another masthead (4)."""
    add(
        library,
        report("Wire", day=1),
        article("Grain", *OTHER, outlet="Wire", published=stated(2024, 3, 2)),
        report("Ledger", *REPORT[:2], day=3),
        report("Echo", *REPORT[:4], "Nothing is known yet of the price of tugs.", day=4),
    )
    return library


def test_copies_are_put_together_as_they_are_stored(copied: Library) -> None:
    assert [row.id for row in copied.versions.of(4)] == [1, 3, 4]
    assert [row.versions for row in copied.rows([1, 2, 3, 4])] == [3, 1, 3, 3]
    assert copied.row(2).shown == copied.row(2).group == 0
    assert {copied.row(each).shown for each in (1, 3, 4)} == {1}


def test_a_list_shows_one_of_them_and_all_on_demand(copied: Library) -> None:
    assert list(copied.ids()) == [2, 1]
    assert list(copied.ids(is_folded=False)) == [4, 3, 2, 1]
    assert list(copied.ids(limit=1)) == [2]
    for sort in ("title", "source", "added", "oldest", "related", "relevance"):
        assert sorted(copied.ids(sort=sort)) == [1, 2]


def test_what_is_unfolded_stands_below_the_one_shown_and_is_remembered(library_path: Path, copied: Library) -> None:
    assert copied.versions.set_unfolded(4, True)
    assert not copied.versions.set_unfolded(1, True)
    with Library.open(library_path) as again:
        assert list(again.ids()) == [2, 1, 4, 3]
        assert list(again.ids(parse("harbour"))) == [1, 4, 3]
        assert again.row(3).is_unfolded
        assert again.versions.set_unfolded(3, False)
    assert list(copied.ids()) == [2, 1]


def test_unfolding_what_has_no_versions_changes_nothing(copied: Library) -> None:
    assert not copied.versions.set_unfolded(2, True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("source:ledger", [3]),
        ("tugs", [4]),
        ("mussel", [1]),
        ("harbour", [1]),
        ("-mussel", [3, 2]),
        ("is:unread", [2, 1]),
        ("is:starred", [3]),
        ("tag:keep", [4]),
        ("id:3 OR id:4", [4]),
        ("before:2024-03-04", [2, 1]),
        ("after:2024-03-03", [4]),
    ],
)
def test_a_query_that_finds_a_hidden_one_alone_shows_that(copied: Library, query: str, expected: list[int]) -> None:
    copied.set_starred([3], True)
    copied.tags.add([4], "keep")
    assert list(copied.ids(parse(query))) == expected


def test_a_read_one_does_not_hide_an_unread_version(copied: Library) -> None:
    copied.set_read([1], True)
    assert list(copied.ids(parse("is:unread"))) == [4, 2]


def test_another_text_leaves_its_group_and_what_it_alone_held_together_falls_apart(library: Library) -> None:
    whole = (*REPORT, *OTHER)
    add(library, report("Wire", *REPORT), report("Echo", *whole), report("Post", *whole[:7]))
    library.versions.set_unfolded(1, True)
    assert len(library.versions.of(1)) == 3
    library.replace_article(1, article("Grain", *OTHER))
    assert [row.id for row in library.versions.of(1)] == [1]
    assert [row.id for row in library.versions.of(2)] == [2, 3]
    assert library.row(3).is_unfolded
    library.replace_article(1, report("Wire", *REPORT))
    assert len(library.versions.of(1)) == 3


def test_a_bridge_joins_two_groups(library: Library) -> None:
    middle = (*REPORT, *OTHER[:2])
    first, second = report("A", *REPORT[:4]), report("C", *REPORT[2:], *OTHER)
    add(library, first, second)
    assert len(library.versions.of(1)) == 1
    library.versions.set_unfolded(1, True)
    add(library, report("B", *middle))
    assert len(library.versions.of(1)) == 3
    assert len({row.group for row in library.versions.of(1)}) == 1


def test_a_general_beginning_does_not_join_the_reports_that_have_it(library: Library) -> None:
    lead = "The following offerings of securities were filed with the commission in the course of the past week:"
    bodies = [
        "Alder Foods, 25 million shares through Voss and Haro at a price that is to be set in May. " * 2,
        "Bright Rail, 80 million crowns of notes due 2031 by way of the Inland Bank of Valdoria. " * 2,
        "Cape Sorrow Mussels, 4 million preferred shares for a new hatchery and two boats. " * 2,
    ]
    add(library, article("Filings", lead), *(article("Filings", f"{lead} {body}") for body in bodies))
    groups = [row.group for row in library.rows([2, 3, 4])]
    assert sum(group != 0 for group in groups) <= 1


def test_the_reader_can_take_one_out_for_good_and_let_it_back_in(copied: Library) -> None:
    assert copied.versions.set_apart(3, True)
    assert not copied.versions.set_apart(3, True)
    assert list(copied.ids()) == [3, 2, 1]
    add(copied, report("Post", *REPORT[:3], day=5))
    assert [row.id for row in copied.versions.of(3)] == [3]
    copied.replace_article(3, report("Ledger", *REPORT[:3], day=3))
    assert [row.id for row in copied.versions.of(3)] == [3]
    assert copied.versions.set_apart(3, False)
    assert [row.id for row in copied.versions.of(3)] == [1, 3, 4, 5]


def test_what_is_not_there_has_no_versions(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.versions.of(7)
    with pytest.raises(NotFoundError):
        library.versions.set_apart(7, True)


def test_what_an_older_broadsheet_stored_is_compared_later(copied: Library) -> None:
    for table in ("text_signature", "text_band", "same_text", "version", "version_group"):
        copied._connection.run(f"DELETE FROM {table}")
    copied._connection.run("UPDATE article SET signed_by = 0, is_hidden = 0")
    assert copied.counts().unsigned == 4
    assert list(copied.ids()) == [4, 3, 2, 1]
    for identity in copied.versions.unsigned():
        copied.versions.sign(identity)
    assert copied.counts().unsigned == 0
    assert list(copied.ids()) == [2, 1]


def test_the_order_in_which_articles_come_does_not_matter(library: Library) -> None:
    articles = [report("Wire", day=1), report("Ledger", *REPORT[:3], day=2), report("Echo", *REPORT, OTHER[0], day=3)]
    add(library, *articles)
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "library") as other:
        add(other, *reversed(articles))
        assert [row.outlet for row in other.versions.of(1)] == [row.outlet for row in library.versions.of(1)]
        shown = [opened.row(opened.row(1).shown).outlet for opened in (library, other)]
    assert shown[0] == shown[1]


def test_a_thousand_pages_that_say_the_same_are_stored_at_once(library: Library) -> None:
    page = "You cannot read this page because your browser does not run scripts. Turn them on and load the page again."
    add(library, *(article("No scripts", page) for _ in range(200)))
    assert len(library.versions.of(1)) == 200
    assert len(library.ids()) == 1


def test_a_folded_list_is_read_from_an_index_alone(tmp_path: Path) -> None:
    with Library.open(synthetic_library(tmp_path / "library", 400, versions=3)) as library:
        for sort in ("published", "oldest", "added", "title", "source", "related"):
            sql, values = select_ids(Query(), sort, without_hidden=True)
            steps = [row[3] for row in library._connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
            assert len(steps) == 1
            assert "COVERING INDEX article_by_" in steps[0], (sort, steps)


GROUPS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=24)


@given(GROUPS, st.sets(st.integers(0, 4)))
@settings(max_examples=200)
def test_folding_loses_no_text_and_lists_nothing_twice(members: Sequence[tuple[int, bool]], unfolded: set[int]) -> None:
    """Each article is of group 1 to 4, or of none for 0, and is in the list or not."""
    group_of = {number: group for number, (group, _) in enumerate(members, 1)}
    listed = [number for number, (_, is_listed) in enumerate(members, 1) if is_listed]
    first = {group: min(each for each in group_of if group_of[each] == group) for group in set(group_of.values())}
    hidden = {
        each: Hidden(first[group], group in unfolded)
        for each, group in group_of.items()
        if group and each != first[group]
    }
    found = list(folded(listed, hidden))
    assert len(found) == len(set(found))
    assert set(found) <= set(listed)
    assert {group_of[each] or -each for each in found} == {group_of[each] or -each for each in listed}
    for group in set(group_of.values()) - {0}:
        count = sum(group_of[each] == group for each in found)
        assert count == (sum(group_of[each] == group for each in listed) if group in unfolded else min(count, 1))
        places = [place for place, each in enumerate(found) if group_of[each] == group]
        assert not places or places[-1] - places[0] == len(places) - 1
        if first[group] in listed:
            assert found[places[0]] == first[group]
    tidied = {each: replace(behind, is_unfolded=False) for each, behind in hidden.items()}
    once = folded(listed, tidied)
    assert folded(once, tidied) == once

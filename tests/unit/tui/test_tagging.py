"""What the tag picker suggests, and what marks do to a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import ArticleRow, TagCount
from tui.marking import Mark, MarkChange
from tui.tagging import TagChoice, choice, suggestions

TAGS = (TagCount("ports", 9), TagCount("polar research", 4), TagCount("Évora", 2), TagCount("report", 1))


def names(typed: str, *, on: tuple[str, ...] = (), recent: tuple[str, ...] = ()) -> list[str]:
    return [each.name for each in suggestions(TAGS, on=bearing(*on), recent=recent, typed=typed)]


def bearing(*tags: str) -> tuple[TagCount, ...]:
    return tuple(TagCount(tag, 1) for tag in tags)


def test_while_nothing_is_typed_recent_tags_come_first_with_digits() -> None:
    offered = suggestions(TAGS, on=(), recent=("report",), typed="")
    assert [(each.name, each.digit) for each in offered][:2] == [("report", 1), ("ports", 0)]


def test_what_begins_so_comes_before_a_new_tag_and_that_before_what_holds_it() -> None:
    assert names("por") == ["ports", "por", "report", "polar research"]
    assert names("res") == ["polar research", "res"]


def test_an_exact_name_makes_no_new_tag_whatever_its_case_and_accents() -> None:
    assert names("evora") == ["Évora"]


def test_letters_in_their_order_find_a_tag_last() -> None:
    assert names("plre") == ["plre", "polar research"]
    assert names("ropo") == ["ropo"]


def test_a_tag_that_only_some_of_several_articles_bear_goes_on_all() -> None:
    borne = (TagCount("report", 3), TagCount("ports", 2))
    offered = suggestions(TAGS, on=borne, of=3, recent=("report", "ports"), typed="")
    assert [(each.name, each.on, each.is_on) for each in offered[:2]] == [("report", 3, True), ("ports", 2, False)]
    assert [choice("", each) for each in offered[:2]] == [TagChoice("report", is_set=False), TagChoice("ports")]


def test_after_a_hyphen_only_tags_of_the_article_are_offered() -> None:
    assert names("-", on=("report",)) == ["report"]
    assert names("-po", on=("report", "ports")) == ["ports", "report"]
    assert names("-new", on=("report",)) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", TagChoice("ports", is_set=False)),
        ("ports", TagChoice("ports")),
        ("-ports", TagChoice("ports", is_set=False)),
    ],
)
def test_a_tag_that_is_on_goes_off_unless_its_name_was_typed(typed: str, expected: TagChoice) -> None:
    assert choice(typed, suggestions(TAGS, on=bearing("ports"), recent=(), typed=typed)[0]) == expected


rows = st.builds(
    ArticleRow,
    id=st.just(1),
    title=st.just("Title"),
    outlet=st.just(""),
    is_read=st.booleans(),
    is_starred=st.booleans(),
    tags=st.sampled_from([(), ("ports",), ("polar", "ports")]),
)
changes = st.builds(
    MarkChange, st.sampled_from(Mark), st.just((1,)), st.booleans(), st.sampled_from(["ports", "Ports", "new"])
)


@given(rows, changes)
def test_a_change_once_made_changes_nothing_more(row: ArticleRow, change: MarkChange) -> None:
    assert not change.changes(change.on(row))


@given(rows, changes)
def test_undoing_a_change_that_changed_something_restores_the_row(row: ArticleRow, change: MarkChange) -> None:
    if change.changes(row) and change.tag != "Ports":
        assert change.inverse.on(change.on(row)) == row

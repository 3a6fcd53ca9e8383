"""The query language."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.errors import QueryError
from articles.query import Field, Query, Term, parse, where

TODAY = date(2024, 3, 5)


def one(text: str) -> Term:
    """The only term of a query."""
    ((term,),) = parse(text, today=TODAY).clauses
    return term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("parade", Term(Field.TEXT, "parade")),
        ("-parade", Term(Field.TEXT, "parade", is_negated=True)),
        ('"Red  Square"', Term(Field.TEXT, "Red Square")),
        ('-"Red Square"', Term(Field.TEXT, "Red Square", is_negated=True)),
        ("weap*", Term(Field.TEXT, "weap", is_prefix=True)),
        ('"Red Squ"*', Term(Field.TEXT, "Red Squ", is_prefix=True)),
        ("Jong-un", Term(Field.TEXT, "Jong-un")),
        ('title:"Red Square"', Term(Field.TITLE, "Red Square")),
        ("-title:red", Term(Field.TITLE, "red", is_negated=True)),
        ("Body:red", Term(Field.BODY, "red")),
        ("tag:korea", Term(Field.TAG, "korea")),
        ('person:"Kim Jong Un"', Term(Field.PERSON, "Kim Jong Un")),
        ("org:TASS", Term(Field.ORGANISATION, "TASS")),
        ("place:Cádiz", Term(Field.PLACE, "Cádiz")),
        ("entity:#7", Term(Field.ENTITY, "#7")),
        ("event:parade", Term(Field.EVENT, "parade")),
        ("is:Unread", Term(Field.IS, "unread")),
        ("id:12", Term(Field.ID, "12")),
        ("id:#12", Term(Field.ID, "12")),
        ("after:2023-09-04", Term(Field.AFTER, "2023-09-04")),
        ("after:2023-09", Term(Field.AFTER, "2023-09-01")),
        ("before:2023", Term(Field.BEFORE, "2023-01-01")),
        ('after:"4 Sep 2023"', Term(Field.AFTER, "2023-09-04")),
        ('after:"Sept 2023"', Term(Field.AFTER, "2023-09-01")),
        ("after:today", Term(Field.AFTER, "2024-03-05")),
        ("before:yesterday", Term(Field.BEFORE, "2024-03-04")),
        ("http://example.org/a", Term(Field.TEXT, "http://example.org/a")),
        ("10:30", Term(Field.TEXT, "10:30")),
        ("Update:", Term(Field.TEXT, "Update")),
        ('"OR"', Term(Field.TEXT, "OR")),
        ("or", Term(Field.TEXT, "or")),
        ("don't", Term(Field.TEXT, "don't")),
    ],
)
def test_terms(text: str, term: Term) -> None:
    assert one(text) == term


def test_all_terms_must_hold_and_or_joins_the_two_beside_it() -> None:
    a, b, c, d = (Term(Field.TEXT, name) for name in "abcd")
    assert parse("a b OR c d") == Query(((a,), (b, c), (d,)))
    assert parse("a OR b OR c") == Query(((a, b, c),))
    assert parse("a a") == Query(((a,),))


@pytest.mark.parametrize("text", ["", "   ", "- & ;", '""', "*", "()"])
def test_what_asks_for_nothing_holds_for_everything(text: str) -> None:
    assert parse(text) == Query()
    assert not parse(text)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("parade titel:red", "character 8", "no field titel:"),
        ("tag:", "character 1", "needs a value"),
        ("a is:purple", "character 3", "purple"),
        ("a is:", "character 3", "nothing"),
        ("after:sometime", "character 1", "no date"),
        ("after:2023-13", "character 1", "no date"),
        ("before:2023-02-30", "character 1", "no date"),
        ("after:99999999999999999999", "character 1", "no date"),
        ("id:twelve", "character 1", "number"),
        ("id:" + "9" * 30, "character 1", "number"),
        ("entity:#x", "character 1", "number"),
        ('a "open', "character 3", "not closed"),
        ("OR a", "character 1", "OR"),
        ("a OR OR b", "character 6", "OR"),
        ("a OR", "character 3", "OR"),
    ],
)
def test_errors_point_at_the_place(text: str, place: str, what: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert place in caught.value.where
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red squ", "red squ*"),
        ("red squ ", "red squ"),
        ('red "squ', "red squ"),
        ("tag:", ""),
        ("tag:ko", "tag:ko*"),
        ("is:un", ""),
        ("after:2023-1", "after:2023-01-01"),
        ("after:2023-", "after:2023-01-01"),
        ("after:se", ""),
        ("a OR", "a"),
        ("-", ""),
    ],
)
def test_a_query_that_is_being_typed_is_read_as_far_as_it_goes(text: str, expected: str) -> None:
    assert str(parse(text, is_unfinished=True)) == expected


def test_what_comes_before_the_end_is_held_to_be_finished() -> None:
    with pytest.raises(QueryError):
        parse("is:un red", is_unfinished=True)


@given(st.text())
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    for is_unfinished in (False, True):
        with suppress(QueryError):
            query = parse(text, is_unfinished=is_unfinished)
            assert parse(str(query)) == query


PIECES = st.sampled_from(
    ['"', "-", "*", ":", "OR", " ", "title:", "after:", "2023-09", "is:", "unread", "#3", "id:", "a", "é", "\n", "\x00"]
)


@example('"#3"*')
@example('"#a"')
@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_written_out_reads_back_as_the_same_query(text: str) -> None:
    try:
        query = parse(text, today=TODAY)
    except QueryError:
        return
    assert parse(str(query), today=TODAY) == query


def test_queries_join() -> None:
    both = parse("a b") & parse("b tag:c")
    assert str(both) == "a b tag:c"
    assert Query() & both == both


def test_code_can_narrow_by_one_term() -> None:
    assert where(Field.IS, "unread") == parse("is:unread")
    assert where(Field.TAG, "far away") == parse('tag:"far away"')
    assert where(Field.ENTITY, "#7") == parse("entity:#7")
    with pytest.raises(QueryError):
        where(Field.IS, "purple")


def test_the_words_to_highlight_are_those_looked_for() -> None:
    assert parse('red title:blue -green tag:x "far away"').words == ("red", "blue", "far away")

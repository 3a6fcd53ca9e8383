"""Completing a query: only what is begun, and what is offered means what it says."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import QueryError
from articles.query import Field, parse
from tui.completing import QuerySuggester, completion

NAMES = {Field.TAG: ["Far north", "floods"], Field.PERSON: ["Kim Jong Un", 'The "Rock"', "Émile Zola"]}


async def names(field: Field, typed: str) -> list[str]:
    return NAMES.get(field, [])


def suggested(text: str) -> str | None:
    return asyncio.run(QuerySuggester(names).get_suggestion(text))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("pe", "person:"),
        ("ferry -pl", "ferry -place:"),
        ("p", None),
        ("ferry", None),
        ("is:un", "is:unread"),
        ("is:", "is:unread"),
        ("tag:fa", "tag:Far-north"),
        ("tag:flo", "tag:floods"),
        ("tag:", None),
        ("dam -person:ki", "dam -person:Kim-Jong-Un"),
        ("person:emi", "person:Émile-Zola"),
        ("person:the", None),
        ('"night pe', None),
        ('person:"kim', None),
        ("nowhere:x", None),
        ("person:Kim-Jong-Un", None),
        ("", None),
        ("ferry ", None),
    ],
)
def test_what_is_begun_is_completed(typed: str, offered: str | None) -> None:
    assert suggested(typed) == offered


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=12), max_size=3))
def test_a_completion_goes_on_from_what_is_typed_and_is_a_query(typed: str, candidates: list[str]) -> None:
    done = completion(typed, candidates)
    if done is not None:
        assert len(done) > len(typed)
        try:
            parse(typed)
        except QueryError:
            return
        assert done.count('"') == typed.count('"')

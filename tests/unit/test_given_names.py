"""Given names: short forms stand for their full ones, and two full names are never one."""

from __future__ import annotations

import pytest

from articles.given_names import is_given_name, is_short_for


@pytest.mark.parametrize(
    ("one", "other"), [("frederick", "fred"), ("bill", "william"), ("kate", "katie"), ("dick", "richard")]
)
def test_a_short_form_stands_for_its_full_name_in_either_order(one: str, other: str) -> None:
    assert is_short_for(one, other)
    assert is_short_for(other, one)


@pytest.mark.parametrize(("one", "other"), [("alexander", "alexandra"), ("joan", "john"), ("maria", "mario")])
def test_two_full_names_are_two(one: str, other: str) -> None:
    assert not is_short_for(one, other)


def test_what_may_be_something_else_is_no_given_name() -> None:
    assert is_given_name("svetlana")
    assert not any(map(is_given_name, ("paris", "may", "orlando", "minister", "chelsea")))

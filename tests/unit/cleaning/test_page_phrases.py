"""The rules for page phrases: what they need of a line before they look through it."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning.page_phrases import page_phrase, page_phrases
from articles.cleaning.units import split_units
from tests.unit.cleaning.pages import PROSE, TITLE

FILES = ("page_phrases.yaml", "page_phrases_abroad.yaml")


def rules_that_say() -> list[dict[str, Any]]:
    folder = resources.files("articles.cleaning")
    entries = [entry for name in FILES for entry in yaml.safe_load(folder.joinpath(name).read_text("utf-8"))]
    return [entry for entry in entries if "says" in entry]


@pytest.mark.parametrize(
    ("pattern", "needs"), [(pattern, rule["needs"]) for rule in rules_that_say() for pattern in rule["says"]]
)
@given(data=st.data())
def test_whatever_a_pattern_finds_has_something_that_its_rule_needs(
    pattern: str, needs: list[str], data: st.DataObject
) -> None:
    line = data.draw(st.from_regex(pattern))
    assert any(need in line for need in needs)


def test_a_page_has_the_phrases_of_its_lines() -> None:
    lines = [
        TITLE,
        "Sign up for our newsletter",
        PROSE[0],
        "12 min read",
        "All rights reserved",
        "Ferry fares rise again",
    ]
    units = split_units(lines)
    assert page_phrases(units) == tuple(page_phrase(unit) for unit in units)
    assert [phrase is not None for phrase in page_phrases(units)] == [False, True, False, True, True, False]

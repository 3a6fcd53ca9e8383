"""The rules for page phrases: what they need of a line before they look through it."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

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
    beginnings = [word[:5] for word in re.findall(r"\w+|\(", data.draw(st.from_regex(pattern)))]
    assert not {need[:5] for need in needs}.isdisjoint(beginnings)

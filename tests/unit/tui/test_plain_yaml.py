"""The short way of reading a theme gives what the YAML parser gives, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.plain_yaml import plain_mapping
from tui.theme_files import shipped_folder

LINES = [
    "# a comment",
    "",
    "name: dark",
    "dark: true",
    "dark: yes",
    "yes: dark",
    "true: dark",
    "other: null",
    "roles:",
    "more:",
    '  person: "#9cbdf2 bold"',
    '  place: "a # b: c"',
    "  event: word",
    "  deeper:",
    "   odd: indent",
    'quoted: "with \\" escape"',
    "number: 7",
    "list: [a]",
    "- item",
    "  - item",
    "key:  two spaces",
    "key: word ",
]


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_the_themes_that_come_along_are_read_the_short_way(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain_mapping(text) == yaml.safe_load(text)


@given(st.lists(st.sampled_from(LINES), max_size=7))
def test_it_says_what_the_parser_says_or_nothing(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    short = plain_mapping(text)
    if short:
        assert short == yaml.safe_load(text)

"""The properties of a note: read back as they were written, and no link or template of their own."""

from __future__ import annotations

from datetime import date

import yaml
from hypothesis import given
from hypothesis import strategies as st

from articles.export.front_matter import front_matter, obsidian_tag
from articles.text import one_line, printable
from tests.unit.export.hostile import texts


def read(made: str) -> object:
    first, inside, last = made.split("---\n", 1)[0], made[4:-4], made[-4:]
    assert (first, last) == ("", "---\n")
    return yaml.safe_load(inside)


@given(texts, st.lists(texts.filter(str.strip), max_size=3))
def test_properties_read_back(title: str, tags: list[str]) -> None:
    made = front_matter({"title": title, "tags": tags, "read": False, "published": date(2023, 9, 4)})
    assert made.count("\n---\n") == 1
    expected: dict[str, object] = {"read": False, "published": date(2023, 9, 4)}
    if title:
        expected["title"] = one_line(printable(title))
    if tags:
        expected["tags"] = [one_line(printable(each)) for each in tags]
    assert without_blanks(read(made)) == without_blanks(expected)
    assert "[[" not in made
    assert "<%" not in made


def without_blanks(value: object) -> object:
    """A value without the blanks that part what would be a link."""
    if isinstance(value, dict):
        return {name: without_blanks(each) for name, each in value.items()}
    if isinstance(value, list):
        return [without_blanks(each) for each in value]
    return value.replace(" ", "") if isinstance(value, str) else value


def test_a_title_without_tricks_is_there_to_the_letter() -> None:
    title = "“It’s 5: yes — no # really”, says Ruiz: [sic]"
    assert read(front_matter({"title": title})) == {"title": title}


def test_tags_are_such_as_obsidian_takes() -> None:
    assert obsidian_tag("to read") == "to-read"
    assert obsidian_tag("2024") == "_2024"
    assert obsidian_tag("naval/parades") == "naval/parades"
    assert obsidian_tag("#[[x]] y") == "x-y"
    assert obsidian_tag("!!!") == ""

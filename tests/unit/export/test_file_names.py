"""Names of files: fit for every system, told apart by number, and readable."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from articles.export.file_names import file_name
from tests.unit.export.hostile import texts

RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\..*)?", re.IGNORECASE)


@given(st.integers(1, 10**9), st.one_of(texts, st.text()))
@example(1, "trailing dots...")
@example(2, "../../etc/passwd")
@example(3, f"{'a' * 79}. b")
def test_a_name_is_one_that_every_system_takes(number: int, title: str) -> None:
    name = file_name(number, title)
    assert name == file_name(number, title)
    assert name.split(" ")[0] == str(number)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f#^\[\]]', name)
    assert not RESERVED.fullmatch(f"{name}.md")
    assert name == name.rstrip(" .")
    assert len(f"{name}.md".encode()) <= 255


@given(st.lists(st.sampled_from(["Bridge opens", "BRIDGE OPENS", "bridge opens.", "CON", "", "é", "e\u0301"])))
def test_no_two_names_clash_whatever_is_done_to_case(titles: list[str]) -> None:
    names = [file_name(number, title).casefold() for number, title in enumerate(titles, 1)]
    assert len(set(names)) == len(names)


def test_a_name_can_be_read() -> None:
    assert file_name(12, "Who opened the gates? “Nobody”") == "12 Who opened the gates “Nobody”"
    assert file_name(7, "???") == "7"
    assert file_name(3, "word " * 40) == "3 " + " ".join(["word"] * 16)
    assert len(file_name(3, "中" * 200).encode()) <= 190

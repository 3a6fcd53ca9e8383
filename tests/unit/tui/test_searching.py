"""A query while it is being typed."""

from __future__ import annotations

import pytest

from tui.screens.searching import as_typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ""),
        ("ferr", "ferr*"),
        ("night ferr", "night ferr*"),
        ("-ferr", "-ferr*"),
        ("title:ferr", "title:ferr*"),
        ("tag:ports", "tag:ports"),
        ("is:unread", "is:unread"),
        ("after:2023", "after:2023"),
        ('"night fer', '"night fer'),
        ('"night ferry"', '"night ferry"'),
        ("ferry ", "ferry "),
        ("ferry OR", "ferry OR"),
        ("ferr*", "ferr*"),
        ("Kim-il", "Kim-il"),
    ],
)
def test_the_last_word_stands_for_all_that_begin_so(typed: str, expected: str) -> None:
    assert as_typed(typed) == expected

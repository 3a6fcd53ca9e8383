"""Versions on the screen: what changed is told by sign and by bracket, what is the same is counted."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from articles.model import Article, ArticleRow, Basis, Block, BlockKind, Published
from articles.reading.versions import Comparison, Version, compare
from tui.rendering.rows import versions_note
from tui.rendering.versions import comparison_paragraphs, difference_words, version_line


def text(*paragraphs: str) -> Article:
    return Article("Bridge opens", tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs))


def shown(comparison: Comparison) -> list[tuple[str, str]]:
    return [(each.mark, each.content.plain) for each in comparison_paragraphs(comparison)]


def test_what_changed_is_told_without_colour() -> None:
    before = text("The toll rose to 38 on Monday.", "Rain fell.", "It will stop soon, they said.")
    after = text("The toll rose to 41 on Monday.", "Rain fell.", "Boats came from the coast at noon.")
    assert shown(compare(before, after)) == [
        ("", "Bridge opens"),
        ("~", "The toll rose to [-38-] [+41+] on Monday."),
        ("", "Rain fell."),
        ("-", "It will stop soon, they said."),
        ("+", "Boats came from the coast at noon."),
    ]


def test_the_keys_count_the_changes() -> None:
    comparison = compare(text("One.", "Two.", "Three."), text("One.", "2.", "Three.", "Four."))
    assert [each.key for each in comparison_paragraphs(comparison)] == [None, None, 0, 1, None, 2]


def test_what_is_the_same_and_far_from_a_change_is_only_counted() -> None:
    paragraphs = [f"Paragraph {number} of the report." for number in range(9)]
    comparison = compare(text(*paragraphs), text(*paragraphs, "And a last one."))
    assert shown(comparison) == [
        ("", "⋯ 9 paragraphs are the same"),
        ("", "Paragraph 8 of the report."),
        ("+", "And a last one."),
    ]


def test_a_text_without_changes_is_shown_whole_and_can_be_gone_through() -> None:
    comparison = compare(text("One.", "Two."), text("One.", "Two."))
    assert shown(comparison) == [("", "Bridge opens"), ("", "One."), ("", "Two.")]
    assert [each.key for each in comparison_paragraphs(comparison)] == [0, 1, 2]


def test_what_is_hostile_in_a_text_cannot_reach_the_terminal() -> None:
    comparison = compare(text("One \x1b[2J two."), text("One \x1b]0;x\x07 [bold] two."))
    assert all(plain.isprintable() for _, plain in shown(comparison))
    assert "[bold]" in shown(comparison)[1][1]


@pytest.mark.parametrize("width", [40, 60, 120])
def test_a_version_takes_one_line(width: int) -> None:
    row = ArticleRow(
        1, "Bridge", "A very long name of a newspaper\x1b[31m", Published(date(2024, 5, 2), basis=Basis.STATED)
    )
    since = compare(text("One two."), text("One three four."))
    line = version_line(Version(row, text("One."), since), width, at_cursor=True, remark="listed")
    assert line.plain.isprintable()
    assert line.plain.startswith("▌ 2 May 2024")
    assert "+2 -1" in line.plain
    assert cell_len(line.plain) <= max(width, 60)


def test_a_difference_in_few_signs() -> None:
    assert difference_words(compare(text("One."), text("One."))) == "no change"
    assert difference_words(compare(text("One two."), text("One."))) == "+1 -2"


def test_the_reader_is_told_of_other_versions() -> None:
    assert versions_note(3, "D") == "one of 3 versions · D shows them"
    assert versions_note(2, "") == "one of 2 versions"
    assert versions_note(1, "D") == ""

"""Articles compared as text: in columns, and one under the other."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.content import Content

from articles.model import ArticleRow, Factuality, KnownEvent, Passage, Published
from articles.reading.comparison import ComparedEvent, ReportComparison, ReportedSentence, Standing
from articles.reading.differing import ToldDifferently
from tui.rendering.comparison import ALONE, beside, comparison_paragraphs, heads, is_side_by_side, rows_of

ROWS = (ArticleRow(1, "The price", "Bay Courier"), ArticleRow(2, "The cost\x1b[2J of a bridge", "The Lantern"))


def passage(article: int, text: str) -> Passage:
    """A sentence of an article."""
    return Passage(article, "", "", Published(), 0, 0, len(text), text, 0, 3)


def comparison() -> ReportComparison:
    """A figure that differs, and a sentence that only the second has."""
    event = KnownEvent(1, "cost, Cádiz", "cost", None, Factuality.ASSERTED, 2, 2)
    cheap, dear = passage(1, "It cost 41 million."), passage(2, "It cost 48 million, he said [red] in the end.")
    reports = ((ReportedSentence(cheap, ((8, 18),)),), (ReportedSentence(dear, ((8, 18),)),))
    differing = (ToldDifferently("figure", ("41 million", "48 million")),)
    compared = ComparedEvent(Standing.DIFFERING, event, reports, differing)
    return ReportComparison(ROWS, (compared,), ((), (passage(2, "The ferry sank."),)))


def plain(*, side_by_side: bool, width: int = 60, column: int = 0) -> list[str]:
    """The lines of all rows."""
    rows = rows_of(comparison(), side_by_side=side_by_side)
    paragraphs = comparison_paragraphs(rows, ROWS, width, side_by_side=side_by_side, column=column)
    return [line.rstrip() for paragraph in paragraphs for line in paragraph.content.plain.split("\n")]


def test_side_by_side_each_article_has_its_column() -> None:
    assert plain(side_by_side=True) == [
        "DIFFERING",
        "cost, Cádiz",
        "figure: 41 million / 48 million",
        "“It cost 41 million.”        │ “It cost 48 million, he said",
        "                             │ [red] in the end.”",
        "ONLY HERE",
        "                             │ “The ferry sank.”",
    ]


def test_one_under_the_other_each_sentence_says_whose_it_is() -> None:
    assert plain(side_by_side=False, column=1) == [
        "DIFFERING",
        "cost, Cádiz",
        "figure: 41 million / 48 million",
        "  Bay Courier: “It cost 41 million.”",
        "▸ The Lantern: “It cost 48 million, he said [red] in the end.”",
        "ONLY IN ONE OF THEM",
        "▸ The Lantern: “The ferry sank.”",
    ]


@pytest.mark.parametrize("width", [20, 61, 114])
def test_columns_fill_the_width_and_no_more(width: int) -> None:
    texts = ["one two three four five six seven", "橋が開通した。" * 5, "", "x" * 50]
    for count in range(1, len(texts) + 1):
        lines = beside([Content(text) for text in texts[:count]], width).plain.split("\n")
        assert all(cell_len(line) <= width for line in lines)
        assert all(line.count("│") == count - 1 for line in lines)
        told = "".join(sorted("".join(lines)))
        assert told.replace(" ", "").replace("│", "") == "".join(sorted("".join(texts[:count]))).replace(" ", "")


def test_the_heads_say_who_is_compared_and_who_is_chosen() -> None:
    side_by_side = heads(ROWS, 70, side_by_side=True, column=1).plain.split("\n")
    assert side_by_side[0].split("│")[1].startswith(" ▸ The Lantern · undated")
    assert "The cost␛[2J of a bridge" in side_by_side[1]
    stacked = heads(ROWS, 70, side_by_side=False, column=0).plain.split("\n")
    assert stacked == ["▸ Bay Courier · undated", "  The Lantern · undated"]


@pytest.mark.parametrize(("width", "expected"), [(119, False), (120, True), (200, True)])
def test_articles_stand_side_by_side_where_there_is_room(width: int, expected: bool) -> None:
    assert is_side_by_side(comparison(), width) is expected


def test_what_is_opened_is_in_the_chosen_article_where_it_says_something() -> None:
    event, alone = rows_of(comparison(), side_by_side=True)
    assert [event.passage(column).article for column in (0, 1)] == [1, 2]
    assert alone.kind == ALONE
    assert [alone.passage(column).article for column in (0, 1)] == [2, 2]

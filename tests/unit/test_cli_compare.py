"""`broadsheet compare`, as text, as JSON and as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from articles.library import Library
from articles.model import Difference, Relation
from tests.library.building import article, raw, stated
from tests.library.reports import Said, To, report
from tests.unit.cli_running import broadsheet
from tests.unit.linking.test_duplicates import REPORT
from tui.listings.comparison_markdown import escaped

CHEAP = Said("The work cost 41 million euros.", "cost")
DEAR = Said("The work cost 48 million euros.", "cost")
FERRY = Said('1. "The *ferry* <b>sank</b>," he said.', "sank")


@pytest.fixture
def library(tmp_path: Path) -> str:
    """Two reports that differ on a figure, and two copies of one text."""
    path = tmp_path / "library.sqlite3"
    differing = (Difference("figure", "48 million euros", "41 million euros"),)
    with Library.open(path) as opened:
        one = report(opened, 1, CHEAP, outlet="Bay Courier", published=stated(2024, 5, 2), title="The price")
        report(
            opened,
            2,
            FERRY,
            DEAR,
            outlet="The Lantern",
            published=stated(2024, 5, 3),
            title="The cost",
            links=[To(1, one, 0, Relation.DIFFERS, differences=differing)],
        )
        for number in (3, 4):
            opened.store_article(raw(number), article("Dredging to begin", *REPORT, outlet=f"Wire {number}"))
    return str(path)


def test_what_differs_is_told_with_who_says_what(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = broadsheet(capsys, "compare", "1", "2", "--library", library).out.splitlines()
    assert lines[:2] == ["[1] Bay Courier · The price · 2 May 2024", "[2] The Lantern · The cost · 3 May 2024"]
    assert lines[3].startswith("DIFFERING · cost")
    assert lines[4] == "  figure: [1] “41 million euros”; [2] “48 million euros”"
    assert lines[5:7] == ["  [1] “The work cost *41 million euros*.”", "  [2] “The work cost *48 million euros*.”"]
    assert lines[8:] == ["ONLY IN [2]", f"  {FERRY.text}"]


def test_the_comparison_as_json(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = broadsheet(capsys, "compare", "1", "2", "--json", "--library", library).json
    assert [row["outlet"] for row in made["articles"]] == ["Bay Courier", "The Lantern"]
    (event,) = made["events"]
    assert event["standing"] == "differing"
    assert event["differences"] == [{"aspect": "figure", "told": ["41 million euros", "48 million euros"]}]
    ((start, end),) = event["reports"][1]["marked"]
    assert event["reports"][1]["sentence"][start:end] == "48 million euros"
    assert [len(each["sentences"]) for each in made["alone"]] == [0, 1]


def test_the_comparison_as_markdown_cites_its_sources(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = broadsheet(capsys, "compare", "1", "2", "--markdown", "--library", library).out
    lines = text.splitlines()
    assert lines[2] == "1. *Bay Courier*, “The price”, 2 May 2024"
    assert "- figure: [1] “41 million euros”; [2] “48 million euros”" in lines
    assert "> [1] “The work cost **41 million euros**.”" in lines
    rendered = MarkdownIt().render(text)
    assert "1. &quot;The *ferry* &lt;b&gt;sank&lt;/b&gt;,&quot; he said." in rendered
    assert "<em>ferry" not in rendered


@pytest.mark.parametrize(
    "text", ["1. one", "- two", "# three", "> four", "[a](b)", "`c`", "*d* _e_", "a\n\n# b", "~~f~~"]
)
def test_nothing_in_an_article_is_markup(text: str) -> None:
    rendered = MarkdownIt("commonmark").enable("strikethrough").render(f"- {escaped(text)}")
    assert rendered.count("<") == len(("<ul>", "<li>", "</li>", "</ul>"))


def test_copies_of_one_text_are_called_so(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = broadsheet(capsys, "compare", "3", "4", "--library", library).out
    assert "They are versions of one text; see: broadsheet versions 3" in told


def test_articles_without_an_event_in_common_are_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "They report no event in common" in broadsheet(capsys, "compare", "1", "3", "--library", library).out
    told = broadsheet(capsys, "compare", "1", "3", "--markdown", "--library", library).out
    assert "They report no event in common." in told


@pytest.mark.parametrize("words", [("1",), ("1", "1"), ()])
def test_one_article_is_too_few(words: tuple[str, ...], library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert broadsheet(capsys, "compare", *words, "--library", library).code == 2


def test_an_article_that_is_not_there_is_named(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended = broadsheet(capsys, "compare", "1", "9", "--library", library)
    assert (ended.code, "no article 9" in ended.err) == (1, True)

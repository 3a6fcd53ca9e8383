"""Citations: what is known is told and no more, in three styles; BibTeX stays whole whatever a title holds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.export.bibtex import Keys, bibliography
from articles.export.bylines import authors, surname
from articles.export.citation import CitationStyle, Cited, citation, citation_key
from articles.export.latex import latex
from articles.library import Library
from articles.model import Article, Basis, Precision, Published
from tests.unit.export.hostile import texts
from tests.unit.export.test_markdown_text import READER

DAY = Published(date(2023, 9, 4), Precision.DAY, Basis.STATED)
BRIDGE = Cited("The bridge opens", "Harbour Courier", "Ana Ruiz and Juan Gil", DAY, "https://news.example/bridge")
UNESCAPED = re.compile(r"(?<!\\)[$&#_%]")


def braces_balance(text: str) -> bool:
    """Whether they do for BibTeX, which counts those behind a backslash too."""
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def entries(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """The entries of a bibliography: kind, key and fields, braces as they stand."""
    found = re.findall(r"^@(\w+)\{([^,\s]+),\n((?:  \w+ = .*,\n)*)\}$", text, re.MULTILINE)
    return [(kind, key, dict(re.findall(r"^  (\w+) = (.*),$", fields, re.MULTILINE))) for kind, key, fields in found]


def test_plain_words() -> None:
    cited = "Ana Ruiz and Juan Gil, “The bridge opens”, Harbour Courier, 4 Sep 2023, https://news.example/bridge"
    assert citation(BRIDGE, "plain") == cited
    assert citation(BRIDGE, CitationStyle.PLAIN, quoted="It\nopened.") == f"“It opened.” — {cited}"


def test_markdown() -> None:
    cited = "Ana Ruiz and Juan Gil, [“The bridge opens”](<https://news.example/bridge>), *Harbour Courier*, 4 Sep 2023"
    assert citation(BRIDGE, "markdown") == cited
    assert citation(BRIDGE, "markdown", quoted="It *opened*.") == f"> It \\*opened\\*.\n>\n> — {cited}"


def test_bibtex() -> None:
    ((kind, key, fields),) = entries(citation(BRIDGE, "bibtex", quoted="It cost 5%."))
    assert (kind, key) == ("online", "ruiz2023bridge")
    assert fields == {
        "author": "{Ana Ruiz and Juan Gil}",
        "title": "{{The bridge opens}}",
        "organization": "{Harbour Courier}",
        "year": "{2023}",
        "month": "sep",
        "day": "{4}",
        "url": "{https://news.example/bridge}",
        "note": "{Quoted: ``It cost 5\\%.''}",
    }


@pytest.mark.parametrize(
    ("precision", "told", "words"),
    [
        (Precision.DAY, ["year", "month", "day"], "4 Sep 2023"),
        (Precision.WEEK, ["year", "month", "note"], "week of 4 Sep 2023"),
        (Precision.MONTH, ["year", "month"], "Sep 2023"),
        (Precision.YEAR, ["year"], "2023"),
        (Precision.ON_OR_AFTER, ["note"], "on or after 4 Sep 2023"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_known(precision: Precision, told: list[str], words: str) -> None:
    article = Cited("Title", "Outlet", published=Published(date(2023, 9, 4), precision, Basis.STATED))
    ((_, _, fields),) = entries(citation(article, "bibtex"))
    assert [name for name in fields if name not in ("title", "journal")] == told
    assert citation(article, "plain") == f"“Title”, Outlet, {words}"


def test_an_inferred_date_says_so() -> None:
    article = Cited("Title", published=Published(date(2023, 9, 4), Precision.DAY, Basis.INFERRED))
    assert citation(article) == "“Title”, ~4 Sep 2023"
    assert "note = {Date inferred}" in citation(article, "bibtex")


def test_when_a_page_was_fetched_is_told_only_where_it_is_known() -> None:
    assert "urldate" not in citation(BRIDGE, "bibtex")
    article = Cited("Title", address="https://x.example", fetched=datetime(2025, 6, 1, 12, tzinfo=UTC))
    assert "urldate = {2025-06-01}" in citation(article, "bibtex")


def test_an_article_and_a_row_are_cited_alike(library: Library) -> None:
    assert citation(library.row(1)) == citation(library.article(1)) == "“Report 1”, Harbour & Co, 4 Sep 2023"
    assert citation(Article("", ())) == "“(no title)”"


@pytest.mark.parametrize(
    ("byline", "names", "are_people"),
    [
        ("Ana Ruiz", ("Ana Ruiz",), True),
        ("Ana Ruiz, Juan Gil and Li Wei", ("Ana Ruiz", "Juan Gil", "Li Wei"), True),
        ("Ludwig van Beethoven & Ana Ruiz", ("Ludwig van Beethoven", "Ana Ruiz"), True),
        ("Tom Garraway and staff", ("Tom Garraway and staff",), False),
        ("Jonas Brandt-Lund, Copenhagen", ("Jonas Brandt-Lund, Copenhagen",), False),
        ("Reuters", ("Reuters",), False),
        ("", (), False),
    ],
)
def test_authors_are_told_apart_where_all_are_people(byline: str, names: tuple[str, ...], are_people: bool) -> None:
    assert authors(byline) == (names, are_people)
    assert surname(byline) == (names[0].split()[-1] if are_people else "")


def test_an_author_that_is_no_person_is_one_name_to_bibtex() -> None:
    assert "author = {{Tom Garraway and staff}}" in citation(Cited("T", byline="Tom Garraway and staff"), "bibtex")


@given(texts)
def test_latex_holds_no_command_of_the_text(text: str) -> None:
    made = latex(text)
    assert braces_balance(made)
    assert not UNESCAPED.search(made)
    commands = set(re.findall(r"\\[a-z]+", made))
    assert commands <= {f"\\text{each}" for each in ("backslash", "braceleft", "braceright")} | {
        "\\textasciitilde",
        "\\textasciicircum",
        "\\textquotedbl",
    }


@given(texts, texts, texts, texts)
def test_an_entry_is_whole_whatever_it_holds(title: str, outlet: str, byline: str, quoted: str) -> None:
    made = citation(Cited(title, outlet, byline, DAY, "https://x.example/{a}\\b"), "bibtex", quoted=quoted)
    assert braces_balance(made)
    ((_, key, fields),) = entries(made)
    assert re.fullmatch(r"[a-z0-9]+", key)
    assert all(braces_balance(value) for value in fields.values())


@given(texts, texts, texts)
def test_a_citation_in_markdown_has_no_link_but_its_own(title: str, outlet: str, quoted: str) -> None:
    made = citation(Cited(title, outlet, published=DAY, address="https://x.example/a"), "markdown", quoted=quoted)
    tokens = [child for token in READER.parse(made) for child in token.children or ()]
    assert [token.attrGet("href") for token in tokens if token.type == "link_open"] == ["https://x.example/a"]
    assert not any(token.type.startswith(("html", "image", "code")) for token in tokens)


@given(st.lists(st.sampled_from(["Bridge", "Bridges", "BRIDGE", "Bridgeb", "", "桥"]), max_size=80))
def test_keys_are_unlike(titles: list[str]) -> None:
    keys = Keys()
    given_keys = [keys.unique(Cited(title, byline="Ana Ruiz", published=DAY)) for title in titles]
    assert len(set(given_keys)) == len(given_keys)


def test_a_key_tells_who_when_and_of_what() -> None:
    assert citation_key(Cited("Über alles", "Die Zeit")) == "diezeitnduber"
    keys = Keys()
    assert [keys.unique(BRIDGE) for _ in range(3)] == ["ruiz2023bridge", "ruiz2023bridgeb", "ruiz2023bridgec"]


def test_a_bibliography_has_an_entry_an_article(library: Library) -> None:
    text = "".join(bibliography(library, library.ids()))
    found = entries(text)
    assert sorted(key for _, key, _ in found) == ["coastobserver2023report", "evilndhyperlink1", "harbourco2023report"]
    assert braces_balance(text)
    assert text.count("@") - text.count("{@evil}") == 3

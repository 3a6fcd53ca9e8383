"""Citations: plain, Markdown and BibTeX, with what is known and nothing more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.export.bibtex import _free
from articles.export.citation import CitationStyle, bibtex_key, citation
from articles.model import UNDATED, Article, Basis, Precision, Published

DAY = Published(date(2023, 9, 4), Precision.DAY, Basis.STATED)
ARTICLE = Article(
    "The 50% {deal} & others",
    (),
    byline="By Ann Lee and Bo O'Neil",
    outlet="Daily_Post",
    address="https://example.org/a_b?c=1&d=2",
)


def test_a_plain_citation_tells_who_what_where_and_when() -> None:
    told = citation(ARTICLE, DAY, CitationStyle.PLAIN, passage="It was\nso.")
    assert told == (
        "“It was so.”\n— By Ann Lee and Bo O'Neil, “The 50% {deal} & others”, Daily_Post, 4 Sep 2023,"
        " https://example.org/a_b?c=1&d=2"
    )


def test_in_markdown_the_title_is_a_link_and_the_passage_a_quotation() -> None:
    told = citation(ARTICLE, DAY, CitationStyle.MARKDOWN, passage="*So*")
    assert told.startswith("> \\*So\\*\n>\n> — By Ann Lee")
    assert "[The 50\\% \\{deal\\} \\& others](<https://example.org/a_b?c=1&d=2>), *Daily\\_Post*, 4 Sep 2023" in told


def test_an_entry_has_what_is_known_with_special_characters_escaped() -> None:
    assert citation(ARTICLE, DAY, CitationStyle.BIBTEX).splitlines() == [
        "@online{lee202350,",
        "  author = {By Ann Lee and Bo O'Neil},",
        r"  title = {{The 50\% \{deal\} \& others}},",
        r"  journal = {Daily\_Post},",
        "  year = {2023},",
        "  month = sep,",
        "  day = {4},",
        "  url = {https://example.org/a_b?c=1&d=2},",
        "}",
    ]


@pytest.mark.parametrize(
    ("precision", "known"),
    [
        (Precision.MONTH, {"year", "month"}),
        (Precision.YEAR, {"year"}),
        (Precision.WEEK, {"year"}),
        (Precision.ON_OR_AFTER, set()),
    ],
)
def test_a_date_is_not_told_more_exactly_than_it_is_known(precision: Precision, known: set[str]) -> None:
    entry = citation(Article("T", ()), Published(DAY.day, precision, Basis.INFERRED), CitationStyle.BIBTEX)
    assert {name for name in ("year", "month", "day") if f"  {name} = " in entry} == known


@pytest.mark.parametrize("style", CitationStyle)
def test_an_article_of_which_nothing_is_known_is_cited_too(style: CitationStyle) -> None:
    assert citation(Article("", ()), UNDATED, style)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_the_braces_of_an_entry_balance_whatever_the_text(title: str, byline: str, address: str) -> None:
    article = Article(title, (), byline=byline, address=address)
    entry = citation(article, DAY, CitationStyle.BIBTEX, passage=title)
    bare = entry.replace("\\{", "").replace("\\}", "")
    depth = 0
    for char in bare:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    assert bibtex_key(article, DAY).isascii()


def test_keys_that_are_taken_get_letters() -> None:
    used: set[str] = set()
    for _ in range(29):
        used.add(_free("lee2023", used))
    assert {"lee2023", "lee2023a", "lee2023z", "lee2023aa", "lee2023ab"} <= used

"""Markdown: front matter, structure, markup, and the page that was scraped along."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.model import Article, BlockKind, LineRole, MarkupKind, SourceFormat
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, role_of, texts

TEXT = f"# {TITLE}\n\n" + "\n\n".join(PROSE)


def markdown(text: str) -> Article:
    return cleaned(text, SourceFormat.MARKDOWN)


def test_front_matter_states_what_it_states() -> None:
    article = markdown(
        "---\ntitle: 'Harbour: closed'\nauthor: [Jane Doe, JOHN ROE]\npublisher: Varn Post\n"
        f"date: 2024-03-04T10:00:00Z\nurl: https://post.example/x\nlang: en-GB\ntags: [sea]\n---\n\n{TEXT}"
    )
    assert (article.title, article.byline, article.outlet) == ("Harbour: closed", "Jane Doe and John Roe", "Varn Post")
    assert (article.address, article.language) == ("https://post.example/x", "en")
    assert (article.published.day, article.published.moment) == (date(2024, 3, 4), datetime(2024, 3, 4, 10, tzinfo=UTC))
    assert article.published.evidence[0].startswith("front matter date")
    assert article.lines[1].role is LineRole.TITLE


@pytest.mark.parametrize("front", ["title: [unclosed", "- a\n- b", "just words", "a: &a [*a]", "{{ template }}: x"])
def test_broken_front_matter_is_text_and_nothing_is_taken_from_it(front: str) -> None:
    article = markdown(f"---\n{front}\n---\n\n{TEXT}")
    assert article.title == TITLE
    assert all(paragraph in texts(article) for paragraph in PROSE)


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    article = markdown(TEXT)
    assert (article.title, texts(article)) == (TITLE, list(PROSE))
    assert role_of(article, f"# {TITLE}") is LineRole.TITLE


def test_structure_and_markup_are_kept() -> None:
    article = markdown(
        f"{TEXT}\n\n## What the port says\n\n> We have never seen anything like it in our lives.\n\n"
        "- Two ferries were *held* in the bay.\n\n"
        "The [harbour](https://port.example) was **closed** by `radio` on Monday, the mayor said."
    )
    kinds = [block.kind for block in article.blocks[3:]]
    assert kinds == [BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]
    last = article.blocks[-1]
    assert last.text == "The harbour was closed by radio on Monday, the mayor said."
    assert [(last.text[mark.start : mark.end], mark.kind) for mark in last.markup] == [
        ("harbour", MarkupKind.LINK), ("closed", MarkupKind.STRONG), ("radio", MarkupKind.CODE),
    ]  # fmt: skip
    assert last.markup[0].target == "https://port.example"


def test_pictures_become_captions() -> None:
    article = markdown(f"# {TITLE}\n\n![Waves break over the pier on Monday](a.jpg)\n\n" + "\n\n".join(PROSE))
    assert texts(article, BlockKind.CAPTION) == ["Waves break over the pier on Monday"]


def test_html_is_text_without_tags() -> None:
    article = markdown(
        f"{TEXT}\n\n<script>alert('x')</script>\n\n"
        "The <b onclick=x>mayor</b> said<br>that the port was closed for a day."
    )
    shown = " ".join(block.text for block in article.blocks)
    assert "The mayor said that the port was closed for a day." in shown
    assert "<" not in shown


@pytest.mark.parametrize(
    "line",
    [
        "[Home](/) / [Coast](/coast) / [Port Varn](/v)",
        "[f](#) [in](#) [x](#) [print](#)",
        "*4 minute read*",
        "Share this article",
        "**Related reading**",
    ],
)
def test_the_page_around_it_is_dropped(line: str) -> None:
    article = markdown(f"# {TITLE}\n\n{line}\n\n" + "\n\n".join(PROSE))
    assert texts(article) == list(PROSE)
    assert role_of(article, line) is LineRole.CHROME


def test_links_to_other_stories_are_dropped() -> None:
    article = markdown(f"{TEXT}\n\n### More from Varn\n\n* [Lifeboat turns 150](#)\n* [Night buses are back](#)\n")
    assert texts(article, BlockKind.LIST_ITEM) == []
    assert len(article.dropped) == 3

"""A whole scraped page: which lines the model keeps, and that every line says why it was kept or left out."""

from __future__ import annotations

import re

import pytest

from articles.cleaning.page_signs import is_bare, is_plain, is_scraped
from articles.cleaning.rules import settle_by_rules
from articles.cleaning.units import split_units
from articles.model import Article, ChromeCategory, LineRole
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, role_of, texts

SECTIONS = [
    f"{area} {section}" for area in ("Coast", "World", "Europe") for section in "News Sport Culture Jobs".split()
]
BUTTONS = ["Share on Facebook", "Tweet", "Email this story", "Print", "12 comments"]
MORE = (
    "The board of the harbour will meet again on Thursday to hear what the divers have found under the northern wall.",
    '"We have never seen the sea as high as this in March," said the harbour master, who has been here for 30 years.',
    "Fishermen in the old town said that they had lost nets worth more than a month of their income since Sunday.",
    "The ferry company said that it would refund every ticket and take passengers to the airport by bus until Friday.",
)
LINKS = [
    f"{head} {number}" for number in range(4) for head in ("Ferry fares rise again after", "Who pays for the wall of")
]
FOOT = ["Leave a comment", "Your email address will not be published.", "About us", "Contact", "Privacy policy"]
TEASER = "Ferry fares rise againThe company said on Friday that it had no choice but to raise what it asks of its…"


def whole_page(*inside: str) -> Article:
    """A page with menus and buttons above an article, and links and forms below it."""
    body = [*PROSE, *inside, *MORE]
    lines = [*SECTIONS * 2, *BUTTONS, TITLE, "By Jane Doe", "4 March 2024", *body, "Related stories", *LINKS, *FOOT]
    return cleaned("\n".join([*lines, "© 2024 The Harbour Gazette. All rights reserved."]))


def test_the_article_is_kept_and_its_page_is_not() -> None:
    article = whole_page()
    assert (article.title, article.byline, article.outlet) == (TITLE, "Jane Doe", "The Harbour Gazette")
    assert texts(article) == [*PROSE, *MORE]


def test_every_line_that_is_left_out_says_why_and_of_which_part_of_the_page_it_is() -> None:
    for line in whole_page(TEASER).dropped:
        assert line.reason
        assert not re.search(r"\d|%|model|likelihood|feature", line.reason.partition('"')[0]), line.reason
        assert (line.category is not None) == (line.role is LineRole.CHROME)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Coast News", ChromeCategory.NAVIGATION),
        ("Tweet", ChromeCategory.SHARING),
        (LINKS[0], ChromeCategory.RELATED),
        ("Leave a comment", ChromeCategory.COMMENTS),
        ("Privacy policy", ChromeCategory.LEGAL),
    ],
)
def test_a_line_is_put_down_to_its_part_of_the_page(text: str, category: ChromeCategory) -> None:
    [found, *_] = [line.category for line in whole_page().lines if line.text == text]
    assert found is category


def test_kept_lines_say_what_they_are() -> None:
    article = whole_page("What the divers found")
    assert role_of(article, "What the divers found") in (LineRole.HEADING, LineRole.PARAGRAPH)
    assert all(line.reason and line.category is None for line in article.lines if not line.role.is_dropped)


def test_which_text_is_judged_by_what() -> None:
    menus, article = [*SECTIONS, *BUTTONS, "Sign up for our newsletter", *LINKS * 3], [TITLE, *PROSE, *MORE]
    whole = settle_by_rules(split_units([*menus, *article]))
    short = settle_by_rules(split_units([*BUTTONS, *article]))
    bare = settle_by_rules(split_units([*article, BUTTONS[0]]))
    assert [is_plain(page) for page in (whole, short, bare)] == [True] * 3
    assert [is_bare(page) for page in (whole, short, bare)] == [False, False, True]
    assert [is_scraped(page) for page in (whole, short, bare)] == [True, False, False]

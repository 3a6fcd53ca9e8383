"""Scraped text, line by line: what each line is, and why."""

from __future__ import annotations

import textwrap

import pytest

from articles.model import BlockKind, LineRole
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, foot, page, role_of, texts

CHROME = (
    "Home > News > Coast",
    "Home / Region / Port Varn",
    "print dictionary print",
    "f  Share    t  Tweet    w  WhatsApp",
    "Tweet Share Pocket 1.2K views",
    "5 min read",
    "A- A A+",
    "Skip to main content",
    "ADVERTISEMENT - STORY CONTINUES BELOW",
    "help-image Social comment?",
    "lock icon",
    "s",
    "1,204",
    "Standards Board Policy (0/250)",
    "This site uses cookies to improve your experience.",
    "Sign up for our morning newsletter",
    "You are reading one of your three free articles this month.",
)


@pytest.mark.parametrize("line", CHROME)
def test_lines_of_the_page_are_dropped_with_a_reason(line: str) -> None:
    article = page(line)
    assert texts(article) == list(PROSE)
    assert [dropped.text for dropped in article.dropped] == [line]
    assert article.dropped[0].reason


@pytest.mark.parametrize(
    "line",
    [
        "LEAVE A REPLY",
        "Please enter your name here",
        "Log in to comment",
        "© 2024 The Harbour Gazette. All rights reserved.",
        "About the author: Jane Doe covers the coast.",
        "Got a story? Email us at desk@gazette.example",
        "Comments are closed on this article.",
    ],
)
def test_the_foot_of_the_page_is_dropped(line: str) -> None:
    article = foot(line)
    assert texts(article) == list(PROSE)
    assert role_of(article, line) is LineRole.CHROME


@pytest.mark.parametrize(
    "sentence",
    [
        "He said that readers would share the cost of the printing press and comment on every page of it.",
        "The company will report its profit next week, and its owners will follow the market closely until then.",
        "She told the court that she had read more of the letters than the police, who never signed for them.",
        "Advertising brought the paper half of its income in the years before the war, said the historian.",
    ],
)
def test_prose_that_uses_the_words_of_buttons_is_kept(sentence: str) -> None:
    assert sentence in texts(page(sentence))


def test_links_under_a_heading_go_until_the_text_goes_on() -> None:
    links = ["Read more", "Ferry fares rise again", "Who will pay for the sea wall?"]
    article = cleaned("\n\n".join([TITLE, PROSE[0], PROSE[1], *links, PROSE[2]]))
    assert texts(article) == list(PROSE)
    assert [line.text for line in article.dropped] == links
    assert 'a link under "Read more"' in [line.reason for line in article.dropped]


def test_comments_after_the_text_are_not_the_text() -> None:
    comments = ["3 comments", "gull says:", "Nobody asked the people who live there, as usual in this town.", "Reply"]
    assert texts(foot(*comments)) == list(PROSE)


def test_teasers_of_other_stories_are_not_the_text() -> None:
    teaser = (
        "Ferry fares rise again",
        "Ann Roe",
        "The company said on Friday that it had no choice but to raise fares.",
    )
    assert texts(foot("More news", *teaser, *teaser[:2], teaser[2].replace("Friday", "Monday"))) == list(PROSE)


def test_a_title_printed_twice_is_one() -> None:
    article = page(TITLE)
    assert article.title == TITLE
    assert [line.role for line in article.lines if line.text == TITLE] == [LineRole.TITLE, LineRole.REPEATED]


def test_the_outlet_behind_the_title_is_not_of_it() -> None:
    article = cleaned("\n\n".join([f"{TITLE} | The Harbour Gazette", *PROSE]))
    assert (article.title, article.outlet) == (TITLE, "The Harbour Gazette")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE McDOE [jane@gazette.example]", "Jane McDoe"),
        ("BY MICHAEL LEE [lee@daily.example]", "Michael Lee"),
        ("By Jane Doe and John Roe, staff writers", "Jane Doe and John Roe"),
        ("Jane Doe, Political Correspondent", "Jane Doe"),
        ("Words: Jane Doe", "Jane Doe"),
        ("By Ana de la Cruz in Lisbon", "Ana de la Cruz"),
        ("Written by Jane Doe | 4 March 2024", "Jane Doe"),
        ("Jane Doe - Nov 19, 2019, 10:31 pm", "Jane Doe"),
    ],
)
def test_bylines_at_the_head(line: str, byline: str) -> None:
    article = page(line)
    assert article.byline == byline
    assert role_of(article, line) is LineRole.BYLINE


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("(Reporting by Jane Doe in Lisbon; Editing by John Roe)", "Jane Doe"),
        ("JANE DOE", "Jane Doe"),
    ],
)
def test_bylines_at_the_foot(line: str, byline: str) -> None:
    assert foot(line).byline == byline


@pytest.mark.parametrize("line", ["By the sea, everything is slower.", "By 2030 the harbour will have moved", "By now"])
def test_not_every_by_is_a_byline(line: str) -> None:
    assert page(line).byline == ""


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("Log in to your account on a social network to connect", "with the Harbour Gazette"), "Harbour Gazette"),
        (("Log in to your account to connect with the Varn Daily Post",), "Varn Daily Post"),
        (("© 2024 The Harbour Gazette Ltd. All rights reserved.",), "The Harbour Gazette"),
    ],
)
def test_the_outlet_is_what_the_page_calls_itself(lines: tuple[str, ...], outlet: str) -> None:
    assert foot("\n".join(lines)).outlet == outlet


def test_a_masthead_in_capitals_is_spelt_as_the_foot_spells_it() -> None:
    article = cleaned("\n\n".join(["VARN ECHO", TITLE, *PROSE, "© 2024 Varn Echo Ltd. Registered in England."]))
    assert article.outlet == "Varn Echo"


def test_an_agency_in_the_dateline_is_the_outlet_where_nothing_else_is_named() -> None:
    article = cleaned("\n\n".join([TITLE, "PORT VARN (Reuters) - " + PROSE[0], *PROSE[1:]]))
    assert article.outlet == "Reuters"
    assert texts(article)[0].startswith("PORT VARN (Reuters) - ")


def test_no_outlet_is_made_up() -> None:
    assert page().outlet == ""


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("Waves break over the pier on Monday. [YONHAP]", "Waves break over the pier on Monday.", "Yonhap"),
        (
            "Waves break over the pier on Monday. (AP Photo/Jane Doe)",
            "Waves break over the pier on Monday.",
            "AP Photo/Jane Doe",
        ),
        ("Waves break over the pier. Photo: Jane Doe", "Waves break over the pier.", "Jane Doe"),
        ("Waves break over the pier. Jane Doe/Getty Images", "Waves break over the pier.", "Jane Doe/Getty Images"),
    ],
)
def test_captions_are_parted_from_their_credit(line: str, text: str, credit: str) -> None:
    article = page(line)
    assert [(block.text, block.credit) for block in article.blocks if block.kind is BlockKind.CAPTION] == [
        (text, credit)
    ]


def test_a_caption_printed_twice_counts_once_with_the_credit_of_either() -> None:
    article = page("Waves break over the pier on Monday.", "Waves break over the pier on Monday. (Photo: Jane Doe)")
    captions = [block for block in article.blocks if block.kind is BlockKind.CAPTION]
    assert [caption.credit for caption in captions] == ["Jane Doe"]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = "\n\n".join([TITLE, *(textwrap.fill(paragraph * 2, 60) for paragraph in PROSE)])
    article = cleaned(wrapped)
    assert texts(article) == [" ".join(textwrap.fill(paragraph * 2, 60).split()) for paragraph in PROSE]
    assert len(article.lines) == wrapped.count("\n") + 1


def test_one_paragraph_a_line_without_blank_lines() -> None:
    article = cleaned("\n".join([TITLE, *PROSE]))
    assert (article.title, texts(article)) == (TITLE, list(PROSE))


def test_headings_and_lists_keep_their_kind() -> None:
    article = cleaned("\n\n".join([TITLE, PROSE[0], PROSE[1], "What the port says", PROSE[2], PROSE[0] + " Again."]))
    assert texts(article, BlockKind.HEADING) == ["What the port says"]
    listed = cleaned(
        "\n".join(
            [TITLE, *PROSE, "- Two ferries were held in the bay.", "- One trawler was lost.", PROSE[0] + " Again."]
        )
    )
    assert texts(listed, BlockKind.LIST_ITEM) == ["Two ferries were held in the bay.", "One trawler was lost."]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("“We will build the wall again, and higher than it was.”", LineRole.QUOTATION),
        ('"We will build the wall again, and higher than it was."', LineRole.QUOTATION),
        ("“We will build the wall again,” the mayor said on Monday.", LineRole.PARAGRAPH),
        ("“We will build it,” she said. “It will be higher than it was.”", LineRole.PARAGRAPH),
    ],
)
def test_a_paragraph_that_is_all_quotation_is_told_from_one_that_says_who_spoke(line: str, role: LineRole) -> None:
    article = page(line)
    assert role_of(article, line) is role
    assert line in [block.text for block in article.blocks]


@pytest.mark.parametrize(
    ("below", "outlet"),
    [("Holiday Homes", ""), ("© 2024 Holiday Homes. All rights reserved.", "Holiday Homes")],
)
def test_a_name_at_the_top_is_the_outlet_where_a_notice_says_it_and_not_where_a_menu_does(
    below: str, outlet: str
) -> None:
    article = cleaned("\n\n".join(["Holiday Homes", "Coast", TITLE, *PROSE, "Follow us", below]))
    assert article.outlet == outlet

"""An item of a feed keeps every word of its own, and says of itself what its page may say otherwise."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.errors import CleaningError
from articles.model import Article, Basis, BlockKind, LineRole, Markup, MarkupKind, Precision, RawDocument, SourceFormat

NOW = datetime(2024, 9, 3, tzinfo=UTC)


def cleaned(html: str = "<p>It was late.</p>", **fields: object) -> Article:
    """The article of an item with the given body and other fields of JSON Feed."""
    item = {"id": "1", "title": "Ferry late again", "content_html": html, **fields}
    return clean(RawDocument(json.dumps(item).encode(), "https://h.example/1", SourceFormat.FEED_ITEM, NOW))


def texts(html: str, **fields: object) -> list[str]:
    return [block.text for block in cleaned(html, **fields).blocks]


def test_what_an_item_states_is_taken_at_its_word() -> None:
    page = '<html lang="fr"><head><title>Other</title><link rel="canonical" href="https://x.example/"></head><p>It was.'
    article = cleaned(
        page,
        url="https://h.example/1",
        date_published="2024-09-02T10:30:00-05:00",
        authors=[{"name": "By ANN BEE"}, {"name": "Bo Cy"}],
        language="en-GB",
        _broadsheet={"feed_title": "Harbour News", "is_summary": True},
    )
    assert (article.title, article.byline, article.outlet) == ("Ferry late again", "Ann Bee, Bo Cy", "Harbour News")
    assert (article.address, article.language) == ("https://h.example/1", "en")
    assert article.published.day == date(2024, 9, 2)
    assert article.published.moment == datetime(2024, 9, 2, 10, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert (article.published.basis, article.published.precision) == (Basis.STATED, Precision.MINUTE)
    assert article.published.evidence == ('the feed "2024-09-02T10:30:00-05:00"',)


@pytest.mark.parametrize(
    ("words", "day", "precision"),
    [
        ("2024-09-02", date(2024, 9, 2), Precision.DAY),
        ("2024-09-02T10:30:00", date(2024, 9, 2), Precision.DAY),
        ("September 2024", date(2024, 9, 1), Precision.MONTH),
        ("yesterday", None, Precision.DAY),
        ("", None, Precision.DAY),
    ],
)
def test_a_date_is_no_more_exact_than_the_feed_states_it(words: str, day: date | None, precision: Precision) -> None:
    published = cleaned(date_published=words).published
    assert (published.day, published.precision) == (day, precision)


@pytest.mark.parametrize(
    "body",
    [
        "One short sentence.",
        "Subscribe. Share. Comments. Advertisement",
        "<p>Photo: A.</p><p>Yes</p><p>No</p>",
        "<ul><li>one</li><li>two</li></ul>",
        "<p>Follow us on the road to the harbour.</p><p>Related: nothing.</p>",
    ],
)
def test_nothing_of_an_item_is_taken_for_the_page_around_it(body: str) -> None:
    article = cleaned(body)
    assert not article.dropped
    words = re.findall(r"\w+", re.sub(r"<[^>]*>", " ", body))
    assert re.findall(r"\w+", " ".join(block.text for block in article.blocks)) == words
    assert all(line.reason for line in article.lines)


def test_blocks_keep_their_kind_links_and_emphasis() -> None:
    article = cleaned(
        "<h2>At sea</h2><p>A <b>dam</b> <a href='https://h.example/x'>broke</a> and <a href='/y'>so</a> on.</p>"
        "<blockquote><p>It was <em>loud</em>.</p></blockquote><ol><li>one</li></ol>"
        "<figure><img src='x'><figcaption>The dam on Monday.</figcaption></figure>"
    )
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.HEADING, "At sea"),
        (BlockKind.PARAGRAPH, "A dam broke and so on."),
        (BlockKind.QUOTATION, "It was loud."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.CAPTION, "The dam on Monday."),
    ]
    assert article.blocks[1].markup == (
        Markup(2, 5, MarkupKind.STRONG),
        Markup(6, 11, MarkupKind.LINK, "https://h.example/x"),
    )
    assert article.blocks[2].markup == (Markup(7, 11, MarkupKind.EMPHASIS),)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One.<br><br>Two", ["One.", "Two"]),
        ("One.<br>Two.", ["One.", "Two."]),
        ("Roses are red,<br>violets are blue", ["Roses are red, violets are blue"]),
        ("<table><tr><th>Port</th><td>Varn</td></tr><tr><td>a<td>b</table>", ["Port | Varn", "a | b"]),
        ("<script>track()</script><style>p{}</style>Text<iframe src='x'>no</iframe>", ["Text"]),
        ("Costs &lt; 5 &amp;amp; more", ["Costs < 5 &amp; more"]),
        ("<p>Open <b>bold <p>next", ["Open bold", "next"]),
        ("<p></p><p> - </p><p>Text</p>", ["Text"]),
    ],
)
def test_text_is_parted_as_feeds_part_it(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    "footer",
    [
        '<p>The post <a href="https://h.example/1">Ferry late</a> appeared first on <a href="https://h.example">H</a>.</p>',
        '<p>The post Ferry late first appeared on H.</p>',
        '<p><a href="https://h.example/1">Read more</a></p>',
        '<p><a href="https://h.example/1">Continue reading &rarr;</a></p>',
        '<a href="https://h.example/1">Read the full story at Harbour News »</a>',
        '<p><a href="https://h.example/1#comments">Comments</a></p>',
    ],
)  # fmt: skip
def test_what_feeds_add_below_is_left_out_with_the_reason(footer: str) -> None:
    article = cleaned(f"<p>It was late.</p>{footer}")
    assert [block.text for block in article.blocks] == ["It was late."]
    [dropped] = article.dropped
    assert (dropped.role, dropped.reason) == (LineRole.CHROME, "a footer that feeds add")


def test_a_link_to_the_rest_is_taken_off_a_sentence() -> None:
    more = '<a href="https://h.example/1">Read more</a> »'
    article = cleaned(f'The <a href="https://h.example/f">ferry</a> was late. {more}')
    [block] = article.blocks
    assert block.text == "The ferry was late."
    assert block.markup == (Markup(4, 9, MarkupKind.LINK, "https://h.example/f"),)
    assert article.lines[-1].reason == "text of the feed's item, without its link to read more"


def test_a_sentence_that_ends_in_another_link_is_whole() -> None:
    assert texts('See <a href="https://h.example/1">more ferries</a>.') == ["See more ferries."]
    assert texts('They <a href="https://h.example/1">read more</a>.') == ["They read more."]
    assert texts('It sank. <a href="https://h.example/1">More ferries sank</a>.') == ["It sank. More ferries sank."]


def test_the_title_is_not_said_twice() -> None:
    article = cleaned("<h1>Ferry Late Again</h1><p>It was.</p>")
    assert [block.text for block in article.blocks] == ["It was."]
    assert article.dropped[0].role is LineRole.REPEATED


def test_an_item_without_text_is_an_article_of_its_title_or_address() -> None:
    assert texts("") == ["Ferry late again"]
    article = cleaned("", title="", url="https://h.example/1")
    assert (article.title, article.blocks[0].text) == ("https://h.example/1", "https://h.example/1")


def test_an_item_without_a_title_goes_by_its_first_words() -> None:
    assert cleaned("<p>The ferry was late.</p>", title="").title == "The ferry was late."


@pytest.mark.parametrize("content", [b"no json", b"[]", b"7", b"{" * 50_000, b'{"title": 7, "url": []}', b"{}"])
def test_what_is_no_item_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(CleaningError) as caught:
        clean(RawDocument(content, "x", SourceFormat.FEED_ITEM, NOW))
    assert str(caught.value).isprintable()


@given(st.text(max_size=200))
def test_any_body_gives_blocks_whose_markup_lies_inside(body: str) -> None:
    for block in cleaned(body).blocks:
        assert block.text.strip()
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.markup)

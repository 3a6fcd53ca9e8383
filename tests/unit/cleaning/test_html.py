"""Saved web pages: the body with its structure, what the page states, and every line with its role."""

from __future__ import annotations

import json
from datetime import date

import pytest

from articles.cleaning.html import clean_fragment, clean_html
from articles.cleaning.metadata import PageMetadata
from articles.model import Article, Basis, LineRole, MarkupKind, Precision, Published, SourceFormat
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, role_of, texts

BODY = (
    f'<nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>{TITLE}</h1><p>By Jane Doe</p>'
    "<figure><figcaption>Waves break over the pier. (AP Photo/John Roe)</figcaption></figure>"
    f"<p>{PROSE[0].replace('the harbour', '<b>the harbour</b>')}</p>"
    f"<p>{PROSE[1].replace('Two ferries', '<a href=/f>Two ferries</a>')}</p>"
    "<h2>What the port says</h2>"
    "<blockquote><p>We have never seen anything like it in all of our lives.</p></blockquote>"
    f"<ul><li>Two ferries were held in the bay overnight.</li></ul><p>{PROSE[2]}</p></article>"
    "<aside>Most read</aside><footer>© 2024 The Harbour Gazette Ltd. All rights reserved.</footer>"
)


def html(head: str = "", body: str = BODY, lang: str = "en-GB") -> Article:
    return cleaned(
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>', SourceFormat.HTML
    )


def test_the_body_keeps_its_structure() -> None:
    article = html()
    assert [block.kind.value for block in article.blocks] == [
        "caption", "paragraph", "paragraph", "heading", "quotation", "list item", "paragraph",
    ]  # fmt: skip
    assert texts(article) == list(PROSE)
    assert (article.blocks[0].text, article.blocks[0].credit) == ("Waves break over the pier.", "AP Photo/John Roe")


def test_links_and_emphasis_stand_where_they_stood() -> None:
    marks = [
        (block.text[mark.start : mark.end], mark.kind, mark.target) for block in html().blocks for mark in block.markup
    ]
    assert marks == [("the harbour", MarkupKind.STRONG, ""), ("Two ferries", MarkupKind.LINK, "/f")]


def test_every_line_of_the_page_has_its_role() -> None:
    article = html()
    assert role_of(article, TITLE) is LineRole.TITLE
    assert role_of(article, "By Jane Doe") is LineRole.BYLINE
    assert role_of(article, PROSE[2]) is LineRole.PARAGRAPH
    assert {line.text for line in article.dropped} >= {
        "Most read",
        "© 2024 The Harbour Gazette Ltd. All rights reserved.",
    }
    assert all(line.reason for line in article.lines)


def test_lines_state_what_metadata_does_not() -> None:
    article = html()
    assert (article.title, article.byline, article.outlet, article.language) == (
        TITLE,
        "Jane Doe",
        "The Harbour Gazette",
        "en",
    )


def test_json_ld_comes_first() -> None:
    fields = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2024-03-04T10:00:00+09:00",
        "author": [{"name": "Ann Roe"}, {"name": "Jim Poe"}],
        "publisher": {"name": "Varn Post"},
    }
    article = html(
        f'<script type="application/ld+json">{json.dumps({"@graph": [fields]})}</script>'
        '<meta property="article:published_time" content="2020-01-01"><meta name="author" content="Somebody Else">'
    )
    assert (article.byline, article.outlet) == ("Ann Roe and Jim Poe", "Varn Post")
    assert (article.published.day, article.published.precision) == (date(2024, 3, 4), Precision.MINUTE)
    assert article.published.evidence == ('JSON-LD datePublished "2024-03-04T10:00:00+09:00"',)


@pytest.mark.parametrize(
    ("head", "where"),
    [
        ('<meta property="article:published_time" content="2024-03-04">', "meta article:published_time"),
        ('<meta name="DC.date.issued" content="4 March 2024">', "meta dc.date.issued"),
    ],
)
def test_dates_in_meta_elements_say_where_they_are_from(head: str, where: str) -> None:
    published = html(head).published
    assert (published.day, published.basis) == (date(2024, 3, 4), Basis.STATED)
    assert published.evidence[0].startswith(where)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="1970-01-01">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2024-03-04"}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        '<meta property="article:modified_time" content="2024-03-04">',
    ],
)
def test_epochs_changes_and_broken_statements_date_nothing(head: str) -> None:
    assert html(head).published.day is None


def test_the_canonical_address_is_kept() -> None:
    assert (
        html('<link rel="canonical" href="https://gazette.example/storm">').address == "https://gazette.example/storm"
    )


def test_the_outlet_in_the_window_title_is_not_of_the_title() -> None:
    article = html(f"<title>{TITLE} – Varn Daily Post</title>")
    assert (article.title, article.outlet) == (TITLE, "Varn Daily Post")


def test_scripts_are_no_text() -> None:
    article = html(body=BODY + "<script>alert('x')</script><style>p {}</style>")
    assert not any("alert" in line.text or "p {" in line.text for line in article.lines)


def test_a_page_without_a_body_is_read_by_the_rules_for_plain_text() -> None:
    article = html(body="<br>".join([TITLE, *PROSE]))
    assert texts(article) == list(PROSE)


@pytest.mark.parametrize(
    "source",
    [
        '<!--\n{"@type": "NewsArticle", "headline": "Varn shuts port", "datePublished": "2024-03-04"}\n-->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Varn shuts port", "datePublished": "2024-03-04"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Varn shuts port", "datePublished": "2024-03-04",};',
        '{"@type": "Person"}{"@type": "NewsArticle", "headline": "Varn shuts port", "datePublished": "2024-03-04"}',
        '[{"@type": ["Thing", "NewsArticle"], "headline": "Varn\n shuts port", "datePublished": "2024-03-04"}]',
        '{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Varn shuts port",'
        ' "datePublished": ["2024-03-04"]}}]}',
    ],
)
def test_json_ld_is_read_however_it_is_wrapped(source: str) -> None:
    article = html(f'<script type="application/ld+json">{source}</script>', BODY.replace(f"<h1>{TITLE}</h1>", ""))
    assert (article.title, article.published.day) == ("Varn shuts port", date(2024, 3, 4))


def test_entities_in_json_ld_are_characters() -> None:
    fields = '{"@type": "NewsArticle", "headline": "Port &amp; pier shut", "author": {"name": "Zo&euml; Roe"}}'
    article = html(f'<script type="application/ld+json">{fields}</script>', BODY.replace(f"<h1>{TITLE}</h1>", ""))
    assert (article.title, article.byline) == ("Port & pier shut", "Zoë Roe")


def test_microdata_states_what_nothing_else_does() -> None:
    article = html(
        body=BODY.replace("<p>By Jane Doe</p>", '<span itemprop="author">Ann Roe</span>').replace(
            "</h1>", '</h1><span itemprop="datePublished" content="2024-03-04T09:00:00+01:00">Monday</span>'
        )
    )
    assert (article.byline, article.published.day) == ("Ann Roe", date(2024, 3, 4))


@pytest.mark.parametrize(
    ("heading", "stated", "title"),
    [
        (TITLE, "Storm: harbour of Port Varn is closed | Gazette", TITLE),
        ("The Harbour Gazette", TITLE, TITLE),
        (TITLE, "Opinion | " + TITLE, TITLE),
    ],
)
def test_the_title_is_the_headline_as_it_is_shown(heading: str, stated: str, title: str) -> None:
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="Gazette">'
    assert html(head, BODY.replace(f"<h1>{TITLE}</h1>", f"<h1>{heading}</h1>")).title == title


def test_a_table_keeps_its_rows() -> None:
    rows = "".join(f"<tr><td>Pier {number}</td><td><p>{number * 7} boats</p></td></tr>" for number in range(1, 6))
    article = html(body=BODY.replace(f"<p>{PROSE[2]}</p>", f"<table>{rows}</table><p>{PROSE[2]}</p>"))
    assert "Pier 3 | 21 boats" in texts(article)


def test_links_to_other_articles_among_the_text_are_left_out() -> None:
    links = '<p><a href="/a">Read more: The night the sea wall broke</a></p>'
    article = html(body=BODY.replace("<h2>", links + "<h2>"))
    assert role_of(article, "Read more: The night the sea wall broke") is LineRole.CHROME


def test_the_end_of_a_text_is_no_call_to_follow_it() -> None:
    call = '<p><em>Follow the Gazette on <a href="/m">Mastodon</a> for more news.</em></p>'
    article = html(body=BODY.replace("</article>", call + "</article>"))
    assert role_of(article, "Follow the Gazette on Mastodon for more news.") is LineRole.CHROME


def test_what_is_shown_on_pointing_is_no_text() -> None:
    hidden = '<span class="tooltip-content">Port Varn is a port.</span>'
    article = html(body=BODY.replace("The mayor", f"{hidden}The mayor", 1).replace("the harbour", "the harbour", 1))
    assert not any("is a port" in line.text for line in article.lines)


def test_what_is_given_comes_before_what_the_page_states() -> None:
    given = PageMetadata(title="From the feed", byline="Jim Poe", published=Published(date(2020, 1, 1)))
    article = clean_html(f"<div>{BODY}</div>", given)
    assert (article.title, article.byline, article.published.day) == ("From the feed", "Jim Poe", date(2020, 1, 1))
    assert texts(article) == list(PROSE)


def test_lists_keep_their_numbers_and_depth() -> None:
    lists = (
        '<ol start="3"><li>Two ferries were held in the bay.'
        "<ul><li><p>One was old.</p><p>It leaked badly.</p></li></ul></li>"
        '<li value="9">The pier was closed.</li><li>It rained.</li></ol>'
    )
    blocks = html(body=BODY.replace("<h2>", lists + "<h2>")).blocks
    at = next(number for number, block in enumerate(blocks) if block.marker)
    assert [(block.kind.value, block.marker, block.depth, block.text) for block in blocks[at : at + 5]] == [
        ("list item", "3.", 0, "Two ferries were held in the bay."),
        ("list item", "", 1, "One was old."),
        ("paragraph", "", 2, "It leaked badly."),
        ("list item", "9.", 0, "The pier was closed."),
        ("list item", "10.", 0, "It rained."),
    ]


def test_a_fragment_is_all_text() -> None:
    given = PageMetadata(title="From the feed", outlet="Varn Post")
    article = clean_fragment(
        "<p>It rained.</p><h2>Piers</h2><ol><li>One</li><li>Two</li></ul><p>It went on.</p>", given
    )
    assert [block.text for block in article.blocks] == ["It rained.", "Piers", "One", "Two", "It went on."]
    assert (article.title, article.outlet) == ("From the feed", "Varn Post")


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        ("Words without tags", ["Words without tags"]),
        ("Ships &amp; boats", ["Ships & boats"]),
        ("", []),
        ("<img src=a>", []),
        ("<script>alert(1)</script>", []),
        ("&#27;[31mred", ["␛[31mred"]),
    ],
)
def test_small_fragments(fragment: str, shown: list[str]) -> None:
    assert [block.text for block in clean_fragment(fragment).blocks] == shown


def test_a_fragment_that_ends_in_a_link_to_the_rest_ends_before_it() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in PROSE)
    article = clean_fragment(f'{paragraphs}<p><a href="/rest">Continue reading</a></p>', PageMetadata(title=TITLE))
    assert texts(article) == list(PROSE)


def test_a_text_that_only_the_metadata_hold_is_the_article() -> None:
    fields = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(PROSE)})
    article = html(
        f'<script type="application/ld+json">{fields}</script>',
        "<nav>Home</nav><div id=app></div><p>Turn on JavaScript to read this.</p>",
    )
    assert (article.title, texts(article)) == (TITLE, list(PROSE))
    assert role_of(article, "Turn on JavaScript to read this.") is LineRole.CHROME


def test_a_text_in_the_metadata_does_not_replace_the_one_that_is_shown() -> None:
    fields = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(PROSE)})
    article = html(f'<script type="application/ld+json">{fields}</script>')
    assert texts(article) == list(PROSE)
    assert MarkupKind.LINK in {mark.kind for block in article.blocks for mark in block.markup}

"""Feeds of every format give the same plain items."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import FeedItem, SourceFormat
from articles.sources.feeds import MOST_ITEMS, item_document, parse_feed
from tests.unit.sources.feeds import ADDRESS, ATOM, atom, only, parsed, rss

PARAGRAPH = (
    "<p>The ferry to the islands was late again on Monday, and nobody could say when the next one would sail.</p>"
)


def test_rss_2_gives_all_that_an_item_says() -> None:
    feed = parsed(
        rss(
            "<title>Ferry late &amp;amp; full</title><link>/2024/ferry?utm_source=rss&amp;id=7</link>"
            "<guid isPermaLink='false'>ferry-7</guid><dc:creator>Ann Bee</dc:creator>"
            "<pubDate>Mon, 02 Sep 2024 10:30:00 EST</pubDate><description>It was late.</description>",
            head="<title>Harbour News</title><link>https://harbour.example/</link><language>en-gb</language>",
        )
    )
    assert (feed.title, feed.home) == ("Harbour News", "https://harbour.example/")
    assert feed.items == (
        FeedItem(
            key="ferry-7",
            address="https://harbour.example/2024/ferry?id=7",
            title="Ferry late & full",
            author="Ann Bee",
            published="2024-09-02T10:30:00-05:00",
            html="It was late.",
            is_summary=True,
            language="en-gb",
        ),
    )


def test_rss_1_is_read() -> None:
    feed = parsed(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://h.example/"><title>H</title>'
        "<link>https://h.example/</link><items><rdf:Seq><rdf:li resource='x'/></rdf:Seq></items></channel>"
        '<item rdf:about="https://h.example/1"><title>One</title><link>https://h.example/1</link>'
        "<dc:date>2024-09-02T10:30:00+02:00</dc:date></item></rdf:RDF>"
    )
    assert feed.title == "H"
    [item] = feed.items
    assert (item.key, item.title, item.published) == ("https://h.example/1", "One", "2024-09-02T10:30:00+02:00")


def test_rss_0_91_is_read() -> None:
    feed = parsed(
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"'
        ' "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>H</title>'
        "<item><title>Caf&eacute;</title><link>https://h.example/1</link></item></channel></rss>"
    )
    assert [item.title for item in feed.items] == ["Café"]


def test_atom_is_read_with_its_bases_and_kinds_of_content() -> None:
    feed = parsed(
        f'<feed {ATOM} xml:base="https://h.example/deep/" xml:lang="de"><title type="html">H &amp;amp; G</title>'
        '<link rel="self" href="feed"/><link href="/"/><author><name>The Desk</name></author>'
        '<entry><id>tag:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">An <em>x</em></div></title>'
        '<link rel="enclosure" href="a.mp3"/><link href="one"/><published>2024-09-02T10:30:00.5Z</published>'
        "<updated>2024-10-02T10:30:00Z</updated>"
        '<content type="xhtml" xml:base="https://other.example/"><div xmlns="http://www.w3.org/1999/xhtml">'
        '<p>See <a href="map">it</a></p></div></content></entry>'
        '<entry xml:lang="fr"><id>tag:2</id><title>1 &lt; 2</title><author><name>Ann</name></author>'
        "<author><name>Bo</name></author><summary>if a &lt; b\n\nthen c</summary><updated>2024-10-02</updated></entry>"
        "</feed>"
    )
    assert (feed.title, feed.home) == ("H & G", "https://h.example/")
    one, two = feed.items
    assert (one.title, one.address, one.author) == ("An x", "https://h.example/deep/one", "The Desk")
    assert one.html == '<p>See <a href="https://other.example/map">it</a></p>'
    assert (one.published, one.language) == ("2024-09-02T10:30:00+00:00", "de")
    assert (two.title, two.author, two.published, two.language) == ("1 < 2", "Ann and Bo", "2024-10-02", "fr")
    assert two.html == "<p>if a &lt; b</p>\n<p>then c</p>"


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])
def test_json_feed_is_read(version: str) -> None:
    authors = {"author": {"name": "Ann"}} if version.endswith("/1") else {"authors": [{"name": "Ann"}]}
    items = [
        {"id": 7, "url": "/7", "title": "One", "content_html": PARAGRAPH * 6, "date_published": "2024-09-02T10:30:00Z"},
        {"id": "8", "external_url": "https://x.example/8#utm_source=a", "content_text": "a < b\n\nc", "language": "fr"},
        {"id": "9", "url": "https://h.example/9", "summary": "Short.", "authors": [{"name": "Bo"}, {"url": "x"}]},
        "no item",
        {},
    ]
    feed = parsed(json.dumps({"version": version, "title": "H", "language": "de", "items": items, **authors}))
    one, two, three = feed.items
    assert (one.key, one.address, one.author, one.language) == ("7", "https://harbour.example/7", "Ann", "de")
    assert (one.published, one.is_summary) == ("2024-09-02T10:30:00+00:00", False)
    assert (two.address, two.html, two.language) == ("https://x.example/8", "<p>a &lt; b</p>\n<p>c</p>", "fr")
    assert (three.html, three.author, three.is_summary) == ("<p>Short.</p>", "Bo", True)


def test_a_json_feed_that_does_not_say_so_is_known_by_its_items() -> None:
    feed = parsed('{"items": [{"id": "1", "content_text": "It was late.\\n\\nAgain."}, 7]}')
    assert [item.html for item in feed.items] == ["<p>It was late.</p>\n<p>Again.</p>"]
    assert parsed('{"version": "https://jsonfeed.org/version/1", "items": 7}').items == ()


def test_of_a_long_json_feed_the_newest_are_kept() -> None:
    start = datetime(2024, 9, 2, tzinfo=UTC)
    items = [
        {"id": str(number), "title": str(number), "date_published": (start + timedelta(minutes=number)).isoformat()}
        for number in range(1_300)
    ]
    feed = parsed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert [item.title for item in feed.items] == [str(number) for number in range(800, 1_300)]


@pytest.mark.parametrize(
    ("inside", "key", "address"),
    [
        ("<guid>https://h.example/1</guid>", "https://h.example/1", "https://h.example/1"),
        ("<guid isPermaLink='false'>https://h.example/1</guid>", "https://h.example/1", ""),
        ("<guid>7</guid><link>https://h.example/1</link>", "7", "https://h.example/1"),
        ("<link> https://h.example/1\n</link>", "https://h.example/1", "https://h.example/1"),
        ("<guid>7</guid><link>javascript:alert(1)</link>", "7", ""),
        ("<guid>7</guid><link>file:///etc/passwd</link>", "7", ""),
        ("<guid>7</guid><link>mailto:a@b.example</link>", "7", ""),
    ],
)
def test_an_item_goes_by_its_id_or_its_address(inside: str, key: str, address: str) -> None:
    item = only(rss(f"<title>T</title>{inside}"))
    assert (item.key, item.address) == (key, address)


def test_an_item_without_id_and_address_goes_by_its_words() -> None:
    one, two = parsed(rss("<title>One</title>", "<title>Two</title>")).items
    assert one.key != two.key
    assert one.key == only(rss("<title>One</title>")).key


def test_items_that_share_an_id_are_told_apart() -> None:
    feed = parsed(
        rss(
            "<guid isPermaLink='false'>x</guid><link>/1</link><title>One</title>",
            "<guid isPermaLink='false'>x</guid><link>/2</link><title>Two</title>",
            "<guid isPermaLink='false'>x</guid><title>Three</title>",
            "<guid isPermaLink='false'>x</guid><title>Three</title>",
            "<guid isPermaLink='false'>y</guid><title>Four</title>",
        )
    )
    assert [item.title for item in feed.items] == ["One", "Two", "Three", "Four"]
    keys = [item.key for item in feed.items]
    assert keys[:2] == ["https://harbour.example/1", "https://harbour.example/2"]
    assert keys[3] == "y"
    assert len(set(keys)) == 4


def test_what_says_nothing_is_no_item() -> None:
    assert parsed(rss("", "<enclosure url='a.mp3'/>", "<title> </title>")).items == ()


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("AT&T", "AT&T"),
        ("Q&A: who&#8217;s next?", "Q&A: who’s next?"),
        ("&lt;b&gt;Bold&lt;/b&gt; move", "Bold move"),
        ("&amp;lt;i&amp;gt;Italic&amp;lt;/i&amp;gt; move", "Italic move"),
        ("<![CDATA[A <em>marked</em> move &amp; more]]>", "A marked move & more"),
        ("<![CDATA[One<br/>two]]>", "One two"),
        ("5 &lt; 6 and 7 &gt; 6", "5 < 6 and 7 > 6"),
        ("Vec&lt;String&gt; explained", "Vec<String> explained"),
        ("  two\n lines\t ", "two lines"),
        ("a &#x1b;[31m b \u202e c", "a [31m b c"),
        ("Tom&nbsp;&mdash;&nbsp;Jo &unknown; x", "Tom — Jo &unknown; x"),
    ],
)
def test_a_title_is_plain_text(written: str, title: str) -> None:
    assert only(rss(f"<title>{written}</title><link>/1</link>")).title == title


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Mon, 02 Sep 2024 10:30:00 GMT", "2024-09-02T10:30:00+00:00"),
        ("Mon, 02 Sep 2024 10:30:00 PDT", "2024-09-02T10:30:00-07:00"),
        ("Mon, 02 Sep 2024 10:30 +0200", "2024-09-02T10:30:00+02:00"),
        ("02 Sep 24 10:30:00 CEST", "2024-09-02T10:30:00+02:00"),
        ("Wed, 02 Sep 2024 10:30:00 Z", "2024-09-02T10:30:00+00:00"),
        ("Monday, September 2, 2024 - 10:30", "2024-09-02T10:30:00"),
        ("2024-09-02T10:30:00.123456+05:30", "2024-09-02T10:30:00+05:30"),
        ("2024-09-02 10:30:00", "2024-09-02T10:30:00"),
        ("Tue, 03 Sep 2024", "2024-09-03"),
        ("20240902", "2024-09-02"),
        ("1725273000", "2024-09-02T10:30:00+00:00"),
        ("1725273000000", "2024-09-02T10:30:00+00:00"),
        ("September 2024", "September 2024"),
        ("Mon, 02 Sep 2024 25:99:00 GMT", "Mon, 02 Sep 2024 25:99:00 GMT"),
        ("yesterday at noon", "yesterday at noon"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("", ""),
    ],
)
def test_dates_of_every_form_are_iso_with_the_zone_they_state(written: str, iso: str) -> None:
    assert only(rss(f"<title>T</title><pubDate>{written}</pubDate>")).published == iso


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ("<dc:creator>Ann Bee</dc:creator>", "Ann Bee"),
        ("<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator><dc:creator>Cy</dc:creator>", "Ann, Bo and Cy"),
        ("<author>ann@h.example (Ann Bee)</author>", "Ann Bee"),
        ("<author>ann@h.example</author>", ""),
        ("<dc:creator><![CDATA[<a href='/ann'>Ann Bee</a>]]></dc:creator>", "Ann Bee"),
    ],
)
def test_authors_are_names(inside: str, author: str) -> None:
    assert only(rss(f"<title>T</title>{inside}")).author == author


def test_the_editor_of_a_feed_is_not_the_author_of_its_items() -> None:
    head = "<title>H</title><managingEditor>desk@h.example (The Desk)</managingEditor>"
    assert only(rss("<title>T</title>", head=head)).author == ""


def encoded(content: str) -> str:
    return f"<content:encoded><![CDATA[{content}]]></content:encoded>"


@pytest.mark.parametrize(
    ("inside", "is_summary"),
    [
        (f"<description>A short summary.</description>{encoded(PARAGRAPH * 6)}", False),
        (f"<description>Short.</description>{encoded(PARAGRAPH)}", False),
        (f"{encoded(PARAGRAPH)}", True),
        (f"<description>{PARAGRAPH}</description>{encoded(PARAGRAPH)}", True),
        (encoded(PARAGRAPH * 6 + "<p>And then […]</p>"), True),
        (encoded(PARAGRAPH * 6 + "<p><a href='/1'>Continue reading &rarr;</a></p>"), True),
        ("<description>Short.</description>", True),
        (f"<description><![CDATA[{PARAGRAPH * 4}]]></description>", True),
        (f"<description><![CDATA[{PARAGRAPH * 16}]]></description>", False),
        (f"<description><![CDATA[{PARAGRAPH.replace('p>', 'i>') * 16}]]></description>", True),
        ("", True),
    ],
)
def test_a_summary_is_told_from_a_full_text(inside: str, is_summary: bool) -> None:
    assert only(rss(f"<title>T</title>{inside}")).is_summary == is_summary


def test_the_full_text_is_taken_before_the_summary() -> None:
    item = only(rss(f"<title>T</title><description>Short.</description>{encoded(PARAGRAPH)}"))
    assert item.html == PARAGRAPH


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("&lt;p&gt;A &amp;amp; B&lt;/p&gt;", "<p>A &amp; B</p>"),
        ("&amp;lt;p&amp;gt;Twice&amp;lt;/p&amp;gt;", "<p>Twice</p>"),
        ("<![CDATA[<p>A &amp; B</p>]]>", "<p>A &amp; B</p>"),
        ("<p>Not <b>escaped</b></p>", "<p>Not <b>escaped</b></p>"),
        ("Plain words", "Plain words"),
    ],
)
def test_a_text_is_html_however_it_is_escaped(written: str, html: str) -> None:
    assert only(rss(f"<title>T</title><description>{written}</description>")).html == html


def test_links_in_the_text_are_resolved_against_the_item() -> None:
    body = "<a href='map.html'>m</a> <img src=\"/i.png\"> <a href='https://x.example/'>x</a> <a href='#top'>t</a>"
    item = only(rss(f"<title>T</title><link>/2024/ferry/</link>{encoded(body)}"))
    assert item.html == (
        '<a href="https://harbour.example/2024/ferry/map.html">m</a> <img src="https://harbour.example/i.png">'
        " <a href='https://x.example/'>x</a> <a href='#top'>t</a>"
    )


def numbered(count: int, *, newest_first: bool) -> list[str]:
    """Items a minute apart, named by their age in minutes."""
    items = [
        f"<title>{age}</title><pubDate>Mon, 02 Sep 2024 {(1439 - age) // 60:02}:{(1439 - age) % 60:02}:00 GMT</pubDate>"
        for age in range(count)
    ]
    return items if newest_first else items[::-1]


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("count", [MOST_ITEMS, MOST_ITEMS + 100, 1_300])
def test_of_a_long_feed_the_newest_are_kept_in_its_order(count: int, newest_first: bool) -> None:
    found = [int(item.title) for item in parsed(rss(*numbered(count, newest_first=newest_first))).items]
    expected = list(range(MOST_ITEMS))
    assert found == (expected if newest_first else expected[::-1])


def test_of_a_long_feed_without_dates_the_first_are_kept() -> None:
    found = [item.title for item in parsed(rss(*(f"<title>{number}</title>" for number in range(1_200)))).items]
    assert found == [str(number) for number in range(MOST_ITEMS)]


def test_of_a_heavy_feed_fewer_are_read_but_the_newest() -> None:
    heavy = [item + "<category>x</category>" * 100 for item in numbered(1_300, newest_first=True)]
    found = [int(item.title) for item in parsed(rss(*heavy)).items]
    assert len(found) >= 200
    assert found[:50] == list(range(50))


ITEMS = st.builds(
    FeedItem, *[st.text(max_size=20)] * 6, is_summary=st.booleans(), language=st.sampled_from(["", "en", "de-AT"])
)
NOW = datetime(2024, 9, 2, 10, 30, tzinfo=UTC)


@given(st.text(max_size=20), ITEMS)
def test_equal_items_give_equal_documents_and_others_do_not(feed_title: str, item: FeedItem) -> None:
    raw = item_document(feed_title, item, NOW)
    assert raw == item_document(feed_title, item, NOW)
    assert raw.format is SourceFormat.FEED_ITEM
    assert raw.origin == (item.address or item.key)
    other = item_document(feed_title, FeedItem(item.key + "x", item.address, item.title), NOW)
    assert raw.content != other.content


def test_a_document_is_an_item_of_json_feed() -> None:
    raw = item_document("H", only(rss("<title>T</title><link>/1</link><dc:creator>Ann</dc:creator>")), NOW)
    assert json.loads(raw.content) == {
        "id": "https://harbour.example/1",
        "url": "https://harbour.example/1",
        "title": "T",
        "authors": [{"name": "Ann"}],
        "_broadsheet": {"feed_title": "H", "is_summary": True},
    }
    again = parse_feed(b'{"version": "https://jsonfeed.org/version/1.1", "items": [' + raw.content + b"]}", ADDRESS)
    assert [item.title for item in again.items] == ["T"]


def test_atom_without_entries_is_an_empty_feed() -> None:
    assert (parsed(atom()).title, parsed(atom()).items) == ("Harbour News", ())

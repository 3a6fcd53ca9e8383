"""Feeds that are broken, bombs or no feeds at all: read as far as they go, or refused in one line, and soon."""

from __future__ import annotations

import random
import time

import pytest

from articles.errors import SourceError
from articles.sources.feeds import parse_feed
from tests.unit.sources.feeds import ADDRESS, atom, only, parsed, rss

GOOD = rss(
    "<title>One &amp; only</title><link>/1</link><guid>1</guid><pubDate>Mon, 02 Sep 2024 10:30:00 GMT</pubDate>"
    "<content:encoded><![CDATA[<p>Text with a <a href='/x'>link</a>.</p>]]></content:encoded>",
    "<title>Two</title><link>/2</link><description>&lt;p&gt;Sum&lt;/p&gt;</description>",
)


def refusal(content: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        parse_feed(content, ADDRESS)
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" ",
        b"<html><head><title>Not found</title></head><body><p>Sorry.</body></html>",
        b"<!DOCTYPE html><title>rss feed channel</title>",
        b"A feed, in words only.",
        b"{}",
        b"[]",
        b'{"items": 7}',
        b'{"items": [7, {"id": 1, "title": "x"}]}',
        b'{"error": "not found"}',
        b"{" * 100_000,
        b'{"items": ' + b"[" * 100_000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b'<?xml version="1.0"?><sitemapindex></sitemapindex>',
        b"/etc/passwd",
    ],
)
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    assert refusal(content) == f"{ADDRESS}: not a feed. Name the address of an RSS, Atom or JSON feed."


def test_a_bomb_of_entities_has_nothing_to_burst() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">{entities}]>' + rss("<title>ha &l9;</title>")
    begun = time.process_time()
    assert only(laughs).title == "ha &l9;"
    assert time.process_time() - begun < 1


def test_a_long_entity_that_is_often_referred_to_does_not_grow() -> None:
    bomb = f'<!DOCTYPE l [<!ENTITY a "{"a" * 100_000}">]>' + rss(f"<title>T</title><description>{'&a;' * 20_000}")
    begun = time.process_time()
    assert len(only(bomb).html) < 200_000
    assert time.process_time() - begun < 2


def test_no_file_of_the_machine_gets_into_a_feed() -> None:
    thief = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + rss("<title>x &a; y</title>")
    assert only(thief).title == "x &a; y"


@pytest.mark.parametrize(
    "content",
    [
        b"<rss>" + b"<div>" * 200_000,
        b"<rss><channel><a " + b" ".join(b"a%d='1'" % number for number in range(50_000)) + b"/>",
        b"<rss><channel>" + b"".join(b"<x%d:a xmlns:x%d='u%d'/>" % (n, n, n) for n in range(5_000)),
    ],
)
def test_a_bomb_of_markup_is_refused(content: bytes) -> None:
    begun = time.process_time()
    assert refusal(content) == f"{ADDRESS}: more markup than any feed has. Leave it out."
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("piece", ["<![CDATA[", "<!--", "<?", "<!A", "&", "&#60;", ".", "<br ", "]]>"])
def test_what_is_repeated_without_end_takes_time_in_proportion(piece: str) -> None:
    inside = f"<title>T</title><description>{piece * 50_000}"
    data = f"<title>T</title><description><![CDATA[{piece * 50_000}]]></description>"
    for text in (rss(inside), rss(data)):
        begun = time.process_time()
        assert only(text).title == "T"
        assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("broken", "titles"),
    [
        (GOOD.replace("&amp;", "&"), ["One & only", "Two"]),
        (GOOD.replace("only", "only&nbsp;one &foo; &"), ["One & only one &foo; &", "Two"]),
        (GOOD.replace("only", "on\x00ly\x0b\x1f&#x1F;"), ["One & only", "Two"]),
        ("\ufeff\n\n   " + GOOD, ["One & only", "Two"]),
        ("<br />\n<b>Warning</b>: in <b>x.php</b> on line <b>7</b><br />\n" + GOOD, ["One & only", "Two"]),
        ("<html><body>Error</body></html>" + GOOD, ["One & only", "Two"]),
        (GOOD + "<script>track()</script></html>", ["One & only", "Two"]),
        (GOOD.replace("</channel></rss>", ""), ["One & only", "Two"]),
        (GOOD.replace("</title><link>/1", "</titel><link>/1"), None),
        (GOOD[: GOOD.index("Two") + 3], ["One & only"]),
        (GOOD[: GOOD.index("Text with")], ["One & only"]),
        (GOOD.replace('xmlns:content="http://purl.org/rss/1.0/modules/content/"', ""), ["One & only", "Two"]),
        (GOOD.replace("Two", "<b>Two</b>"), None),
        (GOOD.replace('version="2.0"', "version=2.0"), ["One & only", "Two"]),
        (GOOD.replace("<?xml version=", "<?xml encoding='utf-16' version="), ["One & only", "Two"]),
        (GOOD.replace("<item>", "<!-- a -- b --><item>", 1), ["One & only", "Two"]),
        (GOOD.replace("Text with", "]]>Text with"), None),
    ],
)
def test_what_browsers_forgive_is_read_as_far_as_it_goes(broken: str, titles: list[str] | None) -> None:
    found = [item.title for item in parsed(broken).items]
    assert len(found) >= 1
    if titles:
        assert found == titles


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "", ""),
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "", "iso-8859-1"),
        ("utf-8-sig", "utf-16", "windows-1252"),
        ("utf-16", "utf-16", ""),
        ("utf-16-le", "", "utf-16"),
        ("utf-16-be", "utf-8", "utf-8"),
        ("iso-8859-1", "iso-8859-1", ""),
        ("iso-8859-1", "utf-8", "utf-8"),
        ("windows-1252", "", "iso-8859-1"),
        ("iso-8859-1", "", "no-such-charset"),
        ("iso-8859-1", "unicode_escape", "zlib"),
    ],
)
def test_a_wrong_charset_does_not_spoil_a_feed(encoding: str, declared: str, charset: str) -> None:
    text = rss("<title>Café — Zoë</title>" if "125" in encoding or "utf" in encoding else "<title>Café, Zoë</title>")
    if declared:
        text = text.replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{declared}"?>')
    title = only(text.encode(encoding), charset=charset).title
    assert title in ("Café — Zoë", "Café, Zoë")


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "shift_jis", "euc-kr", "gb18030", "iso-2022-jp"])
def test_a_charset_that_is_stated_is_believed_where_it_fits(charset: str) -> None:
    words = {"windows-1251": "Порт", "koi8-r": "Порт", "euc-kr": "항구", "gb18030": "港口"}.get(charset, "港のニュース")
    text = rss(f"<title>{words}</title>")
    assert only(text.encode(charset), charset=charset).title == words
    declared = text.replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{charset}"?>')
    assert only(declared.encode(charset)).title == words


PIECES = (b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b'"', b"\0", b"<item>", b"&#", b"xmlns:a='")


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A copy with some of its bytes changed, cut out, repeated or put elsewhere."""
    body = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(body) or 1)
        end = min(len(body), start + chance.choice((1, 1, 3, 20, 200)))
        kind = chance.randrange(5)
        if kind == 0:
            body[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
        elif kind == 1:
            del body[start:end]
        elif kind == 2:
            body[start:start] = body[start:end] * chance.choice((1, 3, 50))
        elif kind == 3:
            body[start:start] = chance.choice(
                (b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b'"', b"\0", b"<item>", b"&#")
            )
        else:
            other = chance.randrange(len(body) or 1)
            body[other:other] = body[start:end]
    return bytes(body)


def test_2_000_mutated_feeds_are_read_or_refused_within_a_second() -> None:
    chance = random.Random(20240902)
    entry = "<id>1</id><title type='html'>A &lt;b&gt;</title><link href='/1'/><updated>2024-09-02T10:30:00Z</updated>"
    json_feed = (
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "T", "content_html": "x"}]}'
    )
    seeds = [GOOD.encode(), atom(f"{entry}<content type='html'>&lt;p&gt;x&lt;/p&gt;</content>").encode(), json_feed]
    refused = 0
    for number in range(2_000):
        content = mutated(seeds[number % len(seeds)], chance)
        begun = time.process_time()
        try:
            parse_feed(content, ADDRESS, chance.choice(("", "utf-8", "utf-16", "latin-1")))
        except SourceError:
            refused += 1
        assert time.process_time() - begun < 1, content
    assert 0 < refused < 1_500


def test_of_a_feed_that_breaks_off_the_last_item_is_not_taken() -> None:
    whole = "<item><title>One</title><description>All of it.</description></item>"
    cut = f"<rss version='2.0'><channel><title>T</title>{whole}<item><title>Two</title><description>Half of"
    assert [item.title for item in parse_feed(cut.encode(), ADDRESS).items] == ["One"]

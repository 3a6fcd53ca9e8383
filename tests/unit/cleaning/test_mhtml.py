"""Pages that browsers saved in one file."""

from __future__ import annotations

import base64
import quopri
import time
from datetime import date

import pytest

from articles.cleaning import clean
from articles.errors import CleaningError
from articles.model import Article, MarkupKind, RawDocument, SourceFormat
from articles.sources.formats import sniff
from tests.unit.cleaning.pages import NOW, PROSE, TITLE, texts

PAGE = (
    f"<!doctype html><html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
    f'<p>Zoë said: {PROSE[0]}</p><p>{PROSE[1]} <a href="../map">Map</a> <a href="cid:frame-1">frame</a></p>'
    f'<img src="cid:picture"><p>{PROSE[2]}</p></article></body></html>'
)
ADDRESS = "https://gazette.example/2024/03/04/storm"
HEAD = (
    f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: storm\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----part"\r\n\r\n'
).encode()


def part(body: bytes, kind: str = "text/html", encoding: str = "quoted-printable", location: str = ADDRESS) -> bytes:
    head = (
        f"------part\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {location}"
    )
    return head.encode() + b"\r\n\r\n" + body + b"\r\n"


def saved(*parts: bytes) -> Article:
    content = HEAD + b"".join(parts) + b"------part--\r\n"
    return clean(RawDocument(content, "page.mhtml", SourceFormat.MHTML, NOW))


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_part_is_read_in_its_encoding_and_charset(charset: str) -> None:
    body = PAGE.encode(charset)
    kind = f'text/html; charset="{charset}"'
    for encoded in (
        part(quopri.encodestring(body), kind),
        part(base64.encodebytes(body), kind, "base64"),
    ):
        article = saved(encoded, part(base64.b64encode(b"\x89PNG" * 50), "image/png", "base64"))
        assert article.title == TITLE
        assert texts(article)[0] == f"Zoë said: {PROSE[0]}"


def test_a_charset_that_is_wrong_or_unknown_is_found_out() -> None:
    body = quopri.encodestring(PAGE.encode())
    for charset in ("ascii", "no-such-charset", "base64"):
        assert texts(saved(part(body, f"text/html; charset={charset}")))[0].startswith("Zoë")


def test_the_address_it_was_saved_from_is_its_own_and_dates_it() -> None:
    article = saved(part(quopri.encodestring(PAGE.encode())))
    assert (article.address, article.published.day) == (ADDRESS, date(2024, 3, 4))


def test_links_are_relative_to_that_address() -> None:
    article = saved(part(quopri.encodestring(PAGE.encode())))
    links = [mark.target for block in article.blocks for mark in block.markup if mark.kind is MarkupKind.LINK]
    assert links == ["https://gazette.example/2024/03/map"]


def test_a_frame_holds_the_article_where_the_page_does_not() -> None:
    frameset = b'<html><frameset cols="20%,*"><frame src="cid:a"><frame src="cid:b"></frameset></html>'
    menu = b"<html><body><a href='/'>Home</a></body></html>"
    article = saved(part(frameset), part(menu), part(quopri.encodestring(PAGE.encode())))
    assert article.title == TITLE


@pytest.mark.parametrize(
    "content",
    [
        HEAD,
        HEAD + b"------part--\r\n",
        b"This is no saved page at all.\n" * 20,
        HEAD + part(b"", "text/html"),
        HEAD + part(base64.b64encode(b"GIF8"), "image/gif", "base64"),
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + b"x" * 1000,
    ],
)
def test_what_is_malformed_ends_in_one_line(content: bytes) -> None:
    with pytest.raises(CleaningError) as caught:
        clean(RawDocument(content, "page.mhtml", SourceFormat.MHTML, NOW))
    assert "\n" not in str(caught.value)


def test_parts_within_parts_without_end_are_refused_in_time() -> None:
    levels = b"".join(
        f"--b{n}\r\nContent-Type: multipart/related; boundary=b{n + 1}\r\n\r\n".encode() for n in range(20_000)
    )
    content = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n" + levels
    started = time.process_time()
    with pytest.raises(CleaningError):
        clean(RawDocument(content, "page.mhtml", SourceFormat.MHTML, NOW))
    assert time.process_time() - started < 10


def test_a_saved_page_is_known_by_how_it_begins() -> None:
    assert sniff(HEAD + part(PAGE.encode())) is SourceFormat.MHTML
    assert sniff(b"Content-Type: text/plain\n\nmultipart/related is a type.") is SourceFormat.TEXT

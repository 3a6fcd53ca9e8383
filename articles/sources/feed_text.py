"""The text of a feed from its bytes, and the plain text of what feeds write with markup in it."""

from __future__ import annotations

import codecs
import html
import re

from articles.text import one_line, printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{1,40})["']""")
_KNOWN = re.compile(r"ascii|big5|cp\d|euc|gb|hz|iso|johab|koi8|latin|mac|ptcp|shift|tis|utf-(?!7)", re.IGNORECASE)
"""Beginnings of the names of codecs that web pages are written in; Python has others, not all of them harmless."""
_WESTERN = frozenset({"ascii", "iso8859-1"})
"""Charsets that browsers read as Windows-1252, since those who name them mean it."""
_LONGEST_TITLE = 1_000
_TAGS = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|img|mark|p|q|s|small|span|strike|strong|sub|sup|time|tt|u"
    r"|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAKING = re.compile(r"</?(?:br|div|p|h[1-6])\b", re.IGNORECASE)


def decode_feed(content: bytes, charset: str = "") -> str:
    """The text of a feed without blanks before it.

    A byte order mark is believed first; then UTF-8 where letters beyond ASCII are valid in it, which is no chance;
    then what the server says, what the XML declaration says, and Windows-1252. Each only where the bytes fit it.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").lstrip("\ufeff \t\r\n\0")
    text = None if content.isascii() else _decoded(content, "utf-8")
    declared = _XML_ENCODING.search(content[:400])
    for encoding in (_wide(content), charset, declared[1].decode("ascii") if declared else "", "utf-8"):
        text = text if text is not None else _decoded(content, encoding)
    return (text if text is not None else content.decode("cp1252", "replace")).lstrip("\ufeff \t\r\n\0")


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name if encoding else ""
        if not _KNOWN.match(name) or name.startswith(("utf-16", "utf-32")) != bool(_wide(content)):
            return None
        return content.decode("cp1252", "replace") if name in _WESTERN else content.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _wide(content: bytes) -> str:
    """UTF-16 without a mark, by the NUL beside its first character."""
    return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be" if content[:1] == b"\0" else ""


def plain_title(text: str) -> str:
    """A title without markup: tags of HTML and entities gone, once or twice escaped, on one printable line.

    Only tags of HTML that titles have are taken out, so that `a <b> c` of a mathematician may be lost but
    `Vec<String>` is not.
    """
    text = text[:_LONGEST_TITLE]
    for _ in range(2):
        text = html.unescape(_without_tags(text))
    return one_line(printable(_without_tags(text)))


def _without_tags(text: str) -> str:
    return _TAGS.sub(lambda tag: " " if _BREAKING.match(tag[0]) else "", text)

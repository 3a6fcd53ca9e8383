"""Which format a document is in, by the ending of its name or, without one that says so, by how it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from articles.model import SourceFormat

SUFFIXES: Mapping[str, SourceFormat] = MappingProxyType(
    {
        ".txt": SourceFormat.TEXT,
        ".md": SourceFormat.MARKDOWN,
        ".markdown": SourceFormat.MARKDOWN,
        ".html": SourceFormat.HTML,
        ".htm": SourceFormat.HTML,
        ".xhtml": SourceFormat.HTML,
        ".mhtml": SourceFormat.MHTML,
        ".mht": SourceFormat.MHTML,
    }
)
"""Endings of file names, in lower case, that say what a file holds."""

FEED_SUFFIXES = (".rss", ".atom")
"""Endings of file names that saved feeds have and nothing else; one called otherwise is known by how it begins."""

_SNIFFED = 4096
_FEED = re.compile(
    rb"""<(?:[\w-]{1,40}:)?(?:rss|rdf|feed)[\s>]|\A\s*\{.{0,2000}?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org""",
    re.IGNORECASE | re.DOTALL,
)
_FEED_LIST = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|title|meta)[\s>]", re.IGNORECASE)
_HTML_ROOT = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"\A[A-Za-z-]{2,40}:[ \t]")
_SEVERAL_PARTS = re.compile(rb"^content-type:\s{0,9}multipart/related", re.IGNORECASE | re.MULTILINE)
_FRONT_MATTER = re.compile(rb"\A(?:---[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*:|\+\+\+[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*=)")
_HEADING = re.compile(rb"^#{1,6}[ \t]+\S", re.MULTILINE)
_LINK = re.compile(rb"\]\((?:https?://|/)[^)\s]{1,500}\)")


def is_feed(content: bytes) -> bool:
    """Whether a document begins as a feed does: RSS, Atom or JSON Feed."""
    head = _head(content)
    page = _HTML_ROOT.search(head)
    feed = _FEED.search(head)
    return feed is not None and (page is None or feed.start() < page.start())


def is_feed_list(content: bytes) -> bool:
    """Whether a document begins as OPML does."""
    return _FEED_LIST.search(_head(content)) is not None


def _head(content: bytes) -> bytes:
    return content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")


def sniff(content: bytes) -> SourceFormat:
    """The format that the beginning of a document speaks for; plain text when nothing else does."""
    head = _head(content)
    if _MAIL_HEADER.match(head) and _SEVERAL_PARTS.search(head):
        return SourceFormat.MHTML
    if _HTML.search(head):
        return SourceFormat.HTML
    if _FRONT_MATTER.match(head) or (_HEADING.search(head) and _LINK.search(head)) or head.startswith(b"# "):
        return SourceFormat.MARKDOWN
    return SourceFormat.TEXT

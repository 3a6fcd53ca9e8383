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

_SNIFFED = 4096
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|title|meta)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"\A[A-Za-z-]{2,40}:[ \t]")
_SEVERAL_PARTS = re.compile(rb"^content-type:\s{0,9}multipart/related", re.IGNORECASE | re.MULTILINE)
_FRONT_MATTER = re.compile(rb"\A(?:---[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*:|\+\+\+[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*=)")
_HEADING = re.compile(rb"^#{1,6}[ \t]+\S", re.MULTILINE)
_LINK = re.compile(rb"\]\((?:https?://|/)[^)\s]{1,500}\)")


def sniff(content: bytes) -> SourceFormat:
    """The format that the beginning of a document speaks for; plain text when nothing else does."""
    head = content[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    if _MAIL_HEADER.match(head) and _SEVERAL_PARTS.search(head):
        return SourceFormat.MHTML
    if _HTML.search(head):
        return SourceFormat.HTML
    if _FRONT_MATTER.match(head) or (_HEADING.search(head) and _LINK.search(head)) or head.startswith(b"# "):
        return SourceFormat.MARKDOWN
    return SourceFormat.TEXT

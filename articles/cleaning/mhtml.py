"""A web page that a browser saved in one file (MHTML, RFC 2557) to an article."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from articles.cleaning.decoding import decode
from articles.cleaning.html import clean_html
from articles.errors import CleaningError
from articles.model import Article
from articles.text import one_line, printable

_LONGEST_ADDRESS = 2000
_MOST_PAGES = 3
"""How many pages of a file are tried: the saved one, and the frames in it with most text."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page in a file, with the address that it was saved from; empty where that isn't said."""

    source: str
    address: str


def clean_mhtml(content: bytes, where: str, latest: date = date.max) -> Article:
    """The article in a saved page, or in the first of its frames that holds one.

    Args:
        content: The whole file.
        where: Its name, for messages.
        latest: The last day that the page could have been published on.

    Raises:
        CleaningError: It is no MHTML, or there is no page in it.
    """
    pages = saved_pages(content, where)
    articles = (replace(article, address=article.address or page.address) for page, article in _cleaned(pages, latest))
    tried = list(articles)
    return next((article for article in tried if article.blocks), tried[0])


def _cleaned(pages: tuple[SavedPage, ...], latest: date) -> Iterator[tuple[SavedPage, Article]]:
    for page in pages:
        article = clean_html(page.source, latest=latest)
        yield page, article
        if article.blocks:
            return


def saved_pages(content: bytes, where: str) -> tuple[SavedPage, ...]:
    """The page that was saved and the largest of its frames.

    Raises:
        CleaningError: The file is no MHTML, or there is no page in it.
    """
    try:
        message = message_from_bytes(content)
        parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        bodies = [part.get_payload(decode=True) for part in parts]
        address = message.get("Snapshot-Content-Location") or message.get("Content-Location") or ""
        pages = [
            _page(part, body, str(address)) for part, body in zip(parts, bodies, strict=True) if isinstance(body, bytes)
        ]
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError) as error:
        raise CleaningError("a saved page that cannot be taken apart", where, "Save it again, as HTML") from error
    pages = [page for page in pages if page.source.strip()]
    if not pages:
        raise CleaningError("a saved page with no page in it", where, "Save it again, as HTML")
    frames = sorted(pages[1:], key=lambda page: -len(page.source))
    return (pages[0], *frames[: _MOST_PAGES - 1])


def _page(part: Message, body: bytes, address: str) -> SavedPage:
    own = str(part.get("Content-Location") or "")
    stated = next((each for each in (own, address) if each.startswith(("http://", "https://"))), "")
    return SavedPage(_text(body, part.get_content_charset()), one_line(printable(stated), _LONGEST_ADDRESS))


def _text(body: bytes, charset: str | None) -> str:
    """The text of a part in the charset that its header names, if it is in that; else in the one that fits."""
    try:
        return printable(codecs.decode(body, charset)) if charset else decode(body).text
    except (LookupError, UnicodeError, TypeError):
        return decode(body).text

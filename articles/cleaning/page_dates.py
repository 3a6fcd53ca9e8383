"""When an HTML page says that its article was published, and where it says so: JSON-LD, meta elements, `<time>`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from articles.cleaning.dating import find_date, is_plausible, stated
from articles.cleaning.structured_fields import Json, text_of
from articles.clock import day_in_words
from articles.model import UNDATED, Published
from articles.text import one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "citation_publication_date", "article.published", "rnews:datepublished", "date",
)  # fmt: skip
_META_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_LONGEST = 100


def stated_publication(
    tree: HtmlElement, fields: Mapping[str, Json], meta: Mapping[str, str], latest: date
) -> Published:
    """The first plausible date that a page states for its article, with where it does.

    Where it only states a later change, nothing but that, as evidence that the article is no younger.
    """
    for where, words in _statements(tree, fields, meta):
        found = find_date(words)
        if found and is_plausible(found.day, latest):
            return stated(found, where, words)
    for where, words in _changes(fields, meta):
        found = find_date(words)
        if found and is_plausible(found.day, latest):
            return Published(evidence=(f'not later than {day_in_words(found.day)}: {where} "{words}"',))
    return UNDATED


def _statements(tree: HtmlElement, fields: Mapping[str, Json], meta: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Where a page states a date and in which words, the most deliberate first."""
    yield "JSON-LD datePublished", _words(text_of(fields.get("datePublished")))
    for name in _META_DATES:
        yield f"meta {name}", _words(meta.get(name, ""))
    times = list(tree.iter("time"))
    for element in times:
        marked = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if "published" in marked or element.get("pubdate") is not None:
            yield "time element marked as published", _words_of(element)
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        yield "itemprop datePublished", _words_of(element)
    yield "JSON-LD dateCreated", _words(text_of(fields.get("dateCreated")))
    for element in times:
        if _is_of_article(element):
            yield "time element", _words_of(element)


def _changes(fields: Mapping[str, Json], meta: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "JSON-LD dateModified", _words(text_of(fields.get("dateModified")))
    for name in _META_CHANGES:
        yield f"meta {name}", _words(meta.get(name, ""))


def _words_of(element: HtmlElement) -> str:
    """What an element says for machines, or else what it shows."""
    return _words(element.get("content") or element.get("datetime") or str(element.text_content()))


def _words(text: str) -> str:
    return one_line(printable(text), _LONGEST)


def _is_of_article(element: HtmlElement) -> bool:
    """Whether a `<time>` stands in an article or header and in no list of links, comment or foot."""
    around = [ancestor.tag for ancestor in element.iterancestors()]
    return not {"aside", "footer", "nav", "li", "a"} & set(around) and bool({"article", "header", "main"} & set(around))

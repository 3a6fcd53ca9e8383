"""What an HTML page says of its article outside the text: JSON-LD, OpenGraph, meta elements, `<time>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from articles.cleaning.bylines import natural_case
from articles.cleaning.dating import StatedDate, find_date, stated
from articles.cleaning.headlines import headline_key, without_suffix
from articles.cleaning.structured_fields import Json, article_fields, names_of, text_of
from articles.model import UNDATED, Published
from articles.text import fold, one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "citation_publication_date", "article.published", "rnews:datepublished", "date",
)  # fmt: skip
_META_AUTHORS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "article:author",
    "twitter:creator",
)
_META_OUTLETS = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "publisher")
_META_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title")
_META_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_EARLIEST = date(1900, 1, 1)
_EPOCH = date(1970, 1, 1)
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_LANGUAGE = re.compile(r"^([A-Za-z]{2})(?:[-_]|$)")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page states; empty or undated where it is silent."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: Published = UNDATED
    address: str = ""
    language: str = ""
    text: str = ""
    """The article's text, where the page gives that too."""


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """What a page states of its article, from the most to the least deliberate statement of each thing."""
    fields = article_fields(tree)
    meta = _meta(tree)
    outlet = _clean(text_of(fields.get("publisher"), "name") or _first(meta, _META_OUTLETS))
    title, suffix = _title(tree, fields, meta, outlet)
    return PageMetadata(
        title=title,
        byline=_byline(fields, meta, outlet or suffix),
        outlet=outlet or suffix,
        published=_published(tree, fields, meta),
        address=_address(tree, fields, meta),
        language=_language(tree, fields, meta),
        text=text_of(fields.get("articleBody")),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = _clean(element.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _clean(text: str) -> str:
    return one_line(printable(text), 400)


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _title(tree: HtmlElement, fields: dict[str, Json], meta: dict[str, str], outlet: str) -> tuple[str, str]:
    """The title without the outlet's name, and that name where only the title gives it."""
    headings = [_clean(str(heading.text_content())) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    element = tree.find(".//title")
    window = _clean(str(element.text_content())) if element is not None else ""
    said = [_clean(text_of(fields.get("headline"))), _first(meta, _META_TITLES), window]
    bare, suffix = without_suffix(window)
    shown = next((heading for heading in headings for text in said if text and _begins(text, heading)), "")
    if shown:
        return shown, suffix if fold(window).startswith(fold(shown)) else ""
    full = next((text for text in said[:2] if text), headings[0] if len(headings) == 1 else window)
    title, name = without_suffix(full)
    if name and (fold(name) == fold(outlet) or not outlet or headline_key(full) == headline_key(bare)):
        return title, name
    return full, ""


def _begins(text: str, heading: str) -> bool:
    return len(heading) >= 8 and fold(text).startswith(fold(heading))


def _byline(fields: dict[str, Json], meta: dict[str, str], outlet: str) -> str:
    names = [_clean(name) for name in names_of(fields.get("author"))] or [_first(meta, _META_AUTHORS)]
    people = [
        _BY.sub("", name) for name in names if name and not name.startswith(("http", "@", "/")) and len(name) <= 120
    ]
    people = [natural_case(name) for name in people if fold(name) != fold(outlet)]
    if len(people) < 2:
        return "".join(people)
    return ", ".join(people[:-1]) + " and " + people[-1]


def _published(tree: HtmlElement, fields: dict[str, Json], meta: dict[str, str]) -> Published:
    for where, words in _stated_dates(tree, fields, meta):
        found = find_date(words)
        if found and _is_plausible(found):
            return stated(found, where, words)
    return UNDATED


def _stated_dates(tree: HtmlElement, fields: dict[str, Json], meta: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield "JSON-LD datePublished", _clean(text_of(fields.get("datePublished")))
    for name in _META_DATES:
        yield f"meta {name}", meta.get(name, "")
    times = list(tree.iter("time"))
    for element in times:
        if (
            "published" in (element.get("itemprop") or element.get("class") or "").lower()
            or element.get("pubdate") is not None
        ):
            yield "time element marked as published", _clean(element.get("datetime") or str(element.text_content()))
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield (
            "itemprop datePublished",
            _clean(element.get("content") or element.get("datetime") or str(element.text_content())),
        )
    for element in times:
        if _is_of_article(element):
            yield "time element", _clean(element.get("datetime") or str(element.text_content()))


def _is_of_article(element: HtmlElement) -> bool:
    """Whether a `<time>` stands in an article or header and in no list of links, comment or foot."""
    around = [ancestor.tag for ancestor in element.iterancestors()]
    return not {"aside", "footer", "nav", "li", "a"} & set(around) and bool({"article", "header", "main"} & set(around))


def _is_plausible(found: StatedDate) -> bool:
    return found.day >= _EARLIEST and found.day != _EPOCH


def _address(tree: HtmlElement, fields: dict[str, Json], meta: dict[str, str]) -> str:
    canonical = next(
        (link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()), ""
    )
    for address in (
        canonical,
        _first(meta, _META_ADDRESSES),
        text_of(fields.get("url")),
        text_of(fields.get("mainEntityOfPage"), "@id", "url"),
    ):
        if address.startswith(("https://", "http://")):
            return printable(address.strip())
    return ""


def _language(tree: HtmlElement, fields: dict[str, Json], meta: dict[str, str]) -> str:
    for named in (
        tree.get("lang") or tree.get("xml:lang") or "",
        text_of(fields.get("inLanguage"), "alternateName", "name"),
        meta.get("og:locale", ""),
    ):
        if match := _LANGUAGE.match(named.strip()):
            return match[1].lower()
    return ""

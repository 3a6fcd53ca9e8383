"""What an HTML page says of its article outside the text: JSON-LD, OpenGraph, meta elements, `<time>`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from articles.cleaning.bylines import natural_case
from articles.cleaning.page_dates import stated_publication
from articles.cleaning.page_titles import outlet_name, stated_title
from articles.cleaning.structured_fields import Json, article_fields, names_of, text_of
from articles.model import UNDATED, Published
from articles.text import fold, one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
_LONGEST_PROPERTY = 200
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_FULL_NAME = re.compile(r"(?<![^\s,])(?!and )[^\s,]+(?: (?!and )[^\s,]+)+")
"""Each of several names of more than one word in one string."""
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


def read_metadata(tree: HtmlElement, latest: date = date.max) -> PageMetadata:
    """What a page states of its article, from the most to the least deliberate statement of each thing.

    Args:
        tree: The page.
        latest: The last day that a page could have been published on; a later one is not believed.
    """
    fields = article_fields(tree)
    meta = _meta(tree)
    outlet = outlet_name(text_of(fields.get("publisher"), "name"), _first(meta, _META_OUTLETS))
    called = [text_of(fields.get("headline")), _first(meta, _META_TITLES)]
    title, suffix = stated_title(tree, called if any(called) else [_of_property(tree, "headline")], outlet)
    return PageMetadata(
        title=title,
        byline=_byline(fields, meta, outlet or suffix) or _of_property(tree, "author"),
        outlet=outlet or suffix,
        published=stated_publication(tree, fields, meta, latest),
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


def _of_property(tree: HtmlElement, name: str) -> str:
    """What the first element with an `itemprop` says that is of no comment (microdata), or the name in it."""
    for element in tree.xpath("//*[@itemprop=$name]", name=name):
        around = (element, *element.iterancestors())
        if any("comment" in f"{each.get('itemprop')} {each.get('class')}".lower() for each in around):
            continue
        said = next(iter(element.xpath(".//*[@itemprop='name']")), element)
        words = _clean(said.get("content") or " ".join(said.itertext()))
        return natural_names(_BY.sub("", words)) if len(words) <= _LONGEST_PROPERTY else ""
    return ""


def _byline(fields: dict[str, Json], meta: dict[str, str], outlet: str) -> str:
    names = [_clean(name) for name in names_of(fields.get("author"))] or [_first(meta, _META_AUTHORS)]
    people = [_BY.sub("", name) for name in names if not name.startswith(("http", "@", "/")) and len(name) <= 120]
    people = [_without_outlet(name, outlet) for name in people]
    people = [natural_names(name) for name in people if name]
    if len(people) < 2:
        return "".join(people)
    return ", ".join(people[:-1]) + " and " + people[-1]


def natural_names(names: str) -> str:
    """Several names as people write them: `ANA ROE and JIM POE` becomes `Ana Roe and Jim Poe`."""
    return _FULL_NAME.sub(lambda name: natural_case(name[0]), names)


def _without_outlet(name: str, outlet: str) -> str:
    """The name without the outlet's behind it; nothing, where it is the outlet's."""
    if outlet and fold(name).endswith(fold(outlet)):
        return name[: -len(outlet)].rstrip(" ,.|/–—-")
    return name


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

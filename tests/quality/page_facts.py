"""How often the title and the date of a page are right (`python -m tests.quality page_facts`).

What is right is told by an independent route: the page's source is searched by regular expressions for what its meta
elements, JSON-LD and headings state, and htmldate reads its date. Only pages that state one are counted.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from articles.cleaning import clean
from articles.cleaning.decoding import decode
from articles.clock import now
from articles.model import RawDocument, SourceFormat
from tests.quality.cleaning import DEFAULT_FOLDER

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.)*)"')
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.IGNORECASE | re.DOTALL)
_WINDOW = re.compile(r"<title\b[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?=\D|$)")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]*)"')
_TIME = re.compile(r"<time\b[^>]*>", re.IGNORECASE)
_TITLE_NAMES = frozenset(("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"))
_DATE_NAMES = frozenset(
    "article:published_time og:article:published_time datepublished date_published parsely-pub-date sailthru.date"
    " pubdate publishdate publish-date publication_date dc.date.issued dc.date date article.published ptime".split()
)
_CANONICAL = re.compile(r"""<link\b[^>]*rel=["']?canonical["']?[^>]*href=["']([^"']+)""", re.IGNORECASE)
_NOT_COMPARED = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a page was found to state, and what its source states by the independent route."""

    page: str
    what: str
    """`title` or `date`."""
    ours: str
    stated: tuple[str, ...]
    right: bool


def page_facts(page: str, content: bytes) -> Iterator[Fact]:
    """The facts that a page states.

    Args:
        page: Its name.
        content: Its bytes.
    """
    article = clean(RawDocument(content, "page", SourceFormat.HTML, now()))
    source = decode(content).text
    meta = tuple(_meta(source))
    titles = tuple(_titles(source, meta))
    if titles:
        yield Fact(page, "title", article.title, titles, _is_title(article.title, titles, source))
    days = _days(source, meta)
    if days:
        ours = article.published.day.isoformat() if article.published.day else ""
        right = ours in (days[0], _day_of_address(source, meta)) or _is_shown_neighbour(ours, days[0], source)
        yield Fact(page, "date", ours, days, right)


def _meta(source: str) -> Iterator[tuple[str, str]]:
    for element in _META.findall(source):
        attributes = {name.lower(): first or second for name, first, second in _ATTRIBUTE.findall(element)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        yield name.lower(), html.unescape(attributes.get("content", "")).strip()


def _titles(source: str, meta: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What the page calls its article, the headings that a reader sees first."""
    stated = [value for name, value in meta if name in _TITLE_NAMES and value]
    stated += [html.unescape(json.loads(f'"{words}"', strict=False)) for words in _HEADLINE.findall(source)[:1]]
    stated += [_plain(words) for words in _WINDOW.findall(source)[:1]]
    yield from dict.fromkeys(_shown(source, stated))
    yield from dict.fromkeys(title for title in stated if title)


def _shown(source: str, stated: Sequence[str]) -> Iterator[str]:
    """The main headings that have a longer word in common with what the page states."""
    said = {word for title in stated for word in _words(title)}
    yield from (text for heading in _HEADING.findall(source) if said & _words(text := _plain(heading)))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3 or not word.isascii()}


def _is_title(ours: str, titles: Sequence[str], source: str) -> bool:
    """Whether ours is what the page shows as a main heading, or where it shows none, what it states, without a suffix.

    Of a page with several main headings, such as the site's name and the headline, it is not the site's name.
    """
    shown = {_key(heading) for heading in _shown(source, titles)}
    if shown:
        return _key(ours) in shown
    return bool(ours) and any(_key(title).startswith(_key(ours)) for title in titles)


def _day_of_address(source: str, meta: Sequence[tuple[str, str]]) -> str:
    """The day in the page's own address, which is that of its newsroom's zone where it states a moment in UTC."""
    addresses = [value for name, value in meta if name in ("og:url", "twitter:url")] + _CANONICAL.findall(source)
    days = [match for address in addresses if (match := re.search(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)/", address))]
    return "-".join(days[0].groups()) if days else ""


def _is_shown_neighbour(ours: str, stated: str, source: str) -> bool:
    """Whether the page shows our day in words, next to one that it states in UTC or in no zone, for machines."""
    if not ours or abs(date.fromisoformat(ours) - date.fromisoformat(stated)) != timedelta(days=1):
        return False
    day = date.fromisoformat(ours)
    name = rf"{day:%b}[a-z]*\.?"
    shown = re.search(rf"\b(?:{name} {day.day}(?:st|nd|rd|th)?,?|{day.day} {name},?) {day.year}", source)
    in_no_zone = re.search(rf"{stated}[T ][\d:.]+(?:Z|[+-]00:?00)?[\"'<\s]", source)
    return shown is not None and in_no_zone is not None


def _days(source: str, meta: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The days that the page states for its publication, what most of its statements agree on first."""
    said = [value for name, value in meta if name in _DATE_NAMES]
    said += _PUBLISHED.findall(source)[:1]
    said += [element for element in _TIME.findall(source) if "pubdate" in element or "published" in element.lower()][:1]
    days = ["-".join(match.groups()) for words in said if (match := _DAY.search(words))]
    if not days:
        return ()
    days += [day for day in (_by_htmldate(source),) if day]
    return tuple(day for day, _ in Counter(days).most_common())


def _by_htmldate(source: str) -> str | None:
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return find_date(source, original_date=True, extensive_search=False)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _key(text: str) -> str:
    return _NOT_COMPARED.sub("", text).casefold()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures the pages of a folder laid out as the development data are, and prints the rates."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality page_facts", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--predictions", type=Path, help="write what each page states here, as JSON Lines")
    parser.add_argument("--list", action="store_true", help="print the disagreements")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    pages = sorted((chosen.folder / "cleaning" / "html").glob("*.html.gz"))
    facts = [fact for path in pages for fact in page_facts(path.name.split(".")[0], gzip.decompress(path.read_bytes()))]
    if chosen.predictions:
        lines = [json.dumps(asdict(fact), ensure_ascii=False) for fact in facts]
        chosen.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    rates = {
        what: {
            "pages": sum(fact.what == what for fact in facts),
            "right": sum(fact.what == what and fact.right for fact in facts),
        }
        for what in ("title", "date")
    }
    if chosen.json:
        sys.stdout.write(json.dumps(rates) + "\n")
        return 0
    for what, counts in rates.items():
        share = counts["right"] / max(counts["pages"], 1)
        sys.stdout.write(f"page {what}: {counts['right']} of {counts['pages']} right, {share:.3f}\n")
    for fact in facts if chosen.list else ():
        if not fact.right:
            sys.stdout.write(f"{fact.page[:12]} {fact.what}: ours {fact.ours!r}, stated {fact.stated}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

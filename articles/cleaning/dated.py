"""When an article appeared: what its page states, or else its dateline, or else its address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, timedelta

from articles.cleaning.dating import find_date, is_plausible, stated, without_date
from articles.model import Article, Basis, BlockKind, Precision, Published
from articles.text import one_line

_BEFORE_DASH = re.compile(r"(?P<head>[^\W\d_].{4,90}?)\s?[–—-]\s")
_BRACKETED = re.compile(r"\([^()]{0,40}\)")
_MOST_WORDS_OF_PLACE = 6
_LEADING_BLOCKS = 3
_PATH = re.compile(r"https?://[^/?#]*(?P<path>/[^?#]*)", re.IGNORECASE)
_DAYS_IN_PATH = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_-])(?P<month>0?[1-9]|1[0-2]|[a-z]{3})(?P=mark)"
        r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
)
_MONTH_IN_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>0[1-9]|1[0-2]|[a-z]{3})(?=/)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def with_date(article: Article, address: str, latest: date) -> Article:
    """The article with the date that is most to be trusted, and without one that cannot be.

    Args:
        article: With the date that its page states, in metadata or in a line.
        address: Where the article came from, if that is on the web; its page may state another itself.
        latest: The last day on which it can have been published: that after its retrieval.
    """
    addresses = [where for where in (article.address, address) if where.startswith(("http://", "https://"))]
    by_address = next((found for where in addresses if (found := date_in_address(where)) and found.day), Published())
    published = article.published
    if published.day is None or not is_plausible(published.day, latest):
        candidates = (_dateline(article), by_address)
        plausible = (each for each in candidates if each.day and is_plausible(each.day, latest))
        published = next(plausible, published if published.day is None else _not_believed(published, latest))
    return replace(article, published=_in_its_own_zone(published, by_address), address=next(iter(addresses), ""))


def date_in_address(address: str) -> Published:
    """The day or month in a web address: `/2023/09/04/`, `/2023/sep/04/`, `-20230904-`, `/2023/09/`; else undated."""
    path = _PATH.match(address)
    words = path["path"].lower() if path else ""
    for match in (found for pattern in _DAYS_IN_PATH for found in pattern.finditer(words)):
        if day := _day(match["year"], match["month"], match["day"]):
            return Published(day, Precision.DAY, Basis.STATED, (_evidence(match),))
    for match in _MONTH_IN_PATH.finditer(words):
        if day := _day(match["year"], match["month"], "1"):
            return Published(day, Precision.MONTH, Basis.STATED, (_evidence(match),))
    return Published()


def _not_believed(published: Published, latest: date) -> Published:
    why = "it is after the day it was read" if published.day and published.day > latest else "it is no day of the news"
    return Published(evidence=tuple(f"not believed, since {why}: {words}" for words in published.evidence))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month) if month.isdigit() else _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _evidence(match: re.Match[str]) -> str:
    return f'the address "…{match[0]}…"'


def _dateline(article: Article) -> Published:
    """The date behind the place in which a report begins: `LISBON, March 16, 2026 (Reuters) — `."""
    paragraphs = [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH][:_LEADING_BLOCKS]
    for text in paragraphs:
        match = _BEFORE_DASH.match(text)
        head = _BRACKETED.sub(" ", match["head"]) if match else ""
        found = find_date(head)
        if match and found and _is_place(without_date(head, found)):
            return stated(found, "the dateline", one_line(match["head"]))
    return Published()


def _is_place(text: str) -> bool:
    words = text.replace("/", " ").split()
    return 0 < len(words) <= _MOST_WORDS_OF_PLACE and all(word[0].isupper() for word in words)


def _in_its_own_zone(published: Published, by_address: Published) -> Published:
    """A day that is told in UTC as the one of the page's own zone, where its address gives that."""
    moment = published.moment
    if published.day is None or by_address.day is None or moment is None or moment.utcoffset() != UTC.utcoffset(None):
        return published
    if "/" not in by_address.evidence[0] or abs(by_address.day - published.day) != timedelta(days=1):
        return published
    evidence = (*published.evidence, *by_address.evidence)
    return replace(published, day=by_address.day, precision=Precision.DAY, evidence=evidence)

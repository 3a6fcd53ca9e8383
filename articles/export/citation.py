"""A single article cited: in plain words, in Markdown, or as an entry for BibTeX; with a passage of it if wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from articles.export.addresses import public_address
from articles.export.bylines import authors, surname
from articles.export.latex import latex, latex_address
from articles.export.markdown_text import escaped
from articles.export.published import EXACT, date_in_words
from articles.model import UNDATED, Article, ArticleRow, Basis, Precision, Published
from articles.text import fold, one_line, printable

UNTITLED = "(no title)"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FILLING = frozenset(
    "a an the of in on at to for and or but as is are by from with le la les el los der die das".split()
)
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")


class CitationStyle(StrEnum):
    """How an article is cited."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation tells of an article."""

    title: str
    outlet: str = ""
    byline: str = ""
    published: Published = UNDATED
    address: str = ""
    fetched: datetime | None = None
    """When its page was fetched, where that is known."""
    key: str = ""
    """What BibTeX calls it; made from the rest where it is empty."""


def cited(row: ArticleRow, article: Article, address: str = "") -> Cited:
    """What is told of an article of the library: its date as the library knows it, its byline as its page states it."""
    return Cited(row.title, row.outlet, article.byline, row.published, address or article.address)


def citation(
    article: ArticleRow | Article | Cited, style: CitationStyle | str = CitationStyle.PLAIN, *, quoted: str = ""
) -> str:
    """An article cited, without a line end at its end.

    Args:
        article: The article; of a row of a list neither byline nor address is known: see `cited`.
        style: How.
        quoted: Words of it to quote along.
    """
    return _STYLES[CitationStyle(style)](_told(article), one_line(printable(quoted)))


def citation_key(article: ArticleRow | Article | Cited) -> str:
    """What BibTeX may call an article: surname or outlet, year, and a word of the title, `ruiz2023bridge`."""
    told = _told(article)
    who = _bare(surname(told.byline)) or _bare(told.outlet) or "anon"
    day = None if told.published.precision is Precision.ON_OR_AFTER else told.published.day
    words = [word for word in map(_bare, fold(told.title).split()) if word and word not in _FILLING]
    return f"{who[:40]}{day.year if day else 'nd'}{words[0][:40] if words else 'untitled'}"


def _told(article: ArticleRow | Article | Cited) -> Cited:
    if isinstance(article, Cited):
        return replace(article, address=public_address(article.address))
    if isinstance(article, Article):
        address = public_address(article.address)
        return Cited(article.title, article.outlet, article.byline, article.published, address)
    return Cited(article.title, article.outlet, published=article.published)


def _bare(text: str) -> str:
    return _NOT_IN_KEY.sub("", fold(text))


def _plain(told: Cited, quoted: str) -> str:
    parts = (told.byline, f"“{_title(told)}”", told.outlet, date_in_words(told.published), told.address)
    source = ", ".join(line for part in parts if (line := one_line(printable(part))))
    return f"“{quoted}” — {source}" if quoted else source


def _markdown(told: Cited, quoted: str) -> str:
    title = f"“{escaped(_title(told))}”"
    linked = f"[{title}](<{told.address}>)" if told.address else title
    outlet = f"*{escaped(told.outlet)}*" if one_line(told.outlet) else ""
    parts = (escaped(told.byline), linked, outlet, escaped(date_in_words(told.published)))
    source = ", ".join(part for part in parts if part)
    return f"> {escaped(quoted)}\n>\n> — {source}" if quoted else source


def _bibtex(told: Cited, quoted: str) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(told, quoted))
    return f"@{'online' if told.address else 'article'}{{{told.key or citation_key(told)},\n{fields}}}"


def _fields(told: Cited, quoted: str) -> Iterator[tuple[str, str]]:
    names, are_people = authors(told.byline)
    if names:
        yield (
            "author",
            f"{{{' and '.join(f'{latex(name)}' if are_people else f'{{{latex(name)}}}' for name in names)}}}",
        )
    yield "title", f"{{{{{latex(_title(told))}}}}}"
    if outlet := latex(told.outlet):
        yield "organization" if told.address else "journal", f"{{{outlet}}}"
    yield from _date_fields(told.published)
    if told.address:
        yield "url", f"{{{latex_address(told.address)}}}"
    if told.fetched:
        yield "urldate", f"{{{told.fetched.date().isoformat()}}}"
    notes = (_date_note(told.published), f"Quoted: ``{latex(quoted)}''" if quoted else "")
    if any(notes):
        yield "note", f"{{{'. '.join(note for note in notes if note)}}}"


def _date_fields(published: Published) -> Iterator[tuple[str, str]]:
    day, precision = published.day, published.precision
    if day is None or precision is Precision.ON_OR_AFTER:
        return
    yield "year", f"{{{day.year}}}"
    if precision in EXACT or precision is Precision.MONTH or (precision is Precision.WEEK and _is_in_one_month(day)):
        yield "month", _MONTHS[day.month - 1]
    if precision in EXACT:
        yield "day", f"{{{day.day}}}"


def _is_in_one_month(first: date) -> bool:
    return date.fromordinal(first.toordinal() + 6).month == first.month


def _date_note(published: Published) -> str:
    if published.day is None:
        return ""
    if published.precision in (Precision.ON_OR_AFTER, Precision.WEEK):
        return f"Published {latex(date_in_words(published))}"
    return "Date inferred" if published.basis is Basis.INFERRED else ""


def _title(told: Cited) -> str:
    return one_line(printable(told.title)) or UNTITLED


_STYLES = MappingProxyType(
    {
        CitationStyle.PLAIN: _plain,
        CitationStyle.MARKDOWN: _markdown,
        CitationStyle.BIBTEX: _bibtex,
    }
)

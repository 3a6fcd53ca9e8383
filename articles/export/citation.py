"""An article cited: as plain text, in Markdown, and as an entry of a BibTeX file; with a passage of it on demand."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from articles.clock import day_in_words
from articles.export.markdown_escape import escaped, link
from articles.model import Article, Precision, Published
from articles.text import one_line

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SMALL_WORDS = frozenset("a an the of in on at to for and or as by from with".split())
_WORD = re.compile(r"[A-Za-z0-9]+")
_AND = re.compile(r"\s*(?:,|;|\band\b|&)\s*", re.IGNORECASE)
_EXACT_DAYS = frozenset({Precision.MINUTE, Precision.DAY})
_EXACT_MONTHS = _EXACT_DAYS | {Precision.MONTH}
_EXACT_YEARS = _EXACT_MONTHS | {Precision.YEAR, Precision.WEEK}


class CitationStyle(StrEnum):
    """How an article is cited."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"


def citation(article: Article, published: Published, style: CitationStyle, *, passage: str = "") -> str:
    """An article cited, after a passage of it where one is given.

    Args:
        article: The article.
        published: Its date as far as it is known, stated or inferred.
        style: How.
        passage: Words of it.
    """
    words = one_line(passage)
    match style:
        case CitationStyle.PLAIN:
            return (f"“{words}”\n— " if words else "") + _plain(article, published)
        case CitationStyle.MARKDOWN:
            return (f"> {escaped(words)}\n>\n> — " if words else "") + _markdown(article, published)
        case CitationStyle.BIBTEX:
            return bibtex_entry(article, published, bibtex_key(article, published), note=words)


def bibtex_key(article: Article, published: Published) -> str:
    """The key of an entry: surname or outlet, year, and the first telling word of the title."""
    authors = _authors(article.byline)
    names = _WORD.findall(_ascii(authors[0] if authors else article.outlet)) or ["anon"]
    name = names[-1] if authors else names[0]
    year = f"{published.day.year}" if published.day and published.precision in _EXACT_YEARS else ""
    title = [word for word in _WORD.findall(_ascii(article.title)) if word.lower() not in _SMALL_WORDS]
    return f"{name}{year}{title[0] if title else ''}".lower()


def bibtex_entry(article: Article, published: Published, key: str, *, note: str = "") -> str:
    """An entry `@article`, or `@online` where there is an address, with what is known of the article."""
    day = published.day
    fields = {
        "author": " and ".join(_latex(name) for name in _authors(article.byline)),
        "title": f"{{{_latex(one_line(article.title))}}}" if article.title.strip() else "",
        "journal": _latex(one_line(article.outlet)),
        "year": f"{day.year}" if day and published.precision in _EXACT_YEARS else "",
        "month": _MONTHS[day.month - 1] if day and published.precision in _EXACT_MONTHS else "",
        "day": f"{day.day}" if day and published.precision in _EXACT_DAYS else "",
        "url": _url(article.address),
        "note": _latex(note),
    }
    lines = [
        f"  {name} = {value if name == 'month' else '{' + value + '}'}," for name, value in fields.items() if value
    ]
    return "\n".join((f"@{'online' if fields['url'] else 'article'}{{{key},", *lines, "}"))


def _plain(article: Article, published: Published) -> str:
    title = one_line(article.title) or "(no title)"
    parts = (one_line(article.byline), f"“{title}”", one_line(article.outlet), date_words(published), article.address)
    return ", ".join(part for part in parts if part)


def _markdown(article: Article, published: Published) -> str:
    title = one_line(article.title) or "(no title)"
    titled = link(escaped(title), article.address) if article.address else escaped(title)
    outlet = f"*{escaped(one_line(article.outlet))}*" if one_line(article.outlet) else ""
    parts = (escaped(one_line(article.byline)), titled, outlet, date_words(published))
    return ", ".join(part for part in parts if part)


def date_words(published: Published) -> str:
    """A date as exactly as it is known; empty where it is not."""
    if published.day is None:
        return ""
    if published.precision in _EXACT_DAYS:
        return day_in_words(published.day)
    if published.precision is Precision.MONTH:
        return f"{published.day:%B} {published.day.year}"
    return f"c. {published.day.year}" if published.precision not in _EXACT_YEARS else f"{published.day.year}"


def _authors(byline: str) -> list[str]:
    return [name for name in _AND.split(one_line(byline)) if name]


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _url(address: str) -> str:
    """An address that neither ends its field nor begins a comment."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()

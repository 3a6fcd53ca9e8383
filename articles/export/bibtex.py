"""A BibTeX file of articles, each under a key of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.export.citation import bibtex_entry, bibtex_key
from articles.export.harvest import ExportedArticle


def bibtex(articles: Iterable[ExportedArticle]) -> Iterator[str]:
    """The entries, one after another, with a blank line between them."""
    used: set[str] = set()
    for each in articles:
        key = _free(bibtex_key(each.article, each.published), used)
        used.add(key)
        yield f"{bibtex_entry(each.article, each.published, key)}\n\n"


def _free(key: str, used: set[str]) -> str:
    """The key, with a letter or more at its end where it is taken: a, b, ..., z, aa."""
    number, free = 0, key
    while free in used:
        number += 1
        free = key + _letters(number)
    return free


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters

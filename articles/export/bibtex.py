"""A bibliography in BibTeX: an entry an article, each with a key of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from articles.export.citation import CitationStyle, Cited, citation, citation_key, cited
from articles.export.gathering import exported, fetched_at
from articles.library import Library


def bibliography(library: Library, ids: Sequence[int]) -> Iterator[str]:
    """The entries for some articles, one after the other, with a blank line between two."""
    keys = Keys()
    for number, each in enumerate(exported(library, ids)):
        told = replace(cited(each.row, each.article, each.address), fetched=fetched_at(library, each.row.id))
        entry = citation(replace(told, key=keys.unique(told)), CitationStyle.BIBTEX)
        yield f"{entry}\n" if number == 0 else f"\n{entry}\n"


class Keys:
    """The keys of a bibliography, no two of them alike, whatever the case of their letters."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def unique(self, told: Cited) -> str:
        """The key of the next entry: `ruiz2023bridge`, then `ruiz2023bridgeb`, `ruiz2023bridgec`."""
        stem = citation_key(told)
        number = self._next.get(stem, 0)
        while (key := stem + _letters(number)) in self._given:
            number += 1
        self._next[stem] = number + 1
        self._given.add(key)
        return key


def _letters(number: int) -> str:
    """Nothing for 0, then `b` to `z`, `ba` and so on: the entry without a letter is the first."""
    letters = ""
    while number:
        number, digit = divmod(number, len(ascii_lowercase))
        letters = ascii_lowercase[digit] + letters
    return letters

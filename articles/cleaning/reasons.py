"""Why the line model took a line for one of the article or not, in words for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from articles.cleaning.line_features import ADDRESS, GLUED, NAMES, SEPARATOR
from articles.cleaning.page import Page, is_prose
from articles.cleaning.units import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Row = NDArray[np.float32]

_MOST_REASONS = 2
_FEW_WORDS = 8
_FAMILIES = {
    "form": "words, letters, word length, sentence end, function words, commas, sentences, prose, weight, longest",
    "ending": "ending, lower start, marker",
    "copies": "copies, said before, repeated",
    "reader": "reader, writer",
    "glued": "glued",
    "address": "address, separators, columns",
    "figures": "year, clock, digits",
    "capitals": "capitals, shouted, big letters",
    "topic": "echo, title echo",
    "likeness": "opens alike, short run, prose run",
    "place": "from body start, to body end, in body, from title, position, prose before, prose after, from end phrase"
    ", from list phrase, end phrases, weight before, weight after, prose gap before, prose gap after, kept by rules",
}
_FAMILY = {name: family for family, names in _FAMILIES.items() for name in names.split(", ")}
_AROUND = "around"
_OFF_TOPIC = "it hardly shares a word with the article"


def _names_address(unit: Unit) -> bool:
    return bool(ADDRESS.search(unit.folded[:400]) or SEPARATOR.search(unit.text[:400]))


_READER = frozenset("you your yours we us our".split())
_IF_IT_DOES: Mapping[str, tuple[str, Callable[[Unit], bool]]] = {
    "glued": ("a headline and its teaser run together", lambda unit: bool(GLUED.search(unit.text[:400]))),
    "address": ("an address, or parts set side by side", lambda unit: unit.columns > 1 or _names_address(unit)),
    "ending": ("it breaks off, as a teaser does", lambda unit: unit.text.endswith(("...", "…", "[…]"))),
    "reader": ("it speaks to the reader", lambda unit: not _READER.isdisjoint(unit.folded.split())),
    "figures": ("a date or figures", lambda unit: any(map(str.isdigit, unit.text[:400]))),
    "capitals": ("written as a headline", lambda unit: unit.capitalised > 0.5),
}
_IN_FAVOUR = {
    "topic": "it shares its words with the article",
    "place": "where the article stands",
    _AROUND: "among lines of the article",
}


class Reasons:
    """The reasons for the lines of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._copies = Counter(unit.folded for unit in page.units)

    def where(self, number: int) -> str:
        """Where a line stands that is outside the article's text; empty inside."""
        if number < self._page.body.start:
            return "above the article's text, and no sentence of it"
        return "after the article ends" if number >= self._page.body.end else ""

    def dropped(self, number: int, shares: Row) -> str:
        """Why a line is not of the article.

        Args:
            number: The number of the line's unit.
            shares: What each column added to the first look's log-odds that the line is of the article.
        """
        found = _weightiest(-shares, lambda family: self._against(number, family))
        return ", ".join(found) or self.where(number) or "unlike the lines of the article"

    def kept(self, number: int, shares: Row) -> str:
        """What about a line weighed most for taking it for one of the article; arguments as for `dropped`."""
        found = _weightiest(shares, lambda family: self._in_favour(number, family))
        return ", ".join(found) or "like the lines of the article"

    def _against(self, number: int, family: str) -> str:
        unit = self._page.units[number]
        sentence = is_prose(unit)
        if family == "topic":
            return _OFF_TOPIC
        if family == "form":
            return "" if sentence else _lack(unit)
        if family == "place":
            return self.where(number)
        if family == "copies":
            return "printed more than once" if self._copies[unit.folded] > 1 else ""
        if family in ("likeness", _AROUND):
            return "among lines of the page" if sentence else "among lines like it"
        words, holds = _IF_IT_DOES[family]
        return words if holds(unit) else ""

    def _in_favour(self, number: int, family: str) -> str:
        if family == "form":
            return "whole sentences" if is_prose(self._page.units[number]) else ""
        return _IN_FAVOUR.get(family, "")


def _weightiest(shares: Row, words_for: Callable[[str], str]) -> Sequence[str]:
    """The words for what weighed most, the weightiest first, each once."""
    found: dict[str, None] = {}
    for family in _by_weight(shares):
        if words := words_for(family):
            found.setdefault(words)
        if len(found) == _MOST_REASONS:
            break
    return tuple(found)


def _by_weight(shares: Row) -> Iterator[str]:
    """The families of columns that add to a verdict, the weightiest first."""
    sums: dict[str, float] = {}
    for name, share in zip(NAMES, shares.tolist(), strict=False):
        family = _FAMILY.get(name, _AROUND)
        sums[family] = sums.get(family, 0.0) + share
    yield from (family for family, total in sorted(sums.items(), key=lambda item: -item[1]) if total > 0)


def _lack(unit: Unit) -> str:
    if len(unit.words) < _FEW_WORDS:
        return "few words and no sentence"
    return "" if unit.ends_sentence else "no whole sentence"

"""Why the line model took a line for one of the article or not, in words for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from articles.cleaning.line_features import NAMES
from articles.cleaning.line_form import ADDRESS, GLUED, SEPARATOR
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
_NAMED = (*_FAMILIES, _AROUND)
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


def weights_of(shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """What each family of columns adds to the likelihood of each line, from what each column adds."""
    return shares[:, : len(NAMES)] @ _families()


@cache
def _families() -> NDArray[np.float32]:
    """For each column of the first look, in which family it is."""
    import numpy as np

    table = np.zeros((len(NAMES), len(_NAMED)), dtype=np.float32)
    for row, name in enumerate(NAMES):
        table[row, _NAMED.index(_FAMILY.get(name, _AROUND))] = 1.0
    return table


class Reasons:
    """The reasons for the lines of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._copies = Counter(unit.folded for unit in page.units)

    def where(self, number: int) -> str:
        """Where a line stands that is outside the article's text; empty inside."""
        if number < self._page.body.start:
            return "above the article's text"
        return "after the article ends" if number >= self._page.body.end else ""

    def dropped(self, number: int, weights: Row) -> str:
        """Why a line is not of the article.

        Args:
            number: The number of the line's unit.
            weights: What each family of columns adds to the likelihood that it is, as `weights_of` gives it.
        """
        found = _weightiest(-weights, lambda family: self._against(number, family))
        return found or self.where(number) or "unlike the lines of the article"

    def kept(self, number: int, weights: Row) -> str:
        """What about a line weighed most for taking it for one of the article; arguments as for `dropped`."""
        found = _weightiest(weights, lambda family: self._in_favour(number, family))
        return found or "like the lines of the article"

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


def _weightiest(weights: Row, words_for: Callable[[str], str]) -> str:
    """The words for the families that weigh most, the weightiest first, each once; empty where none has words."""
    found: dict[str, None] = {}
    for place in (-weights).argsort(kind="stable").tolist():
        if weights[place] <= 0 or len(found) == _MOST_REASONS:
            break
        if words := words_for(_NAMED[place]):
            found.setdefault(words)
    return ", ".join(found)


def _lack(unit: Unit) -> str:
    if len(unit.words) < _FEW_WORDS:
        return "few words and no sentence"
    return "" if unit.ends_sentence else "no whole sentence"

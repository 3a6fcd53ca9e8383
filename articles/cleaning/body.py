"""Where the article's body lies among the units of a page.

The body is the stretch of units whose weights have the greatest sum: prose weighs for it, menus, buttons and runs of
short lines against it (maximum subsequence segmentation, Pasternack and Roth, WWW 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.cleaning.page_phrases import PagePhrase, PhraseKind
from articles.cleaning.units import Unit

_OF_PHRASE = {PhraseKind.ALONE: -0.8, PhraseKind.LIST: -2.0, PhraseKind.END: -8.0}
_WORDS_OF_HEADING = 4
"""Words that the heading of a list of links has; a longer one is a single link among paragraphs."""
_OF_MARKUP = 0.3
"""Weight of a short unit that the source's markup calls a heading, an item of a list or a paragraph."""
_ISOLATED = 0.3
"""Share of its weight that prose keeps between lines that are no sentences: it may introduce another article."""
_NEARLY_ISOLATED = 0.5
"""The same, where a sentence stands on the other side of such a line."""
_ENOUGH = 8.0
"""Sum of weights from which a comment form or the like ends an article."""
_AFTER_END = 0.1
"""Share of its weight that prose keeps after such an end: readers' comments are prose as well."""


@dataclass(frozen=True, slots=True)
class Body:
    """A half-open range of units, empty when nothing reads as prose."""

    start: int
    end: int


def find_body(units: Sequence[Unit], phrases: Sequence[PagePhrase | None]) -> Body:
    """The stretch of units with the greatest sum of weights; the first of equal ones.

    Where nothing reads as prose, it is all that the page's own words do not give away: a note, a poem, a table.
    """
    best, total, share = 0.0, 0.0, 1.0
    body, start = Body(0, 0), 0
    for number, weight in enumerate(weigh(units, phrases)):
        phrase = phrases[number]
        if phrase and phrase.kind is PhraseKind.END and best >= _ENOUGH and not units[number].left_out:
            share = _AFTER_END
        total += weight * share if weight > 0 else weight
        if total <= 0:
            total, start = 0.0, number + 1
        elif total > best:
            best, body = total, Body(start, number + 1)
    return body if body.end else _all_that_is_left(units, phrases)


def _all_that_is_left(units: Sequence[Unit], phrases: Sequence[PagePhrase | None]) -> Body:
    pairs = enumerate(zip(units, phrases, strict=True))
    left = [number for number, (unit, phrase) in pairs if phrase is None and not unit.left_out]
    return Body(left[0], left[-1] + 1) if left else Body(0, 0)


def weigh(units: Sequence[Unit], phrases: Sequence[PagePhrase | None]) -> Iterator[float]:
    """How much each unit speaks for the article, above 0, or for the page around it, below 0."""
    shares = _shares(units, phrases)
    for number, (unit, phrase) in enumerate(zip(units, phrases, strict=True)):
        if unit.left_out:
            yield 0.0
        elif phrase:
            inline = phrase.kind is PhraseKind.LIST and len(unit.words) > _WORDS_OF_HEADING
            yield _OF_PHRASE[PhraseKind.ALONE if inline else phrase.kind]
        else:
            weight = _weight(unit)
            yield weight * shares.get(number, 1.0) if weight > 0 else weight


def _shares(units: Sequence[Unit], phrases: Sequence[PagePhrase | None]) -> dict[int, float]:
    """Shares of their weight for units whose neighbours, buttons and advertising aside, are no sentences."""
    shown = [
        number
        for number, (unit, phrase) in enumerate(zip(units, phrases, strict=True))
        if not unit.left_out and (phrase is None or phrase.kind is not PhraseKind.ALONE)
    ]
    spoken = [False, False, *(phrases[n] is None and _is_said(units[n]) for n in shown), False, False]
    shares: dict[int, float] = {}
    for place, number in enumerate(shown):
        if not spoken[place + 1] and not spoken[place + 3]:
            shares[number] = _NEARLY_ISOLATED if spoken[place] or spoken[place + 4] else _ISOLATED
    return shares


def _is_said(unit: Unit) -> bool:
    return unit.kind is not None or (unit.ends_sentence and len(unit.words) >= 3) or len(unit.words) >= 24


def _weight(unit: Unit) -> float:
    """How much a unit speaks for the article, above 0, or for the page around it, below 0."""
    if unit.only_links:
        return -0.5
    count = len(unit.words)
    if unit.kind is None and count >= 8 and unit.text.endswith(("...", "…", "[…]", "[...]")):
        return -1.0
    if unit.ends_sentence:
        return _of_sentences(count)
    if count >= 20 and unit.function_words >= 4:
        return count / 20
    if count >= 8 and unit.function_words >= 3 and unit.capitalised < 0.6:
        return 0.0
    if unit.kind is not None:
        return _OF_MARKUP
    return -1.2 if unit.marker else -0.8


def _of_sentences(count: int) -> float:
    if count < 5:
        return -0.2
    return 1.0 if count < 10 else min(count, 60) / 8

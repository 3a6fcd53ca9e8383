"""Passages anchored by quotation with context, and found again in a text that has changed.

After the fuzzy anchoring of Hypothes.is (https://web.hypothes.is/blog/fuzzy-anchoring/) over selectors of the W3C Web
Annotation Data Model: first the quoted words themselves, told from other places with the same words by what stands
around them; then words that are much like them. A passage that can't be told for sure is lost, not guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from articles.model import TITLE_BLOCK, Article, Quotation
from articles.text import plain_punctuation

CONTEXT = 32
"""Characters of prefix and suffix, as Hypothes.is keeps them."""

_AGREEING = 16
"""Characters around the words, of both sides together, that have to be the same for the place to be the same."""
_TELLING = 8
"""Words that are enough without what was around them."""
_ALIKE = 0.75
"""The likeness of words that have changed, around which nothing has."""
_PARAGRAPH = 20
"""Words that, changed, are known again even where what was around them is gone."""
_MOST_WORDS = 1000
_MOST_PLACES = 1000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A half-open span of characters of one block, or of the title for `TITLE_BLOCK`."""

    block: int
    start: int
    end: int


class AnchorText:
    """The text of an article, title and blocks, in which passages are quoted and found.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._texts = (article.title, *(block.text for block in article.blocks))
        self._starts = list(accumulate((len(text) + 1 for text in self._texts), initial=0))[:-1]
        self._whole = "\n".join(self._texts)
        self._plain = plain_punctuation(self._whole)

    def quote(self, anchor: Anchor) -> Quotation:
        """The words of a passage with what stands around them."""
        first = self._starts[anchor.block - TITLE_BLOCK]
        start, end = first + anchor.start, first + anchor.end
        before, after = self._whole[max(start - CONTEXT, 0) : start], self._whole[end : end + CONTEXT]
        return Quotation(self._whole[start:end], before, after)

    def places(self, words: str) -> tuple[Anchor, ...]:
        """Where words stand, quotes and dashes of any kind counting as the same; at most a thousand places."""
        wanted = plain_punctuation(words)
        return tuple(anchor for at in self._occurrences(wanted) if (anchor := self._anchor(at, at + len(wanted))))

    def find(self, quotation: Quotation, *, near: Anchor, was_only_one: bool = False) -> Anchor | None:
        """Where a passage that was quoted from another version of the text stands now; None where it is lost.

        Args:
            quotation: The passage as it was.
            near: Where it stood; decides between places that are alike in all else.
            was_only_one: Whether its words stood nowhere else in that version.
        """
        places = self.places(quotation.exact)
        is_telling = len(_WORD.findall(quotation.exact)) >= _TELLING or (was_only_one and len(places) == 1)
        best = max(places, key=lambda place: (*self._agreement(place, quotation), _nearness(place, near)), default=None)
        if best and (is_telling or self._is_around(best, quotation)):
            return best
        return self._like(quotation)

    def _occurrences(self, wanted: str) -> Iterator[int]:
        at = self._plain.find(wanted) if wanted else -1
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            yield at
            at = self._plain.find(wanted, at + 1)

    def _anchor(self, start: int, end: int) -> Anchor | None:
        """The span of a block for a span of the whole; None where it is not within one."""
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        if end - first > len(self._texts[number]):
            return None
        return Anchor(number + TITLE_BLOCK, start - first, end - first)

    def _agreement(self, place: Anchor, quotation: Quotation) -> tuple[int, int]:
        """How many characters around a place are those that were around the quotation, from it outwards.

        First those of its own block alone, since other paragraphs may have come above or below it, then all of them.
        """
        first, length = self._starts[place.block - TITLE_BLOCK], len(self._texts[place.block - TITLE_BLOCK])
        before = self._plain[max(first + place.start - CONTEXT, 0) : first + place.start]
        after = self._plain[first + place.end : first + place.end + CONTEXT]
        prefix, suffix = plain_punctuation(quotation.prefix), plain_punctuation(quotation.suffix)
        sides = (_common(reversed(before), reversed(prefix)), _common(iter(after), iter(suffix)))
        return min(sides[0], place.start) + min(sides[1], length - place.end), sum(sides)

    def _is_around(self, place: Anchor, quotation: Quotation) -> bool:
        enough = min(_AGREEING, len(quotation.prefix) + len(quotation.suffix))
        return self._agreement(place, quotation)[1] >= enough

    def _like(self, quotation: Quotation) -> Anchor | None:
        """The passage whose words are most like those quoted, if it is surely the same."""
        words = _WORD.findall(plain_punctuation(quotation.exact).casefold())[:_MOST_WORDS]
        found = [self._likeness(words, number) for number in range(len(self._texts))] if words else []
        share, place = max(found, key=lambda each: each[0], default=(0.0, None))
        if place is None or share < _ALIKE:
            return None
        return place if len(words) >= _PARAGRAPH or self._is_around(place, quotation) else None

    def _likeness(self, words: Sequence[str], number: int) -> tuple[float, Anchor | None]:
        """How like the words a passage of one block is, from 0 to 1, by Dice's measure, and where it stands."""
        from difflib import SequenceMatcher

        matches = list(_WORD.finditer(self._texts[number]))[:_MOST_WORDS]
        there = [match[0].casefold() for match in matches]
        if len(set(words) & set(there)) < len(set(words)) * _ALIKE / 2:
            return 0.0, None
        runs = [run for run in SequenceMatcher(None, words, there, autojunk=False).get_matching_blocks() if run.size]
        longest = max(runs, key=lambda run: run.size)
        near = [run for run in runs if abs((run.b - run.a) - (longest.b - longest.a)) <= len(words) // 4]
        first, last = near[0].b, near[-1].b + near[-1].size
        share = 2 * sum(run.size for run in near) / (len(words) + last - first)
        return share, Anchor(number + TITLE_BLOCK, matches[first].start(), matches[last - 1].end())


def _common(some: Iterator[str], others: Iterator[str]) -> int:
    """How many characters are the same until the first that is not."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count


def _nearness(place: Anchor, near: Anchor) -> tuple[int, int]:
    return -abs(place.block - near.block), -abs(place.start - near.start)

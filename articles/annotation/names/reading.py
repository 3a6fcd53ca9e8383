"""One block made ready for finding names: its words, what the model marked, and what a date has taken already."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.annotation.names.words import PARTICLES
from articles.annotation.parse import ParsedBlock, Token
from articles.model import EntityKind, TimeExpression

MODEL_KINDS: dict[str, EntityKind] = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.NATIONALITY,
    "EVENT": EntityKind.EVENT,
    "PRODUCT": EntityKind.PRODUCT,
    "LAW": EntityKind.LAW,
    "WORK_OF_ART": EntityKind.WORK,
    "MONEY": EntityKind.MONEY,
    "PERCENT": EntityKind.QUANTITY,
    "QUANTITY": EntityKind.QUANTITY,
}
"""What the labels of OntoNotes (and CoNLL) are called here; dates, cardinals and ordinals are no names."""

FIGURES = frozenset({EntityKind.MONEY, EntityKind.QUANTITY})
_OPENING = frozenset({'"', "'", "``", ":", "(", "[", "-", "*", ";", "''"})
_SMALL = PARTICLES | {
    "of",
    "the",
    "and",
    "for",
    "in",
    "on",
    "to",
    "at",
    "by",
    "with",
    "from",
    "a",
    "an",
    "as",
    "or",
    "vs",
}
_SHORTEST_HEADLINE = 4
_LONG_WORD = 6
"""Letters of a word that no style of headline leaves in lower case."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a block: tokens `first` to `last` (half-open)."""

    block: int
    """Position of the block among those that were read, not its number."""
    first: int
    last: int
    kind: EntityKind | None
    """None while nothing tells."""
    certain: bool = False
    """Whether a rule or table tells the kind, so that no vote changes it."""
    country: str = ""
    """ISO code that the name's own words or the word before it tell."""
    role: str = ""
    """The folded role said before a person: `president`."""
    guessed: bool = False
    """Whether neither the model nor a word tells the kind, only how the name is used."""
    cut: int = 0
    """Characters at the end of the last token that do not belong: `-led` in `U.S.-led`."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of the model as tokens, with its kind."""

    first: int
    last: int
    kind: EntityKind | None


@dataclass(frozen=True)
class Reading:
    """A parsed block with what finding names asks of it."""

    position: int
    parsed: ParsedBlock
    marked: tuple[Marked, ...]
    taken: frozenset[int]
    """Tokens that belong to time expressions."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The block's tokens."""
        return self.parsed.tokens

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(token.text.lower() for token in self.parsed.tokens)

    @cached_property
    def openings(self) -> frozenset[int]:
        """Tokens that open a sentence, a quotation or a bracket, where a capital tells nothing."""
        starts = [start for start, _ in self.parsed.sentences]
        opening = set(map(self._token_from, starts))
        after = {token.index + 1 for token in self.tokens if token.text in _OPENING}
        return frozenset(opening | after)

    @cached_property
    def in_marked(self) -> dict[int, Marked]:
        """The model's span that covers a token."""
        return {index: span for span in self.marked for index in range(span.first, span.last)}

    @cached_property
    def is_headline_case(self) -> bool:
        """Whether nearly every word is capitalised, so that capitals tell nothing."""
        if self.is_all_capitals:
            return True
        words = [token.text for token in self.tokens if token.text[0].isalpha() and token.text.lower() not in _SMALL]
        if len(words) < _SHORTEST_HEADLINE or self.parsed.text.rstrip().endswith("."):
            return False
        small = [word for word in words if word.islower()]
        return len(small) <= 0.25 * len(words) and all(len(word) < _LONG_WORD for word in small)

    @cached_property
    def is_all_capitals(self) -> bool:
        """Whether the block is written in capitals throughout."""
        letters = [char for char in self.parsed.text if char.isalpha()]
        return len(letters) > 6 and sum(map(str.isupper, letters)) > 0.9 * len(letters)

    def text(self, first: int, last: int) -> str:
        """The words of a token span as they stand in the block."""
        return self.parsed.text[self.tokens[first].start : self.tokens[last - 1].end]

    def text_of(self, found: Found) -> str:
        """A found name as it stands in the block."""
        text = self.text(found.first, found.last)
        return text[: len(text) - found.cut]

    def touches(self, left: int) -> bool:
        """Whether a token and the next stand without a space between them."""
        return left + 1 < len(self.tokens) and self.tokens[left].end == self.tokens[left + 1].start

    def _token_from(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]


def read(position: int, parsed: ParsedBlock, times: Iterable[TimeExpression]) -> Reading:
    """A block made ready. `times` are those of the whole article or of this block."""
    starts = [token.start for token in parsed.tokens]
    ends = [token.end for token in parsed.tokens]

    def tokens_of(start: int, end: int) -> tuple[int, int]:
        return bisect_right(ends, start), bisect_left(starts, end)

    marked = tuple(
        Marked(*tokens_of(span.start, span.end), MODEL_KINDS.get(span.label))
        for span in parsed.names
        if span.label in MODEL_KINDS or not span.label
    )
    people = [(span.first, span.last) for span in marked if span.kind is EntityKind.PERSON]
    taken: set[int] = set()
    for time in times:
        if time.block != parsed.block:
            continue
        first, last = tokens_of(time.start, time.end)
        if not _is_part_of_person(first, last, people, parsed.text[time.start : time.end]):
            taken.update(range(first, last))
    return Reading(position, parsed, marked, frozenset(taken))


def _is_part_of_person(first: int, last: int, people: Sequence[tuple[int, int]], words: str) -> bool:
    """Whether a time expression is only the `May` of Theresa May."""
    if _DIGIT.search(words) or last - first != 1:
        return False
    return any(begin <= first and last <= end and end - begin > 1 for begin, end in people)

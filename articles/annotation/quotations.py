"""Quotations and whose they are: also where the speaker stands in another sentence, or is only called he or she."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.annotation.attribution import description, is_saying, speech_subject
from articles.annotation.parse import ParsedBlock, Token
from articles.model import Entity, EntityKind, Mention

_OPENING = frozenset({"“", "``", "„", "«"})
_CLOSING = frozenset({"”", "»"})
_TOGGLING = frozenset({'"', "''"})
_LOOKED_BACK = 3
"""Sentences before a pronoun in which the person that it stands for is looked for."""
_SHORTEST = 3
"""Words from which quoted words are a quotation, rather than a term set in quotes."""
_HE_OR_SHE = frozenset({"he", "she"})
_SPEAKING = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words of one block, as indexes of tokens, the quotes themselves included; half-open."""

    first: int
    end: int
    opens_block: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    block: int
    start: int
    end: int


class Voices:
    """Who speaks where in one article."""

    def __init__(self, blocks: Sequence[ParsedBlock], entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        self._sentences = [_Sentence(block.block, start, end) for block in blocks for start, end in block.sentences]
        self._people = [each for each in mentions if entities[each.entity].kind is EntityKind.PERSON]
        self._texts = {block.block: block.text for block in blocks}
        self._quoted: dict[int, list[tuple[Quotation, str]]] = {}
        before = ""
        for block in blocks:
            found = self._quoted[block.block] = self._with_speakers(block, before)
            before = found[-1][1] if found else ""

    def quoted(self, block: ParsedBlock, token: Token) -> str:
        """The speaker of the quotation that a token stands in; empty outside of quotations and where none is named."""
        around = (each for each in self._quoted.get(block.block, ()) if each[0].first <= token.index < each[0].end)
        return next((speaker for _, speaker in around), "")

    def named(self, block: ParsedBlock, words: Sequence[Token]) -> str:
        """A speaker in words: as described, or whom a pronoun certainly stands for; empty where that is not certain."""
        if len(words) != 1 or words[0].pos != "PRON":
            return block.text[words[0].start : words[-1].end] if words else ""
        pronoun = words[0].text.lower()
        if pronoun in _SPEAKING:
            return self.quoted(block, words[0])
        return self._person_before(block, words[0]) if pronoun in _HE_OR_SHE else ""

    def _person_before(self, block: ParsedBlock, pronoun: Token) -> str:
        """The one person whom the nearest sentence that names people names before a pronoun."""
        spans = [each for each in self._sentences if (each.block, each.start) <= (block.block, pronoun.start)]
        for sentence in reversed(spans[-1 - _LOOKED_BACK :]):
            named = [
                each
                for each in self._people
                if each.block == sentence.block
                and sentence.start <= each.start < sentence.end
                and (each.block, each.start) < (block.block, pronoun.start)
            ]
            if named:
                only = {each.entity for each in named}
                latest = named[-1]
                return self._texts[latest.block][latest.start : latest.end] if len(only) == 1 else ""
        return ""

    def _with_speakers(self, block: ParsedBlock, before: str) -> list[tuple[Quotation, str]]:
        """The quotations of a block, each with its speaker: its own, else that of the one right before it."""
        found: list[tuple[Quotation, str]] = []
        quotations = list(quotations_of(block))
        for quotation in quotations:
            words = _introduced_by(block, quotation, quotations)
            own = self.named(block, words) if words else ""
            carried = found[-1][1] if found else before if quotation.opens_block else ""
            found.append((quotation, own or ("" if words else carried)))
        return found


def quotations_of(block: ParsedBlock) -> Iterator[Quotation]:
    """The quotations of a block in order; one that is never closed reaches to its end."""
    opened: int | None = None
    for token in block.tokens:
        opens = token.text in _OPENING or (token.text in _TOGGLING and opened is None and _touches_next(block, token))
        closes = token.text in _CLOSING or (token.text in _TOGGLING and opened is not None)
        if opens and opened is None:
            opened = token.index
        elif closes and opened is not None:
            yield from _quotation(block, opened, token.index + 1)
            opened = None
    if opened is not None:
        yield from _quotation(block, opened, len(block.tokens))


def _touches_next(block: ParsedBlock, token: Token) -> bool:
    """Whether a word follows without a space, as after an opening quote but not after the inches of `15'' wide`."""
    return token.index + 1 < len(block.tokens) and block.tokens[token.index + 1].start == token.end


def _quotation(block: ParsedBlock, first: int, end: int) -> Iterator[Quotation]:
    if sum(token.text[0].isalpha() for token in block.tokens[first:end]) >= _SHORTEST:
        yield Quotation(first, end, opens_block=not any(token.text.strip() for token in block.tokens[:first]))


def _introduced_by(block: ParsedBlock, quotation: Quotation, quotations: Sequence[Quotation]) -> tuple[Token, ...]:
    """The words for who says a quotation: the subject of the saying verb nearest to it, in a sentence it touches."""
    first, last = block.tokens[quotation.first], block.tokens[quotation.end - 1]
    touched = [(start, end) for start, end in block.sentences if start < last.end and first.start < end]
    if not touched:
        return ()
    around = block.tokens_in(touched[0][0], max(touched[-1][1], _end_of_tail(block, last)))
    verbs = (
        (min(abs(token.index - quotation.first), abs(token.index - quotation.end)), token)
        for token in around
        if is_saying(token) and not any(each.first <= token.index < each.end for each in quotations)
    )
    for _, verb in sorted(verbs, key=lambda each: each[0]):
        subject = speech_subject(block, verb)
        if subject is not None:
            return description(block, subject)
    return ()


def _end_of_tail(block: ParsedBlock, last: Token) -> int:
    """The end of the sentence that follows a quotation where it goes on in small letters: `"…?" she asked.`."""
    following = block.tokens[last.index + 1 : last.index + 2]
    if not following or following[0].text[0].isupper():
        return last.end
    return next((end for start, end in block.sentences if start <= following[0].start < end), last.end)

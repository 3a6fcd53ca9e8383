"""A parsed block: tokens with lemma, part of speech and dependency, whatever engine made them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark. `head` is the index of its governor in the block; its own index at a root."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    """Universal part of speech: `VERB`, `NOUN`, `PROPN`; empty from an engine that does not tag."""
    tag: str
    """Penn Treebank tag: `VBD`, `NNS`, `MD`; empty from an engine that does not tag."""
    dep: str
    """Dependency label of the ClearNLP scheme that spaCy's English models use; empty without a parser."""
    head: int


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A span that the engine holds for a name, with its own (OntoNotes) label, before any repair."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class ParsedBlock:
    """One block as the engine read it. Offsets are characters of `text`."""

    block: int
    """Number of the block in its article; `TITLE_BLOCK` for the title."""
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    """Half-open character spans."""
    names: tuple[NamedSpan, ...]
    language: str = "en"
    """ISO 639-1 code. The rules for names, times and events are for English; of others only sure names are taken."""

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(token.end for token in self.tokens)

    @cached_property
    def children(self) -> tuple[tuple[Token, ...], ...]:
        """For each token, the tokens that it governs, in order of text."""
        governed: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                governed[token.head].append(token)
        return tuple(tuple(tokens) for tokens in governed)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of a token, nearest first."""
        seen = token
        while seen.head != seen.index:
            seen = self.tokens[seen.head]
            yield seen

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly inside a character span."""
        return self.tokens[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def head_of(self, start: int, end: int) -> Token | None:
        """The token of the span whose governor lies outside it; None where the span holds no token."""
        inside = self.tokens_in(start, end)
        numbers = {token.index for token in inside}
        heads = [token for token in inside if token.head not in numbers or token.head == token.index]
        return heads[-1] if heads else None

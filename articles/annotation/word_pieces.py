"""Text as the word pieces that BERT reads: words and punctuation marks, rare words cut into known parts.

The rules and the vocabulary are those of BERT's uncased English model (Devlin et al. 2019, Apache-2.0). Long words are
matched greedily, longest piece first (Wu et al. 2016).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

VOCABULARY_FILE = "word_pieces.txt"
"""One piece a line; its number is that of its line, from 0."""
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"

OPENING, CLOSING, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
"""What stands before and after a text, and for a word that cannot be made of pieces."""

_INNER = "##"
"""Marks a piece that goes on with a word."""
_LONGEST_WORD = 100
"""Characters of a word beyond which it is not cut up, but unknown."""
_REMEMBERED_WORDS = 20_000
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Unicode's categories of control characters and the like."""
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B81D),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word piece: its number in the vocabulary, and the span of the text that it stands for."""

    number: int
    start: int
    end: int


class WordPieces:
    """Cuts text into pieces of a vocabulary.

    Args:
        vocabulary: The number of each piece; `OPENING`, `CLOSING` and `UNKNOWN` are among them.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.opening = vocabulary[OPENING]
        self.closing = vocabulary[CLOSING]
        self._vocabulary = vocabulary
        self._cut = lru_cache(maxsize=_REMEMBERED_WORDS)(self._cut_word)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The pieces of a text, in its order, without the opening and the closing one."""
        return tuple(
            Piece(number, places[first], places[last - 1] + 1)
            for word, places in _words(text)
            for number, first, last in self._cut(word)
        )

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """The pieces of a word, as number and half-open span of its characters."""
        unknown = ((self._vocabulary[UNKNOWN], 0, len(word)),)
        if len(word) > _LONGEST_WORD:
            return unknown
        found = []
        first = 0
        while first < len(word):
            lead = _INNER if first else ""
            ends = (end for end in range(len(word), first, -1) if lead + word[first:end] in self._vocabulary)
            last = next(ends, None)
            if last is None:
                return unknown
            found.append((self._vocabulary[lead + word[first:last]], first, last))
            first = last
        return tuple(found)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """The words of a text without case and diacritics, each with where its characters stand in the text."""
    word = ""
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in _plain(char):
            is_alone = _stands_alone(letter)
            if word and (is_alone or letter == " "):
                yield word, places
                word, places = "", []
            if is_alone:
                yield letter, [place]
            elif letter != " ":
                word += letter
                places.append(place)
    if word:
        yield word, places


@cache
def _plain(char: str) -> str:
    """A character without case and diacritics; a space for white space, nothing for what nobody sees."""
    if char.isspace():
        return " "
    if unicodedata.category(char) in _UNSEEN or char == "\N{REPLACEMENT CHARACTER}":
        return ""
    letters = unicodedata.normalize("NFD", char)
    return "".join(letter.lower() for letter in letters if unicodedata.category(letter) != "Mn")


@cache
def _stands_alone(letter: str) -> bool:
    """Whether a character is a word by itself: a punctuation mark or an ideograph."""
    if letter.isascii():
        return not letter.isalnum() and letter != " "
    code = ord(letter)
    return unicodedata.category(letter).startswith("P") or any(first <= code <= last for first, last in _IDEOGRAPHS)

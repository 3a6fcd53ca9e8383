"""The case that the words of a headline would have in running text, as far as the article itself tells.

Headlines in capitals hide their verbs from a tagger that learnt on running text: "Mayor To Open Bridge". The words that
the article has in small letters elsewhere are given small letters for reading, as in truecasing by the document
(Lita et al., "tRuEcasIng", 2003); names, which it has not, keep theirs. Nothing moves: offsets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CAPITALS = 0.7
"""Share of long words with a capital from which a line is a headline in title case."""
_LONG = 4
_FEWEST = 3
"""Long words that a line needs, to be told from a name."""
_LONGEST = 200
"""Characters beyond which a line is no headline."""
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or out over per so than the to up via with yet".split()
)
"""Words that no headline means as names."""


def true_cased(texts: Sequence[str]) -> list[str]:
    """The texts of an article with its headlines in the case of running text."""
    headlines = [_is_headline(text) for text in texts]
    if not any(headlines):
        return list(texts)
    small = {
        word
        for text, is_headline in zip(texts, headlines, strict=True)
        if not is_headline
        for word in _WORD.findall(text)
        if word.islower()
    } | _SMALL
    return [_lowered(text, small) if is_headline else text for text, is_headline in zip(texts, headlines, strict=True)]


def _is_headline(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    long_words = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    return len(long_words) >= _FEWEST and sum(word[0].isupper() for word in long_words) >= _CAPITALS * len(long_words)


def _lowered(text: str, small: set[str] | frozenset[str]) -> str:
    """A headline with small letters where the article has them, but for its first word."""

    def lowered(word: re.Match[str]) -> str:
        lower = word[0].lower()
        return lower if word.start() and lower in small and len(lower) == len(word[0]) else word[0]

    return _WORD.sub(lowered, text)

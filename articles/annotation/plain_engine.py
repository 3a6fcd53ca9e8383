"""The engine without a model: words, sentences and capitalised spans by pattern, where no pipeline can be loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.annotation.parse import NamedSpan, ParsedBlock, Token
from articles.text import plain_punctuation

UNKNOWN_LABEL = ""
"""Label of a span that looks like a name and says no more."""

_TOKEN = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}                      # U.S.
  | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Rev|Sen|Rep|Gov|St|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.
  | \d+(?:[.,:/-]\d+)*                      # 1,200 or 1950-53
  | [^\W\d_]+(?:-[^\W_]+)*(?='s\b)          # Seoul before its possessive
  | '(?:s|re|ve|ll|d|m)\b
  | [^\W_]+(?:[-'&][^\W_]+)*
  | \S
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(
    r"""(?:(?<=[.!?…])|(?<=[.!?…]["')\]»]))\s+(?=["'(\[«¿¡]*([^\W_]))|(?<=[。！？])["'」』]*()(?=.)""", re.DOTALL
)
"""A gap between sentences, and the letter that opens the next one; in Chinese and Japanese there is no gap."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Rev|Sen|Rep|Gov|St|No|vs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec))\.$"
)
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_CAPITALISED = re.compile(
    rf"(?:(?:{_CAPITAL}\.){{2,}}|{_CAPITAL}[^\W_]*(?:[-']{_CAPITAL}?[^\W_]+)*)"
    rf"(?:(?:\s(?:of|the|de|la|von|der|van|bin|al)){{0,2}}\s{_CAPITAL}[^\W_]*(?:[-'][^\W_]+)*)*"
)
_OPENING_WORDS = """
    a about after again all although an and another any are as at because before both but by can could did do does
    during each either even every few first for from had has have he her here his how however i if in into is it its
    just last later least less like many may more most much must my neither no none nor not now of on once one only or
    other our over she should since so some still such than that the their them then there these they this those
    though through to too two under until up upon was we were what when where whether which while who whose why will
    with would yes yet you your
"""
_OPENERS = frozenset(_OPENING_WORDS.split())


class PlainEngine:
    """Reads by pattern: no parts of speech, no grammar, and names without a kind."""

    name = "plain engine, no language model"
    language = "en"

    def parse(self, texts: Sequence[tuple[int, str]]) -> tuple[ParsedBlock, ...]:
        """Reads blocks, given as (block number, text), and returns them in the same order."""
        return tuple(_parsed(number, text) for number, text in texts)


def _parsed(number: int, text: str) -> ParsedBlock:
    plain = plain_punctuation(text)
    tokens = tuple(
        Token(index, found.start(), found.end(), found[0], found[0].lower(), "", "", "", index)
        for index, found in enumerate(_TOKEN.finditer(plain))
    )
    return ParsedBlock(number, text, tokens, tuple(_sentences(plain)), tuple(_capitalised(plain)))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for gap in _SENTENCE_END.finditer(text):
        opening = gap[1] or ""
        if not opening.islower() and not _ABBREVIATION.search(text, start, gap.start()):
            yield start, gap.start() if gap[1] else gap.end()
            start = gap.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _capitalised(text: str) -> Iterator[NamedSpan]:
    for found in _CAPITALISED.finditer(text):
        start, end = found.span()
        first, _, rest = found[0].partition(" ")
        while rest and first.lower() in _OPENERS:
            start = end - len(rest)
            first, _, rest = rest.partition(" ")
        if text.endswith("'s", start, end):
            end -= 2
        if first.lower() not in _OPENERS and end - start > 1:
            yield NamedSpan(start, end, UNKNOWN_LABEL)

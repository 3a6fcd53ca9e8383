"""The tense of the verb that governs a time expression: what tells a coming Friday from the one just gone."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum

from articles.annotation.parse import ParsedBlock, Token


class Tense(StrEnum):
    """Which side of the present a verb speaks of."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


_PLANNING = frozenset(
    "expect plan schedule intend aim hope due set prepare propose promise vow agree want seek threaten slate "
    "anticipate be likely decide poise ready invite ask".split()
)
_DEFERRING = frozenset("postpone delay defer extend adjourn reschedule suspend put push move hold".split())
"""Verbs that in the past still point forward: "postponed until Tuesday"."""

_FUTURE_AUXILIARIES = frozenset("will 'll ’ll wo shall".split())
_WORDS_OF_TENSE = re.compile(
    r"\b(?:(?P<future>will|shall|'ll|won't|(?:is|are) (?:due|set|scheduled|expected|going|planning|to))"
    r"|(?P<past>was|were|had|did|said|\w{2,}ed))\b",
    re.IGNORECASE,
)


def tokens_within(block: ParsedBlock, start: int, end: int) -> tuple[Token, ...]:
    """The tokens that begin inside a span, found by bisection."""
    first = bisect_left(block.tokens, start, key=_start_of)
    return block.tokens[first : bisect_left(block.tokens, end, lo=first, key=_start_of)]


def head_token(block: ParsedBlock, start: int, end: int) -> Token | None:
    """The last token of a span whose governor lies outside it; None where the span holds no token."""
    inside = tokens_within(block, start, end)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    heads = [token for token in inside if not first <= token.head <= last or token.head == token.index]
    return heads[-1] if heads else None


def tense_at(block: ParsedBlock, start: int, end: int) -> Tense:
    """The tense of the verb over a span of a block; from the nearest auxiliary where nothing is tagged."""
    head = head_token(block, start, end)
    if head is None or not head.tag:
        return _tense_without_tags(block, start)
    for governor in (head, *block.ancestors(head)):
        if governor.pos in ("VERB", "AUX"):
            tense = _tense_of_verb(block, governor)
            if tense is Tense.PAST and governor.lemma.lower() in _DEFERRING and _follows_until(block, start):
                return Tense.FUTURE
            if tense is not Tense.UNKNOWN:
                return tense
    return Tense.UNKNOWN


def _follows_until(block: ParsedBlock, start: int) -> bool:
    return re.search(r"\b(?:until|till|to)\s$", block.text[max(start - 8, 0) : start], re.IGNORECASE) is not None


def _tense_of_verb(block: ParsedBlock, verb: Token) -> Tense:
    helpers = [child for child in block.children[verb.index] if child.dep in ("aux", "auxpass")]
    if any(helper.tag == "MD" and helper.text.lower() in _FUTURE_AUXILIARIES for helper in helpers):
        return Tense.FUTURE
    if any(helper.tag == "TO" for helper in helpers):
        return _tense_of_infinitive(block, verb)
    if verb.tag == "VBD" or any(helper.tag == "VBD" or helper.text.lower() in ("has", "have") for helper in helpers):
        return Tense.PAST
    if any(helper.tag == "MD" for helper in helpers):
        if any(helper.text.lower() == "have" for helper in helpers):
            return Tense.PAST
        return Tense.UNKNOWN if any(helper.text.lower() == "could" for helper in helpers) else Tense.FUTURE
    if verb.tag == "VBN" and not helpers and verb.lemma.lower() not in _PLANNING:
        return Tense.PAST
    if verb.lemma.lower() in _PLANNING - {"be"} and (verb.tag in ("VBZ", "VBP") or verb.tag == "VBN"):
        return Tense.FUTURE
    if verb.tag in ("VBZ", "VBP") or any(helper.tag in ("VBZ", "VBP") for helper in helpers):
        return Tense.PRESENT
    return Tense.UNKNOWN


def _tense_of_infinitive(block: ParsedBlock, verb: Token) -> Tense:
    if any(child.lemma == "have" and child.dep == "aux" for child in block.children[verb.index]):
        return Tense.PAST
    governor = block.tokens[verb.head]
    if governor.lemma == "be" and verb.dep != "xcomp":
        return Tense.UNKNOWN
    if governor.index == verb.index or governor.lemma.lower() in _PLANNING:
        return Tense.FUTURE
    return Tense.UNKNOWN


def _start_of(token: Token) -> int:
    return token.start


def _tense_without_tags(block: ParsedBlock, start: int) -> Tense:
    first, last = next((span for span in block.sentences if span[0] <= start < span[1]), (0, len(block.text)))
    cues = list(_WORDS_OF_TENSE.finditer(block.text[max(first, start - 300) : min(last, start + 300)]))
    if not cues:
        return Tense.UNKNOWN
    offset = start - max(first, start - 300)
    nearest = min(cues, key=lambda cue: abs(cue.start() - offset))
    return Tense.FUTURE if nearest["future"] else Tense.PAST

"""Figures: how many of what, as digits or words, with the unit they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon
from articles.model import Quantity

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: float(value) for value, word in enumerate(_SMALL)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_ABBREVIATED = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_DIGITS = re.compile(r"([$€£¥]?)(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|tn)?", re.IGNORECASE)
_CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
}
_PERSON_UNITS = frozenset("people person man woman resident villager civilian passenger victim dead other".split())
_TOLL_UNITS = frozenset({"toll"})
_BALLOTS = frozenset({"vote", "election"})
_CASUALTY_CLASSES = frozenset("kill die injure arrest rescue evacuate displace infect shoot".split())


def figures(block: ParsedBlock, taken: frozenset[int]) -> Iterator[tuple[Token, Quantity]]:
    """The figures of a block, each with the token that governs it.

    Args:
        block: A parsed block.
        taken: Indexes of tokens that belong to time expressions, which are no figures.
    """
    for token in block.tokens:
        if token.index in taken or _is_part_of_name(block, token):
            continue
        if (ordinal := _ORDINAL.fullmatch(token.text)) and token.head != token.index:
            counted = block.tokens[token.head]
            yield counted, _quantity(block, token, float(ordinal[1]), f"ordinal {counted.lemma.lower()}")
        elif token.pos == "NUM" and not _continues_number(block, token) and not _is_compared_with(block, token):
            value = number(_number_words(block, token))
            if value is not None:
                governor, unit = _unit(block, token)
                yield governor, _quantity(block, token, value, unit)


def number(words: str) -> float | None:
    """The value of a number in digits or English words, `3.2 billion`, `forty-one`, `$1,200`; None if it is none."""
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", words.lower()):
        digits = _DIGITS.fullmatch(word)
        if digits and seen:
            return None
        if digits:
            current += float(digits[2].replace(",", "")) * _ABBREVIATED.get((digits[3] or "").lower(), 1.0)
        elif word in _WORDS:
            current += _WORDS[word]
        elif word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
        elif word in ("and", "a", "$", "€", "£", "¥"):
            continue
        else:
            return None
        seen = True
    return total + current if seen else None


def _continues_number(block: ParsedBlock, token: Token) -> bool:
    """Whether a number word is only the first part of a longer number, as `3.2` in `3.2 billion`."""
    following = block.tokens[token.index + 1] if token.index + 1 < len(block.tokens) else None
    if following is not None and following.text == "-" and token.index + 2 < len(block.tokens):
        following = block.tokens[token.index + 2]
    return (
        following is not None and following.pos == "NUM" and following.head in (token.index, token.head, following.head)
    )


def _is_part_of_name(block: ParsedBlock, token: Token) -> bool:
    """Whether a number follows a name that it belongs to: Apollo 11, Flight 370."""
    return token.dep == "nummod" and token.head < token.index and block.tokens[token.head].pos == "PROPN"


def _is_compared_with(block: ParsedBlock, token: Token) -> bool:
    """Whether a figure is only what another is set against: "less than the 3.2 billion reported", "not the 40"."""
    above = block.tokens[token.head]
    phrase = (*block.children[token.index], *(block.children[above.index] if above.pos == "NOUN" else ()))
    than = above.lemma.lower() == "than" or block.tokens[above.head].lemma.lower() == "than"
    return (than and above.pos in ("ADP", "NOUN")) or any(child.dep == "neg" for child in phrase)


def _number_words(block: ParsedBlock, last: Token) -> str:
    first = last.index
    while first > 0 and (block.tokens[first - 1].pos == "NUM" or block.tokens[first - 1].text in ("-", "$", "€", "£")):
        first -= 1
    return block.text[block.tokens[first].start : last.end]


def _unit(block: ParsedBlock, token: Token) -> tuple[Token, str]:
    """What a number counts, and the token through which it belongs to an event."""
    for child in block.children[token.index]:
        if child.text in _CURRENCIES:
            return block.tokens[token.head], _CURRENCIES[child.text]
    if token.index and block.tokens[token.index - 1].text in _CURRENCIES:
        return block.tokens[token.head], _CURRENCIES[block.tokens[token.index - 1].text]
    ballot = _ballot(block, token)
    if ballot is not None:
        return ballot, "vote"
    governor = block.tokens[token.head]
    if token.dep == "nummod":
        apart = any(each.text == "," for each in block.tokens[token.index : governor.index])
        return governor, "" if apart else _folded_unit(governor)
    of = next((child for child in block.children[token.index] if child.text.lower() == "of"), None)
    if of is not None:
        counted = next((child for child in block.children[of.index] if child.dep == "pobj"), None)
        if counted is not None:
            return governor, _folded_unit(counted)
    return governor, "person" if _counts_people(block, token) else ""


def _ballot(block: ParsedBlock, token: Token) -> Token | None:
    """The vote that a figure is the result of: "voted to leave by 52 to 48"; None for other figures."""
    around = block.tokens[max(token.index - 1, 0) : token.index + 3]
    if len(around) < 4 or (around[0].text.lower(), around[2].text.lower(), around[3].pos) != ("by", "to", "NUM"):
        return None
    words = {**event_lexicon().nouns, **event_lexicon().verbs}
    return next((each for each in block.ancestors(token) if words.get(each.lemma) in _BALLOTS), None)


def _counts_people(block: ParsedBlock, token: Token) -> bool:
    """Whether a number without a noun counts people: "killed 41", "the toll rose to 41"."""
    verb = next((each for each in block.ancestors(token) if each.tag.startswith("VB")), None)
    if verb is None:
        return False
    if token.dep in ("nsubj", "nsubjpass", "dobj") and event_lexicon().verbs.get(verb.lemma) in _CASUALTY_CLASSES:
        return True
    subjects = (child for child in block.children[verb.index] if child.dep in ("nsubj", "nsubjpass"))
    return any(subject.lemma.lower() in _TOLL_UNITS for subject in subjects)


def _folded_unit(noun: Token) -> str:
    lemma = noun.lemma.lower()
    if lemma in _PERSON_UNITS:
        return "person"
    return _CURRENCIES.get(lemma, event_lexicon().theme(lemma))


def _quantity(block: ParsedBlock, token: Token, value: float, unit: str) -> Quantity:
    first = token.index
    while first > 0 and (block.tokens[first - 1].pos == "NUM" or block.tokens[first - 1].text in ("-", "$", "€", "£")):
        first -= 1
    last = token
    governor = block.tokens[token.head]
    if token.dep in ("nummod", "amod") and governor.index == token.index + 1:
        last = governor
    return Quantity(block.block, block.tokens[first].start, last.end, value, unit)

"""Runs of capitalised words: the stretches of a block in which names are looked for."""

from __future__ import annotations

from collections.abc import Iterator

from articles.annotation.names.reading import FIGURES, Marked, Reading
from articles.annotation.names.tables import listed_at, look_up
from articles.annotation.names.words import HEADS, NOT_IN_NAME, OF_HEADS, PARTICLES, POSSESSIVE_NAMES, ROLES
from articles.given_names import is_given_name
from articles.model import EntityKind

_NO_NAME_POS = frozenset({"PRON", "DET", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "INTJ", "VERB"})
_LINKS = frozenset({"of", "for", "on"})
_BRACKETS = {"'": "'", '"': '"', "(": ")", "``": "''"}
_LONGEST_BYNAME = 3
_LONGEST_SYLLABLE = 5
_LEGAL = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "corp", "corp.", "co."})


def runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Half-open token spans of capitalised words with the small words that belong between them."""
    index, count = 0, len(reading.tokens)
    while index < count:
        if not is_name_word(reading, index):
            index += 1
            continue
        end = index + 1
        while (step := _continuation(reading, index, end)) > 0:
            end += step
        yield index, end
        index = end


def is_name_word(reading: Reading, index: int) -> bool:
    """Whether a token is written as part of a name is."""
    token = reading.tokens[index]
    word = token.text
    if word.islower() or index in reading.taken or not any(map(str.isupper, word)) or _is_address(word):
        return False
    span = reading.in_marked.get(index)
    if span is not None and span.kind in FIGURES:
        return False
    if not word[0].isalpha():
        return span is not None
    if reading.lower[index] in ("i", "i'm", "a"):
        return False
    if index > 0 and reading.touches(index - 1) and reading.tokens[index - 1].text[-1].isdigit():
        return False
    if span is not None:
        return True
    if index in reading.openings:
        opens_compound = "-" in word and look_up(word.partition("-")[0], index, index + 1) is not None
        return (
            token.pos in ("PROPN", "") or opens_compound or listed_at(reading, index, len(reading.tokens)) is not None
        )
    return token.pos not in _NO_NAME_POS or listed_at(reading, index, len(reading.tokens)) is not None


def _is_address(word: str) -> bool:
    return "/" in word or "@" in word or "www." in word


def _continuation(reading: Reading, first: int, end: int) -> int:
    """How many tokens after a run's present end belong to it."""
    if end >= len(reading.tokens) or end in reading.taken:
        return 0
    if reading.touches(end - 1) and reading.tokens[end].text == "-":
        return _after_hyphen(reading, first, end)
    if is_name_word(reading, end):
        return 0 if end in reading.openings else 1
    if (byname := _byname(reading, end)) > 0:
        return byname
    link = 1
    while end + link < len(reading.tokens) and _links(reading, end + link):
        link += 1
    after = end + link
    if after >= len(reading.tokens) or not _links(reading, end) or not is_name_word(reading, after):
        return 0
    if reading.lower[end] in ("for", "on") and look_up(reading.text(first, end), first, end) is not None:
        return 0
    return link + 1 if _belongs(reading, end, after) else 0


def _byname(reading: Reading, end: int) -> int:
    """Tokens of a quoted name between a given name and a surname, and of that surname: Vincent 'The Chin' Gigante."""
    closing = _BRACKETS.get(reading.tokens[end].text)
    if closing is None or not is_given_name(reading.lower[end - 1]):
        return 0
    for after in range(end + 2, min(end + _LONGEST_BYNAME + 2, len(reading.tokens) - 1)):
        if reading.tokens[after].text == closing:
            follows = reading.tokens[after + 1]
            spaced = follows.start > reading.tokens[after].end
            return after + 2 - end if spaced and follows.text[0].isupper() and follows.text.isalpha() else 0
        if not reading.tokens[after - 1].text[0].isupper():
            return 0
    return 0


def _links(reading: Reading, index: int) -> bool:
    word = reading.lower[index]
    return word in PARTICLES or word in _LINKS or word in ("the", "and", "&", "'s", "'", ",", "in")


def _belongs(reading: Reading, end: int, after: int) -> bool:
    """Whether the small words from `end` to `after` join a name, rather than stand between two."""
    word, before = reading.lower[end], reading.lower[end - 1]
    span = reading.in_marked.get(end)
    inside = span is not None and span.first < end and span.last > after
    if word == ",":
        return after == end + 1 and reading.lower[after] in _LEGAL
    if word in ("'s", "'"):
        saint = end - 2 >= 0 and reading.lower[end - 2] in ("st.", "st", "saint", "king", "queen", "prince")
        square = inside and HEADS.get(reading.lower[after]) is EntityKind.PLACE and not _is_listed(reading, end - 1)
        return before in POSSESSIVE_NAMES or square or (saint and reading.lower[after] in HEADS)
    if word == "&":
        return True
    if word in PARTICLES:
        return span is None or span.kind is not EntityKind.PLACE or inside
    if word in _LINKS:
        return before in OF_HEADS or (inside and HEADS.get(before) is not None and before not in ROLES)
    return inside and word == "and" and span is not None and _is_list_of_one(reading, span)


def _is_listed(reading: Reading, index: int) -> bool:
    """Whether a token is a listed name by itself, which then owns what follows its possessive."""
    return look_up(reading.tokens[index].text, index, index + 1) is not None


def _is_list_of_one(reading: Reading, span: Marked) -> bool:
    """Whether a span with `and` in it is one name: `Ministry of Trade and Industry`, not `Intel and Apple`."""
    words = reading.lower[span.first : span.last]
    return span.kind is not EntityKind.PERSON and (words[-1] in HEADS or not _LINKS.isdisjoint(words))


def _after_hyphen(reading: Reading, first: int, end: int) -> int:
    """Tokens of `-un` in Kim Jong-un, `-Packard` in Hewlett-Packard; none of `-based` in Moscow-based."""
    if not reading.touches(end) or end + 1 >= len(reading.tokens):
        return 0
    word = reading.tokens[end + 1].text
    if word[0].isupper():
        return 0 if look_up(reading.text(first, end), first, end) else 2
    span = reading.in_marked.get(end + 1)
    marked = span is not None and span.first < end
    syllable = end - first >= 2 and len(word) <= _LONGEST_SYLLABLE
    return 2 if word.isalpha() and word not in NOT_IN_NAME and (marked or syllable) else 0

"""The form of a line, whatever page it is on: what can be counted in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.cleaning.units import FUNCTION_WORDS, Unit

_MOST_WORDS = 250
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(]*[A-ZÄÖÜÉ\u0400-\u042f]")
SEPARATOR = re.compile(r"\s[|•·/»›>–—-]\s|\|")
GLUED = re.compile(r"[a-zäöüß0-9][.!?”\"]?[A-ZÄÖÜ][a-zäöü]")
ADDRESS = re.compile(r"https?:|www\.|\w@\w|(?<!\w)@\w|(?<!\w)#\w|\.(?:com|org|net|de|co\.uk)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d[:.h]\d\d\b|\bago\b|\b[ap]\.?m\b")
_ADDRESS_SIGNS, _SEPARATOR_SIGNS, _DIGITS = frozenset(":@#."), frozenset("|•·/»›>–—-"), frozenset("0123456789")
_READER = frozenset("you your yours you're you'll sie ihr ihre ihren ihnen tu su usted vous votre vos".split())
_WRITER = frozenset("i my me i'm i've we our us we're ich wir uns unser unsere mein nous notre nosotros".split())
_REPORTED = frozenset(
    "said says told added according asked announced reported wrote explained sagte sagt erklärte teilte dijo".split()
)
_QUOTATION_MARKS = frozenset('"“”«»„')
_ENDINGS = {".": 1, "。": 1, "!": 2, "?": 3, ":": 4, "…": 5, ",": 6, ";": 6, '"': 7, "”": 7, "“": 7, "»": 7, ")": 8}

FORM = (
    "words", "letters", "word length", "sentence end", "function words", "capitals", "shouted", "digits", "commas",
    "sentences", "marker", "columns", "ending", "lower start", "quotation", "reader", "writer", "reported",
)  # fmt: skip
"""What each number of `form_of` says, in order."""
SIGNS = ("address", "year", "clock", "separators")
"""What each number of `signs_of` says, in order."""


def form_of(unit: Unit, lower: Sequence[str]) -> list[float]:
    """A number for each of `FORM`.

    Args:
        unit: The unit.
        lower: Its words in lower case.
    """
    words, text = unit.words, unit.text
    count, length = len(words), len(text)
    return [
        min(count, _MOST_WORDS),
        min(length, 2000),
        share(sum(map(len, words)), count),
        unit.ends_sentence,
        share(_counted(FUNCTION_WORDS, lower), count),
        unit.capitalised,
        share(sum(word.isupper() for word in words if len(word) > 1), count),
        share(sum(map(str.isdigit, text[:400])), min(length, 400)),
        min(text.count(","), 20),
        len(_SENTENCE.findall(text[:2000])),
        bool(unit.marker),
        unit.columns,
        5 if text.endswith("...") else _ENDINGS.get(text[-1:], 0),
        text[:1].islower(),
        not _QUOTATION_MARKS.isdisjoint(text),
        share(_counted(_READER, lower), count),
        share(_counted(_WRITER, lower), count),
        not _REPORTED.isdisjoint(lower),
    ]


def _counted(listed: frozenset[str], words: Sequence[str]) -> int:
    return sum(map(listed.__contains__, words))


def signs_of(unit: Unit) -> tuple[bool, bool, bool, int]:
    """Address, year, time of day, separators; what a line without their characters can't have is not looked for."""
    folded, text = unit.folded, unit.text[:400]
    return (
        not _ADDRESS_SIGNS.isdisjoint(folded) and bool(ADDRESS.search(folded)),
        not _DIGITS.isdisjoint(folded) and bool(_YEAR.search(folded)),
        bool(_CLOCK.search(folded)),
        0 if _SEPARATOR_SIGNS.isdisjoint(text) else len(SEPARATOR.findall(text)),
    )


def share(part: float, whole: float) -> float:
    """What part of a whole something is; 0 of nothing."""
    return part / whole if whole else 0.0

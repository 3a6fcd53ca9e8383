"""The form of a line, whatever page it is on: what can be counted in it."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence

from articles.cleaning.units import FUNCTION_WORDS, Unit

_MOST_WORDS = 250
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(]*[A-ZÄÖÜÉ\u0400-\u042f]")
SEPARATOR = re.compile(r"\s[|•·/»›>–—-]\s|\|")
GLUED = re.compile(r"[a-zäöüß0-9][.!?”\"]?[A-ZÄÖÜ][a-zäöü]")
ADDRESS = re.compile(r"https?:|www\.|\w@\w|(?<!\w)@\w|(?<!\w)#\w|\.(?:com|org|net|de|co\.uk)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d[:.h]\d\d\b")
_TIME_OF_DAY = re.compile(r"\bago\b|\b[ap]\.?m\b")
_ADDRESS_SIGNS = ("http", "www.", "@", "#", ".com", ".org", ".net", ".de", ".co.uk")
_SEPARATOR_SIGNS, _TIME_SIGNS, _DIGITS = "|•·/»›>–—-", ("ago", "am", "a.m", "pm", "p.m"), "0123456789"
_ASCII_CAPITALS, _ASCII_DIGITS = string.ascii_uppercase.encode(), string.digits.encode()
_READER = frozenset("you your yours you're you'll sie ihr ihre ihren ihnen tu su usted vous votre vos".split())
_WRITER = frozenset("i my me i'm i've we our us we're ich wir uns unser unsere mein nous notre nosotros".split())
_REPORTED = frozenset(
    "said says told added according asked announced reported wrote explained sagte sagt erklärte teilte dijo".split()
)
_QUOTATION_MARKS = '"“”«»„'
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
        share(len([word for word in words if word.isupper() and len(word) > 1]), count),
        share(_digits_in(text[:400]), min(length, 400)),
        min(text.count(","), 20),
        len(_SENTENCE.findall(text[:2000])),
        bool(unit.marker),
        unit.columns,
        5 if text.endswith("...") else _ENDINGS.get(text[-1:], 0),
        text[:1].islower(),
        _has_any(text, _QUOTATION_MARKS),
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
        _has_any(folded, _ADDRESS_SIGNS) and bool(ADDRESS.search(folded)),
        _has_any(folded, _DIGITS) and bool(_YEAR.search(folded)),
        bool(_CLOCK.search(folded)) or (_has_any(folded, _TIME_SIGNS) and bool(_TIME_OF_DAY.search(folded))),
        len(SEPARATOR.findall(text)) if _has_any(text, _SEPARATOR_SIGNS) else 0,
    )


def capitals_in(text: str) -> int:
    """How many letters of a text are capitals."""
    return _counted_bytes(text, _ASCII_CAPITALS) if text.isascii() else sum(map(str.isupper, text))


def _digits_in(text: str) -> int:
    return _counted_bytes(text, _ASCII_DIGITS) if text.isascii() else sum(map(str.isdigit, text))


def _counted_bytes(text: str, counted: bytes) -> int:
    """How many characters of an ASCII text are among some, much faster than one by one."""
    whole = text.encode("ascii")
    return len(whole) - len(whole.translate(None, counted))


def _has_any(text: str, pieces: Iterable[str]) -> bool:
    return any(map(text.__contains__, pieces))


def share(part: float, whole: float) -> float:
    """What part of a whole something is; 0 of nothing."""
    return part / whole if whole else 0.0

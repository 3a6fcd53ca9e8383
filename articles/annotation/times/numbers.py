"""Numbers written out or in figures, as English news says counts, ordinals and years."""

from __future__ import annotations

import re

UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: number * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
COLLECTIVES = {"dozen": 12, "couple": 2, "half-dozen": 6}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "hundredth": 100}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "three-quarters": 0.75}

_CARDINALS = UNITS | TENS
_CARDINAL_WORDS = "|".join(sorted(_CARDINALS, key=len, reverse=True))
_WORDS = "|".join(sorted([*_CARDINALS, *SCALES], key=len, reverse=True))
NUMBER_WORDS = rf"\b(?:{_WORDS})(?:(?:-|\s+(?:and\s+)?)(?:{_WORDS}))*\b"
"""Fragment: a count in words, `twenty-five`, `one hundred and two`."""

FIGURES = r"\b\d{1,3}(?:,\d{3})+|\b\d+(?:\.\d+)?(?:[-\s]+\d/\d)?"
"""Fragment: a count in figures, `1,500`, `2.5`, `2 1/2`."""

_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_TENS_WORDS = "|".join(TENS)
ORDINAL = rf"(?:\b\d+(?:st|nd|rd|th)\b|\b(?:(?:{_TENS_WORDS})[-\s])?(?:{_ORDINAL_WORDS})\b)"
"""Fragment: `75th`, `third`, `twenty-first`."""

_CENTURY_WORDS = "fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_ONES_WORDS = "|".join(word for word, number in UNITS.items() if 0 < number < 10)
_BELOW_HUNDRED = rf"(?:(?:{_TENS_WORDS})(?:[-\s](?:{_ONES_WORDS}))?|{_CARDINAL_WORDS})"
_OF_A_CENTURY = rf"(?:{_CENTURY_WORDS})[-\s](?:hundred|oh[-\s](?:{_ONES_WORDS})|{_BELOW_HUNDRED})"
_OF_THE_MILLENNIUM = rf"two\sthousand(?:\s(?:and\s)?{_BELOW_HUNDRED})?"
SPOKEN_YEAR = rf"\b(?:{_OF_A_CENTURY}|{_OF_THE_MILLENNIUM})\b"
"""Fragment: `nineteen ninety-eight`, `two thousand`."""


def cardinal(words: str) -> int | None:
    """The number that words or figures say; None where they say none.

    `twenty-five` is 25, `one hundred and two` 102, `1,500` 1500.
    """
    bare = words.lower().replace(",", "").strip()
    if bare.isdecimal():
        return int(bare) if len(bare) <= 9 else None
    total = current = 0
    parts = [part for part in re.split(r"[-\s]+", bare) if part not in ("", "and", "a", "of")]
    for part in parts:
        if part in SCALES:
            current = max(current, 1) * SCALES[part]
            if SCALES[part] >= 1_000:
                total, current = total + current, 0
        elif part in _CARDINALS or part in COLLECTIVES:
            current += _CARDINALS.get(part, COLLECTIVES.get(part, 0))
        else:
            return None
    return total + current if parts else None


def ordinal(words: str) -> int | None:
    """The position that an ordinal says: `75th` is 75, `twenty-first` 21; None where it is none."""
    bare = words.lower().strip()
    figures = re.fullmatch(r"(\d{1,9})(?:st|nd|rd|th)", bare)
    if figures:
        return int(figures[1])
    tens, _, last = bare.replace(" ", "-").rpartition("-")
    if last not in ORDINALS or (tens and tens not in TENS):
        return None
    return TENS.get(tens, 0) + ORDINALS[last]


def quantity(words: str) -> float | None:
    """A count that may hold a fraction: `2 1/2`, `two and a half`, `half`, `a`; None for a vague one, as `several`."""
    bare = words.lower().strip()
    mixed = re.fullmatch(r"(?:(\d{1,9})[ -]+)?(\d)/([1-9])", bare)
    if mixed:
        return int(mixed[1] or 0) + int(mixed[2]) / int(mixed[3])
    if re.fullmatch(r"\d{1,9}\.\d{1,9}", bare):
        return float(bare)
    if bare in ("a", "an", "one", "another", "a single", "a full"):
        return 1.0
    if bare in ("half", "half a", "half an", "a half"):
        return _FRACTIONS["half"]
    whole, joiner, _ = bare.partition(" and a half")
    if joiner:
        count = cardinal(whole)
        return None if count is None else count + _FRACTIONS["half"]
    count = cardinal(bare)
    return None if count is None else float(count)


def spoken_year(words: str) -> int | None:
    """The year that words say: `nineteen ninety-eight` is 1998, `two thousand and one` 2001; None for no year."""
    parts = [part for part in re.split(r"[-\s]+", words.lower()) if part not in ("", "and")]
    if parts[:2] == ["two", "thousand"]:
        rest = cardinal(" ".join(parts[2:])) if parts[2:] else 0
        return None if rest is None or rest > 99 else 2000 + rest
    if len(parts) < 2 or (parts[0] not in UNITS and parts[0] not in TENS):
        return None
    hundreds = _CARDINALS[parts[0]]
    rest = 0 if parts[1:] == ["hundred"] else cardinal(" ".join(part for part in parts[1:] if part != "oh"))
    if not 15 <= hundreds <= 20 or rest is None or rest > 99:
        return None
    return hundreds * 100 + rest

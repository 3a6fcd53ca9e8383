"""How names are compared: the parts of a person's name, transliterations, and the words that make an organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.given_names import is_short_for
from articles.text import fold

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "lord", "lady"})
_PARTICLES = frozenset(
    {"von", "der", "den", "van", "de", "del", "della", "di", "da", "dos", "das", "bin", "ibn", "al", "el"}
)
_SPELLINGS = {
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
    "centers": "center",
    "centres": "center",
    "organisation": "organization",
    "programme": "program",
    "theatre": "theater",
    "harbour": "harbor",
    "honour": "honor",
    "licence": "license",
    "dept.": "department",
    "dept": "department",
    "univ.": "university",
    "corp.": "corporation",
    "corp": "corporation",
    "co.": "company",
    "co": "company",
    "inc.": "inc",
    "ltd.": "ltd",
}
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "&", "on", "in", "a", "de", "la", "du", "affairs"})
_LEGAL_FORMS = frozenset({"inc", "corporation", "company", "ltd", "limited", "llc", "plc", "gmbh", "ag"})
COMPANY_TAIL = frozenset(
    """inc corp corporation co company ltd limited llc plc gmbh ag sa nv computer computers group holdings
    international motors motor industries entertainment communications software systems technologies technology
    energy media airlines airways bank stores pictures records studios networks network electronics pharmaceuticals
    laboratories partners news agency press newspaper interactive online enterprises worldwide lines line ports shipping
    steel foods brewery breweries petroleum chemicals logistics railways properties ventures capital
    securities""".split()
)
"""Words that a second mention of a company leaves out: `Apple Computer`, then `Apple`."""

_FEATURES = frozenset("river lake mount mt cape loch".split())
"""Words that a second mention of a river or mountain leaves out: `River Velda`, then `the Velda`."""

_TRANSLITERATIONS = (
    (re.compile("kh"), "h"),
    (re.compile("ph"), "f"),
    (re.compile("ou|oo"), "u"),
    (re.compile("ee"), "i"),
    (re.compile("[yj]"), "i"),
    (re.compile("w"), "v"),
    (re.compile("[cq]"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_BYNAME = re.compile(r"""\s['"(][^'"()]+['")](?=\s)""")
_VOWELS = re.compile("[aeiou]")
_SHORTEST_VARIANT = 5
"""Letters below which one letter makes another name."""


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """`fold`, remembered: an article says the same names again and again."""
    return fold(name)


@lru_cache(maxsize=8192)
def person_parts(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, without titles, generational suffixes and the dots of initials.

    A surname said alone loses its particles: `von der Leyen` gives one part. A quoted byname is no part.
    """
    words = _BYNAME.sub(" ", fold(name)).replace(",", " ").split()
    parts = [word.rstrip(".") for word in words if word not in _SUFFIXES and word not in _TITLES]
    while len(parts) > 1 and parts[0] in _PARTICLES:
        parts.pop(0)
    return tuple(parts or words)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names, given as folded parts, can be one person's.

    They can where the family name and the given name agree in either order, middle names are missing or
    shortened to initials, the given name is said in its short form, a first initial is left out (`W. Mark Felt`), or
    one part is a transliteration of the other. Names of one part agree with none.
    """
    if len(one) < 2 or len(other) < 2:
        return False
    if len(one) != len(other) and (_begins_with_initial(one) or _begins_with_initial(other)):
        one, other = _without_first_initial(one), _without_first_initial(other)
    if sorted(one) == sorted(other):
        return True
    if len(one) == len(other) and _all_but_one_equal(one, other):
        return True
    return one[-1] == other[-1] and _given_agrees(one[0], other[0]) and _middle_agrees(one[1:-1], other[1:-1])


def _begins_with_initial(parts: Sequence[str]) -> bool:
    return len(parts) > 2 and len(parts[0]) == 1 and len(parts[1]) > 1


def _without_first_initial(parts: Sequence[str]) -> Sequence[str]:
    return parts[1:] if _begins_with_initial(parts) else parts


def _all_but_one_equal(one: Sequence[str], other: Sequence[str]) -> bool:
    different = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(different) == 1 and is_transliteration(*different[0])


def _given_agrees(one: str, other: str) -> bool:
    if one == other or is_transliteration(one, other) or is_short_for(one, other):
        return True
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _middle_agrees(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other:
        return True
    return len(one) == len(other) and all(map(_given_agrees, one, other))


@lru_cache(maxsize=8192)
def is_transliteration(one: str, other: str) -> bool:
    """Whether two spellings of a part of a name may stand for one original: `Sergei` and `Sergey`."""
    if min(len(one), len(other)) < _SHORTEST_VARIANT - 1:
        return False
    mine, theirs = _sounds(one), _sounds(other)
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < _SHORTEST_VARIANT or mine[-1] != theirs[-1] or mine[0] != theirs[0]:
        return False
    return _VOWELS.sub("", mine) == _VOWELS.sub("", theirs) and len(mine) == len(theirs)


def _sounds(word: str) -> str:
    for pattern, replacement in _TRANSLITERATIONS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=8192)
def organisation_key(name: str) -> tuple[str, ...]:
    """The words that make an organisation, in no order: `Ministry of Defence` and `Defense Ministry` are alike."""
    words = [_SPELLINGS.get(word, word) for word in fold(name).replace(",", " ").replace("'s", " ").split()]
    kept = [word.strip(".'") for word in words if word not in _SMALL_WORDS]
    while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
        kept.pop()
    return tuple(sorted(kept)) or tuple(words)


@lru_cache(maxsize=8192)
def short_forms(name: str) -> frozenset[str]:
    """The folded shorter names that a company, river or mountain goes by when it is named again.

    They are what is left without the words that say what kind of company or feature it is.
    """
    words = folded(name).replace(",", "").split()
    found = {" ".join(words[1:])} if words[0] in _FEATURES else set()
    if words[-1] in _FEATURES:
        found.add(" ".join(words[:-1]))
    for cut in range(len(words) - 1, 0, -1):
        if words[cut].rstrip(".") not in COMPANY_TAIL:
            break
        found.add(" ".join(words[:cut]))
    return frozenset(found - {""})


def initials(name: str) -> str:
    """The capitals that an acronym of a name would have: `NIS` for the National Intelligence Service."""
    words = re.split(r"[\s-]+", name.replace("'s", ""))
    return "".join(word[0] for word in words if word and word[0].isupper())


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym: `NIS`, `U.N.`."""
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()

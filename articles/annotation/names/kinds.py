"""What kind of thing a capitalised phrase names, told from its words before the model is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.annotation.names.reading import Found, Reading
from articles.annotation.names.tables import Listed, listed_at, look_up
from articles.annotation.names.words import (
    FIRST_WORDS,
    HEADS,
    HUMAN_ACTS,
    NEVER_ALONE,
    OF_HEADS,
    ROLE_SUBJECTS,
    ROLES,
    SURNAME_HEADS,
)
from articles.countries import Naming, known_name
from articles.given_names import is_given_name
from articles.model import EntityKind
from articles.naming import COMPANY_TAIL, folded, is_acronym

_MODEL_NUMBER = re.compile(r"^[A-Z][A-Za-z]{0,14}-\d{1,4}[A-Za-z]{0,3}$")
_DISEASE = re.compile(r"^(?:COVID|SARS|MERS|Covid)\b|^H\d+N\d+$")
_SEAT_OF_MEMBER = re.compile(r"^[RDI]-[A-Z][a-z]+\.?$")
"""Party and state of a member of Congress: `R-Ariz.`."""
_SUMMITS = re.compile(r"^G-?(?:7|8|20|77)$")
_INNER_CAPITAL = re.compile(r"^[a-z]{1,2}[A-Z]")
_LINKS = frozenset({"of", "for", "on"})
_KINDS_BEFORE_OF = {"battle": EntityKind.EVENT, "siege": EntityKind.EVENT, "fall": EntityKind.EVENT}
_MISREAD_PEOPLE = frozenset({EntityKind.PLACE, EntityKind.PRODUCT, EntityKind.NATIONALITY, None})
"""What a model that does not know a person's name takes it for."""
_PLACING = frozenset({"in", "near", "outside", "around", "across", "throughout"})


def is_disease(word: str) -> bool:
    """Whether a word names a disease, which is no party to anything."""
    return bool(_DISEASE.match(word))


def found_span(
    reading: Reading, first: int, last: int, model: EntityKind | None, *, is_person: bool = False
) -> Found | None:
    """The name that a token span is, with the kind its words tell; None where it is no name at all."""
    first, last = _trimmed(reading, first, last)
    if first >= last or _is_nothing(reading, first, last):
        return None
    text = reading.text(first, last)
    if last - first == 1 and (compound := _listed_before_hyphen(reading, first)):
        return compound
    listed = look_up(text, first, last)
    if listed is not None and not is_person and _stands(listed, model, last - first):
        certain = listed.naming is not Naming.PLACE
        return Found(reading.position, first, last, listed.kind, certain, listed.country)
    words = [word for word in reading.lower[first:last] if word != "-"]
    if is_person:
        return Found(reading.position, first, last, EntityKind.PERSON, certain=True)
    told = kind_told(words, reading.tokens[first].text, model, reading.tokens[last - 1].text)
    kind = told or model
    country = _own_country(reading, first, last) if kind in (EntityKind.ORGANISATION, EntityKind.PLACE, None) else ""
    if told is not None:
        return Found(reading.position, first, last, told, certain=True, country=country)
    if is_full_name(reading, first, last) and (
        model in _MISREAD_PEOPLE or (model is EntityKind.ORGANISATION and not _is_employer(reading, first, last))
    ):
        model = EntityKind.PERSON
    if model is EntityKind.NATIONALITY and last - first > 1:
        model = EntityKind.ORGANISATION
    if model is None:
        guess = kind_of_use(reading, first, last)
        return Found(reading.position, first, last, guess, country=country, guessed=True)
    return Found(reading.position, first, last, model, country=country)


def is_full_name(reading: Reading, first: int, last: int) -> bool:
    """Whether two or three words begin with a given name and end in what may be a surname: `Esther Williams`."""
    words = reading.lower[first:last]
    if (
        not 2 <= len(words) <= 3
        or not is_given_name(folded(words[0]))
        or look_up(reading.text(first, last), first, last)
    ):
        return False
    last_word = words[-1].rstrip(".")
    return last_word.isalpha() and last_word not in HEADS and last_word not in COMPANY_TAIL


def _is_employer(reading: Reading, first: int, last: int) -> bool:
    """Whether a name is used as that of a house: one works at or for it, and things are called after it."""
    head = reading.parsed.head_of(reading.tokens[first].start, reading.tokens[last - 1].end)
    if head is None or not head.dep:
        return True
    return head.dep == "compound" or (head.dep == "pobj" and reading.lower[head.head] in ("at", "for", "of"))


def _listed_before_hyphen(reading: Reading, index: int) -> Found | None:
    """The country that opens a compound the engine left in one piece: `U.S.` in `U.S.-led`."""
    word = reading.tokens[index].text
    before, hyphen, after = word.partition("-")
    if not hyphen or not after or look_up(word, index, index + 1) is not None:
        return None
    listed = look_up(before, index, index + 1)
    if listed is None:
        return None
    cut = len(hyphen) + len(after)
    return Found(reading.position, index, index + 1, listed.kind, certain=True, country=listed.country, cut=cut)


def kind_of_use(reading: Reading, first: int, last: int) -> EntityKind | None:
    """What a name that nothing else tells of is used as in its sentence; None where it may be no name."""
    head = reading.parsed.head_of(reading.tokens[first].start, reading.tokens[last - 1].end)
    if head is None or head.pos not in ("PROPN", ""):
        return None
    if last - first == 1 and is_acronym(head.text):
        return EntityKind.ORGANISATION if first > 0 and reading.lower[first - 1] == "(" else None
    if not head.pos:
        return EntityKind.PERSON if 1 < last - first <= 3 else EntityKind.ORGANISATION
    if last - first == 1 and (first in reading.openings or head.text.lower() in HEADS):
        return None
    governor = reading.tokens[head.head]
    if head.dep == "nsubj" and (1 < last - first <= 3 or governor.lemma in HUMAN_ACTS):
        return EntityKind.PERSON
    if head.dep == "pobj" and governor.text.lower() in _PLACING:
        return EntityKind.PLACE
    return EntityKind.ORGANISATION


def kind_told(words: Sequence[str], opening: str, model: EntityKind | None, closing: str = "") -> EntityKind | None:
    """The kind that the words of a name tell by themselves.

    Args:
        words: The name's words in lower case.
        opening: Its first word as it stands.
        model: What the model takes it for.
        closing: Its last word as it stands.
    """
    if len(words) == 1:
        return _kind_of_word(opening)
    last = words[-1].rstrip(".")
    for link in _LINKS:
        if link in words[1:-1]:
            head = words[words.index(link) - 1]
            return (
                HEADS.get(head)
                or _KINDS_BEFORE_OF.get(head)
                or (EntityKind.ORGANISATION if head in OF_HEADS and model is None else None)
            )
    if model is not EntityKind.PERSON and _MODEL_NUMBER.match(closing):
        return EntityKind.PRODUCT
    if last in HEADS:
        if model is EntityKind.PERSON and last in SURNAME_HEADS and len(words) == 2:
            return None
        return EntityKind.ORGANISATION if last in COMPANY_TAIL else HEADS[last]
    if words[0].rstrip(".") in FIRST_WORDS and model is not EntityKind.PERSON:
        return FIRST_WORDS[words[0].rstrip(".")]
    if _INNER_CAPITAL.match(opening):
        return EntityKind.PRODUCT
    if last in COMPANY_TAIL:
        return EntityKind.ORGANISATION
    return None


def _kind_of_word(word: str) -> EntityKind | None:
    if _SUMMITS.match(word):
        return EntityKind.ORGANISATION
    if _MODEL_NUMBER.match(word) or _INNER_CAPITAL.match(word):
        return EntityKind.PRODUCT
    return None


def _stands(listed: Listed, model: EntityKind | None, words: int) -> bool:
    """Whether what the table says outweighs the model: always, but for lesser places that the model sees as people."""
    if listed.naming is Naming.PLACE:
        return model is not EntityKind.PERSON or words > 1
    return True


def _own_country(reading: Reading, first: int, last: int) -> str:
    """The country that a name's first words, or `of` after it, tell: the Russian Defense Ministry."""
    for end in range(min(first + 3, last - 1), first, -1):
        known = known_name(reading.text(first, end))
        if known is not None and known.naming is not Naming.BODY:
            return known.code
    if last + 1 < len(reading.tokens) and reading.lower[last] == "of":
        owner = listed_at(reading, last + 1, len(reading.tokens))
        return owner.country if owner is not None and owner.naming is Naming.COUNTRY else ""
    return ""


def _trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The span without a leading article or a trailing possessive and punctuation."""
    while first < last and (reading.lower[first] in ("the", "a", "an") or not reading.tokens[first].text[0].isalnum()):
        first += 1
    while last > first and not reading.tokens[last - 1].text[0].isalnum():
        last -= 1
    return first, last


def _is_nothing(reading: Reading, first: int, last: int) -> bool:
    if is_disease(reading.text(first, last)) or _SEAT_OF_MEMBER.match(reading.text(first, last)):
        return True
    words = tuple(word.replace(".", "") if word.count(".") > 1 else word for word in reading.lower[first:last])
    if not any(map(str.isupper, reading.text(first, last))):
        return True
    if last - first == 1:
        word = reading.tokens[first].text
        bare = words[0].rstrip(".")
        if len(word) < 2:
            return True
        is_common = bare in NEVER_ALONE or bare in ROLES or bare in ROLE_SUBJECTS or HEADS.get(bare) is EntityKind.PLACE
        return is_common and look_up(word, first, last) is None
    if reading.taken.issuperset(range(first, last)):
        return True
    return all(word in ROLES or word in ROLE_SUBJECTS or word in NEVER_ALONE for word in words)

"""Names known from elsewhere in the article, found again where the model or the capitals did not show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from articles.annotation.names.items import Item
from articles.annotation.names.reading import Found, Reading
from articles.annotation.names.runs import is_name_word
from articles.annotation.names.tables import listed_at
from articles.annotation.names.teams import nicknames
from articles.annotation.names.words import NEVER_ALONE, ROLE_SUBJECTS, ROLES
from articles.countries import Naming, known_name
from articles.model import EntityKind
from articles.naming import person_parts

KnownForms: TypeAlias = dict[str, list[tuple[tuple[str, ...], EntityKind, str]]]

_RECALLED = frozenset(EntityKind) - {EntityKind.MONEY, EntityKind.QUANTITY, EntityKind.WORK}


def known_forms(items: Iterable[Item], readings: Sequence[Reading]) -> KnownForms:
    """The article's names as words in lower case, by the first word, longest first."""
    forms: dict[tuple[str, ...], tuple[EntityKind, str]] = {}
    items = list(items)
    places = {item.folded for item in items if item.kind is EntityKind.PLACE}
    for item in items:
        found = item.found
        if item.kind not in _RECALLED:
            continue
        words = readings[found.block].lower[found.first : found.last]
        forms.setdefault(words, (item.kind, found.country))
        if item.kind is EntityKind.PERSON and len(parts := person_parts(item.text)) > 1:
            forms.setdefault((parts[-1],), (item.kind, ""))
        if item.kind is EntityKind.ORGANISATION:
            for nickname in nicknames(item.text):
                if _is_place(item.folded.removesuffix(nickname).rstrip(), places):
                    forms.setdefault(tuple(nickname.split()), (item.kind, ""))
    by_first: KnownForms = defaultdict(list)
    for words, (kind, country) in forms.items():
        if len(words) > 1 or (len(words[0]) > 2 and words[0] not in NEVER_ALONE | ROLES | ROLE_SUBJECTS):
            by_first[words[0]].append((words, kind, country))
    for listed in by_first.values():
        listed.sort(key=lambda form: -len(form[0]))
    return by_first


def _is_place(name: str, places: set[str]) -> bool:
    """Whether a folded name is a place that the article names or the tables list."""
    known = known_name(name.title())
    return name in places or (known is not None and known.naming is not Naming.BODY)


def recalled(reading: Reading, forms: KnownForms, claimed: set[int]) -> list[Found]:
    """Known names in the words of a block that no name claims yet."""
    found: list[Found] = []
    index = 0
    while index < len(reading.tokens):
        each = known_at(reading, index, forms, claimed)
        if each is not None and (is_name_word(reading, each.first) or _opens_as_name(reading, each)):
            found.append(each)
        index = each.last if each is not None else index + 1
    return found


def _opens_as_name(reading: Reading, found: Found) -> bool:
    """Whether a known surname opens a sentence there, though the model sees a common noun: `Banks resigned`."""
    token = reading.tokens[found.first]
    return found.first in reading.openings and token.pos in ("NOUN", "PROPN", "ADJ") and token.text[0].isupper()


def headline_names(reading: Reading, forms: KnownForms, own: Sequence[Found]) -> list[Found]:
    """Names of a title whose words are all capitalised: those that the body or a table knows, and clear people.

    Args:
        reading: The headline.
        forms: What the body names.
        own: What the rules for running text find in the headline.
    """
    found: list[Found] = []
    claimed: set[int] = set()
    marked = {each.first: each for each in own if each.certain and _is_clear(reading, each)}
    index = 0
    while index < len(reading.tokens):
        each = known_at(reading, index, forms, claimed) or _listed(reading, index)
        longer = marked.get(index)
        if longer is not None and (each is None or longer.last > each.last):
            each = longer
        if each is not None:
            found.append(each)
            claimed.update(range(each.first, each.last))
        index = each.last if each is not None else index + 1
    for each in own:
        if claimed.isdisjoint(range(each.first, each.last)) and _is_clear(reading, each):
            found.append(each)
    return sorted(found, key=lambda name: name.first)


def known_at(reading: Reading, index: int, forms: KnownForms, claimed: set[int]) -> Found | None:
    """The longest known name that begins at a token."""
    for words, kind, country in forms.get(reading.lower[index], ()):
        last = index + len(words)
        if reading.lower[index:last] != words or not claimed.isdisjoint(range(index, last)):
            continue
        if any(map(str.isupper, reading.tokens[index].text)) and index not in reading.taken:
            return Found(reading.position, index, last, kind, country=country)
    return None


def _listed(reading: Reading, index: int) -> Found | None:
    if not any(map(str.isupper, reading.tokens[index].text)) or index in reading.taken:
        return None
    listed = listed_at(reading, index, len(reading.tokens))
    if listed is None or (reading.is_all_capitals and reading.tokens[index].text == "US"):
        return None
    if listed.naming in (Naming.PLACE, Naming.BODY) and index not in reading.in_marked:
        return None
    return Found(reading.position, listed.first, listed.last, listed.kind, certain=True, country=listed.country)


def _is_clear(reading: Reading, found: Found) -> bool:
    """Whether a name that only the headline has is to be believed: a full name of a person, or a told kind."""
    if reading.is_all_capitals:
        return False
    span = reading.in_marked.get(found.first)
    if span is None:
        return False
    length = found.last - found.first
    if found.kind is EntityKind.PERSON:
        return 2 <= length <= 4 and (span.first, span.last) == (found.first, found.last)
    if found.kind in (EntityKind.MONEY, EntityKind.QUANTITY):
        return True
    return found.kind in (EntityKind.ORGANISATION, EntityKind.PRODUCT) and length <= 2 and span.last == found.last

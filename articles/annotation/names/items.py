"""Found names as joining sees them, and the kind on which an article's uses of one spelling agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from articles.annotation.names.reading import Found, Reading
from articles.annotation.names.tables import Listed, look_up
from articles.annotation.names.teams import nicknames_of
from articles.annotation.names.words import PARTICLES
from articles.countries import Naming
from articles.given_names import is_given_name
from articles.model import EntityKind
from articles.naming import folded, initials, is_acronym, person_parts

_ARTICLES = frozenset({"la", "le", "du", "the", "den"})
"""Particles that are too common as words of their own to open a surname."""


@dataclass(frozen=True, slots=True)
class Item:
    """A found name with its text, ready to be joined with others."""

    found: Found
    text: str
    folded: str
    kind: EntityKind
    listed: Listed | None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands, for the order of the text."""
        return self.found.block, self.found.first


def items_of(readings: Sequence[Reading], found: Iterable[Found]) -> list[Item]:
    """The found names in order of text, each with the kind that its uses in the article agree on.

    A spelling whose kind nothing tells anywhere is left out.
    """
    spelt = [(each, readings[each.block].text_of(each)) for each in found]
    kinds = _agreed_kinds(spelt)
    surnames = _surnames(spelt, kinds)
    teams = nicknames_of(text for _, text in spelt if kinds.get(folded(text)) is EntityKind.ORGANISATION)
    items: list[Item] = []
    for each, text in sorted(spelt, key=lambda pair: (pair[0].block, pair[0].first)):
        key = folded(text)
        kind = kinds.get(key)
        if not each.certain and (key in surnames or _bears_surname(text, kind, kinds)):
            kind = EntityKind.PERSON
        elif not each.certain and key in teams:
            kind = EntityKind.ORGANISATION
        if kind is not None:
            agreed = each if each.kind is kind else replace(each, kind=kind)
            whole = _with_particles(readings[each.block], agreed)
            if whole is not agreed:
                text = readings[each.block].text_of(whole)
            items.append(Item(whole, text, folded(text), kind, look_up(text, each.first, each.last)))
    return items


def with_likely_countries(items: Sequence[Item]) -> list[Item]:
    """The same names; a city that several countries have loses its country where the article names only others."""
    telling = {item.found.country for item in items if item.listed and item.listed.naming is not Naming.PLACE}
    places = Counter(item.found.country for item in items if item.listed and item.listed.naming is Naming.PLACE)

    def is_likely(item: Item) -> bool:
        code = item.found.country
        return not telling - {""} or code in telling or places[code] > 1

    return [
        item
        if not item.listed or item.listed.naming is not Naming.PLACE or is_likely(item)
        else replace(item, found=replace(item.found, country=""))
        for item in items
    ]


def _agreed_kinds(spelt: Sequence[tuple[Found, str]]) -> dict[str, EntityKind]:
    """The kind of each folded spelling: what a rule tells, else what the model says most often."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    acronyms: set[str] = set()
    spelt_out = {initials(text) for each, text in spelt if each.kind is EntityKind.ORGANISATION and " " in text}
    for each, text in spelt:
        if each.kind is not None:
            votes[folded(text)][each.kind] += 100 if each.certain else 1 if each.guessed else 2
        elif is_acronym(text):
            acronyms.add(text)
    agreed = {key: counted.most_common(1)[0][0] for key, counted in votes.items()}
    known = (folded(text) for text in acronyms if text in spelt_out)
    return {**dict.fromkeys(known, EntityKind.ORGANISATION), **agreed}


def _bears_surname(text: str, kind: EntityKind | None, kinds: dict[str, EntityKind]) -> bool:
    """Whether a name that passes for something else ends in what is a person when said alone.

    A place may be one by any two or three words, an organisation only by a given name and a surname.
    """
    parts = person_parts(text)
    if kind not in (EntityKind.PLACE, EntityKind.ORGANISATION) or not 2 <= len(parts) <= 3:
        return False
    if kind is EntityKind.ORGANISATION and not is_given_name(parts[0]):
        return False
    return kinds.get(parts[-1]) is EntityKind.PERSON and kinds.get(parts[0], EntityKind.PERSON) is EntityKind.PERSON


def _surnames(spelt: Sequence[tuple[Found, str]], kinds: dict[str, EntityKind]) -> frozenset[str]:
    """First and last parts of the full names of people in the article."""
    full = (person_parts(text) for _, text in spelt if kinds.get(folded(text)) is EntityKind.PERSON and " " in text)
    return frozenset(part for parts in full if len(parts) > 1 for part in (parts[0], parts[-1]) if len(part) > 1)


def _with_particles(reading: Reading, found: Found) -> Found:
    """A surname with the particles before it: `von der Leyen`."""
    first = found.first
    while found.kind is EntityKind.PERSON and first > 0 and reading.lower[first - 1] in PARTICLES:
        if reading.lower[first - 1] in _ARTICLES:
            break
        first -= 1
    return found if first == found.first else replace(found, first=first)

"""Joining in one article: which of its names name the same thing. It never guesses between two candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from articles.annotation.names.items import Item
from articles.annotation.names.tables import organisation_names
from articles.annotation.names.teams import nicknames
from articles.annotation.names.words import FORMS_OF_ADDRESS, REGAL
from articles.countries import Naming, country
from articles.model import Entity, EntityKind
from articles.naming import (
    initials,
    is_acronym,
    is_transliteration,
    organisation_key,
    person_parts,
    same_person,
    short_forms,
)
from articles.text import fold

Key: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Joined:
    """An entity while it is being put together."""

    kind: EntityKind
    items: list[Item] = field(default_factory=list)
    shown: str = ""
    """The name that a table gives it; empty where the article's own fullest name is shown."""
    names: set[Key] = field(default_factory=set)
    """Parts of the full names of a person, or keys of an organisation."""

    @property
    def roles(self) -> set[str]:
        """The roles that were said before a person's name."""
        return {word for item in self.items for word in item.found.role.split()}

    def entity(self) -> Entity:
        """The finished entity, under its fullest natural name."""
        spellings = Counter(
            item.text.removesuffix(".") if item.text.endswith("..") else item.text for item in self.items
        )
        best = self.shown or max(spellings, key=lambda text: _fullness(text, spellings[text], self.kind))
        shouted = fold(best).upper()
        aliases = tuple(text for text in spellings if text != best and text != shouted)
        countries = Counter(item.found.country for item in self.items if item.found.country)
        code = countries.most_common(1)[0][0] if countries else ""
        return Entity(best, self.kind, aliases, code)


def join(items: Sequence[Item]) -> tuple[list[Joined], dict[int, int]]:
    """Joins names into entities.

    Args:
        items: The article's names in order of text.

    Returns:
        The entities in order of their first mention, and for each item's index the index of its entity.
    """
    joined: dict[int, Joined] = {}
    for kind, method in ((EntityKind.PERSON, _join_people), (EntityKind.ORGANISATION, _join_organisations)):
        method([(at, item) for at, item in enumerate(items) if item.kind is kind], joined)
    others = {EntityKind.PERSON, EntityKind.ORGANISATION}
    _join_equal([(at, item) for at, item in enumerate(items) if item.kind not in others], joined)
    ordered: list[Joined] = []
    numbers: dict[int, int] = {}
    index_of: dict[int, int] = {}
    for at in sorted(joined):
        each = joined[at]
        if id(each) not in numbers:
            numbers[id(each)] = len(ordered)
            ordered.append(each)
        index_of[at] = numbers[id(each)]
    return ordered, index_of


def _fullness(text: str, count: int, kind: EntityKind) -> tuple[bool, int, int, str]:
    """Orders spellings: natural before all capitals, then by words, then by use."""
    shouted = text.isupper() and len(text) > 5 and " " in text
    words = len(person_parts(text)) if kind is EntityKind.PERSON else len(text.split())
    return not shouted, words, count, text


def _add(joined: dict[int, Joined], at: int, item: Item, to: Joined) -> None:
    to.items.append(item)
    joined[at] = to


def _join_people(items: Sequence[tuple[int, Item]], joined: dict[int, Joined]) -> None:
    people: list[Joined] = []
    short: list[tuple[int, Item, Key]] = []
    for at, item in items:
        parts = person_parts(item.text)
        if len(parts) < 2 or (len(parts) == 2 and parts[0] in REGAL):
            short.append((at, item, parts))
            continue
        matching = [each for each in people if parts in each.names] or [
            each for each in people if any(same_person(parts, name) for name in each.names)
        ]
        person = matching[0] if len(matching) == 1 else Joined(EntityKind.PERSON)
        if len(matching) != 1:
            people.append(person)
        person.names.add(parts)
        _add(joined, at, item, person)
    alone: dict[tuple[Key, str], Joined] = {}
    for at, item, parts in short:
        chosen = _bearer(item, parts[-1], [each for each in people if not _titles_part(each.roles, item)])
        if chosen is None:
            chosen = alone.setdefault((parts, _form_of_address(item.found.role)), Joined(EntityKind.PERSON))
        _add(joined, at, item, chosen)


def _titles_part(roles: set[str], item: Item) -> bool:
    """Whether a person who is `Mr.` somewhere is `Mrs.` here."""
    mine, theirs = _form_of_address(item.found.role), _form_of_address(" ".join(roles))
    return bool(mine and theirs and mine != theirs)


def _form_of_address(role: str) -> str:
    words = {word.rstrip(".") for word in role.split()}
    return next((form for form, titles in FORMS_OF_ADDRESS.items() if words & titles), "")


def _bearer(item: Item, part: str, people: Sequence[Joined]) -> Joined | None:
    """The one person whom a bare surname or given name can mean; None where there is none or more than one."""
    bearers = [each for each in people if any(part in (name[0], name[-1]) for name in each.names)] or [
        each for each in people if any(is_transliteration(part, name[-1]) for name in each.names)
    ]
    for narrowed in (
        bearers,
        [each for each in bearers if each.items[0].place < item.place],
        [each for each in bearers if item.found.role and each.roles & set(item.found.role.split())],
        [each for each in bearers if _is_near(each, item)],
    ):
        if len(narrowed) == 1 and (narrowed is bearers or narrowed[0] in bearers):
            return narrowed[0]
    return None


def _is_near(person: Joined, item: Item) -> bool:
    """Whether a person is named in full before an item in the same block."""
    block, first = item.place
    return any(each.found.block == block and each.found.first < first for each in person.items)


def _join_organisations(items: Sequence[tuple[int, Item]], joined: dict[int, Joined]) -> None:
    known: list[Joined] = []
    short: list[tuple[int, Item]] = []
    for at, item in items:
        if is_acronym(item.text) and not _table_name(item):
            short.append((at, item))
            continue
        key = _organisation_key(item)
        body = next((each for each in known if key in each.names and _same_country(each, item)), None)
        if body is None:
            body = Joined(EntityKind.ORGANISATION, shown=_table_name(item))
            known.append(body)
        body.names.add(key)
        _add(joined, at, item, body)
    for at, item in short:
        body = _expansion(item, known) or next((each for each in known if (item.folded,) in each.names), None)
        if body is None:
            body = Joined(EntityKind.ORGANISATION)
            known.append(body)
        body.names.add((item.folded,))
        _add(joined, at, item, body)
    _join_short_forms(known, joined)


def _organisation_key(item: Item) -> Key:
    shown = _table_name(item)
    words = organisation_key(shown or item.text)
    demonym = item.found.country and country(item.found.country)
    if shown or not demonym or len(words) < 2:
        return words
    own = {word for name in (*demonym.demonyms, demonym.name, *demonym.aliases) for word in name.lower().split()}
    rest = tuple(word for word in words if word not in own)
    return rest if len(rest) > 1 else words


def _table_name(item: Item) -> str:
    names = organisation_names(item.text)
    if names:
        return names[0]
    listed = item.listed
    if listed is not None and listed.naming is Naming.COUNTRY and (named := country(listed.country)):
        return named.name
    return ""


def _same_country(body: Joined, item: Item) -> bool:
    codes = {each.found.country for each in body.items if each.found.country}
    return not item.found.country or not codes or item.found.country in codes


def _expansion(item: Item, known: Sequence[Joined]) -> Joined | None:
    """The one organisation whose initials an acronym has."""
    letters = item.text.replace(".", "")
    fitting = [each for each in known if any(initials(name.text) == letters for name in each.items if " " in name.text)]
    return fitting[0] if len(fitting) == 1 else None


def _join_short_forms(known: list[Joined], joined: dict[int, Joined]) -> None:
    """Joins `Lockheed` to the one `Lockheed Corporation`, and `the Saints` to the one team that is so called."""
    for short in known:
        opening = {each.folded for each in short.items}
        longer = [
            each
            for each in known
            if each is not short
            and any(opening & (short_forms(item.text) | nicknames(item.text)) for item in each.items)
        ]
        if len(longer) != 1 or not short.items or short.shown or not longer[0].items:
            continue
        for at, each in joined.items():
            if each is short:
                joined[at] = longer[0]
        longer[0].items.extend(short.items)
        short.items = []


def _join_equal(items: Sequence[tuple[int, Item]], joined: dict[int, Joined]) -> None:
    groups: dict[tuple[str, ...], Joined] = {}
    full = {short: item for _, item in items if item.kind is EntityKind.PLACE for short in short_forms(item.text)}
    for at, item in items:
        meant = full.get(item.folded, item) if item.kind is EntityKind.PLACE else item
        group = groups.setdefault(_equal_key(meant), Joined(item.kind))
        if item.listed is not None and item.listed.naming is Naming.COUNTRY and (named := country(item.found.country)):
            group.shown = named.name
        _add(joined, at, item, group)


def _equal_key(item: Item) -> tuple[str, ...]:
    """What must be equal for two places, peoples, products and the like to be one."""
    listed = item.listed
    code = item.found.country
    if code and listed is not None and listed.naming in (Naming.COUNTRY, Naming.DEMONYM) and item.kind is listed.kind:
        return item.kind, code
    if code and listed is None and item.kind is EntityKind.PLACE and item.folded in ("north", "south"):
        return item.kind, code
    folded = item.folded
    if item.kind in (EntityKind.PRODUCT, EntityKind.NATIONALITY) and folded.endswith("s") and len(folded) > 4:
        folded = folded[:-1]
    return item.kind, folded

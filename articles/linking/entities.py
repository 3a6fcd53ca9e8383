"""Joining across articles: which entity of the library a name of one article means, or that it is a new one.

Two people of one name stay two unless their full names agree; a bare surname joins a known person only where one
alone bears it and the country does not contradict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.model import Entity, EntityKind, KnownEntity
from articles.naming import is_acronym, organisation_key, person_parts, same_person
from articles.text import fold

_FAMILIES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "body",
    EntityKind.PRODUCT: "thing",
    EntityKind.WORK: "thing",
    EntityKind.PLACE: "place",
    EntityKind.NATIONALITY: "people",
    EntityKind.EVENT: "event",
    EntityKind.LAW: "law",
    EntityKind.MONEY: "money",
    EntityKind.QUANTITY: "quantity",
}
"""Kinds that a name may change between from one article to the next without being another thing."""

_GENERIC_KEYS = frozenset(
    {
        "ministry",
        "government",
        "parliament",
        "senate",
        "congress",
        "court",
        "police",
        "army",
        "defense ministry",
        "foreign ministry",
        "supreme court",
        "national assembly",
        "central bank",
        "interior ministry",
    }
)
"""Names of institutions that every country has: they join only where the country is the same."""


def keys(entity: Entity) -> tuple[str, ...]:
    """The folded keys under which a library looks for what an entity may be.

    They are its names, and for people also each first and last part, so that spellings, order and middle names
    may differ.
    """
    found = dict.fromkeys(fold(name) for name in (entity.name, *entity.aliases))
    if entity.kind is EntityKind.PERSON:
        for parts in _full_names(entity.name, entity.aliases):
            found.update(dict.fromkeys((parts[0], parts[-1])))
    elif entity.kind is EntityKind.ORGANISATION:
        found.update(dict.fromkeys(" ".join(key) for key in _organisation_keys(entity.name, entity.aliases)))
    return tuple(key for key in found if key)


def resolve(entities: Sequence[Entity], known: Sequence[KnownEntity]) -> tuple[int | None, ...]:
    """The library's entity for each entity of one article, or None for one that is new.

    No two entities of the article get the same one of the library: those that agree in their full name come first.

    Args:
        entities: What the article names.
        known: Candidates of the library, in any order.
    """
    ordered = sorted(known, key=lambda each: (-each.articles, each.id))
    resolved: list[int | None] = [None] * len(entities)
    used: set[int] = set()
    for test in (_agrees_in_name, _agrees_by_rule):
        for at, entity in enumerate(entities):
            if resolved[at] is not None:
                continue
            fitting = [each for each in ordered if each.id not in used and _may_be(entity, each) and test(entity, each)]
            chosen = _chosen(entity, fitting)
            if chosen is not None:
                resolved[at] = chosen.id
                used.add(chosen.id)
    return tuple(resolved)


def _may_be(entity: Entity, known: KnownEntity) -> bool:
    if _FAMILIES[entity.kind] != _FAMILIES[known.kind]:
        return False
    if entity.kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
        return True
    return not entity.country or not known.country or entity.country == known.country


def _chosen(entity: Entity, fitting: Sequence[KnownEntity]) -> KnownEntity | None:
    """The one candidate, or the one of several whose country agrees; never a guess."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    same = [each for each in fitting if entity.country and each.country == entity.country]
    exact = [each for each in same or fitting if fold(each.name) == fold(entity.name)]
    for narrowed in (same, exact):
        if len(narrowed) == 1:
            return narrowed[0]
    return exact[0] if exact and entity.kind is not EntityKind.PERSON else None


def _agrees_in_name(entity: Entity, known: KnownEntity) -> bool:
    """Whether some full name of both is the same once folded."""
    mine, theirs = _folded(entity.name, entity.aliases), _folded(known.name, known.aliases)
    if entity.kind is EntityKind.PERSON:
        return any(" " in name for name in mine & theirs)
    if entity.kind is EntityKind.ORGANISATION and not _countries_agree(entity, known, mine & theirs):
        return False
    return bool(mine & theirs)


def _agrees_by_rule(entity: Entity, known: KnownEntity) -> bool:
    """Whether the names agree in another spelling, order or length."""
    if entity.kind is EntityKind.PERSON:
        return _is_same_person(entity, known)
    if entity.kind is EntityKind.ORGANISATION:
        shared = set(_organisation_keys(entity.name, entity.aliases)) & set(
            _organisation_keys(known.name, known.aliases)
        )
        return bool(shared) and _countries_agree(entity, known, {" ".join(key) for key in shared})
    return False


def _is_same_person(entity: Entity, known: KnownEntity) -> bool:
    mine, theirs = _full_names(entity.name, entity.aliases), _full_names(known.name, known.aliases)
    if mine and theirs:
        return any(same_person(one, other) for one in mine for other in theirs)
    if entity.country and known.country and entity.country != known.country:
        return False
    if not mine and not theirs:
        return fold(entity.name) == fold(known.name)
    if mine:
        return False
    (surname,) = person_parts(entity.name)[-1:] or ("",)
    return any(surname in (name[0], name[-1]) for name in theirs) and _context_agrees(entity, known)


def _context_agrees(entity: Entity, known: KnownEntity) -> bool:
    return bool(entity.country) and entity.country == known.country


def _countries_agree(entity: Entity, known: KnownEntity, shared: Iterable[str]) -> bool:
    """Whether two institutions are of one country, as far as their names need one to be told apart."""
    if entity.country and known.country:
        return entity.country == known.country
    generic = all(name in _GENERIC_KEYS or " ".join(organisation_key(name)) in _GENERIC_KEYS for name in shared)
    return not generic or entity.country == known.country


def _folded(name: str, aliases: Iterable[str]) -> set[str]:
    return {fold(each) for each in (name, *aliases)}


def _full_names(name: str, aliases: Iterable[str]) -> list[tuple[str, ...]]:
    parts = (person_parts(each) for each in (name, *aliases))
    return [each for each in parts if len(each) > 1]


def _organisation_keys(name: str, aliases: Iterable[str]) -> list[tuple[str, ...]]:
    names = [each for each in (name, *aliases) if not is_acronym(each)] or [name]
    return [organisation_key(each) for each in names]

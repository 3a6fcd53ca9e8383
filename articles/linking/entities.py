"""Joining across articles: which entity of the library a name of one article means, or that it is a new one.

Two people of one name stay two unless their full names agree and nothing tells them apart: another country, or
another walk of life without any organisation that is named beside both. A bare surname joins a known person only where
one alone bears it and the country, or an organisation beside it, agrees.

What the reader has said counts: those that are one leave no choice between them, and names that he gave are meant
where nothing fits that was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from articles.model import Entity, EntityKind, KnownEntity
from articles.naming import is_acronym, organisation_key, person_parts, same_person, short_forms
from articles.text import fold

_FAMILIES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "thing",
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

_SHORTENED = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
"""Kinds whose names are said again without the word that tells what they are."""
_UNSTABLE = frozenset({"thing", "place", "event"})
"""Families between which a name of several words may be read differently from one article to the next: ships, teams."""
_MISREAD = ({"person", "place"}, {"person", "event"})
"""Families of which one is misread where a name of several words is of both: who founds a house bears its name, but
no place or event is called as a person is in full."""

MOST_ALIASES = 60
"""Spellings kept of one entity; beyond that they are noise."""
MOST_BESIDE = 40
"""Organisations kept of those that are named beside a person."""

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
    if entity.kind in _SHORTENED:
        found.update(dict.fromkeys(sorted(short_forms(entity.name))))
    return tuple(key for key in found if key)


def joined(known: Entity, found: Entity) -> Entity:
    """A known entity with what another article adds: spellings, country, a person's fuller name and what tells it."""
    name = known.name
    if known.kind is EntityKind.PERSON and len(found.name.split()) > len(name.split()):
        name = found.name
    spellings = dict.fromkeys((*known.aliases, known.name, found.name, *found.aliases))
    aliases = tuple(spelling for spelling in spellings if spelling != name)[:MOST_ALIASES]
    walks = tuple(dict.fromkeys((*known.walks, *found.walks)))
    beside = tuple(dict.fromkeys((*known.beside, *found.beside)))[:MOST_BESIDE]
    return Entity(name, known.kind, aliases, known.country or found.country, walks, beside)


def resolve(entities: Sequence[Entity], known: Sequence[KnownEntity]) -> tuple[int | None, ...]:
    """The library's entity for each entity of one article, or None for one that is new.

    No two entities of the article get the same one of the library: those that agree in their full name come first.

    Args:
        entities: What the article names.
        known: Candidates of the library, in any order; one may be there more than once, with another name or kind.
    """
    resolved: list[int | None] = [None] * len(entities)
    used: set[int] = set()
    for test in (_agrees_in_name, _agrees_by_rule, _is_short_form, _is_sole_bearer):
        free = [each for each in known if each.id not in used]
        claims: dict[int, list[int]] = {}
        for at, entity in enumerate(entities):
            if resolved[at] is None and (chosen := _chosen(entity, free, test)):
                claims.setdefault(chosen.id, []).append(at)
        for identity, claimants in claims.items():
            best = max(claimants, key=lambda at: (len(entities[at].name), entities[at].name))
            resolved[best] = identity
            used.add(identity)
    return tuple(resolved)


def _chosen(
    entity: Entity, known: Sequence[KnownEntity], test: Callable[[Entity, KnownEntity], bool]
) -> KnownEntity | None:
    """The one candidate that passes, or the one of several whose context or very name agrees; never a guess."""
    fitting = _distinct(entity, [each for each in known if _may_be(entity, each) and test(entity, each)])
    if len(fitting) <= 1 or test is _is_sole_bearer:
        alone = len(fitting) == 1 and (test is not _is_sole_bearer or _context_agrees(entity, fitting[0]))
        return fitting[0] if alone else None
    same = [each for each in fitting if _context_agrees(entity, each)]
    exact = [each for each in same or fitting if fold(each.name) == fold(entity.name)]
    if len(same) == 1:
        return same[0]
    if len(exact) == 1 or (exact and entity.kind is not EntityKind.PERSON):
        return min(exact, key=lambda each: each.id)
    return None


def _distinct(entity: Entity, fitting: Sequence[KnownEntity]) -> list[KnownEntity]:
    """What was found of the candidates, or else what the reader made, and one alone of those that are one."""
    shown: dict[int, KnownEntity] = {}
    for each in sorted(fitting, key=lambda one: (one.is_given, fold(one.name) != fold(entity.name))):
        shown.setdefault(each.stands_for or each.id, each)
    return [each for each in shown.values() if not each.is_given] or list(shown.values())


def _may_be(entity: Entity, known: KnownEntity) -> bool:
    if _FAMILIES[entity.kind] != _FAMILIES[known.kind]:
        families = {_FAMILIES[entity.kind], _FAMILIES[known.kind]}
        unstable = families <= _UNSTABLE or families in _MISREAD
        return unstable and " " in entity.name and fold(entity.name) == fold(known.name)
    if entity.kind is EntityKind.ORGANISATION:
        return True
    if _walks_part(entity, known):
        return False
    return not entity.country or not known.country or entity.country == known.country


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
        mine, theirs = _full_names(entity.name, entity.aliases), _full_names(known.name, known.aliases)
        return any(same_person(one, other) for one in mine for other in theirs)
    if entity.kind is EntityKind.ORGANISATION:
        shared = set(_organisation_keys(entity.name, entity.aliases)) & set(
            _organisation_keys(known.name, known.aliases)
        )
        return bool(shared) and _countries_agree(entity, known, {" ".join(key) for key in shared})
    return False


def _is_short_form(entity: Entity, known: KnownEntity) -> bool:
    """Whether one is called by the other's name without the word that tells what it is: `Halden`, `Halden Lines`."""
    if entity.kind not in _SHORTENED or entity.kind is not known.kind:
        return False
    return fold(entity.name) in short_forms(known.name) or fold(known.name) in short_forms(entity.name)


def _is_sole_bearer(entity: Entity, known: KnownEntity) -> bool:
    """Whether a known person bears the single name by which the article calls somebody."""
    if entity.kind is not EntityKind.PERSON or _full_names(entity.name, entity.aliases):
        return False
    surname = person_parts(entity.name)[-1]
    bearers = _full_names(known.name, known.aliases) or [person_parts(known.name)]
    return any(surname in (name[0], name[-1]) for name in bearers)


def _walks_part(entity: Entity, known: KnownEntity) -> bool:
    """Whether two people are of different walks of life, and no organisation is named beside both."""
    if not entity.walks or not known.walks or not set(entity.walks).isdisjoint(known.walks):
        return False
    return not _shares_organisation(entity, known)


def _shares_organisation(entity: Entity, known: KnownEntity) -> bool:
    return not set(map(fold, entity.beside)).isdisjoint(map(fold, known.beside))


def _context_agrees(entity: Entity, known: KnownEntity) -> bool:
    """Whether the country agrees, or an organisation is named beside both of two people."""
    return _country_agrees(entity, known) or _shares_organisation(entity, known)


def _country_agrees(entity: Entity, known: KnownEntity) -> bool:
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

"""Longest match of a block's words against the tables of countries and organisations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from articles.annotation.names.reading import Reading
from articles.annotation.names.words import OTHER_PEOPLES
from articles.countries import Naming, known_name, longest_names
from articles.model import EntityKind
from articles.naming import is_acronym
from articles.text import fold

_KINDS = {
    Naming.COUNTRY: EntityKind.PLACE,
    Naming.DEMONYM: EntityKind.NATIONALITY,
    Naming.CAPITAL: EntityKind.PLACE,
    Naming.SEAT: EntityKind.PLACE,
    Naming.BODY: EntityKind.ORGANISATION,
    Naming.PLACE: EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A stretch of a block that one of the tables lists."""

    first: int
    last: int
    kind: EntityKind
    naming: Naming | None
    """How it belongs to its country; None for what belongs to none."""
    country: str = ""


def _read_table(file: str) -> list[list[str]]:
    """The rows of a YAML table that lies beside this module."""
    import yaml

    text = resources.files("articles.annotation.names").joinpath(file).read_text("utf-8")
    rows: list[list[str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return rows


@cache
def organisations() -> dict[str, tuple[str, ...]]:
    """The names of well-known organisations, by each folded name; the first of them is the fullest."""
    listed: dict[str, tuple[str, ...]] = {}
    for names in _read_table("organisations.yaml"):
        for name in names:
            listed.setdefault(fold(name), tuple(names))
    return listed


def organisation_names(text: str) -> tuple[str, ...]:
    """All names of the well-known organisation that goes by this one; empty where none does."""
    names = organisations().get(fold(text), ())
    if names and fold(text) in _acronyms() and not any(text == name for name in names):
        return ()
    return names


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(fold(name) for names in organisations().values() for name in names if is_acronym(name))


@cache
def _longest() -> dict[str, int]:
    """For the first folded word of every listed name, how many words the longest one has."""
    longest = dict(longest_names())
    for name in organisations():
        words = name.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@lru_cache(maxsize=16384)
def _words_from(opening: str) -> int:
    """How many words the longest listed name has that begins with a word as it stands."""
    folded = fold(opening)
    return _longest().get(folded.split(" ")[0], 1 if folded in OTHER_PEOPLES else 0)


def listed_at(reading: Reading, first: int, limit: int) -> Listed | None:
    """The longest listed name that begins at a token and ends before `limit`."""
    words = _words_from(reading.tokens[first].text)
    for last in range(min(limit, first + 2 * words), first, -1):
        text = reading.text(first, last)
        if text.endswith("'s") and last - first > 1:
            continue
        if listed := look_up(text, first, last):
            return listed
    return None


def look_up(text: str, first: int, last: int) -> Listed | None:
    """What the tables say of a name that stands on tokens `first` to `last`."""
    listing = _listing(text)
    return Listed(first, last, *listing) if listing is not None else None


@lru_cache(maxsize=16384)
def _listing(text: str) -> tuple[EntityKind, Naming | None, str] | None:
    """The kind of a listed name, how it belongs to its country, and that country."""
    known = known_name(text)
    if known is not None:
        return EntityKind.ORGANISATION if known.code == "EU" else _KINDS[known.naming], known.naming, known.code
    if organisation_names(text):
        return EntityKind.ORGANISATION, None, ""
    if text[:1].isupper() and fold(text) in OTHER_PEOPLES:
        return EntityKind.NATIONALITY, Naming.DEMONYM, ""
    return None

"""Countries as news names them: names, peoples, capitals, seats of government, and whose institutions are whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from articles.text import fold

DIRECTIONS = ("North", "South", "East", "West")
_NO_PLURAL = ("s", "ese", "ish", "ch", "men", "man", "x", "z")
_LONGEST_ABBREVIATION = 4


class Naming(StrEnum):
    """How a name belongs to its country."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    BODY = "body"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or union of countries."""

    code: str
    """ISO 3166-1 alpha-2; `SU`, `YU`, `CS`, `DD` for states that are no more, `EU` for the union."""
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    """The capital, and its other spellings."""
    seats: tuple[str, ...] = ()
    """Places that stand for the government when they act."""
    bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    shared_capital: bool = False
    """Whether other cities or people are better known by the capital's name, as by Victoria."""

    @property
    def capital(self) -> str:
        """The capital's usual name; empty for a territory without one."""
        return self.capitals[0] if self.capitals else ""

    @property
    def demonym(self) -> str:
        """The usual adjective; empty where there is none."""
        return self.demonyms[0] if self.demonyms else ""

    @property
    def direction(self) -> str:
        """`North` for North Korea, under which an article on it may call it; empty for most."""
        first = self.name.split(" ", 1)[0]
        return first if first in DIRECTIONS and " " in self.name else ""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the table, and what it is to its country."""

    code: str
    naming: Naming


@cache
def countries() -> dict[str, Country]:
    """Every country of the table, by code."""
    return {row["code"]: _country(row) for row in _read("countries.yaml")}


def country(code: str) -> Country | None:
    """The country of a code."""
    return countries().get(code)


def country_named(text: str) -> str | None:
    """The code of the country that goes by this name or alias; None for anything else, demonyms included."""
    known = known_name(text)
    return known.code if known and known.naming is Naming.COUNTRY else None


def known_name(text: str) -> KnownName | None:
    """What the table knows of a name. Short abbreviations (`US`, `UN`) count in capitals only."""
    folded = fold(text)
    if _is_abbreviation(folded) and folded in _abbreviations() and text != text.upper():
        return None
    return _index().get(folded)


@cache
def longest_names() -> dict[str, int]:
    """For the first folded word of every known name, how many words the longest one has."""
    longest: dict[str, int] = {}
    for name in _index():
        words = name.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _read(file: str) -> list[Any]:
    """The rows of the YAML table that lies beside this module."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: list[Any] = yaml.load(resources.files("articles").joinpath(file).read_text("utf-8"), Loader=loader)
    return rows


def _country(row: dict[str, Any]) -> Country:
    def listed(key: str) -> tuple[str, ...]:
        return tuple(row.get(key, ()))

    return Country(
        code=row["code"],
        name=row["name"],
        aliases=listed("aliases"),
        demonyms=listed("demonyms"),
        capitals=listed("capital"),
        seats=listed("seats"),
        bodies=listed("bodies"),
        places=listed("places"),
        shared_capital=row.get("shared_capital", False),
    )


@cache
def _index() -> dict[str, KnownName]:
    """Known names by folded spelling; where one is used twice, the weightier use stands."""
    index: dict[str, KnownName] = {}
    for naming in Naming:
        for each in countries().values():
            for name in _names(each, naming):
                index.setdefault(fold(name), KnownName(each.code, naming))
    return index


def _names(each: Country, naming: Naming) -> Iterator[str]:
    match naming:
        case Naming.COUNTRY:
            yield each.name
            yield from each.aliases
        case Naming.DEMONYM:
            for demonym in each.demonyms:
                yield demonym
                if not demonym.endswith(_NO_PLURAL):
                    yield demonym + "s"
        case Naming.CAPITAL:
            yield from () if each.shared_capital else each.capitals
        case Naming.SEAT:
            yield from each.seats
        case Naming.BODY:
            yield from each.bodies
        case Naming.PLACE:
            yield from each.places
            yield from each.capitals


@cache
def _abbreviations() -> frozenset[str]:
    names = (name for each in countries().values() for name in (*each.aliases, *each.bodies))
    return frozenset(fold(name) for name in names if name.isupper() and _is_abbreviation(fold(name)))


def _is_abbreviation(folded: str) -> bool:
    return len(folded.replace(".", "")) <= _LONGEST_ABBREVIATION

"""`The North` and `the South`: countries called by their direction in an article that is about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from articles.annotation.names.items import Item
from articles.annotation.names.reading import Found, Reading
from articles.countries import Country, countries
from articles.model import EntityKind

_DIRECTIONS = frozenset({"north", "south"})


def directional_names(readings: Sequence[Reading], items: Iterable[Item], taken: Sequence[set[int]]) -> list[Found]:
    """Each `the North` that means the one country which the article names in full, or that one's counterpart."""
    named = {item.found.country for item in items if item.kind in (EntityKind.PLACE, EntityKind.NATIONALITY)}
    means = {direction: _meant(direction.title(), named) for direction in _DIRECTIONS}
    found: list[Found] = []
    for reading, claimed in zip(readings, taken, strict=True):
        if reading.is_headline_case:
            continue
        for index in range(1, len(reading.tokens)):
            word = reading.lower[index]
            if word not in _DIRECTIONS or not means[word] or index in claimed:
                continue
            if _stands_alone(reading, index):
                found.append(
                    Found(reading.position, index, index + 1, EntityKind.PLACE, certain=True, country=means[word])
                )
    return found


def _meant(direction: str, named: set[str]) -> str:
    """The code of the country that a direction means; empty where none or more than one is named."""
    divided = _divided()
    full = [each.code for each in divided if each.direction == direction and each.code in named]
    if full:
        return full[0] if len(full) == 1 else ""
    counterparts = [each.code for each in divided if each.direction == direction and _has_counterpart(each, named)]
    return counterparts[0] if len(counterparts) == 1 else ""


@cache
def _divided() -> tuple[Country, ...]:
    return tuple(each for each in countries().values() if each.direction in ("North", "South"))


def _has_counterpart(each: Country, named: set[str]) -> bool:
    base = each.name.split(" ", 1)[1]
    return any(
        other.code in named and other.code != each.code and other.name.split(" ", 1)[1] == base for other in _divided()
    )


def _stands_alone(reading: Reading, index: int) -> bool:
    """Whether a capitalised direction follows `the` and is no part of a longer name."""
    if reading.lower[index - 1] != "the" or not reading.tokens[index].text[0].isupper():
        return False
    if index + 1 >= len(reading.tokens):
        return True
    after = reading.tokens[index + 1]
    return not after.text[0].isupper() and after.text not in ("of", "-")

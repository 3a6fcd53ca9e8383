"""Where reports of one event differ: in a figure, the day, the town or a name. How they word it, `framing` tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from articles.linking.figures import hedge_of, is_measure, may_be_one
from articles.linking.incompatible import apart_in_time
from articles.linking.labels import days_in_words
from articles.linking.terms import stems
from articles.linking.towns import may_be_town
from articles.model import Difference, EventSlots
from articles.text import fold

Figure = tuple[float, str]
"""A value, and the words that tell it."""

_PEOPLE = "person"
_DEATHS = frozenset({"kill", "die"})
_PARTS = frozenset("man men woman women child children boy boys girl girls adults".split())
_FACTOR = 2
"""Figures of things that are further apart count different things; a toll may grow by more."""
_FULL_NAME = 2
_LONGEST_NAME = 3
_NEARLY = 0.6
"""Likeness of two spellings of one name: the share of characters that match (Ratcliff and Obershelp, 1988)."""


def differences(one: EventSlots, other: EventSlots) -> tuple[Difference, ...]:
    """What two reports of one event give differently: figures of one unit, days, towns, and names that are alike."""
    found = [*_figures(one, other), *_days(one, other), *_towns(one, other), *_persons(one, other)]
    return tuple(sorted(found, key=lambda difference: difference.here))


def _figures(one: EventSlots, other: EventSlots) -> Iterator[Difference]:
    """Figures of one unit of which neither paragraph tells what the other does, be it rounded or in parts."""
    mine, theirs = _told(one), _told(other)
    for unit in mine.keys() & theirs.keys():
        here, there = mine[unit], theirs[unit]
        agree = _agree(here, _everything(other, unit)) or _agree(there, _everything(one, unit))
        if not agree and _count_alike(one, other, unit, here[0], there[0]):
            yield Difference("figure", here[0][1], there[0][1])


def _told(slots: EventSlots) -> Mapping[str, list[Figure]]:
    """The figures by their units that the sentence tells of the event, so that a reader sees them there."""
    table: dict[str, list[Figure]] = defaultdict(list)
    for value, unit, words in slots.told_quantities:
        if unit and not unit.startswith("ordinal") and not is_measure(words):
            table[unit].append((value, words))
    return table


def _everything(slots: EventSlots, unit: str) -> list[Figure]:
    """All figures that an article tells of the event in a unit, whatever its paragraph counts, and sums of two."""
    of_unit = [(value, words) for value, counted, words in slots.quantities if counted == unit]
    values = sorted({*(value for value, _ in of_unit), *slots.nearby})
    sums = {first + second for first, second in combinations(values, 2)}
    return [*of_unit, *((value, "") for value in (*values, *sorted(sums)))]


def _agree(figures: Iterable[Figure], others: Iterable[Figure]) -> bool:
    known = tuple(others)
    return any(
        may_be_one(value, another, frozenset({hedge_of(words), hedge_of(told)}))
        for value, words in figures
        for another, told in known
    )


def _count_alike(one: EventSlots, other: EventSlots, unit: str, here: Figure, there: Figure) -> bool:
    """Whether two figures count the same: of people those to whom the same happened, of things no multiple."""
    if unit == _PEOPLE:
        classes = {one.event_class, other.event_class}
        return (len(classes) == 1 or classes <= _DEATHS) and _is_part(here[1]) == _is_part(there[1])
    least, most = sorted((abs(here[0]), abs(there[0])))
    return most <= _FACTOR * least


def _is_part(words: str) -> bool:
    """Whether a figure counts but some of the people: "two men", beside a woman."""
    return not _PARTS.isdisjoint(words.casefold().split())


def _days(one: EventSlots, other: EventSlots) -> Iterator[Difference]:
    if apart_in_time(one, other) and one.interval and other.interval:
        yield Difference("day", days_in_words(one.interval), days_in_words(other.interval))


def _towns(one: EventSlots, other: EventSlots) -> Iterator[Difference]:
    """The one town of each, where the other article does not name it: neither may lie in the other then."""
    if len(one.places) != 1 or len(other.places) != 1:
        return
    (here,), (there,) = one.places, other.places
    mine, theirs = dict(one.actor_names).get(here, ""), dict(other.actor_names).get(there, "")
    told = _tells(one, mine) and _tells(other, theirs)
    if (
        told
        and may_be_town(mine)
        and may_be_town(theirs)
        and not (_names(one, there, theirs) or _names(other, here, mine))
    ):
        yield Difference("place", mine, theirs)


def _persons(one: EventSlots, other: EventSlots) -> Iterator[Difference]:
    """The one doer of each, or the one it is done to, where one of their names is the same and the other nearly so.

    Two whose names have less in common are two people of one event far more often than one under two names.
    """
    names = dict((*one.actor_names, *other.actor_names))
    sides = (one.agents, other.agents), (one.actors - one.agents, other.actors - other.agents)
    for mine, theirs in sides:
        here, there = mine & one.actors - one.places, theirs & other.actors - other.places
        if len(here) == len(there) == 1 and here.isdisjoint(other.company) and there.isdisjoint(one.company):
            told = names.get(min(here), ""), names.get(min(there), "")
            if _are_alike(*told) and _tells(one, told[0]) and _tells(other, told[1]):
                yield Difference("name", *told)


def _are_alike(one: str, other: str) -> bool:
    """Whether two full names are the same but for the spelling of the given name or of the surname."""
    mine, theirs = fold(one).split(), fold(other).split()
    if min(len(mine), len(theirs)) < _FULL_NAME or max(len(mine), len(theirs)) > _LONGEST_NAME:
        return False
    pairs = (mine[0], theirs[0]), (mine[-1], theirs[-1])
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    return len(differing) == 1 and SequenceMatcher(None, *differing[0], autojunk=False).ratio() >= _NEARLY


def _tells(slots: EventSlots, name: str) -> bool:
    """Whether a name stands in the sentence of a mention, so that a reader sees it there."""
    return slots.context.issuperset(stems(name))


def _names(slots: EventSlots, place: int, name: str) -> bool:
    """Whether the article of a mention names a place, in whatever part of its name."""
    return place in slots.company | slots.actors | slots.places or not slots.context.isdisjoint(stems(name))

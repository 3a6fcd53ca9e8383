"""Where two reports of one event differ."""

from __future__ import annotations

from collections import defaultdict

from articles.linking.incompatible import apart_in_time
from articles.linking.labels import days_in_words
from articles.model import Difference, EventSlots


def differences(one: EventSlots, other: EventSlots) -> tuple[Difference, ...]:
    """Figures of one unit, and days, that two reports of one event give differently."""
    mine: dict[str, list[tuple[float, str]]] = defaultdict(list)
    theirs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for table, slots in ((mine, one), (theirs, other)):
        told = {unit for _, unit, _ in slots.told_quantities}
        elsewhere = (figure for figure in slots.quantities if figure[1] not in told)
        for value, unit, words in (*slots.told_quantities, *elsewhere):
            if unit and not unit.startswith("ordinal"):
                table[unit].append((value, words))
    found: list[Difference] = []
    for unit in mine.keys() & theirs.keys():
        here, there = mine[unit], theirs[unit]
        if not {value for value, _ in here} & {value for value, _ in there}:
            found.append(Difference("figure", here[0][1], there[0][1]))
    if apart_in_time(one, other) and one.interval and other.interval:
        found.append(Difference("day", days_in_words(one.interval), days_in_words(other.interval)))
    return tuple(sorted(found, key=lambda difference: difference.here))

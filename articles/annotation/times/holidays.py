"""Feasts and holidays that a rule places on the calendar: Easter, Thanksgiving, New Year's Eve."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateutil.easter import easter
from dateutil.relativedelta import MO, SU, TH, TU, relativedelta, weekday

from articles.annotation.times.meaning import Meaning, on_day, partial, period, vague
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import STEPS, unit_of
from articles.countries import Naming, known_name
from articles.model import Granularity

Placing = Callable[[int], date]


def _fixed(month: int, day: int) -> Placing:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Placing:
    return lambda year: easter(year) + relativedelta(days=days)


def _nth(month: int, which: weekday, *, day: int = 1, then: int = 0) -> Placing:
    return lambda year: date(year, month, day) + relativedelta(weekday=which) + relativedelta(days=then)


_FIRST_GREGORIAN_YEAR = 1583
_HOLIDAYS: dict[str, Placing] = {
    "new year's day": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "martin luther king jr. day": _nth(1, MO(3)),
    "martin luther king day": _nth(1, MO(3)),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, MO(3)),
    "presidents day": _nth(2, MO(3)),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "shrove tuesday": _from_easter(-47),
    "mardi gras": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit monday": _from_easter(50),
    "anzac day": _fixed(4, 25),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, SU(2)),
    "memorial day": _nth(5, MO(-1), day=31),
    "father's day": _nth(6, SU(3)),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "assumption day": _fixed(8, 15),
    "labor day": _nth(9, MO(1)),
    "columbus day": _nth(10, MO(2)),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "guy fawkes night": _fixed(11, 5),
    "election day": _nth(11, MO(1), then=1),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "remembrance sunday": _nth(11, SU(2)),
    "thanksgiving day": _nth(11, TH(4)),
    "thanksgiving": _nth(11, TH(4)),
    "black friday": _nth(11, TH(4), then=1),
    "cyber monday": _nth(11, TH(4), then=4),
    "super tuesday": _nth(3, TU(1)),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
}


_AMERICAN = frozenset(
    (
        "independence day",
        "thanksgiving",
        "thanksgiving day",
        "labor day",
        "memorial day",
        "election day",
        "presidents' day",
        "presidents day",
    )
)
"""Feasts whose names other countries give to days of their own."""
_NAMES_A_COUNTRY = frozenset({Naming.COUNTRY, Naming.DEMONYM, Naming.CAPITAL})
_LONGEST_COUNTRY = 3


def holiday_words() -> frozenset[str]:
    """Every word of every holiday's name, in lower case: where looking for one is worth while."""
    return frozenset(word for name in _HOLIDAYS for word in re.findall(r"[a-z]{3,}", name)) - {"day", "the", "super"}


def read_holiday(words: Words, scene: Scene) -> Meaning | None:
    """`Easter`, `last Thanksgiving`, `Christmas Eve 1968`, `Easter week`."""
    if words["holiday"] in _AMERICAN and _is_told_of_another_country(scene):
        return None
    place = _HOLIDAYS[words["holiday"]]
    if words["year"]:
        year = int(words["year"])
        return _around(words, place(year)) if year >= _FIRST_GREGORIAN_YEAR else None
    if scene.middle is None:
        return _of_no_year(place)
    days = [place(scene.middle.year + step) for step in (-1, 0, 1)]
    step = STEPS.get(words["which"])
    if step == -1:
        days = [day for day in days if day < scene.middle][-1:]
    elif step == 1:
        days = [day for day in days if day > scene.middle][:1]
    return scene.nearest([_around(words, day) for day in days])


def _is_told_of_another_country(scene: Scene) -> bool:
    """Whether the sentence names countries, and America is none of them."""
    block = scene.block
    start, end = next((each for each in block.sentences if each[0] <= scene.start < each[1]), (0, len(block.text)))
    tokens = block.tokens_in(start, end)
    codes = set()
    for first, token in enumerate(tokens):
        if token.text[0].isupper():
            for last in tokens[first : first + _LONGEST_COUNTRY]:
                known = known_name(block.text[token.start : last.end])
                if known is not None and known.naming in _NAMES_A_COUNTRY:
                    codes.add(known.code)
    return bool(codes) and "US" not in codes


def _of_no_year(place: Placing) -> Meaning:
    some, next_one = place(2001), place(2002)
    is_fixed = (some.month, some.day) == (next_one.month, next_one.day)
    return partial(f"XXXX-{some:%m-%d}", Granularity.DAY) if is_fixed else vague("XXXX")


def _around(words: Words, day: date) -> Meaning:
    return period(unit_of(words["around"]), day) if words["around"] else on_day(day)


_NAMES = "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(_HOLIDAYS, key=len, reverse=True))
RULES = (
    rule(
        Core.HOLIDAY,
        rf"(?:\b(?P<which>last|next|this) )?\b(?P<holiday>{_NAMES})\b(?: (?P<around>weekend|week)\b)?(?:,? <year>)?",
        read_holiday,
    ),
)

"""What two reports of one event give differently, and what only looks so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.linking.differences import differences
from articles.linking.terms import stems
from articles.model import EventSlots, Interval

MINE = EventSlots(1, 0, "vote", "vote")
THEIRS = EventSlots(2, 0, "vote", "vote")
Figures = tuple[tuple[float, str, str], ...]


def told(slots: EventSlots, *figures: tuple[float, str, str], nearby: frozenset[float] = frozenset()) -> EventSlots:
    """The mention with figures of its own sentence."""
    return replace(slots, quantities=figures, told_quantities=figures, nearby=nearby)


def figures(one: EventSlots, other: EventSlots) -> list[tuple[str, str, str]]:
    """The differences, and that they are the same from the other side."""
    found = [(each.aspect, each.here, each.there) for each in differences(one, other)]
    assert found == [(each.aspect, each.there, each.here) for each in differences(other, one)]
    return found


def test_other_figures_of_one_unit_differ() -> None:
    one, other = told(MINE, (903, "vote", "903 votes")), told(THEIRS, (1140, "vote", "1,140 votes"))
    assert figures(one, other) == [("figure", "903 votes", "1,140 votes")]


def test_a_paragraph_that_tells_both_figures_agrees_with_either() -> None:
    one = told(MINE, (903, "vote", "903 votes"), nearby=frozenset({903.0}))
    other = told(THEIRS, (1140, "vote", "1,140 votes"), nearby=frozenset({1140.0, 903.0}))
    assert figures(one, other) == []
    both = told(THEIRS, (1140, "vote", "1,140 votes"), (903, "vote", "903"))
    assert figures(one, both) == []


def test_a_rounded_figure_and_one_in_parts_are_no_other_figures() -> None:
    exact = told(MINE, (1140, "vote", "1,140 votes"))
    assert figures(exact, told(THEIRS, (1100, "vote", "about 1,100 votes"))) == []
    parts = told(THEIRS, (7, "rifle", "seven rifles"), (2, "rifle", "two rifles"))
    assert figures(told(MINE, (9, "rifle", "nine rifles")), parts) == []


def test_ages_ordinals_and_other_units_are_no_figures_to_compare() -> None:
    one = told(MINE, (36, "person", "36-year-old"), (3, "ordinal vote", "3rd vote"), (5, "vote", "5 votes"))
    other = told(THEIRS, (32, "person", "32-year-old"), (4, "ordinal vote", "4th vote"), (8, "ship", "8 ships"))
    assert figures(one, other) == []


def test_people_are_counted_alike_only_where_the_same_happened_to_all_of_them() -> None:
    wounded = replace(told(MINE, (3, "person", "three people")), event_class="injure")
    killed = replace(told(THEIRS, (1, "person", "one")), event_class="kill")
    assert figures(wounded, killed) == []
    died = replace(told(MINE, (3, "person", "three people")), event_class="die")
    assert figures(died, killed) == [("figure", "three people", "one")]
    men = replace(told(THEIRS, (2, "person", "two men")), event_class="die")
    assert figures(died, men) == []


def test_things_that_are_counted_many_times_over_are_other_things() -> None:
    assert figures(told(MINE, (923, "round", "923 rounds")), told(THEIRS, (300, "round", "300 rounds"))) == []


def test_days_apart_differ() -> None:
    days = [Interval(date(2024, 6, day), date(2024, 6, day)) for day in (3, 4)]
    one, other = (replace(slots, interval=each) for slots, each in zip((MINE, THEIRS), days, strict=True))
    assert figures(one, other) == [("day", "3 June 2024", "4 June 2024")]


def placed(slots: EventSlots, place: int, name: str, *company: int, words: str = "") -> EventSlots:
    """The mention in a place."""
    return replace(
        slots,
        places=frozenset({place}),
        actor_names=((place, name),),
        company=frozenset(company),
        context=frozenset(stems(f"{name} {words}")),
    )


def test_another_town_differs() -> None:
    assert figures(placed(MINE, 1, "Lagos"), placed(THEIRS, 2, "Faro")) == [("place", "Lagos", "Faro")]


def test_a_place_that_the_other_names_too_or_that_is_no_town_does_not() -> None:
    assert figures(placed(MINE, 1, "Lagos", 2), placed(THEIRS, 2, "Faro")) == []
    assert figures(placed(MINE, 1, "Lagos"), placed(THEIRS, 2, "Faro", words="near Lagos")) == []
    assert figures(placed(MINE, 1, "Lagos"), placed(THEIRS, 2, "Faro District")) == []
    assert figures(placed(MINE, 1, "Lagos"), placed(THEIRS, 1, "Lagos")) == []


def doing(slots: EventSlots, person: int, name: str, *company: int, words: str = "") -> EventSlots:
    """The mention with somebody who does it, named in its sentence unless that has other words."""
    both = frozenset({person})
    return replace(
        slots,
        actors=both,
        agents=both,
        actor_names=((person, name),),
        company=frozenset((*company, person)),
        context=frozenset(stems(words or name)),
    )


def test_another_spelling_of_who_did_it_differs() -> None:
    assert figures(doing(MINE, 1, "Ana Ruiz"), doing(THEIRS, 2, "Anna Ruiz")) == [("name", "Ana Ruiz", "Anna Ruiz")]
    assert figures(doing(MINE, 1, "Ana Ruiz"), doing(THEIRS, 2, "Ana Ruizo")) == [("name", "Ana Ruiz", "Ana Ruizo")]


def test_two_people_a_fuller_name_and_one_that_stands_elsewhere_are_no_other_spelling() -> None:
    assert figures(doing(MINE, 1, "Ana Ruiz"), doing(THEIRS, 2, "Ana María Ruiz")) == []
    assert figures(doing(MINE, 1, "Ana Ruiz"), doing(THEIRS, 2, "Luis Ruiz")) == []
    assert figures(doing(MINE, 1, "Ana Ruiz"), doing(THEIRS, 2, "Luis Vega")) == []
    assert figures(doing(MINE, 1, "Ana Ruiz", 2), doing(THEIRS, 2, "Anna Ruiz")) == []
    assert figures(doing(MINE, 1, "Ruiz"), doing(THEIRS, 2, "Anna Ruiz")) == []
    assert figures(doing(MINE, 1, "Ana Ruiz", words="she voted"), doing(THEIRS, 2, "Anna Ruiz")) == []

"""The traps of news, each on slots filled by hand, with a name, a country and a date of another story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.linking.chains import chains
from articles.linking.events import link
from articles.linking.evidence import probability, weigh
from articles.linking.relations import link_between
from articles.model import LIKELY, EventMention, EventSlots, Factuality, Interval, Relation

LOPEZ, BROWN, SCHMIDT = 1, 2, 3
MADRID = 10
JUNE_3 = Interval(date(2024, 6, 3), date(2024, 6, 3))
JULY_3 = Interval(date(2024, 7, 3), date(2024, 7, 3))
NEXT_YEAR = Interval(date(2025, 6, 3), date(2025, 6, 3))

PARADE = EventSlots(
    article=1,
    index=0,
    lemma="parade",
    event_class="parade",
    actors=frozenset({LOPEZ, BROWN}),
    actor_names=((LOPEZ, "Maria Lopez"), (BROWN, "John Brown"), (MADRID, "Madrid")),
    countries=frozenset({"ES"}),
    places=frozenset({MADRID}),
    interval=JUNE_3,
    dated_by_text=True,
    context=frozenset({"parade", "madrid", "troops", "lopez"}),
    company=frozenset({LOPEZ, BROWN, MADRID}),
)
OTHER = replace(PARADE, article=2, context=frozenset({"procession", "soldiers", "capital", "marched"}))


def relation(one: EventSlots, other: EventSlots) -> Relation | None:
    """The relation of a link that the pane would show unfolded; None where there is none."""
    found = link_between(one, other)
    return found.relation if found is not None and found.confidence >= LIKELY else None


def test_the_same_day_people_and_place_make_the_same_event_and_say_so() -> None:
    found = link_between(PARADE, OTHER)
    assert found is not None
    assert found.relation is Relation.SAME_EVENT
    assert found.confidence > 0.9
    assert {"same day", "Maria Lopez", "parade", "Madrid"} <= set(found.because)


@pytest.mark.parametrize("later", [JULY_3, NEXT_YEAR])
def test_the_same_kind_of_event_at_another_time_is_another_event(later: Interval) -> None:
    assert relation(PARADE, replace(OTHER, interval=later)) is Relation.FOLLOWED_BY
    assert relation(replace(OTHER, interval=later), PARADE) is Relation.PRECEDED_BY


def test_another_anniversary_is_another_event_even_without_dates() -> None:
    tenth = replace(PARADE, interval=None, quantities=((10.0, "ordinal anniversary", "10th anniversary"),))
    fifteenth = replace(OTHER, interval=None, quantities=((15.0, "ordinal anniversary", "15th anniversary"),))
    again = replace(tenth, article=2, context=OTHER.context)
    assert relation(tenth, again) is Relation.SAME_EVENT
    assert relation(tenth, fifteenth) is None


def test_a_plan_is_followed_by_its_outcome_and_never_the_same() -> None:
    plan = replace(PARADE, factuality=Factuality.PLANNED, published=date(2024, 6, 1))
    outcome = replace(OTHER, published=date(2024, 6, 4))
    assert relation(plan, outcome) is Relation.FOLLOWED_BY
    assert relation(outcome, plan) is Relation.PRECEDED_BY


def test_a_denial_disputes_what_others_assert() -> None:
    assert relation(replace(PARADE, factuality=Factuality.DENIED), OTHER) is Relation.DISPUTES


def test_a_denial_of_how_it_was_done_does_not_dispute_that_it_was_done() -> None:
    denied = replace(PARADE, factuality=Factuality.DENIED, context=PARADE.context | {"without", "permission"})
    assert relation(denied, OTHER) is Relation.SAME_EVENT
    assert relation(denied, replace(OTHER, context=OTHER.context | {"without"})) is Relation.DISPUTES


def test_a_denial_of_another_kind_of_thing_disputes_nothing() -> None:
    denied = replace(OTHER, factuality=Factuality.DENIED, lemma="quit", event_class="resign")
    assert relation(PARADE, denied) is None


def test_nobody_disputes_what_he_says_himself_or_what_is_merely_possible() -> None:
    denied = replace(PARADE, factuality=Factuality.DENIED, speaker="the city", claimants=frozenset({"#7"}))
    assert relation(denied, replace(OTHER, speaker="the mayor", claimants=frozenset({"#8"}))) is Relation.DISPUTES
    assert relation(denied, replace(OTHER, speaker="the city", claimants=frozenset({"#7"}))) is None
    assert relation(denied, replace(OTHER, factuality=Factuality.POSSIBLE)) is None


def test_what_is_only_possible_is_not_shown_as_what_took_place_elsewhere() -> None:
    possible = replace(OTHER, factuality=Factuality.POSSIBLE, actors=frozenset())
    assert relation(PARADE, possible) is None
    assert relation(PARADE, replace(possible, speaker="Maria Lopez")) is Relation.SAME_EVENT


def test_what_comes_in_series_follows_only_with_two_of_its_parties() -> None:
    first = replace(PARADE, lemma="deal", event_class="agree", places=frozenset(), countries=frozenset())
    later = replace(first, article=2, interval=JULY_3)
    assert relation(first, later) is Relation.FOLLOWED_BY
    assert relation(first, replace(later, actors=frozenset({LOPEZ}))) is None
    at_one_place = replace(later, actors=frozenset({LOPEZ}), places=frozenset({MADRID}))
    assert relation(replace(first, places=frozenset({MADRID})), at_one_place) is None


def test_what_is_only_dated_to_a_year_neither_follows_nor_comes_first() -> None:
    last_year = Interval(date(2023, 1, 1), date(2023, 12, 31))
    assert relation(replace(OTHER, interval=last_year), PARADE) is None


def test_of_other_doers_who_have_no_name_nothing_follows() -> None:
    plan = replace(PARADE, factuality=Factuality.PLANNED, actors=frozenset(), doers=frozenset({"soldier"}))
    outcome = replace(OTHER, actors=frozenset())
    assert relation(plan, replace(outcome, doers=frozenset({"soldier", "band"}))) is Relation.FOLLOWED_BY
    assert relation(plan, replace(outcome, doers=frozenset({"school"}))) is None


def test_one_event_is_told_once_to_come_after_each_mention_of_another() -> None:
    first = [replace(PARADE, index=at, sentence=at) for at in range(3)]
    later = [replace(OTHER, index=at, sentence=at, interval=JULY_3) for at in range(4)]
    there = {(each.source, each.target) for each in link(first, later)}
    back = {(each.target, each.source) for each in link(later, first)}
    assert there == back
    assert {source for source, _ in there} == {(1, at) for at in range(3)}
    assert {target for _, target in there} == {(2, at) for at in range(4)}
    assert len(there) == 6


def test_other_people_in_another_country_are_another_event() -> None:
    elsewhere = replace(
        OTHER,
        actors=frozenset({SCHMIDT}),
        countries=frozenset({"AT"}),
        places=frozenset({11}),
        company=frozenset({SCHMIDT}),
    )
    assert relation(PARADE, elsewhere) is None


def test_wording_alone_makes_no_event_the_same() -> None:
    alike = replace(PARADE, article=2, interval=NEXT_YEAR)
    assert relation(PARADE, alike) in (Relation.FOLLOWED_BY, None)


def test_the_same_words_for_the_same_event_are_a_repetition() -> None:
    assert relation(PARADE, replace(PARADE, article=2)) is Relation.REPEATS


def _telling(slots: EventSlots, *figures: tuple[float, str, str]) -> EventSlots:
    return replace(slots, quantities=figures, told_quantities=figures)


def test_two_figures_of_one_unit_differ_and_both_are_quoted() -> None:
    found = link_between(
        _telling(PARADE, (41.0, "person", "41 people")),
        _telling(OTHER, (38.0, "person", "38 residents")),
    )
    assert found is not None
    assert found.relation is Relation.DIFFERS
    assert [(each.here, each.there) for each in found.differences] == [("41 people", "38 residents")]


def test_neighbouring_days_of_one_deed_differ_and_both_are_quoted() -> None:
    gates = replace(PARADE, themes=frozenset({"gate"}))
    found = link_between(gates, replace(gates, article=2, interval=Interval(date(2024, 6, 4), date(2024, 6, 4))))
    assert found is not None
    assert found.relation is Relation.DIFFERS
    assert [(each.aspect, each.here, each.there) for each in found.differences] == [
        ("day", "3 June 2024", "4 June 2024")
    ]


def test_days_of_what_comes_day_after_day_are_no_mistake() -> None:
    monday = replace(PARADE, lemma="attack", event_class="attack", interval=JUNE_3, themes=frozenset({"port"}))
    tuesday = replace(monday, article=2, interval=Interval(date(2024, 6, 4), date(2024, 6, 4)))
    assert relation(monday, tuesday) is not Relation.DIFFERS


ARREST = EventSlots(
    article=1,
    index=0,
    lemma="arrest",
    event_class="arrest",
    actors=frozenset({LOPEZ, MADRID}),
    befallen=frozenset({LOPEZ}),
    actor_names=((LOPEZ, "Maria Lopez"), (MADRID, "Madrid")),
    places=frozenset({MADRID}),
    published=date(2024, 6, 4),
    context=frozenset({"arrest", "madrid", "fraud", "police"}),
    company=frozenset({LOPEZ, BROWN, SCHMIDT, MADRID}),
)


def of_another(person: int, name: str) -> EventSlots:
    """The same arrest as told of somebody else in another article."""
    names = ((person, name), (MADRID, "Madrid"))
    actors = frozenset({person, MADRID})
    return replace(ARREST, article=2, actors=actors, befallen=frozenset({person}), actor_names=names)


def test_what_befalls_another_person_is_another_event() -> None:
    assert relation(ARREST, replace(ARREST, article=2)) is not None
    assert relation(ARREST, of_another(BROWN, "John Brown")) is None


def test_a_bare_surname_may_be_the_same_person() -> None:
    assert relation(ARREST, of_another(SCHMIDT, "Lopez")) is not None


def test_an_article_may_tell_of_two_people_one_after_the_other() -> None:
    assert chains([ARREST, replace(of_another(BROWN, "John Brown"), article=1, index=1)], [mention()] * 2) == (
        (0,),
        (1,),
    )


def test_undated_reports_of_other_weekdays_are_of_other_events() -> None:
    thursday = replace(PARADE, interval=None, unplaced="XXXX-WXX-4")
    assert relation(thursday, replace(thursday, article=2)) is not None
    assert relation(thursday, replace(thursday, article=2, unplaced="XXXX-WXX-6")) is None


def test_a_report_that_looks_back_tells_of_what_was_reported_then() -> None:
    then = replace(PARADE, published=date(2024, 6, 4))
    later = replace(OTHER, interval=None, published=date(2024, 12, 1), context=PARADE.context)
    looking_back = replace(later, looks_back_to=(JUNE_3,))
    before, after = (probability(weigh(then, each)) for each in (later, looking_back))
    assert before < after


def test_what_was_possible_is_followed_by_what_was_done_since() -> None:
    possible = replace(PARADE, interval=None, factuality=Factuality.POSSIBLE, published=date(2024, 6, 1))
    assert relation(possible, OTHER) is Relation.FOLLOWED_BY
    assert relation(OTHER, possible) is Relation.PRECEDED_BY


def test_what_is_told_under_an_if_is_not_what_happened() -> None:
    assert relation(replace(PARADE, factuality=Factuality.CONDITIONAL), OTHER) is None


def test_an_event_that_another_party_does_is_another_event() -> None:
    bought = replace(PARADE, interval=None, places=frozenset(), actors=frozenset({LOPEZ, BROWN}), agents=frozenset())
    beats = replace(bought, agents=frozenset({LOPEZ}))
    again = replace(OTHER, interval=None, places=frozenset(), actors=frozenset({LOPEZ, SCHMIDT}), agents=beats.agents)
    assert probability(weigh(beats, again)) < probability(weigh(bought, replace(again, agents=frozenset())))


def test_who_is_named_for_years_tells_no_story() -> None:
    bare = replace(PARADE, interval=None, actors=frozenset(), places=frozenset(), countries=frozenset())
    mine = replace(bare, published=date(2024, 6, 4), company=frozenset({LOPEZ, BROWN, SCHMIDT}))
    theirs = replace(mine, article=2, context=OTHER.context, company=frozenset({LOPEZ, BROWN, MADRID}))
    old = replace(theirs, article=3, published=date(2020, 6, 4), company=frozenset({LOPEZ, BROWN}))
    assert [each.target[0] for each in link([mine], [theirs])] == [2]
    assert link([mine], [theirs, old]) == ()


def test_countries_are_named_in_words() -> None:
    assert {each.words for each in weigh(PARADE, OTHER)} >= {"Spain"}


def test_links_are_the_same_seen_from_either_side() -> None:
    there = link_between(PARADE, OTHER)
    back = link_between(OTHER, PARADE)
    assert there is not None
    assert back is not None
    assert (back.relation, back.confidence) == (there.relation.reverse, there.confidence)


def test_the_occasion_of_an_event_is_linked_only_where_it_has_a_day_of_its_own() -> None:
    assert link([PARADE], [replace(OTHER, background=True, interval=None, dated_by_text=False)]) == ()
    assert link([PARADE], [replace(OTHER, background=True)]) != ()
    assert link([PARADE], [OTHER]) != ()


def mention(**changes: object) -> EventMention:
    """A bare event mention."""
    return replace(EventMention(0, 0, 1, 0, "parade", "parade"), **changes)  # type: ignore[arg-type] # any field


def test_a_definite_mention_joins_the_latest_event_that_fits() -> None:
    july = replace(PARADE, index=1, interval=JULY_3)
    undated = replace(PARADE, index=2, interval=None)
    events = [mention(indefinite=True), mention(indefinite=True), mention()]
    assert chains([PARADE, july, undated], events) == ((0,), (1, 2))

"""What linking compares of names that the reader has corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.linking.entity_corrections import ShownAs, corrected
from articles.linking.slots import event_slots
from articles.model import (
    Annotations,
    Article,
    Basis,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    EventMention,
    EventSlots,
    Granularity,
    Interval,
    Mention,
    Participant,
    Precision,
    Published,
    Role,
    Sentence,
    TimeExpression,
    TimeType,
)

TEXT = "Ruiz said that Ana Ruiz met Gil in Lagos."
ARTICLE = Article("", (Block(BlockKind.PARAGRAPH, TEXT),))
FOUND = Annotations(
    "test",
    sentences=(Sentence(0, 0, len(TEXT)),),
    entities=(
        Entity("Ana Ruiz", EntityKind.PERSON, ("Ruiz",)),
        Entity("Gil", EntityKind.PERSON, (), "PT"),
        Entity("Lagos", EntityKind.PLACE, (), "NG"),
    ),
    mentions=(Mention(0, 0, 4, 0), Mention(0, 15, 23, 0), Mention(0, 28, 31, 1), Mention(0, 35, 40, 2)),
    events=(
        EventMention(
            0,
            24,
            27,
            0,
            "meet",
            "meeting",
            (Participant(Role.AGENT, "Ana Ruiz", 1), Participant(Role.PATIENT, "Gil", 2)),
            place=3,
            speaker="Ruiz",
        ),
    ),
)


def slots(ids: tuple[int, ...], *shown: ShownAs) -> EventSlots:
    (only,) = event_slots(1, corrected(FOUND, shown), ARTICLE, ids)
    return only


def test_whom_the_reader_hides_takes_part_in_nothing() -> None:
    found = slots((10, 20, 30))
    assert [sorted(each) for each in (found.actors, found.agents, found.places)] == [[10, 20], [10], [30]]
    assert [sorted(each) for each in (found.countries, found.claimants)] == [["NG", "PT"], ["#10"]]
    without = slots((10, 20, 30), *(ShownAs(position, is_hidden=True) for position in range(3)))
    assert not (without.actors | without.agents | without.places | without.countries | without.claimants)
    assert (without.actor_names, without.company) == ((), frozenset())


def test_whom_he_splits_off_says_what_he_is_said_to_say() -> None:
    apart = slots((10, 20, 30, 40), ShownAs(3, "Luis Ruiz", EntityKind.PERSON, aliases=("Ruiz",), mentions=(0,)))
    assert apart.actors == {10, 20}
    assert apart.claimants == {"#40"}


def test_names_and_kinds_are_those_that_he_gives() -> None:
    given = slots((10, 20, 30), ShownAs(0, "Ana Torres"), ShownAs(2, kind=EntityKind.PERSON))
    assert given.actor_names == ((10, "Ana Torres"), (20, "Gil"), (30, "Lagos"))
    assert given.company == {10, 20, 30}


def arrest(*parties: Participant, event_class: str = "arrest") -> EventSlots:
    """The slots of an event with some parties."""
    told = replace(FOUND.events[0], lemma=event_class, event_class=event_class, participants=parties)
    (only,) = event_slots(1, replace(FOUND, events=(told,)), ARTICLE, (10, 20, 30))
    return only


def test_whom_it_befalls_is_told_where_it_befalls_one_at_a_time() -> None:
    police, gil = Participant(Role.AGENT, "Ana Ruiz", 1), Participant(Role.PATIENT, "Gil", 2)
    assert arrest(police, gil).befallen == {20}
    assert arrest(replace(gil, role=Role.AGENT)).befallen == {20}
    assert arrest(replace(gil, role=Role.OTHER)).befallen == frozenset()
    assert arrest(police, gil, event_class="meeting").befallen == frozenset()


LONG_AGO = Interval(date(2024, 3, 14), date(2024, 3, 14))


def retrospective(day: Interval) -> tuple[EventSlots, ...]:
    """The slots of two events of an article of September 2024, the first on some day."""
    time = TimeExpression(0, 0, 4, TimeType.DATE, day.first.isoformat(), Granularity.DAY, day)
    published = Published(date(2024, 9, 18), Precision.DAY, Basis.STATED)
    dated = replace(FOUND.events[0], time=0)
    undated = replace(FOUND.events[0], lemma="order", event_class="order", start=35, end=40)
    return event_slots(
        1, replace(FOUND, published=published, times=(time,), events=(dated, undated)), ARTICLE, (10, 20, 30)
    )


def test_what_an_article_looks_back_to_may_be_the_time_of_what_it_does_not_date() -> None:
    dated, undated = retrospective(LONG_AGO)
    assert (dated.looks_back_to, undated.looks_back_to) == ((), (LONG_AGO,))


def test_news_of_these_days_is_no_looking_back() -> None:
    lately = Interval(date(2024, 9, 16), date(2024, 9, 16))
    assert [each.looks_back_to for each in retrospective(lately)] == [(), ()]


def test_an_article_opens_with_the_parties_and_towns_of_its_title_and_first_sentence() -> None:
    ids = tuple(range(1, len(FOUND.entities) + 1))
    (found,) = event_slots(1, FOUND, ARTICLE, ids)
    assert {FOUND.entities[id_ - 1].name for id_ in found.opening} == {"Ana Ruiz", "Gil", "Lagos"}
    later = replace(FOUND, sentences=(Sentence(0, 0, 4), Sentence(0, 5, 14), Sentence(0, 15, len(TEXT))))
    assert {FOUND.entities[id_ - 1].name for id_ in event_slots(1, later, ARTICLE, ids)[0].opening} == {"Ana Ruiz"}

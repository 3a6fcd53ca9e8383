"""The list of names and the facts of a card, from a real library: orders, filters, dates, company, events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.errors import NotFoundError
from articles.library import Library
from articles.library.entity_facts import MOST_SHARED
from articles.model import (
    TITLE_BLOCK,
    Entity,
    EntityKind,
    EntitySort,
    Linked,
    Mention,
    MonthCount,
    Sentence,
)
from articles.reading.entity_card import entity_card, mentions_of
from tests.library.building import MAYOR, TOWN, add, annotate, findings, stated
from tests.library.naming import GIL, RUIZ, number_of, report

BRIDGE = Entity("Punta Alta Bridge", EntityKind.PLACE, ("El Puente-Viejo",))
PRICE = Entity("$3 million", EntityKind.MONEY)
MAYOR_ID, TOWN_ID, BRIDGE_ID = 1, 2, 3


def with_bridge(library: Library, identity: int) -> None:
    """Store what is found in an article that also names a bridge, twice, and a sum of money."""
    found = findings()
    own = (Mention(0, 24, 30, 2), Mention(0, 50, 56, 2), Mention(0, 51, 52, 3))
    found = replace(found, entities=(MAYOR, TOWN, BRIDGE, PRICE), mentions=(*found.mentions, *own))
    annotate(library, identity, found=found)


@pytest.fixture
def three(library: Library) -> Library:
    """Three articles that name a mayor and a town, the undated last of them also a bridge."""
    add(library, 1, published=stated(2024, 3, 1))
    add(library, 2, published=stated(2024, 5, 9))
    add(library, 3)
    annotate(library, 1, day=date(2024, 3, 1))
    annotate(library, 2, 1, day=date(2024, 3, 1))
    with_bridge(library, 3)
    return library


def names(library: Library, words: str = "", **wanted: object) -> list[str]:
    ids = library.entity_listing.ids(words, **wanted)  # type: ignore[arg-type]
    return [row.entity.name for row in library.entity_listing.rows(ids)]


def test_all_names_are_listed_and_sums_of_money_only_when_asked_for(three: Library) -> None:
    assert names(three) == ["Ana Ruiz", "Cádiz", "Punta Alta Bridge"]
    assert names(three, kind=EntityKind.MONEY) == ["$3 million"]
    assert names(three, kind=EntityKind.PLACE) == ["Cádiz", "Punta Alta Bridge"]


def test_each_order(three: Library) -> None:
    annotate(three, 2, found=replace(findings(), mentions=(Mention(0, 36, 41, 1),) * 5))
    three.entity_corrections.rename(BRIDGE_ID, "a bridge")
    assert names(three, sort=EntitySort.REPORTED) == ["Cádiz", "Ana Ruiz", "a bridge"]
    annotate(three, 1, found=replace(findings(), mentions=(Mention(0, 6, 14, 0),) * 9))
    assert names(three, sort=EntitySort.MENTIONED) == ["Ana Ruiz", "Cádiz", "a bridge"]
    assert names(three, sort=EntitySort.NAME) == ["a bridge", "Ana Ruiz", "Cádiz"]
    assert names(three, sort=EntitySort.SEEN)[-1] == "a bridge"


def test_a_page_is_the_beginning_of_the_whole(three: Library) -> None:
    for sort in EntitySort:
        whole = three.entity_listing.ids(sort=sort)
        assert [three.entity_listing.ids(sort=sort, limit=length) for length in range(4)] == [
            whole[:length] for length in range(4)
        ]


@pytest.mark.parametrize("words", ["cadiz", "CÁD", "ca"])
def test_a_filter_goes_by_beginnings_of_words_without_accents(three: Library, words: str) -> None:
    assert names(three, words) == ["Cádiz"]


def test_a_filter_looks_at_every_spelling_and_wants_all_words(three: Library) -> None:
    assert names(three, "puente vi") == ["Punta Alta Bridge"]
    assert names(three, "viejo-puente") == ["Punta Alta Bridge"]
    assert names(three, "puente cadiz") == []


@pytest.mark.parametrize("words", ['"', "*", "-", "AND", "a OR b", 'x" OR "y', "(", "names:", "\x00"])
def test_nothing_typed_is_syntax(three: Library, words: str) -> None:
    assert "Punta Alta Bridge" not in names(three, words) or not any(char.isalnum() for char in words)


def test_a_row_tells_when_a_name_was_seen_last(three: Library) -> None:
    rows = three.entity_listing.rows([BRIDGE_ID, MAYOR_ID, 99])
    assert [row.id for row in rows] == [BRIDGE_ID, MAYOR_ID]
    assert rows[0].last_seen.day is None
    assert rows[1].last_seen.day == date(2024, 5, 9)


def test_hidden_and_merged_names_are_not_listed_but_found_by_their_spellings(three: Library) -> None:
    three.entity_corrections.merge(BRIDGE_ID, TOWN_ID)
    assert sorted(names(three)) == ["Ana Ruiz", "Cádiz"]
    assert names(three, "puente") == ["Cádiz"]
    three.entity_corrections.hide(TOWN_ID)
    assert names(three) == ["Ana Ruiz"]
    assert names(three, "puente") == []


def test_a_name_that_was_given_counts_as_the_one_there_is(three: Library) -> None:
    three.entity_corrections.rename(TOWN_ID, "Gades")
    three.entity_corrections.set_kind(TOWN_ID, EntityKind.ORGANISATION)
    assert names(three, kind=EntityKind.ORGANISATION) == ["Gades"]
    assert names(three, "gad") == names(three, "cadiz") == ["Gades"]


def test_a_card_tells_dates_company_and_events(three: Library) -> None:
    card = entity_card(three, MAYOR_ID)
    assert card.country == "Spain"
    assert card.seen == (three.row(1).published, three.row(2).published)
    assert card.months == (MonthCount(date(2024, 3, 1), 1), MonthCount(date(2024, 5, 1), 1))
    assert set(card.articles) == {1, 2, 3}
    assert card.looked_at == 3
    assert [(each.entity.id, each.shared) for each in card.company] == [(TOWN_ID, 3), (BRIDGE_ID, 1)]
    assert [event.articles for event in card.events] == [2, 1]
    assert entity_card(three, TOWN_ID).events == card.events, "what takes place there"


def test_common_and_rare_names_are_looked_up_in_two_ways_with_one_answer(
    three: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    rare = [entity_card(three, each) for each in (MAYOR_ID, TOWN_ID, BRIDGE_ID)]
    rows = three.entity_listing.rows((MAYOR_ID, TOWN_ID, BRIDGE_ID))
    monkeypatch.setattr("articles.library.entity_dates._COMMON", 1)
    monkeypatch.setattr("articles.library.entity_facts._COMMON", 1)
    assert [entity_card(three, each) for each in (MAYOR_ID, TOWN_ID, BRIDGE_ID)] == rare
    assert three.entity_listing.rows((MAYOR_ID, TOWN_ID, BRIDGE_ID)) == rows
    assert rare[2].seen is None


def test_company_is_looked_for_in_the_newest_articles_only(library: Library) -> None:
    for number in range(1, MOST_SHARED + 3):
        identity = add(library, number, published=stated(2024, 1, 1))
        annotate(library, identity)
    card = entity_card(library, MAYOR_ID)
    assert (card.looked_at, len(card.articles)) == (MOST_SHARED, MOST_SHARED + 2)
    assert card.company[0].shared == MOST_SHARED


def test_mentions_stand_in_their_sentences_each_sentence_once(three: Library) -> None:
    (found,) = mentions_of(three, BRIDGE_ID, (3, 1, 99))
    assert found.row.id == 3
    text = three.article(3).blocks[0].text
    assert [text[each.trigger_start : each.trigger_end] for each in found.passages] == [text[24:30], text[50:56]]
    assert [each.text for each in found.passages] == [text[each.start : each.end] for each in found.passages]


def test_a_mention_outside_every_sentence_is_quoted_with_its_block(library: Library) -> None:
    identity = add(library, 1, title="Ruiz opens bridge")
    found = replace(findings(), sentences=(Sentence(0, 0, 10),), mentions=(Mention(TITLE_BLOCK, 0, 4, 0),), events=())
    library.store_annotations(identity, found, [None, None], lambda _, __: Linked((), (), ()))
    (mentions,) = mentions_of(library, MAYOR_ID, (identity,))
    (passage,) = mentions.passages
    assert (passage.block, passage.text) == (TITLE_BLOCK, "Ruiz opens bridge")


def test_what_was_split_off_has_its_own_mentions(three: Library) -> None:
    made = three.entity_corrections.split(MAYOR_ID, "Ana Ruiz of Jerez", article=2)
    assert [each.row.id for each in mentions_of(three, MAYOR_ID, (1, 2, 3))] == [1, 3]
    card = entity_card(three, made.into)
    assert list(card.articles) == [2]
    assert [each.row.id for each in mentions_of(three, made.into, card.articles)] == [2]
    assert [row.correction for row in card.corrections] == [made]


def test_the_card_of_a_merged_name_is_that_of_the_other(three: Library) -> None:
    three.entity_corrections.merge(BRIDGE_ID, TOWN_ID)
    card = entity_card(three, BRIDGE_ID)
    assert card.entity.id == TOWN_ID
    assert "El Puente-Viejo" in card.entity.aliases
    assert BRIDGE_ID not in [each.entity.id for each in entity_card(three, MAYOR_ID).company]


def test_there_is_no_card_of_nobody(three: Library) -> None:
    with pytest.raises(NotFoundError, match="no entity 99"):
        entity_card(three, 99)


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("North Korea", EntityKind.PLACE, "KP"),
        ("Spain", EntityKind.PLACE, "ES"),
        ("Chilean", EntityKind.NATIONALITY, "CL"),
    ],
)
def test_a_country_or_people_takes_part_in_what_names_it_and_not_in_what_only_its_people_do(
    library: Library, name: str, kind: EntityKind, code: str
) -> None:
    country, citizen = Entity(name, kind, (), code), Entity("Min Roa", EntityKind.PERSON, (), code)
    report(library, 1, f"{name} met Juan Gil.", country, GIL)
    report(library, 2, "Min Roa met Ana Ruiz.", citizen, RUIZ)
    card = entity_card(library, number_of(library, name))
    assert [event.label for event in card.events] == [f"meeting, Juan Gil, {name}"]

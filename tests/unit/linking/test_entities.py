"""Joining across articles: spelling, order and initials may differ; given names and countries may not."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.linking.entities import keys, resolve
from articles.model import Entity, EntityKind, KnownEntity, Walk
from articles.naming import is_transliteration, organisation_key, person_parts, same_person

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
_WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)


def person(name: str, country: str = "", *aliases: str) -> Entity:
    return Entity(name, PERSON, aliases, country)


def known(number: int, name: str, kind: EntityKind = PERSON, country: str = "", *aliases: str) -> KnownEntity:
    return KnownEntity(number, name, kind, aliases, country)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Sergei Shoigu", "Sergey Shoigu"),
        ("Suk-yeol Yoon", "Yoon Suk Yeol"),
        ("Joseph R. Biden", "Joseph Biden"),
        ("J. Okafor", "Jane Okafor"),
        ("Mohammed bin Salman", "Muhammad bin Salman"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("W. Anna Okafor", "Anna Okafor"),
        ("Fred Novak", "Frederick K. Novak"),
        ("Kate Ellis", "Kathryn Ellis"),
    ],
)
def test_one_person_in_two_spellings_is_found(one: str, other: str) -> None:
    assert resolve([person(one)], [known(4, other), known(5, "Ada Obi")]) == (4,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Il Sung", "Kim Jong Un"),
        ("Hunter Biden", "Joe Biden"),
        ("Maria Rossi", "Mario Rossi"),
        ("Paul Martin", "Paula Martin"),
        ("George H. W. Bush", "George W. Bush"),
        ("John Smith", "Mary Smith"),
        ("Alexander Petrov", "Alexandra Petrov"),
        ("J. Anna Okafor", "Jane Okafor"),
    ],
)
def test_people_who_differ_in_their_given_names_stay_two(one: str, other: str) -> None:
    assert resolve([person(one)], [known(4, other)]) == (None,)


def test_namesakes_of_two_countries_stay_two() -> None:
    assert resolve([person("John Smith", "AU")], [known(4, "John Smith", PERSON, "GB")]) == (None,)


def test_a_bare_surname_joins_the_one_who_bears_it_only_where_the_country_agrees() -> None:
    shoigu = known(4, "Sergei Shoigu", PERSON, "RU")
    assert resolve([person("Shoigu", "RU")], [shoigu]) == (4,)
    assert resolve([person("Shoigu")], [shoigu]) == (None,)
    assert resolve([person("Shoigu", "UA")], [shoigu]) == (None,)


SPORT, SCIENCE, PUBLIC = Walk.SPORT, Walk.SCIENCE, Walk.PUBLIC


@pytest.mark.parametrize(
    ("mine", "theirs", "is_one"),
    [
        ((SPORT,), (SCIENCE,), False),  # the guard and the professor
        ((Walk.ARTS,), (PUBLIC,), False),  # the singer and the senator
        ((SPORT,), (SPORT,), True),
        ((SPORT, PUBLIC), (PUBLIC,), True),  # a boxer who is a mayor now
        ((), (SCIENCE,), True),
    ],
)
def test_two_people_of_one_name_are_told_apart_by_what_they_are(
    mine: tuple[Walk, ...], theirs: tuple[Walk, ...], is_one: bool
) -> None:
    library = [KnownEntity(4, "Michael Jordan", PERSON, walks=theirs)]
    assert resolve([Entity("Michael Jordan", PERSON, walks=mine)], library) == (4 if is_one else None,)


def test_an_organisation_beside_both_outweighs_another_walk_of_life() -> None:
    library = [KnownEntity(4, "Ana Okafor", PERSON, walks=(SPORT,), beside=("Harbour Rovers", "UEFA"))]
    assert resolve([Entity("Ana Okafor", PERSON, walks=(PUBLIC,), beside=("Harbour Rovers",))], library) == (4,)
    assert resolve([Entity("Ana Okafor", PERSON, walks=(PUBLIC,), beside=("World Bank",))], library) == (None,)


def test_of_two_namesakes_the_one_of_the_same_walk_or_company_is_meant() -> None:
    library = [
        KnownEntity(4, "Ana Okafor", PERSON, walks=(SPORT,), beside=("Harbour Rovers",)),
        KnownEntity(5, "Ana Okafor", PERSON, walks=(SCIENCE,), beside=("Accra University",)),
    ]
    assert resolve([Entity("Ana Okafor", PERSON, walks=(SCIENCE,))], library) == (5,)
    assert resolve([Entity("Ana Okafor", PERSON, beside=("Harbour Rovers",))], library) == (4,)
    assert resolve([Entity("Ana Okafor", PERSON)], library) == (None,)


def test_a_bare_surname_joins_its_one_bearer_beside_the_same_organisation() -> None:
    library = [KnownEntity(4, "Ana Okafor", PERSON, beside=("Harbour Rovers",))]
    assert resolve([Entity("Okafor", PERSON, beside=("Harbour Rovers", "UEFA"))], library) == (4,)
    assert resolve([Entity("Okafor", PERSON, beside=("World Bank",))], library) == (None,)


def test_a_person_misread_as_a_place_is_one_by_the_full_name_but_a_house_is_not_its_founder() -> None:
    library = [KnownEntity(4, "Esther Novak", PERSON)]
    assert resolve([Entity("Esther Novak", PLACE)], library) == (4,)
    assert resolve([Entity("Esther Novak", ORGANISATION)], library) == (None,)
    assert resolve([Entity("Novak", PLACE)], library) == (None,)


def test_a_bare_surname_that_two_bear_is_new() -> None:
    kims = [known(4, "Kim Jong Un", PERSON, "KP"), known(5, "Kim Yo Jong", PERSON, "KP")]
    assert resolve([person("Kim", "KP")], kims) == (None,)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ministry of Defence", "Defense Ministry"), ("Apple Inc.", "Apple"), ("Labour Party", "Labor Party")],
)
def test_an_organisation_is_found_under_another_form_of_its_name(one: str, other: str) -> None:
    assert resolve([Entity(one, ORGANISATION, (), "GB")], [known(7, other, ORGANISATION, "GB")]) == (7,)


def test_ministries_of_two_countries_stay_two() -> None:
    assert resolve(
        [Entity("Defense Ministry", ORGANISATION, (), "RU")], [known(7, "Defense Ministry", ORGANISATION, "JP")]
    ) == (None,)


def test_an_acronym_joins_through_the_aliases() -> None:
    bureau = known(7, "National Security Bureau", ORGANISATION, "", "NSB")
    assert resolve([Entity("NSB", ORGANISATION)], [bureau]) == (7,)


def test_a_country_and_its_people_are_two_that_share_a_country() -> None:
    assert resolve([Entity("Peru", PLACE, (), "PE")], [known(2, "Peruvian", EntityKind.NATIONALITY, "PE")]) == (None,)


def test_a_person_is_no_place_of_the_same_name() -> None:
    assert resolve([Entity("Jordan", PLACE, (), "JO")], [known(2, "Jordan", PERSON)]) == (None,)


def test_two_names_of_one_article_never_get_one_entity_and_their_order_does_not_matter() -> None:
    mine = [person("Ana Okafor", "NG"), person("Okafor", "NG"), person("A. Okafor", "NG")]
    library = [known(3, "Ana Okafor", PERSON, "NG")]
    for order in permutations(mine):
        found = dict(zip([each.name for each in order], resolve(order, library), strict=True))
        assert found == {"Ana Okafor": 3, "Okafor": None, "A. Okafor": None}


def test_keys_find_a_person_by_either_end_of_the_name() -> None:
    assert set(keys(person("Sergei K. Shoigu", "RU", "Shoigu"))) >= {"sergei k. shoigu", "shoigu", "sergei"}


def test_keys_find_an_organisation_by_its_words_in_any_order() -> None:
    one = set(keys(Entity("Ministry of Defence", ORGANISATION)))
    assert one & set(keys(Entity("Defense Ministry", ORGANISATION)))


@given(_WORDS, _WORDS)
def test_likeness_of_names_has_no_direction(one: str, other: str) -> None:
    assert same_person(person_parts(one), person_parts(other)) == same_person(person_parts(other), person_parts(one))
    assert is_transliteration(one, other) == is_transliteration(other, one)


@given(_WORDS)
def test_every_name_is_found_by_its_own_keys(name: str) -> None:
    entity = Entity(name, ORGANISATION)
    assert keys(entity)
    assert resolve([entity], [KnownEntity(1, name, ORGANISATION)]) == (1,)
    assert organisation_key(name)


@pytest.mark.parametrize(
    ("kind", "full", "short"),
    [
        (EntityKind.ORGANISATION, "Corvane Shipping", "Corvane"),
        (EntityKind.ORGANISATION, "Tessel Brewery Group", "Tessel"),
        (EntityKind.PLACE, "River Ombre", "Ombre"),
        (EntityKind.PLACE, "Lake Sarn", "Sarn"),
    ],
)
def test_a_name_without_the_word_that_tells_what_it_is_joins_the_full_one(
    kind: EntityKind, full: str, short: str
) -> None:
    assert resolve([Entity(short, kind)], [KnownEntity(7, full, kind)]) == (7,)
    assert resolve([Entity(full, kind)], [KnownEntity(7, short, kind)]) == (7,)
    assert set(keys(Entity(full, kind))) & set(keys(Entity(short, kind)))


def test_a_short_name_is_not_guessed_between_two_full_ones() -> None:
    known = [
        KnownEntity(7, "Corvane Shipping", EntityKind.ORGANISATION),
        KnownEntity(8, "Corvane Bank", EntityKind.ORGANISATION),
    ]
    assert resolve([Entity("Corvane", EntityKind.ORGANISATION)], known) == (None,)


def test_a_ship_read_as_a_place_in_one_article_and_a_body_in_another_is_one() -> None:
    known = [KnownEntity(7, "Silver Heron", EntityKind.ORGANISATION)]
    assert resolve([Entity("Silver Heron", EntityKind.PLACE)], known) == (7,)
    assert resolve([Entity("Heron", EntityKind.PLACE)], [KnownEntity(8, "Heron", EntityKind.ORGANISATION)]) == (None,)


def test_those_that_the_reader_says_are_one_leave_no_choice() -> None:
    candidates = [known(1, "Ana Ruiz"), known(2, "Ana Ruiz"), known(3, "Ana María Ruiz", PERSON, "", "Ana Ruiz")]
    assert resolve([person("Ana Ruiz")], candidates) == (None,)
    one = [candidates[0], *(replace(each, stands_for=1) for each in candidates[1:])]
    assert resolve([person("Ana Ruiz")], one) == (1,)
    assert resolve([person("Ana María Ruiz")], one) == (3,)


def test_a_given_name_is_meant_where_nothing_fits_that_was_found() -> None:
    found, given = known(1, "Harbour Office", ORGANISATION), known(1, "Harbour Board", ORGANISATION)
    given = replace(given, is_given=True)
    assert resolve([Entity("Harbour Board", ORGANISATION)], [found, given]) == (1,)
    board = known(2, "Harbour Board", ORGANISATION)
    assert resolve([Entity("Harbour Board", ORGANISATION)], [found, given, board]) == (2,)


def test_a_given_kind_is_found_beside_the_one_that_was_found() -> None:
    found = known(1, "Castell", ORGANISATION)
    either = [found, replace(found, kind=PERSON, is_given=True)]
    assert resolve([Entity("Castell", ORGANISATION)], either) == (1,)
    assert resolve([Entity("Castell", PERSON, (), "")], either) == (None,)
    full = [replace(each, name="Robert Castell") for each in either]
    assert resolve([Entity("Robert Castell", PERSON)], full) == (1,)

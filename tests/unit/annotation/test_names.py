"""Which spans are names, and of what kind: every trap beside another name, city or country."""

from __future__ import annotations

from itertools import pairwise

import pytest

from articles.annotation.engine import Engine, load_engine
from articles.annotation.plain_engine import PlainEngine
from articles.model import EntityKind
from tests.unit.annotation.naming_cases import read

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
EVENT, PRODUCT, NATIONALITY = EntityKind.EVENT, EntityKind.PRODUCT, EntityKind.NATIONALITY


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Russian Defence Minister Sergei Shoigu arrived. A top Moscow defense official came too.", "Sergei Shoigu"),
        ("Spain's Defense Minister Margarita Robles met Defense officials in Madrid.", "Margarita Robles"),
        ("Deputy Foreign Minister Adam Novak resigned in Prague on Monday.", "Adam Novak"),
    ],
)
def test_a_role_is_no_organisation_and_no_part_of_the_name(engine: Engine, text: str, person: str) -> None:
    kinds = read(engine, text).kinds
    assert kinds[person] is PERSON
    assert ORGANISATION not in kinds.values()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army marched across Kim Il Sung Square in Pyongyang.", "Kim Il Sung Square"),
        ("Crowds gathered at Taksim Square on Sunday.", "Taksim Square"),
        ("Flights left from Charles de Gaulle Airport late.", "Charles de Gaulle Airport"),
        ("Police closed the Galata Bridge for an hour.", "Galata Bridge"),
        ("The statue stands in Martyrs' Square in Tripoli.", "Martyrs' Square"),
        ("They drove down Martin Luther King Boulevard to the sea.", "Martin Luther King Boulevard"),
    ],
)
def test_the_last_word_tells_a_place_even_after_a_persons_name(engine: Engine, text: str, place: str) -> None:
    assert read(engine, text).kinds[place] is PLACE


@pytest.mark.parametrize("name", ["Hwasong-17", "F-16", "Shahab-3", "MiG-29"])
def test_letters_and_a_number_are_a_product(engine: Engine, name: str) -> None:
    assert read(engine, f"The air force showed its {name} to guests in Lahore.").kinds[name] is PRODUCT


def test_what_ends_in_letters_and_a_number_is_a_product_too(engine: Engine) -> None:
    assert read(engine, "The Su-35 and the Patriot PAC-3 were shown.").kinds == {
        "Su-35": PRODUCT,
        "Patriot PAC-3": PRODUCT,
    }


@pytest.mark.parametrize("name", ["Victory Day", "Liberation Day", "Unity Festival"])
def test_a_quoted_name_that_ends_as_an_event_is_one(engine: Engine, name: str) -> None:
    assert read(engine, f"The feast is known in Brazil as “{name}.”").kinds[name] is EVENT


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Envoys Attend North Korea’s Military Parade Near The River", "North Korea"),
        ("Rivals Boycott Kenya's General Election Debate After Protests", "Kenya"),
        ("Farmers Praise New Zealand’s Free Trade Deal As Fair", "New Zealand"),
    ],
)
def test_a_possessive_parts_a_country_from_what_it_has(engine: Engine, title: str, country: str) -> None:
    assert read(engine, "Guests came.", title=title).kinds == {country: PLACE}


@pytest.mark.parametrize(
    ("text", "owner", "service", "code"),
    [
        ("Seoul’s National Intelligence Service said so.", "Seoul", "National Intelligence Service", "KR"),
        ("Delhi's Central Bureau of Investigation agreed.", "Delhi", "Central Bureau of Investigation", "IN"),
    ],
)
def test_an_institution_is_its_own_name_and_knows_its_country(
    engine: Engine, text: str, owner: str, service: str, code: str
) -> None:
    found = read(engine, text)
    assert found.kinds[owner] is PLACE
    assert found.kinds[service] is ORGANISATION
    assert found.entity(service).country == code


@pytest.mark.parametrize("disease", ["COVID-19", "H1N1", "SARS-CoV-2", "Ebola", "Omicron"])
def test_a_disease_is_no_organisation(engine: Engine, disease: str) -> None:
    assert disease not in read(engine, f"It was the first visit since {disease} reached Peru.").kinds


@pytest.mark.parametrize("date", ["Sept. 9, 1948", "May 3, 1991"])
def test_a_date_is_no_part_of_a_place(engine: Engine, date: str) -> None:
    kinds = read(engine, f"A government was set up in North Korea, or the North, on {date}, in Berlin.").kinds
    assert kinds == {"North Korea": PLACE, "North": PLACE, "Berlin": PLACE}


@pytest.mark.parametrize("name", ["Twitter", "Facebook", "Instagram", "Reddit", "Weibo"])
def test_a_well_known_site_is_no_person(engine: Engine, name: str) -> None:
    assert read(engine, f"She wrote on {name} that she was glad.").kinds[name] is ORGANISATION


def test_a_surname_alone_is_the_kind_of_the_full_name(engine: Engine) -> None:
    found = read(engine, "Sergei Shoigu and Ana Okafor met.", "Shoigu praised the army. Okafor did not.")
    assert (found.kinds["Shoigu"], found.kinds["Okafor"]) == (PERSON, PERSON)


@pytest.mark.parametrize(
    "person", ["Yoon Suk Yeol", "Ursula von der Leyen", "Recep Tayyip Erdoğan", "Luiz Inácio Lula da Silva"]
)
def test_a_name_of_many_parts_is_one(engine: Engine, person: str) -> None:
    found = read(engine, f"President {person} flew to Ottawa on Tuesday.")
    assert found.kinds == {person: PERSON, "Ottawa": PLACE}


def test_peoples_are_nationalities_and_know_their_country(engine: Engine) -> None:
    found = read(engine, "Kenyan and Dutch officials met the Russians.")
    assert found.kinds == {"Kenyan": NATIONALITY, "Dutch": NATIONALITY, "Russians": NATIONALITY}
    assert [entity.country for entity in found.names.entities] == ["KE", "NL", "RU"]


def test_money_and_measures_have_kinds_of_their_own_and_bare_numbers_none(engine: Engine) -> None:
    kinds = read(engine, "It cost $3.2 billion, up 5 percent, for 500 kilometers. Three firms came second.").kinds
    assert kinds == {
        "$3.2 billion": EntityKind.MONEY,
        "5 percent": EntityKind.QUANTITY,
        "500 kilometers": EntityKind.QUANTITY,
    }


@pytest.mark.parametrize("name", ["Battle of Stalingrad", "Siege of Leningrad", "Battle of Hastings"])
def test_a_battle_is_an_event_wherever_it_was(engine: Engine, name: str) -> None:
    assert read(engine, f"The {name} was remembered in Oslo.").kinds[name] is EVENT


@pytest.mark.parametrize("seat", ["R-Ariz.", "D-Ohio", "I-Vt."])
def test_party_and_state_of_a_member_are_no_organisation(engine: Engine, seat: str) -> None:
    assert seat not in read(engine, f"Sen. Ana Okafor, {seat}, voted against it.").kinds


@pytest.mark.parametrize("title", ["The Art of War", "A History of the Games"])
def test_a_quoted_phrase_is_a_work_though_it_ends_as_an_event(engine: Engine, title: str) -> None:
    assert read(engine, f'She wrote in "{title}" that it was late.').kinds[title] is EntityKind.WORK


@pytest.mark.parametrize("person", ["Volodymyr Zelenskyy", "Svetlana Tikhanovskaya"])
def test_a_given_name_tells_a_person_that_the_model_takes_for_a_body(engine: Engine, person: str) -> None:
    assert read(engine, f"Reporters called {person} in the morning.").kinds[person] is PERSON


def test_what_a_listed_body_is_left_for_is_no_part_of_its_name(engine: Engine) -> None:
    assert {"World Bank", "UNESCO"} <= set(read(engine, "Ana Okafor left the World Bank for UNESCO.").kinds)


def test_the_article_and_the_possessive_are_no_part_of_a_name(engine: Engine) -> None:
    assert set(read(engine, "The United Nations' envoy saw the Kremlin's plan.").kinds) == {"United Nations", "Kremlin"}


def test_a_headline_in_capitals_names_what_the_body_or_a_table_knows(engine: Engine) -> None:
    found = read(engine, "The president, Ana Okafor, visited Egypt.", title="OKAFOR HAILS CANAL IN EGYPT AS TRIUMPH")
    assert found.kinds["OKAFOR"] is PERSON
    assert found.kinds["EGYPT"] is PLACE
    assert {each.name for each in found.names.entities} == {"Ana Okafor", "Egypt"}


@pytest.mark.parametrize(
    ("title", "body", "same", "places"),
    [
        (
            "MACRON MEETS SCHOLZ IN BERLIN",
            "Emmanuel Macron met Olaf Scholz.",
            ("MACRON", "Emmanuel Macron"),
            {"BERLIN"},
        ),
        ("ODINGA URGES NIGERIA TO ACT", "Raila Odinga spoke in Abuja.", ("ODINGA", "Raila Odinga"), {"NIGERIA"}),
    ],
)
def test_a_headline_in_capitals_names_the_people_of_the_body_and_any_country(
    engine: Engine, title: str, body: str, same: tuple[str, str], places: set[str]
) -> None:
    found = read(engine, body, title=title)
    assert found.same(*same)
    assert {found.kinds[place] for place in places} == {PLACE}


@pytest.mark.parametrize(
    "text",
    [
        "In its statement the ministry said that its own forces had left, and he agreed with her.",
        "She said that they would keep their word, as we all keep ours.",
        "He and his brother told us that it was theirs.",
    ],
)
def test_pronouns_are_no_mentions(engine: Engine, text: str) -> None:
    assert read(engine, text).kinds == {}


def test_a_country_opens_a_compound(engine: Engine) -> None:
    found = read(engine, "U.S.-led forces joined the France-Germany talks.")
    assert found.kinds == {"U.S.": PLACE, "France": PLACE, "Germany": PLACE}


def test_a_product_keeps_its_version_but_no_count(engine: Engine) -> None:
    assert read(engine, "The firm will sell its iPad 3 in Chile.").kinds["iPad 3"] is PRODUCT


def test_mentions_stand_in_order_and_never_overlap(engine: Engine) -> None:
    found = read(
        engine, "U.S. President Joe Biden met Japan's Prime Minister Fumio Kishida at Camp David.", "Biden left."
    )
    spans = [(each.block, each.start, each.end) for each in found.names.mentions]
    assert spans == sorted(spans)
    assert all(one[0] < other[0] or one[2] <= other[1] for one, other in pairwise(spans))


def test_without_a_model_the_tables_still_tell_countries_and_roles_people() -> None:
    found = read(PlainEngine(), "French President Emmanuel Macron met officials in Moscow.")
    assert found.kinds == {"French": NATIONALITY, "Emmanuel Macron": PERSON, "Moscow": PLACE}


def test_an_article_without_names_has_none(engine: Engine) -> None:
    assert read(engine, "it rained all day, and nobody came.").names.entities == ()

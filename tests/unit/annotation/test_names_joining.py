"""Which names of one article are one: surnames, acronyms, spellings, directions, and governments behind places."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.annotation.engine import Engine, load_engine
from articles.model import EntityKind, Walk
from tests.unit.annotation.naming_cases import Read, read


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Sergei Shoigu came to Hanoi. Shoigu spoke.", "Sergei Shoigu", "Shoigu"),
        ("Ana Okafor won. President Okafor thanked voters.", "Ana Okafor", "Okafor"),
        ("Yoon Suk Yeol arrived in Lima. Yoon said he would stay.", "Yoon Suk Yeol", "Yoon"),
        ("Ursula von der Leyen spoke in Riga. Later von der Leyen left.", "Ursula von der Leyen", "von der Leyen"),
        ("Osama bin Laden fled. Bin Laden was seen in Abbottabad.", "Osama bin Laden", "Bin Laden"),
        ("Vincent 'The Chin' Gigante died. Gigante ran the family.", "Vincent 'The Chin' Gigante", "Gigante"),
        ("Luis (Jerry) Ortiz came to Lima. Ortiz spoke.", "Luis (Jerry) Ortiz", "Ortiz"),
        ("They called Volodymyr Zelenskyy in Kyiv. Then Zelensky spoke.", "Volodymyr Zelenskyy", "Zelensky"),
    ],
)
def test_a_surname_joins_the_full_name_before_it(engine: Engine, text: str, full: str, short: str) -> None:
    assert read(engine, text).same(full, short)


def test_spellings_of_one_name_are_one_person_and_a_namesake_is_another(engine: Engine) -> None:
    found = read(engine, "Kim Jong Un came to Pyongyang.", "Leader Kim Jong-un spoke of Kim Il Sung to the crowd.")
    assert found.same("Kim Jong Un", "Kim Jong-un")
    assert not found.same("Kim Jong Un", "Kim Il Sung")


def test_a_surname_that_two_bear_is_never_guessed(engine: Engine) -> None:
    found = read(engine, "Kim Jong Un met Kim Yo Jong in Pyongyang.", "Then Kim said that the talks went well.")
    assert not found.same("Kim Jong Un", "Kim")
    assert not found.same("Kim Yo Jong", "Kim")


def test_mr_and_mrs_of_one_surname_are_two(engine: Engine) -> None:
    found = read(engine, "Mr. Okafor sold the house in Accra. A neighbour said that Mrs. Okafor had not agreed.")
    assert len(found.names.entities) == 3


def test_a_ministry_is_its_country_s_whichever_way_it_is_said(engine: Engine) -> None:
    found = read(engine, "The Ministry of Foreign Affairs of Japan agreed.", "Japan's Foreign Ministry said so.")
    assert found.same("Ministry of Foreign Affairs", "Foreign Ministry")
    assert found.entity("Foreign Ministry").country == "JP"


def test_an_acronym_joins_what_it_stands_for(engine: Engine) -> None:
    found = read(engine, "The National Security Bureau (NSB) said on Friday that it knew.", "NSB agents left.")
    assert found.same("National Security Bureau", "NSB")
    assert found.entity("NSB").name == "National Security Bureau"


def test_two_spellings_of_a_ministry_are_one(engine: Engine) -> None:
    found = read(engine, "The Russian Ministry of Defence said so.", "The Russian Defense Ministry confirmed it.")
    assert found.same("Russian Ministry of Defence", "Russian Defense Ministry")
    assert found.entity("Russian Defense Ministry").country == "RU"


def test_a_company_without_its_tail_is_the_same(engine: Engine) -> None:
    found = read(engine, "Lockheed Corporation bid in Denver on Monday.", "Lockheed won the contract.")
    assert found.same("Lockheed Corporation", "Lockheed")


def test_names_of_a_country_are_one_and_its_capital_is_another(engine: Engine) -> None:
    found = read(engine, "The United States agreed. U.S. officials said that Washington and America would wait.")
    assert found.same("United States", "U.S.", "America")
    assert not found.same("United States", "Washington")
    assert found.entity("Washington").country == "US"


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("North Korea held a parade. It was the first that the North held this year.", "North", "KP"),
        ("South Sudan voted. The government of the South said that it was fair.", "South", "SS"),
        ("North Korea fired a shell, and the South answered at once.", "South", "KR"),
    ],
)
def test_a_direction_means_the_country_that_the_article_is_about(
    engine: Engine, text: str, word: str, code: str
) -> None:
    assert read(engine, text).entity(word).country == code


@pytest.mark.parametrize("text", ["Snow fell in the North.", "France is rainy in the North of the country."])
def test_a_direction_alone_is_no_country(engine: Engine, text: str) -> None:
    assert "North" not in read(engine, text).kinds


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Paris condemned the attack.", [("Paris", "FR")]),
        ("A fire in Paris killed two.", []),
        ("The strike was ordered by Ankara.", [("Ankara", "TR")]),
        ("Relations between Berlin and Warsaw are tense.", [("Berlin", "DE"), ("Warsaw", "PL")]),
        ("The minister has accused Pyongyang of lying.", [("Pyongyang", "KP")]),
        ("Both Kenya and Uganda have denied the report.", [("Kenya", "KE"), ("Uganda", "UG")]),
        ("Moscow lies on a river.", []),
        ("The Kremlin denied it.", [("Kremlin", "RU")]),
    ],
)
def test_a_place_that_acts_stands_for_its_government(engine: Engine, text: str, acting: list[tuple[str, str]]) -> None:
    assert read(engine, text).acting() == acting


def test_the_own_name_is_the_fullest_natural_one(engine: Engine) -> None:
    found = read(
        engine, "Okafor won. Ana Okafor thanked voters in Accra.", title="ANA OKAFOR WINS SECOND TERM IN GHANA"
    )
    assert found.entity("Okafor").name == "Ana Okafor"
    assert found.entity("Okafor").aliases == ("Okafor",)


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("The New Orleans Saints won in Denver. The Saints had lost there before.", "New Orleans Saints", "Saints"),
        ("The Boston Bruins won on Friday. Their rivals said the Bruins were lucky.", "Boston Bruins", "Bruins"),
    ],
)
def test_a_team_is_the_same_without_its_city(engine: Engine, text: str, full: str, short: str) -> None:
    found = read(engine, text)
    assert found.same(full, short)
    assert found.entity(short).kind is EntityKind.ORGANISATION


@pytest.mark.parametrize("title", ["Moviemaker Gary Novak Dies At Home In Oslo", "Farmer Gary Novak Sues The City"])
def test_what_stands_before_and_after_a_known_name_in_a_title_is_no_part_of_it(engine: Engine, title: str) -> None:
    found = read(engine, "Gary Novak was well known. Gary Novak lived in Oslo, and Novak worked there.", title=title)
    assert {each.name for each in found.names.entities if each.kind is EntityKind.PERSON} == {"Gary Novak"}
    assert found.same("Gary Novak", "Novak")


@pytest.mark.parametrize(
    ("text", "walk"),
    [
        ("Striker Ana Okafor scored twice in Leeds.", Walk.SPORT),
        ("Ana Okafor, a professor at Leeds University, wrote it.", Walk.SCIENCE),
        ("Ana Okafor is a singer from Accra.", Walk.ARTS),
        ("The senator, Ana Okafor, voted against it.", Walk.PUBLIC),
    ],
)
def test_what_a_person_is_said_to_be_is_kept(engine: Engine, text: str, walk: Walk) -> None:
    assert read(engine, text).entity("Ana Okafor").walks == (walk,)


def test_organisations_of_the_same_block_are_beside_a_person(engine: Engine) -> None:
    found = read(engine, "Ana Okafor left the World Bank for UNESCO.", "Amnesty International said nothing.")
    assert found.entity("Ana Okafor").beside == ("World Bank", "UNESCO")


@pytest.fixture(scope="module")
def seed_articles(engine: Engine, seeds: Path) -> list[Read]:
    """The two real articles, as their lines of running text."""
    files = sorted(seeds.glob("*.txt"))
    texts = [[line.strip() for line in file.read_text("utf-8").splitlines() if len(line) > 80] for file in files]
    return [read(engine, *paragraphs[1:], title=paragraphs[0]) for paragraphs in texts]


def test_the_names_of_the_seeds_are_right(seed_articles: list[Read]) -> None:
    first, second = seed_articles
    assert first.same("Kim Jong Un", "Kim")
    assert first.same("Sergei Shoigu", "Shoigu")
    assert second.same("Sergei Shoigu", "Shoigu")
    assert second.same("North Korea", "North")
    assert not second.same("Kim Jong-un", "Kim Il Sung")
    assert second.kinds["Kim Il Sung Square"] is EntityKind.PLACE
    assert second.entity("National Intelligence Service").country == "KR"
    assert not {"COVID-19", "Defence", "Defense", "Sept. 9"} & (first.kinds.keys() | second.kinds.keys())


def test_capitals_in_the_seeds_act_for_their_governments(seed_articles: list[Read]) -> None:
    first, second = seed_articles
    assert {("Moscow", "RU"), ("Pyongyang", "KP"), ("North Korea", "KP"), ("Russia", "RU")} <= set(first.acting())
    assert {("Moscow", "RU"), ("Pyongyang", "KP"), ("Beijing", "CN"), ("Washington", "US")} <= set(second.acting())

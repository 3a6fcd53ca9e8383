"""The table of countries: complete in itself, and found by name, alias, people, capital and seat."""

from __future__ import annotations

import pytest

from articles.countries import Naming, countries, country, country_named, known_name


def test_the_table_is_complete_in_itself() -> None:
    table = countries()
    assert len(table) > 220
    assert all(len(code) == 2 and code.isupper() and each.name for code, each in table.items())
    states = [each for each in table.values() if each.demonyms and each.aliases]
    assert all(each.capital or each.code in {"HK", "MO", "SU", "YU", "CS", "EU"} for each in states)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("U.S.", "US"),
        ("US", "US"),
        ("America", "US"),
        ("DPRK", "KP"),
        ("Britain", "GB"),
        ("Côte d’Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("UAE", "AE"),
    ],
)
def test_a_country_is_found_by_its_names(text: str, code: str) -> None:
    assert country_named(text) == code


@pytest.mark.parametrize("text", ["us", "Russian", "Moscow", "Atlantis", "car", "uk"])
def test_what_is_no_name_of_a_country_is_not_taken_for_one(text: str) -> None:
    assert country_named(text) is None


@pytest.mark.parametrize(
    ("text", "code", "naming"),
    [
        ("Kenyans", "KE", Naming.DEMONYM),
        ("Dutch", "NL", Naming.DEMONYM),
        ("Kyiv", "UA", Naming.CAPITAL),
        ("Kiev", "UA", Naming.CAPITAL),
        ("the Kremlin", "RU", Naming.SEAT),
        ("Downing Street", "GB", Naming.SEAT),
        ("Knesset", "IL", Naming.BODY),
        ("Maryland", "US", Naming.PLACE),
    ],
)
def test_a_name_tells_how_it_belongs_to_its_country(text: str, code: str, naming: Naming) -> None:
    known = known_name(text)
    assert known is not None
    assert (known.code, known.naming) == (code, naming)


def test_a_country_knows_its_capital_people_and_direction() -> None:
    korea = country("KP")
    assert korea is not None
    assert (korea.capital, korea.demonym, korea.direction) == ("Pyongyang", "North Korean", "North")
    assert country("XX") is None

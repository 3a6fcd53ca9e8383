"""The table of countries: complete in itself, and found by name, alias, people, capital and seat."""

from __future__ import annotations

import pytest

from articles.countries import Naming, countries, country, country_named, known_name

_ISO_3166 = """
    AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BQ BA BW BV BR IO BN BG BF BI CV
    KH CM CA KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FK FO FJ FI
    FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE
    JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ
    MM NA NR NP NL NC NZ NI NE NG NU NF MK MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW BL SH KN LC MF
    PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS SS ES LK SD SR SJ SE CH SY TW TJ TZ TH TL TG TK TO TT TN TR
    TM TC TV UG UA AE GB US UM UY UZ VU VE VN VG VI WF EH YE ZM ZW
"""


def test_the_table_is_complete_in_itself() -> None:
    table = countries()
    assert len(table) >= 250
    assert not set(_ISO_3166.split()) - table.keys()
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
        ("Bundestag", "DE", Naming.BODY),
        ("Casa Rosada", "AR", Naming.SEAT),
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

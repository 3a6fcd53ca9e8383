"""Datelines: which lines are, what they say, and what becomes of that."""

from __future__ import annotations

from datetime import date

import pytest

from articles.cleaning.datelines import Dateline, opening_dateline, read_dateline
from articles.model import LineRole
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, page, role_of, texts


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("PYONGYANG, Sept. 4 (TASS) —", Dateline("PYONGYANG", "Sept. 4", "TASS")),
        ("PORT VARN (Reuters) -", Dateline("PORT VARN", "", "Reuters")),
        ("WASHINGTON (AP)", Dateline("WASHINGTON", "", "AP")),
        ("BEIRUT, Lebanon —", Dateline("BEIRUT, Lebanon")),
        ("SEOUL, 4 September 2023 (Yonhap) --", Dateline("SEOUL", "4 September 2023", "Yonhap")),
        ("NEW YORK, March 4, 2024 /PRNewswire/ --", Dateline("NEW YORK", "March 4, 2024", "PRNewswire")),
    ],
)
def test_a_dateline_by_itself(text: str, dateline: Dateline) -> None:
    assert read_dateline(text) == dateline
    assert role_of(page(text), text) is LineRole.DATELINE


@pytest.mark.parametrize("text", ["SPORTS", "NEWS -", "MORE:", "USA", "TECH - NEWS", "A" * 200, "PORT VARN said no."])
def test_capitals_alone_make_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KYIV, Ukraine (AP) — It began at night.", "KYIV, Ukraine"),
        ("PORT VARN, March 4, 2024 (Reuters) - The mayor spoke.", "PORT VARN"),
        ("US-China talks go on.", ""),
        ("NATO - which is an alliance - met on Monday.", ""),
    ],
)
def test_a_dateline_that_opens_a_paragraph(text: str, place: str) -> None:
    dateline = opening_dateline(text)
    assert (dateline.place if dateline else "") == place


def test_a_dateline_tells_day_and_agency_where_nothing_else_does() -> None:
    article = cleaned("\n\n".join([TITLE, "PORT VARN, March 4, 2024 (Reuters) -", *PROSE]))
    assert (article.published.day, article.outlet) == (date(2024, 3, 4), "Reuters")
    assert texts(article) == list(PROSE)
    assert "dateline" in article.published.evidence[0]


def test_a_date_of_the_page_goes_before_that_of_the_dateline() -> None:
    article = cleaned(
        "\n\n".join([TITLE, "Published 6 March 2024", f"PORT VARN, March 4, 2024 (Reuters) - {PROSE[0]}", *PROSE[1:]])
    )
    assert article.published.day == date(2024, 3, 6)

"""Which of the dates that an article could have is taken, and from where."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.cleaning import clean
from articles.cleaning.dated import date_in_address
from articles.model import Article, Basis, Precision, RawDocument, SourceFormat
from tests.unit.cleaning.pages import NOW, PROSE, TITLE


def dated(head: str, *, origin: str = "page", before: str = "", lead: str = "") -> Article:
    body = f"<article><h1>{TITLE}</h1>{before}<p>{lead}{PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p></article>"
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return clean(RawDocument(page.encode(), origin, SourceFormat.HTML, NOW))


def json_ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


@pytest.mark.parametrize(
    ("address", "day", "precision"),
    [
        ("https://gazette.example/2023/09/04/storm", date(2023, 9, 4), Precision.DAY),
        ("https://gazette.example/world/2023/sep/4/storm", date(2023, 9, 4), Precision.DAY),
        ("https://gazette.example/storm-20230904-1.html", date(2023, 9, 4), Precision.DAY),
        ("https://gazette.example/2023-09-04-storm/", date(2023, 9, 4), Precision.DAY),
        ("https://gazette.example/2023/09/storm", date(2023, 9, 1), Precision.MONTH),
    ],
)
def test_addresses_that_hold_a_date(address: str, day: date, precision: Precision) -> None:
    published = date_in_address(address)
    assert (published.day, published.precision, published.basis) == (day, precision, Basis.STATED)
    assert published.evidence[0].startswith("the address")


@pytest.mark.parametrize(
    "address",
    [
        "https://gazette.example/201909041077343476-storm",
        "https://gazette.example/2023/13/45/storm",
        "https://gazette.example/storm?date=2023-09-04",
        "https://2023-09-04.example/storm",
        "/home/reader/2023/09/04/storm.html",
    ],
)
def test_addresses_that_hold_none(address: str) -> None:
    assert date_in_address(address).day is None


def test_metadata_then_lines_then_dateline_then_address() -> None:
    origin = "https://gazette.example/2024/01/01/storm"
    lead = "PORT VARN, January 2, 2024 (MNA) — "
    line = "<p>3 January 2024</p>"
    stated = json_ld('"datePublished": "2024-01-04"')
    assert dated(stated, before=line, lead=lead, origin=origin).published.day == date(2024, 1, 4)
    assert dated("", before=line, lead=lead, origin=origin).published.day == date(2024, 1, 3)
    by_dateline = dated("", lead=lead, origin=origin).published
    assert (by_dateline.day, by_dateline.basis) == (date(2024, 1, 2), Basis.STATED)
    assert by_dateline.evidence == ('the dateline "PORT VARN, January 2, 2024 (MNA)"',)
    by_address = dated("", origin=origin).published
    assert (by_address.day, by_address.evidence) == (date(2024, 1, 1), ('the address "…2024/01/01…"',))


def test_a_sentence_with_a_date_and_a_dash_is_no_dateline() -> None:
    assert dated("", lead="The storm of 2 January 2024 - the worst - was over. ").published.day is None


def test_the_future_is_not_believed() -> None:
    tomorrow, later = "2024-03-06", "2024-03-07"
    assert dated(json_ld(f'"datePublished": "{tomorrow}"')).published.day == date(2024, 3, 6)
    assert dated(json_ld(f'"datePublished": "{later}"')).published.day is None
    meta = '<meta property="article:published_time" content="2024-03-04">'
    assert dated(json_ld(f'"datePublished": "{later}"') + meta).published.day == date(2024, 3, 4)
    published = dated("", before="<p>7 March 2031</p>").published
    assert published.day is None
    assert published.evidence == ('not believed, since it is after the day it was read: the line "7 March 2031"',)


def test_the_epoch_of_a_database_is_no_date() -> None:
    assert dated(json_ld('"datePublished": "1970-01-01T00:00:00Z"')).published.day is None
    assert dated("", before="<p>1 January 1970</p>").published.day is None


def test_a_change_only_bounds_the_date() -> None:
    published = dated(json_ld('"dateModified": "2024-03-04"')).published
    assert (published.day, published.basis) == (None, Basis.UNKNOWN)
    assert published.evidence == ('not later than 4 Mar 2024: JSON-LD dateModified "2024-03-04"',)


def test_an_evening_told_in_utc_is_of_the_day_that_its_address_gives() -> None:
    stated = json_ld('"datePublished": "2024-03-05T02:30:00Z"')
    published = dated(stated, origin="https://gazette.example/2024/03/04/storm").published
    assert (published.day, published.precision) == (date(2024, 3, 4), Precision.DAY)
    assert published.moment == datetime(2024, 3, 5, 2, 30, tzinfo=UTC)
    assert len(published.evidence) == 2
    elsewhere = dated(stated, origin="https://gazette.example/2024/02/29/storm").published
    assert elsewhere.day == date(2024, 3, 5)


def test_a_zone_is_kept() -> None:
    moment = dated(json_ld('"datePublished": "2024-03-04T23:30:00+09:00"')).published.moment
    assert moment is not None
    assert moment.isoformat() == "2024-03-04T23:30:00+09:00"


def test_browsers_say_where_a_page_was_saved_from() -> None:
    page = (
        "<!doctype html>\n<!-- saved from url=(0042)https://gazette.example/2024/03/04/storm -->\n<html><body>"
        f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in PROSE) + "</body></html>"
    )
    article = clean(RawDocument(page.encode(), "page", SourceFormat.HTML, NOW))
    assert article.address == "https://gazette.example/2024/03/04/storm"
    assert article.published.day == date(2024, 3, 4)


def test_a_morning_told_in_utc_is_of_the_day_that_the_page_shows() -> None:
    line = "<p>March 4, 2024 at 9:24 pm ET</p>"
    for statement in ("2024-03-05T02:24:00Z", "2024-03-05 02:24:00"):
        published = dated(json_ld(f'"datePublished": "{statement}"'), before=line).published
        assert published.day == date(2024, 3, 4)
        assert published.evidence[-1].startswith("the line")
    kept = dated(json_ld('"datePublished": "2024-03-05T02:24:00+09:00"'), before=line).published
    assert kept.day == date(2024, 3, 5)


@pytest.mark.parametrize(
    "line", ["Von Zoe Roh am 25. September 2018", "Sport, 25 septembre 2018", "25 de setembro de 2018, 20h13"]
)
def test_a_date_above_the_text_is_found_beside_other_words_and_in_other_languages(line: str) -> None:
    assert dated("", before=f"<p>{line}</p>").published.day == date(2018, 9, 25)

"""JSON Lines: every line is an object of a known type, and what it points to is there."""

from __future__ import annotations

import json
from typing import Any

from articles.export.jsonl import json_lines
from articles.library import Library
from tests.unit.export.conftest import HOSTILE, HOSTILE_TITLE


def values(library: Library, ids: list[int] | None = None) -> dict[str, list[dict[str, Any]]]:
    by_type: dict[str, list[dict[str, Any]]] = {}
    for line in json_lines(library, library.ids() if ids is None else ids):
        assert line.endswith("}\n")
        assert line.count("\n") == 1
        value = json.loads(line)
        by_type.setdefault(value["type"], []).append(value)
    return by_type


def test_every_type_is_there_and_points_to_what_is_there(library: Library) -> None:
    found = values(library)
    assert list(found) == ["article", "entity", "event", "link", "note"]
    articles = {each["id"]: each for each in found["article"]}
    entities = {each["id"] for each in found["entity"]}
    assert set(articles) == {1, 2, 3}
    assert {each["id"] for article in articles.values() for each in article["entities"]} == entities
    assert {number for each in found["entity"] for number in each["articles"]} == {1, 2, 3}
    assert sorted(number for each in articles.values() for number in each["notes"]) == [1, 2, 3, 4]
    places = [place for each in found["event"] for place in each["reports"]]
    places += [each[side] for each in found["link"] for side in ("from", "to")]
    places += [each for each in found["note"] if each["block"] is not None and each["block"] >= 0]
    assert len(places) >= 8
    for place in places:
        text = articles[place["article"]]["blocks"][place["block"]]["text"]
        assert text[place["start"] : place["end"]] == place["text"]


def test_an_article_says_what_is_known_of_it(library: Library) -> None:
    first, *_ = [each for each in values(library)["article"] if each["id"] == 1]
    assert first["published"] == {"date": "2023-09-04", "precision": "day", "basis": "stated", "moment": None}
    assert (first["tags"], first["outlet"], first["read"]) == (["to read"], "Harbour & Co", False)


def test_text_is_handed_on_to_the_letter(library: Library) -> None:
    (third,) = values(library, [3])["article"]
    assert third["title"] == HOSTILE_TITLE
    assert third["blocks"][0]["text"] == HOSTILE.text


def test_a_link_is_told_once_and_only_between_articles_of_the_export(library: Library) -> None:
    (link,) = values(library)["link"]
    assert (link["relation"], link["confidence"]) == ("same event", 0.8)
    assert (link["from"]["article"], link["to"]["article"]) == (1, 2)
    assert "link" not in values(library, [2, 3])
    assert all(each["article"] != 1 for event in values(library, [2])["event"] for each in event["reports"])


def test_what_takes_no_unicode_gets_ascii(library: Library) -> None:
    plain = "".join(json_lines(library, [1], is_ascii=True))
    assert plain.isascii()
    assert "C\\u00e1diz" in plain

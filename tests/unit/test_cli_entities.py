"""`entities` in each order and of one kind, and the card that `entity` prints, on a library of the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli_running import Outcome, broadsheet

Run = Callable[..., Outcome]


@pytest.fixture
def run(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(sample_library))

    return with_library


def listed(run: Run, *words: str) -> list[dict[str, Any]]:
    entities: list[dict[str, Any]] = run("entities", *words, "--json").json["entities"]
    return entities


@pytest.mark.parametrize("query", [(), ("is:unread",)], ids=["everything", "a query"])
def test_entities_come_in_each_order(run: Run, query: tuple[str, ...]) -> None:
    whole = listed(run, *query)
    assert [each["articles"] for each in whole] == sorted((each["articles"] for each in whole), reverse=True)
    mentioned = listed(run, *query, "--sort", "mentioned")
    assert [each["mentions"] for each in mentioned] == sorted((each["mentions"] for each in whole), reverse=True)
    by_name = [each["name"] for each in listed(run, *query, "--sort", "name") if each["name"].isascii()]
    assert by_name == sorted(by_name, key=str.lower)
    seen = [each["id"] for each in listed(run, *query, "--sort", "seen", "--limit", "9")]
    days = [run("entity", str(number), "--json").json["last_seen"]["date"] for number in seen]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("query", [(), ("is:unread",)], ids=["everything", "a query"])
def test_entities_of_one_kind(run: Run, query: tuple[str, ...]) -> None:
    assert {each["kind"] for each in listed(run, *query, "--kind", "place")} == {"place"}
    assert {each["kind"] for each in listed(run, *query, "--kind", "quantity")} == {"quantity"}
    assert not {each["kind"] for each in listed(run, *query)} & {"quantity", "money"}


@pytest.mark.parametrize(("option", "word"), [("--sort", "size"), ("--kind", "planet")])
def test_an_unknown_order_or_kind_is_a_misuse_that_names_the_others(run: Run, option: str, word: str) -> None:
    outcome = run("entities", option, word)
    assert outcome.code == 2
    assert word in outcome.err
    assert "name" in outcome.err or "place" in outcome.err


def test_the_card_tells_kind_dates_company_events_and_mentions(run: Run) -> None:
    most = listed(run, "--limit", "1")[0]
    card = run("entity", str(most["id"]), "--json").json
    assert {key: card[key] for key in most} == most
    assert card["first_seen"]["date"] <= card["last_seen"]["date"]
    assert sum(month["mentions"] for month in card["months"]) <= card["mentions"]
    assert card["named_with"][0]["articles"] > 1
    assert card["events"][0]["articles"] >= card["events"][-1]["articles"]
    for passage in card["passages"]:
        start, end = (passage[key] - passage["start"] for key in ("mention_start", "mention_end"))
        assert passage["text"][start:end]
    text = run("entity", str(most["id"])).out
    for words in (most["name"], "Named with", "Events", "Mentions", card["named_with"][0]["name"]):
        assert words in text
    assert card["passages"][0]["text"] in text


def test_the_card_says_what_was_said_of_it(run: Run) -> None:
    number = str(listed(run, "--limit", "1")[0]["id"])
    run("entity", number, "--rename", "Another Name")
    assert run("entity", number).out.startswith("Another Name · ")
    (said,) = run("entity", number, "--json").json["corrections"]
    assert said["name"] == "Another Name"
    assert " is called Another Name" in run("entity", number).out


def test_no_entity_is_told_in_one_line(run: Run) -> None:
    outcome = run("entity", "99999")
    assert outcome.code == 1
    assert "no entity 99999" in outcome.err
    assert "List the entities" in outcome.err

"""`entity` with what it corrects, and `corrections`, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Block, BlockKind
from tests.unit.cli_running import Outcome, broadsheet

Run = Callable[..., Outcome]


@pytest.fixture
def run(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(sample_library))

    return with_library


@pytest.fixture
def number(sample_library: Path) -> Callable[[str], str]:
    """The number of an entity of the samples, by its name."""

    def by_name(name: str) -> str:
        with Library.open(sample_library) as library:
            (found,) = [each.id for each in library.entities(limit=1000) if each.name == name]
        return str(found)

    return by_name


Number = Callable[[str], str]


def awaiting(path: Path) -> tuple[int, ...]:
    with Library.open(path) as library:
        return library.entity_corrections.awaiting_links()


def test_a_name_is_changed_and_the_links_follow_at_once(run: Run, number: Number, sample_library: Path) -> None:
    vasques = number("Helena Vasques")
    outcome = run("entity", vasques, "--rename", "Helena Vasques Prado")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "     1  Helena Vasques is called Helena Vasques Prado · 6 articles\n"
    assert awaiting(sample_library) == ()
    assert "Helena Vasques Prado (Helena Vasques, Vasques)" in run("entities").out
    because = [
        reason
        for identity in range(1, 17)
        for paragraph in run("related", str(identity), "--json").json["paragraphs"]
        for link in paragraph["links"]
        for reason in link["because"]
    ]
    assert "Helena Vasques Prado" in because
    assert "Helena Vasques" not in because


def test_two_are_made_one_and_taken_apart(run: Run, number: Number, sample_library: Path) -> None:
    halvard, castell = number("Halvard Lines"), number("Castell Ports")
    before = run("entities", "--json").json
    answer = run("entity", castell, "--merge-into", halvard, "--json").json
    assert answer["linked"] > 0
    assert answer["correction"]["deed"] == "merge"
    assert answer["correction"]["entity"] == {"id": int(castell), "name": "Castell Ports", "kind": "organisation"}
    assert answer["correction"]["other"] == {"id": int(halvard), "name": "Halvard Lines"}
    assert "Castell Ports" not in [each["name"] for each in run("entities", "--json").json["entities"]]
    assert run("entity", castell).out == run("entity", halvard).out
    revoked = run("corrections", "--revoke", "1", "--json").json
    assert revoked["corrections"] == []
    assert revoked["linked"] == answer["linked"]
    assert awaiting(sample_library) == ()
    assert run("entities", "--json").json == before


def test_a_spelling_is_split_off_in_one_article_and_everywhere(run: Run, number: Number) -> None:
    doyle = number("Maureen Doyle")
    everywhere = run("entity", doyle, "--split", "Doyle", "--name", "Patrick Doyle")
    patrick = number("Patrick Doyle")
    assert everywhere.out.startswith(f"     1  “Doyle” is not Maureen Doyle, but Patrick Doyle ({patrick}) · ")
    articles = run("list", f"entity:#{patrick}", "--json").json["articles"]
    one = str(articles[0]["id"])
    there = run("entity", patrick, "--article", one, "--name", "Sean Doyle")
    sean = number("Sean Doyle")
    assert there.out == f"     2  Patrick Doyle in “{articles[0]['title']}” is Sean Doyle ({sean}) · 1 article\n"
    shown = run("show", one, "--json").json
    assert {"Maureen Doyle", "Sean Doyle"} <= {entity["name"] for entity in shown["entities"]}
    assert "Patrick Doyle" not in {entity["name"] for entity in shown["entities"]}


def test_what_is_hidden_is_not_shown(run: Run, number: Number) -> None:
    hydroven = number("Hydroven")
    article = run("list", f"entity:#{hydroven}", "--json").json["articles"][0]["id"]
    assert "Hydroven" in {entity["name"] for entity in run("show", str(article), "--json").json["entities"]}
    assert run("entity", hydroven, "--hide").out == "     1  Hydroven is hidden · 6 articles\n"
    shown = run("show", str(article), "--json").json
    assert "Hydroven" not in {entity["name"] for entity in shown["entities"]}
    assert int(hydroven) not in {party["entity"] for event in shown["events"] for party in event["participants"]}
    assert "Hydroven" not in run("entities").out
    organisations = [line for line in run("show", str(article)).out.splitlines() if line.startswith("Organisations")]
    assert not any("Hydroven" in line for line in organisations)
    assert "Hydroven" not in {
        entity["name"]
        for story in run("digest", "--json").json["stories"]
        for each in story["articles"]
        for entity in each["entities"]
    }


def test_a_kind_is_changed(run: Run, number: Number) -> None:
    hydroven = number("Hydroven")
    assert run("entity", hydroven, "--kind", "Place").out == (
        "     1  Hydroven is of the kind place, not organisation · 6 articles\n"
    )
    assert run("entity", hydroven, "--kind", "place").code == 0
    outcome = run("entity", hydroven, "--kind", "company")
    assert outcome.code == 2
    assert "there are person, organisation, place" in outcome.err


def test_what_was_said_holds_after_cleaning_and_annotating_again(
    run: Run, number: Number, sample_library: Path
) -> None:
    run("entity", number("Hydroven"), "--rename", "Hydroven Energia")
    run("entity", number("Maureen Doyle"), "--split", "Doyle", "--name", "Patrick Doyle")
    run("entity", number("Castell Ports"), "--merge-into", number("Halvard Lines"))
    before = run("entities", "--json").json
    with Library.open(sample_library) as library:
        for row in library.rows(library.ids(is_folded=False)):
            good = library.article(row.id)
            menu = Block(BlockKind.PARAGRAPH, "Europe World Business")
            library.replace_article(row.id, replace(good, blocks=(menu, *good.blocks)))
    assert run("entities").out == ""
    assert len(run("clean", "--again", "--json").json["changed"]) == 16
    after = run("entities", "--json").json
    assert _by_name(after) == _by_name(before)
    assert len(run("corrections", "--json").json["corrections"]) == 3


def _by_name(listed: dict[str, list[dict[str, object]]]) -> dict[object, tuple[object, object]]:
    """The entities of a listing, by name: kind and articles."""
    return {each["name"]: (each["kind"], each["articles"]) for each in listed["entities"]}


def test_corrections_are_listed_for_people_and_for_programs(run: Run, number: Number) -> None:
    assert run("corrections").out == "no corrections of names\n"
    assert run("corrections", "--json").json == {"corrections": []}
    run("entity", number("Hydroven"), "--rename", "Hydroven Energia")
    run("entity", number("Ingrid Solheim"), "--article", "2", "--name", "Another Solheim")
    assert run("corrections").out == (
        "     1  Hydroven is called Hydroven Energia · 6 articles\n"
        f"     2  Ingrid Solheim in “{run('show', '2', '--json').json['title']}” is Another Solheim "
        f"({number('Another Solheim')}) · 1 article\n"
    )
    renamed, split = run("corrections", "--json").json["corrections"]
    assert renamed["entity"]["name"] == "Hydroven"
    assert (renamed["name"], renamed["articles"], renamed["made_at"][:2]) == ("Hydroven Energia", 6, "20")
    assert split["article"] == {"id": 2, "title": run("show", "2", "--json").json["title"]}
    assert split["other"]["name"] == "Another Solheim"
    assert renamed.keys() == split.keys()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("entity", "999999"), 1, "there is no entity 999999"),
        (("entity", "999999", "--hide"), 1, "there is no entity 999999"),
        (("entity", "1", "--merge-into", "1"), 1, "a name cannot be merged with itself"),
        (("entity", "1", "--merge-into", "999999"), 1, "there is no entity 999999"),
        (("entity", "1", "--rename", " "), 1, "a name needs a letter or a digit"),
        (("entity", "1", "--split", "Nobody At All"), 1, "no article calls"),
        (("entity", "1", "--article", "999"), 1, "there is no article 999"),
        (("entity", "1", "--name", "Nobody"), 2, "--name is for what is split off"),
        (("entity", "1", "--hide", "--rename", "X"), 2, "one thing at a time"),
        (("entity", "one"), 2, "ID"),
        (("entity",), 2, "ID"),
        (("corrections", "--revoke", "7"), 1, "there is no correction 7"),
        (("corrections", "--revoke", "x"), 2, "--revoke"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run: Run, words: tuple[str, ...], code: int, told: str) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert code == 2 or outcome.err.count("\n") == 1
    assert run("corrections", "--json").json == {"corrections": []}


def test_without_a_library_nothing_is_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "none"
    for words in (("entity", "1", "--hide"), ("corrections",), ("corrections", "--revoke", "1")):
        outcome = broadsheet(capsys, *words, "--library", str(path))
        assert (outcome.code, outcome.out) == (1, "")
        assert "no library here yet" in outcome.err
    assert not path.exists()

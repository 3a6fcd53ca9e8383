"""`clean --again`, `rules`, `highlight`, `note` and `marks`, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from articles.cleaning.corrections import correction_of
from articles.library import Library
from articles.model import Article, ArticleState, Block, BlockKind
from tests.unit.cli_running import Outcome, broadsheet

Run = Callable[..., Outcome]
LEFT_OUT = "Share on Facebook"


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about what is told, not about what is found."""
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")


@pytest.fixture
def run(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(sample_library))

    return with_library


def article(path: Path, identity: int = 1) -> Article:
    with Library.open(path) as library:
        return library.article(identity)


def worsen(path: Path, identity: int = 1) -> None:
    """Store what a worse cleaner made of an article: a menu in its text."""
    with Library.open(path) as library:
        good = library.article(identity)
        library.replace_article(
            identity, replace(good, blocks=(Block(BlockKind.PARAGRAPH, "Europe World Business"), *good.blocks))
        )


def make_rule(path: Path, identity: int = 1) -> None:
    with Library.open(path) as library:
        lines = library.article(identity).lines
        number = next(number for number, line in enumerate(lines) if line.text == LEFT_OUT)
        library.corrections.always(identity, correction_of(lines, number, is_kept=True))


def test_cleaning_is_done_when_articles_are_added_and_again_when_it_is_said(run: Run) -> None:
    outcome = run("clean")
    assert outcome.code == 2
    assert "clean --again" in outcome.err


def test_cleaning_again_changes_what_is_cleaned_better_now(run: Run, sample_library: Path) -> None:
    good = article(sample_library)
    worsen(sample_library)
    trial = run("clean", "--again", "--dry-run")
    assert trial.out == f"     1  {good.title}\n16 articles cleaned again, 1 would change\n"
    assert article(sample_library) != good
    assert run("clean", "--again").out == "16 articles cleaned again, 1 changed\n"
    assert article(sample_library) == good
    with Library.open(sample_library) as library:
        assert library.row(1).state is ArticleState.READY
    assert run("clean", "--again").out == "16 articles cleaned again, none changed\n"


def test_a_query_says_which_articles(run: Run, sample_library: Path) -> None:
    worsen(sample_library, 1)
    worsen(sample_library, 2)
    answer = run("clean", "--again", "id:2", "--json").json
    assert (answer["cleaned"], answer["changed"]) == (1, [2])
    assert run("clean", "--again", "colour:red").code == 2


def test_marks_that_lose_their_place_are_listed(run: Run, sample_library: Path) -> None:
    worsen(sample_library)
    run("tag", "1", "+dam")
    kept = run("highlight", "1", "release for flood", "--json").json
    run("note", "1", "a menu?", "--on", "World Business")
    outcome = run("clean", "--again")
    assert outcome.code == 0
    assert "     2  in 1: has lost its place: “World Business” · a menu?\n" in outcome.out
    assert outcome.out.endswith("16 articles cleaned again, 1 changed, 1 highlight or note lost its place\n")
    marks = run("marks", "1", "--json").json["marks"]
    assert [mark["placed"] for mark in marks] == [True, False]
    assert marks[0] == kept
    assert marks[1] | {"id": 2, "note": "a menu?", "block": None, "start": None, "end": None} == marks[1]
    assert run("tag", "1").out == "#dam\n"
    worsen(sample_library)
    lost = run("clean", "--again", "--json").json["lost"]
    assert [mark["text"] for mark in lost] == ["World Business"]


def test_what_can_not_be_cleaned_is_told_and_stays(run: Run, sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        raw = replace(library.raw_document(2), content=b"Share\n", origin="/saved/odd.txt")
        library.store_article(raw, library.article(2))
    outcome = run("clean", "--again", "id:17")
    assert outcome.code == 1
    assert outcome.err.startswith("broadsheet: Article 17 stays as it was: /saved/odd.txt: ")
    assert outcome.err.count("\n") == 1
    assert "1 problem" in outcome.out


def test_rules_are_listed_and_revoked(run: Run, sample_library: Path) -> None:
    assert run("rules").out == "no rules\n"
    before = article(sample_library)
    make_rule(sample_library)
    expected = f"     1  The Continental: keeps lines like “{LEFT_OUT}” · 1 line of 1 article\n"
    assert run("rules").out == expected
    assert LEFT_OUT in [block.text for block in article(sample_library).blocks]
    assert run("rules", "--json").json["rules"] == [
        {
            "id": 1,
            "outlet": "The Continental",
            "keeps": True,
            "example": LEFT_OUT,
            "pattern": "share on facebook",
            "articles": 1,
            "lines": 1,
        }
    ]
    assert run("clean", "--again", "--json").json["changed"] == []
    run("highlight", "1", LEFT_OUT)
    lost = f"     1  in 1: has lost its place: “{LEFT_OUT}”\n"
    assert run("rules", "--revoke", "1").out == f"{lost}no rules\n"
    assert article(sample_library) == before
    with Library.open(sample_library) as library:
        assert library.pending() == ()
    outcome = run("rules", "--revoke", "1")
    assert (outcome.code, outcome.err) == (1, "broadsheet: there is no rule 1. List the rules to see their numbers.\n")


def test_a_passage_is_highlighted_where_its_words_stand(run: Run) -> None:
    assert run("highlight", "1", "Judge  Leonor\nPratas").out == "     1  in 1: “Judge Leonor Pratas”\n"
    mark = run("marks", "1", "--json").json["marks"][0]
    assert (mark["kind"], mark["text"], mark["placed"]) == ("highlight", "Judge Leonor Pratas", True)
    assert mark["end"] - mark["start"] == len("Judge Leonor Pratas")
    assert run("marks", "2").out == "no highlights or notes\n"


def test_notes_are_about_a_passage_or_an_article(run: Run) -> None:
    run("note", "1", "read again")
    run("note", "2", "who?", "--on", "Santiago says")
    assert run("marks").out == "     1  in 1: the article · read again\n     2  in 2: “Santiago says” · who?\n"
    assert run("marks", "--remove", "1").out == "     2  in 2: “Santiago says” · who?\n"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("highlight", "1", "never said"), 2, "“never said” does not stand in the article"),
        (("highlight", "1", "Vasques"), 2, "quote more of it"),
        (("highlight", "1", " "), 2, "does not stand"),
        (("note", "1", " "), 2, "needs a word or two"),
        (("note", "99", "x"), 1, "no article 99"),
        (("marks", "99"), 1, "no article 99"),
        (("marks", "--remove", "9"), 1, "no mark 9"),
        (("highlight", "1"), 2, "Missing argument"),
    ],
)
def test_what_is_not_there_is_told(words: tuple[str, ...], code: int, told: str, run: Run) -> None:
    outcome = run(*words)
    assert (outcome.code, told in outcome.err) == (code, True)
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "command", ["clean --again", "rules", "rules --revoke 1", "highlight 1 x", "note 1 x", "marks"]
)
def test_a_library_that_is_not_there_is_not_made(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "none.sqlite3"
    outcome = broadsheet(capsys, *command.split(), "--library", str(library))
    assert (outcome.code, "no library here yet" in outcome.err) == (1, True)
    assert not library.exists()

"""`broadsheet rulings`, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Block, BlockKind, LinkedPassages
from articles.relinking import link_ruled
from tests.library.naming import GIL, RUIZ, report
from tests.unit.cli_running import Outcome, broadsheet

Run = Callable[..., Outcome]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two reports of one meeting, of which the reader says that they are not."""
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        report(library, 1, "Ana Ruiz met Juan Gil.", RUIZ, GIL)
        report(library, 2, "At last Ana Ruiz met Juan Gil on Monday.", RUIZ, GIL)
        (one,), (other,) = library.passages_of(1), library.passages_of(2)
        link_ruled(library, library.event_rulings.rule(one, other, False))
    return path


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(path))

    return with_library


def test_rulings_are_listed_with_both_passages(run: Run) -> None:
    assert run("rulings").out == (
        "     1  not the same event\n"
        "        Report 1: “Ana Ruiz met Juan Gil.”\n"
        "        Report 2: “At last Ana Ruiz met Juan Gil on Monday.”\n"
    )


def test_rulings_as_json_tell_the_words_of_the_passages(run: Run) -> None:
    (ruling,) = run("rulings", "--json").json["rulings"]
    assert (ruling["id"], ruling["is_same"], ruling["is_in_effect"]) == (1, False, True)
    assert ruling["made_at"].startswith("20")
    assert ruling["there"] == {
        "article": 2,
        "title": "Report 2",
        "outlet": "",
        "block": 0,
        "trigger": "met",
        "before": "Report 2\nAt last Ana Ruiz ",
        "after": " Juan Gil on Monday.",
        "sentence": "At last Ana Ruiz met Juan Gil on Monday.",
    }


def test_a_ruling_that_is_revoked_is_gone_and_the_links_follow(run: Run, path: Path) -> None:
    with Library.open(path) as library:
        assert library.links(1) == ()
    assert run("rulings", "--revoke", "1").out == "no rulings on links\n"
    with Library.open(path) as library:
        assert [each.there.article for each in library.links(1)] == [2]
        assert library.entity_corrections.awaiting_links() == ()
    assert run("rulings", "--json").json == {"rulings": []}


def test_a_ruling_without_effect_says_so(run: Run, path: Path) -> None:
    with Library.open(path) as library:
        (one,), (other,) = library.passages_of(1), library.passages_of(2)
        library.event_rulings.rule(one, other, True)
    first, second = (line for line in run("rulings").out.splitlines() if "event" in line)
    assert first.endswith("not the same event · without effect")
    assert second.endswith("2  the same event")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [(("--revoke", "7"), 1, "there is no ruling 7"), (("--revoke", "x"), 2, "--revoke")],
)
def test_what_cannot_be_revoked_is_told_in_one_line(run: Run, words: tuple[str, ...], code: int, told: str) -> None:
    outcome = run("rulings", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert len(run("rulings", "--json").json["rulings"]) == 1


def test_without_a_library_none_is_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "none"
    outcome = broadsheet(capsys, "rulings", "--library", str(path))
    assert (outcome.code, outcome.out) == (1, "")
    assert "no library here yet" in outcome.err
    assert not path.exists()


def test_rulings_hold_after_cleaning_and_annotating_again(
    sample_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(sample_library) as library:
        article = max(library.rows(library.ids()), key=lambda row: row.related).id
        links = library.links(article)
        surest = next(each for each in links if each.link.relation.is_one_event)
        doubtful = next(each for each in links if each.link.confidence < 0.1 and each.here.start != surest.here.start)
        for linked, is_same in ((surest, False), (doubtful, True)):
            link_ruled(library, library.event_rulings.rule(linked.here, linked.there, is_same))
        before = _told_by(library, article)
        for row in library.rows(library.ids(is_folded=False)):
            good = library.article(row.id)
            menu = Block(BlockKind.PARAGRAPH, "Europe World Business")
            library.replace_article(row.id, replace(good, blocks=(menu, *good.blocks)))
        assert not any(row.is_in_effect for row in library.event_rulings.rows(library.event_rulings.all()))
    again = broadsheet(capsys, "clean", "--again", "--json", "--library", str(sample_library))
    assert len(again.json["changed"]) == 16
    with Library.open(sample_library) as library:
        assert all(row.is_in_effect for row in library.event_rulings.rows(library.event_rulings.all()))
        after = _told_by(library, article)
        assert _passages(surest) not in before | after
        assert after[_passages(doubtful)] == 1.0


def _told_by(library: Library, article: int) -> dict[tuple[str, int, str], float]:
    """How sure the links of an article are, by the passages; the surest of each pair."""
    return {_passages(each): each.link.confidence for each in reversed(library.links(article))}


def _passages(linked: LinkedPassages) -> tuple[str, int, str]:
    """A sentence of the article, and the one of another article that it is linked with."""
    return linked.here.text, linked.there.article, linked.there.text

"""What the room says of how an article was read: without a model, in another language, or only at a second go."""

from __future__ import annotations

from multiprocessing import active_children
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Annotations, ArticleState, Linked
from articles.pipeline import Pipeline
from tests.library.building import add
from tests.pilot.conftest import Opened
from tests.pilot.driving import do, press, room_of, shown_text
from tests.pilot.reading_exercises import REASON, fail_current
from tests.pilot.settling import settle
from tests.pilot.source_exercises import until
from tui.app import Broadsheet

GERMAN = """Bürgermeisterin eröffnet die neue Brücke

Die Bürgermeisterin Ana Ruiz hat am Sonntag die neue Brücke über den Hafen von Lissabon eröffnet, und sie
sagte, dass der Bau sechs Jahre gedauert habe.
"""
ENGLISH = "Mayor opens the bridge\n\nMayor Ana Ruiz opened the harbour bridge in Lisbon on Sunday, and it was late.\n"


@pytest.fixture
def two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A German and an English article, read without a model."""
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")
    path = tmp_path / "two.library"
    for name, text in (("german", GERMAN), ("english", ENGLISH)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        assert not Pipeline(path).add([str(tmp_path / f"{name}.txt")]).problems
    return path


async def test_another_language_is_named_below_the_title_and_english_is_not(
    opened: Opened, two_languages: Path
) -> None:
    async with opened((80, 24), library=two_languages) as pilot:
        room = room_of(pilot)
        room.article_list.move_to_article(1)
        await do(pilot, "list.open")
        assert "German: names only" in shown_text(pilot)
        await do(pilot, "room.list")
        room.article_list.move_to_article(2)
        await do(pilot, "list.open")
        assert "Mayor Ana Ruiz opened" in shown_text(pilot)
        assert "names only" not in shown_text(pilot)


async def test_the_status_line_says_that_there_is_no_language_model(opened: Opened, two_languages: Path) -> None:
    async with opened((80, 24), library=two_languages) as pilot:
        assert "no language model: names by spelling" in shown_text(pilot).splitlines()[-2]


async def test_the_status_line_says_nothing_of_the_usual_engine(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "usual.library"
    with Library.open(path) as library:
        identity = add(library, 1)
        library.store_annotations(identity, Annotations("spacy 3.8, model"), [], lambda _, __: Linked((), (), ()))
    async with opened((80, 24), library=path) as pilot:
        assert room_of(pilot).opening.shown is not None
        assert "language model" not in shown_text(pilot)


@pytest.mark.parametrize(("encoder", "is_told"), [("small encoder 1.0", True), ("", False)])
async def test_the_status_line_says_whether_a_sentence_encoder_was_used(
    opened: Opened, tmp_path: Path, encoder: str, is_told: bool
) -> None:
    path = tmp_path / "encoded.library"
    with Library.open(path) as library:
        identity = add(library, 1)
        found = Annotations("spacy 3.8, model", encoder=encoder)
        library.store_annotations(identity, found, [], lambda _, __: Linked((), (), ()))
    async with opened((80, 24), library=path) as pilot:
        assert room_of(pilot).opening.shown is not None
        assert ("sentence encoder" in shown_text(pilot).splitlines()[-2]) is is_told


async def test_a_failed_article_says_why_and_how_to_try_again(opened: Opened) -> None:
    async with opened() as pilot:
        await fail_current(pilot)
        assert " failed " in shown_text(pilot)
        await press(pilot, "3")
        assert room_of(pilot).side.column.empty_text.startswith("The language engine failed on this article")
        await do(pilot, "room.reader", "room.zen")
        words = " ".join(shown_text(pilot).split())
        assert f"nothing is highlighted: {REASON} · “Annotate failed articles again” tries again" in words


async def test_failed_articles_are_found_and_tried_again_all_at_once(opened: Opened) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        first = await fail_current(pilot)
        await do(pilot, "list.next")
        second = await fail_current(pilot)
        await press(pilot, "/", *"is:failed", "Enter")
        assert set(room.article_list.ids) == {first, second}
        room.run_command("article.retry")
        await press(pilot, "Esc")
        assert [room._library.row(each).state for each in (first, second)] == [ArticleState.READY] * 2


async def test_the_pipeline_killed_beside_the_room_is_begun_again_and_no_article_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")
    monkeypatch.setenv("BROADSHEET_CONFIG", str(tmp_path))
    path = tmp_path / "waiting.library"
    with Library.open(path) as library:
        waiting = [add(library, number) for number in range(1, 6)]
    room = Broadsheet(path)
    async with room.run_test() as pilot:
        await until(pilot, active_children)
        for child in active_children():
            child.kill()
        await settle(pilot)
        assert not room.room.status.is_error
        assert {row.state for row in room.room._library.rows(waiting)} == {ArticleState.READY}

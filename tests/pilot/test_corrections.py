"""Corrections and notes in the room: what is seen right after them, what is told, and where the reader stays."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from articles.anchoring import AnchorText
from articles.cleaning.corrections import correction_of
from articles.library import Library
from articles.model import ArticleState, LineRole
from tests.pilot.conftest import Opened
from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.settling import settle
from tui.screens.reading_room import ReadingRoom


async def open_article(pilot: Pilot[Any], title: str) -> ReadingRoom:
    """Open the article whose title begins so."""
    room = room_of(pilot)
    row = next(row for row in room._library.rows(room.article_list.ids) if row.title.startswith(title))
    room.article_list.move_to_article(row.id)
    await settle(pilot)
    await do(pilot, "list.open")
    return room


async def go_to_line(pilot: Pilot[Any], words: str) -> int:
    """Show the raw text and put the cursor on the line that begins with words; its number."""
    room = room_of(pilot)
    if not room.reader.is_raw:
        await do(pilot, "reader.raw")
    assert room.opening.shown is not None
    lines = room.opening.shown.view.article.lines
    number = next(number for number, line in enumerate(lines) if line.text.startswith(words))
    room.reader.put_cursor(number)
    await settle(pilot)
    return number


def texts(room: ReadingRoom) -> list[str]:
    assert room.opening.shown is not None
    return [block.text for block in room.opening.shown.view.article.blocks]


async def test_the_cleaned_text_follows_and_the_cursor_stays_on_its_paragraph(opened: Opened) -> None:
    async with opened(size=(160, 50)) as pilot:
        room = await open_article(pilot, "Dam inquiry")
        await do(pilot, "reader.next", "reader.next", "reader.next")
        here = texts(room)[room.reader.position[0]]
        await go_to_line(pilot, "Share on Facebook")
        await do(pilot, "reader.line")
        assert room.status.message == "Restored. u undoes; O: always for The Continental."
        assert "Share on Facebook  · you restored it" in shown_text(pilot)
        await do(pilot, "reader.raw")
        assert "Share on Facebook" in texts(room)
        assert texts(room)[room.reader.position[0]] == texts(room)[room.opening.place.block] == here
        assert room.opening.shown is not None
        assert room.opening.shown.row.state is ArticleState.READY
        assert room.opening.shown.view.annotations is not None


async def test_two_corrections_right_after_one_another_undo_each_other(opened: Opened) -> None:
    async with opened() as pilot:
        room = await open_article(pilot, "Dam inquiry")
        before = texts(room)
        await go_to_line(pilot, "Share on Facebook")
        await pilot.press("d", "d")
        await settle(pilot)
        assert texts(room) == before
        await pilot.press("u", "u")
        await settle(pilot)
        assert texts(room) == before
        await do(pilot, "marks.undo")
        assert "nothing to undo" in room.status.message


async def test_what_was_said_of_one_line_is_made_a_rule_and_both_are_undone(opened: Opened) -> None:
    async with opened() as pilot:
        room = await open_article(pilot, "Dam inquiry")
        before = texts(room)
        number = await go_to_line(pilot, "The commission, led by")
        await do(pilot, "reader.line", "reader.line_always")
        with Library.open(room._library.path) as library:
            (rule,) = library.corrections.rules()
            assert (rule.is_kept, rule.lines) == (False, 1)
        assert room.opening.shown is not None
        assert room.opening.shown.view.article.lines[number].reason == "left out by your rule for The Continental"
        await do(pilot, "reader.line_always")
        assert "A rule for The Continental does that already." in room.status.message
        await do(pilot, "reader.line")
        assert texts(room) == before
        await do(pilot, "marks.undo", "marks.undo")
        assert room.opening.shown.view.article.lines[number].role is LineRole.CHROME
        assert room.opening.shown.view.article.lines[number].reason == "you left it out"
        await do(pilot, "marks.undo")
        assert texts(room) == before
        with Library.open(room._library.path) as library:
            assert library.corrections.rules() == ()


async def test_what_can_not_be_done_is_told(opened: Opened) -> None:
    async with opened() as pilot:
        room = await open_article(pilot, "Dam inquiry")
        await do(pilot, "reader.line")
        assert room.status.message == "Lines are left out and restored in the raw text; w shows it."
        await go_to_line(pilot, "Dam inquiry")
        await do(pilot, "reader.line_always")
        assert room.status.message == "A title is of this article only."
        await do(pilot, "reader.note")
        assert room.status.message == "Notes are written about the cleaned text; w shows it."


async def test_an_article_of_no_outlet_has_no_rules(opened: Opened, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Harbour reopens after storm repairs\n\n"
        "The harbour of Holmport reopened on Monday after repairs, the port said.\n"
    )
    async with opened(library=tmp_path / "own.library", paths=(str(page),)) as pilot:
        room = await open_article(pilot, "Harbour")
        await go_to_line(pilot, "The harbour")
        await do(pilot, "reader.line_always")
        assert room.status.is_error
        assert "no outlet of this article is known" in room.status.message
        await do(pilot, "reader.line")
        assert "nothing would be left of the article" in room.status.message


async def test_marks_are_seen_and_a_lost_one_is_told_and_still_read(opened: Opened) -> None:
    async with opened(size=(160, 50)) as pilot:
        room = await open_article(pilot, "Dam inquiry")
        identity = room.reader.article_id
        with Library.open(room._library.path) as library:
            place = AnchorText(library.article(identity)).places("Judge Leonor Pratas")[0]
            library.mark_passage(identity, place)
        await do(pilot, "reader.next", "reader.next")
        await press(pilot, "m")
        await type_text(pilot, "who sat there?")
        await do(pilot, "note.keep")
        assert room.status.message == "Noted: who sat there? · u undoes."
        lines = shown_text(pilot).splitlines()
        (marked,) = [line for line in lines if "led by Judge Leonor Pratas" in line]
        assert "✎" in marked
        assert any("✎ who sat there?" in line for line in lines)
        await go_to_line(pilot, "The commission, led by")
        await do(pilot, "reader.line")
        assert "lost its place" in room.status.message
        await do(pilot, "reader.raw", "reader.bottom")
        assert "Lost its place: “The commission, led by" in shown_text(pilot)
        assert "who sat" in shown_text(pilot)
        await do(pilot, "marks.undo", "reader.top")
        assert "✎ who sat there?" in shown_text(pilot)


async def test_a_note_is_changed_and_taken_away_where_it_stands(opened: Opened) -> None:
    async with opened() as pilot:
        await open_article(pilot, "Dam inquiry")
        await do(pilot, "reader.next", "reader.note")
        await type_text(pilot, "one")
        await do(pilot, "note.keep", "reader.note")
        await type_text(pilot, " two")
        await do(pilot, "note.keep")
        assert "✎ one two" in shown_text(pilot)
        await do(pilot, "reader.note")
        await press(pilot, "ctrl-u")
        await do(pilot, "note.keep")
        assert "one two" not in shown_text(pilot)
        await do(pilot, "marks.undo")
        assert "✎ one two" in shown_text(pilot)
        await do(pilot, "marks.undo")
        assert "✎ one two" not in shown_text(pilot)
        assert "✎ one" in shown_text(pilot)


async def test_a_note_on_the_title_is_about_the_article(opened: Opened) -> None:
    async with opened() as pilot:
        room = await open_article(pilot, "Dam inquiry")
        await do(pilot, "reader.top", "reader.note")
        await type_text(pilot, "read again")
        await do(pilot, "note.keep")
        with Library.open(room._library.path) as library:
            (mark,) = library.passage_marks()
            assert mark.is_of_article


async def test_rules_that_were_not_applied_to_the_end_are_when_the_room_is_opened(
    opened: Opened, demo_library: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(demo_library, tmp_path / "own.library"))
    with Library.open(path) as library:
        identity = next(row.id for row in library.rows(library.ids()) if row.outlet == "The Continental")
        lines = library.article(identity).lines
        number = next(number for number, line in enumerate(lines) if line.text == "Share on Facebook")
        rule, _ = library.corrections.always(identity, correction_of(lines, number, is_kept=True))
        library.corrections.revoke_rule(rule.id)
        assert library.corrections.awaiting() == (identity,)
    async with opened(library=path):
        with Library.open(path) as library:
            assert library.corrections.awaiting() == ()
            assert library.article(identity).lines == lines

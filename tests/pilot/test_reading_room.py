"""The reading room as a whole: at every width, while articles come in, and when something is wrong."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Click, Key, MouseMove

from articles.clock import now
from articles.library import Library
from articles.model import Article, Block, BlockKind, RawDocument, SourceFormat
from tests.bench.synthetic import synthetic_library
from tests.pilot.conftest import SAMPLES, Opened
from tests.pilot.driving import app_of, do, press, room_of, shown_text, type_text
from tests.pilot.settling import settle
from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.widgets.line_field import LineField
from tui.widgets.row_list import PAGE


def add(path: Path, *titles: str, body: str = "Something happened.") -> Path:
    """Put articles into a library."""
    with Library.open(path) as library:
        for title in titles:
            raw = RawDocument(f"{title}{body}".encode("utf-8", "replace"), "-", SourceFormat.TEXT, now())
            library.store_article(raw, Article(title, (Block(BlockKind.PARAGRAPH, body),)))
    return path


@pytest.mark.parametrize(
    ("width", "shown"),
    [(60, [Pane.LIST]), (80, [Pane.LIST, Pane.READER]), (120, [Pane.LIST, Pane.READER, Pane.SIDE])],
)
async def test_the_width_decides_which_panes_are_shown(opened: Opened, width: int, shown: list[Pane]) -> None:
    async with opened((width, 24)) as pilot:
        room = room_of(pilot)
        contents = {Pane.LIST: room.article_list, Pane.READER: room.reader, Pane.SIDE: room.side}
        assert [pane for pane, content in contents.items() if content.is_on_screen] == shown
        await do(pilot, "room.side")
        assert room.side.is_on_screen
        assert room.side.column.has_focus


async def test_keys_that_come_faster_than_the_focus_leave_it_where_the_last_one_put_it(opened: Opened) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        for command_id in ("room.side", "room.back", "room.back"):
            room.run_command(command_id)
        await settle(pilot)
        assert room.view.focused is Pane.LIST
        assert room.article_list.has_focus


async def test_panes_follow_the_terminal_when_it_is_resized(opened: Opened) -> None:
    async with opened((150, 40)) as pilot:
        await do(pilot, "room.reader")
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        room = room_of(pilot)
        assert room.view.panes == (Pane.READER,)
        assert room.reader.size.width > 50
        await pilot.resize_terminal(150, 40)
        await settle(pilot)
        assert room.article_list.is_on_screen


async def test_an_empty_library_says_what_it_is_and_every_key_is_safe(opened: Opened, tmp_path: Path) -> None:
    async with opened(library=tmp_path / "new.library") as pilot:
        assert "0 articles" in shown_text(pilot)
        for key in "j k gg G ctrl-d space Enter l ]u [u r * t . u n N x ]x ]e J w e h i Tab S-Tab 1 2 3".split():
            await press(pilot, key)
        await do(pilot, "room.list", "article.star")
        assert app_of(pilot).is_running


async def test_articles_appear_as_they_are_added_and_the_cursor_stays(opened: Opened, tmp_path: Path) -> None:
    library = add(tmp_path / "few.library", "First", "Second")
    async with opened(library=library) as pilot:
        room = room_of(pilot)
        await do(pilot, "list.next")
        current = room.article_list.current
        add(library, "Third", "Fourth")
        room._look_for_changes()
        await settle(pilot)
        assert len(room.article_list.ids) == 4
        assert room.article_list.current == current


async def test_what_is_named_at_the_start_is_added_annotated_and_shown(opened: Opened, tmp_path: Path) -> None:
    named = sorted(str(path) for path in SAMPLES.glob("1*.txt"))[:2]
    async with opened(library=tmp_path / "new.library", paths=(*named, str(tmp_path / "missing.txt"))) as pilot:
        room = room_of(pilot)
        assert len(room.article_list.ids) == 2
        assert room.opening.shown is not None
        assert room.opening.shown.view.annotations is not None
        assert room.status.progress == ""
        assert "2 added · 2 annotated" in room.status.message
        assert "missing.txt" in room.status.message


async def test_leaving_stops_the_pipeline_within_a_second(opened: Opened, tmp_path: Path) -> None:
    async with opened(library=tmp_path / "new.library") as pilot:
        app = app_of(pilot)
        app._paths = (str(SAMPLES),)
        app._feed()
        while not room_of(pilot).status.progress:
            await asyncio.wait_for(pilot.pause(), 30)
        began = time.monotonic()
        app.exit()
    assert time.monotonic() - began < 3
    with Library.open(tmp_path / "new.library") as library:
        assert library.counts().articles == library.counts().waiting + library.counts().articles - len(
            library.pending()
        )


async def test_a_mistake_in_a_search_is_told_in_its_line_and_changes_nothing(opened: Opened) -> None:
    async with opened() as pilot:
        everything = room_of(pilot).article_list.ids
        await do(pilot, "search.open")
        await type_text(pilot, "is:nonsense")
        assert room_of(pilot).article_list.ids == everything
        assert "nonsense" in shown_text(pilot).splitlines()[-2].replace("/ is:nonsense", "", 1)


async def test_a_search_that_is_kept_is_left_with_back_and_the_cursor_stays(opened: Opened) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        await do(pilot, "search.open")
        await type_text(pilot, "icebreaker")
        await do(pilot, "search.accept", "list.next")
        current = room.article_list.current
        await do(pilot, "room.back")
        assert room.article_list.current == current
        assert len(room.article_list.ids) > 4


async def test_markup_and_escapes_in_an_article_are_shown_as_they_are(opened: Opened, tmp_path: Path) -> None:
    title = "[bold]Not bold[/] [@click=app.exit]no link[/]"
    library = add(tmp_path / "odd.library", title, body="[/] [red]as it is[/red] \x1b[31m\u202e end")
    async with opened(library=library) as pilot:
        text = shown_text(pilot)
        assert "[bold]Not bold[/]" in text
        assert "[red]as it is[/red]" in text
        assert "\x1b" not in text
        await press(pilot, "t")
        assert "[bold]Not bold[/]" in shown_text(pilot)
        await type_text(pilot, "[x]")
        await press(pilot, "Enter")
        assert "#[x]" in shown_text(pilot)


async def test_a_digit_picks_a_recent_tag(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "t")
        await type_text(pilot, "ports")
        await press(pilot, "Enter", "j", "t", "1")
        current = room_of(pilot).article_list.current
        assert current is not None
        assert current.tags == ("ports",)


async def test_a_mark_that_cannot_be_kept_is_told(opened: Opened, tmp_path: Path) -> None:
    library = add(tmp_path / "gone.library", "Only")
    async with opened(library=library) as pilot:
        with closing(sqlite3.connect(library)) as other:
            other.execute("PRAGMA foreign_keys = ON")
            other.execute("DELETE FROM article")
            other.commit()
        await press(pilot, "t")
        await type_text(pilot, "ports")
        await press(pilot, "Enter")
        assert room_of(pilot).status.message.startswith("Not kept: ")
        assert room_of(pilot).status.is_error


async def test_a_click_moves_the_cursor_and_gives_the_keys_and_a_second_click_opens(opened: Opened) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        await do(pilot, "room.reader")
        await pilot.click(room.article_list, offset=(5, room.article_list.row_height * 2))
        await settle(pilot)
        assert room.article_list.cursor == 2
        assert room.article_list.has_focus
        await pilot.click(room.article_list, offset=(5, room.article_list.row_height), times=2)
        await settle(pilot)
        assert room.reader.has_focus
        assert room.reader.article_id == room.article_list.ids[1]


async def test_the_footer_keys_can_be_clicked(opened: Opened) -> None:
    async with opened() as pilot:
        line = shown_text(pilot).splitlines()[-1]
        await pilot.click(offset=(line.index("star"), 39))
        await settle(pilot)
        current = room_of(pilot).article_list.current
        assert current is not None
        assert current.is_starred


async def test_a_bad_theme_is_told_and_the_room_opens_all_the_same(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("name: mine\ndark: maybe\n", encoding="utf-8")
    (folder.parent / "settings.yaml").write_text("theme: mine\n", encoding="utf-8")
    async with opened() as pilot:
        assert pilot.app.theme == "dark"
        assert "mine.yaml, line 2, dark" in room_of(pilot).status.message


async def test_settings_choose_the_theme_and_the_keys(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.yaml").write_text("theme: light\nkeys:\n  article.star: s\n", encoding="utf-8")
    async with opened() as pilot:
        assert pilot.app.theme == "light"
        await press(pilot, "s")
        current = room_of(pilot).article_list.current
        assert current is not None
        assert current.is_starred


@pytest.fixture
def no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("no_color")
async def test_without_colour_nothing_on_the_screen_has_one(opened: Opened) -> None:
    async with opened() as pilot:
        await do(pilot, "list.open", "reader.next")
        strips = pilot.app.screen._compositor.render_strips()
        colours = {
            colour.name
            for strip in strips
            for segment in strip.apply_filter(pilot.app._filters[-1], pilot.app.screen.styles.background)
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and not colour.is_default
        }
        assert colours == set()


async def test_a_large_library_is_there_at_once_and_whole(opened: Opened, tmp_path: Path) -> None:
    rows = 3 * PAGE
    library = synthetic_library(tmp_path / "large.library", rows, mentions=1)
    async with opened(library=library) as pilot:
        listed = room_of(pilot).article_list
        assert len(listed.ids) == rows
        await do(pilot, "list.bottom")
        assert listed.cursor == rows - 1
        assert listed.current is not None
        assert listed.current.title.split()[0] in shown_text(pilot)


def test_the_screen_loads_no_language_model_and_no_parser_of_pages(tmp_path: Path) -> None:
    import subprocess
    import sys

    heavy = ("spacy", "trafilatura", "markdown_it", "dateutil", "typer", "rensa", "numpy")
    code = f"import sys; import tui.app; print([name for name in {heavy} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


async def test_what_the_mouse_is_drawn_over_is_selected_and_opens_no_card(opened: Opened) -> None:
    async with opened() as pilot:
        await do(pilot, "list.open", "reader.next")
        room = room_of(pilot)
        assert room.opening.shown is not None
        block = room.reader.position[0]
        text = room.opening.shown.view.article.text_of(block)
        words = " ".join(text.split()[:3])
        lines = shown_text(pilot).splitlines()
        row = next(number for number, line in enumerate(lines) if words in line)
        column = lines[row].index(words)
        await pilot.mouse_down(offset=(column, row))
        await pilot._post_mouse_events([MouseMove], offset=(column + len(words) - 1, row), button=1)
        await pilot.mouse_up(offset=(column + len(words) - 1, row))
        await pilot._post_mouse_events([Click], offset=(column + len(words) - 1, row), button=1)
        await settle(pilot)
        selected = room.passages.selected
        assert selected is not None
        assert (selected[0].block, selected[1]) == (block, words)
        assert room.keyed_pane is Pane.PASSAGE


@pytest.mark.parametrize("typed", ["t", "/", "ge/"], ids=["tag picker", "search", "filter of names"])
async def test_what_is_typed_all_at_once_goes_where_it_is_meant_for(opened: Opened, typed: str) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        for char in (*typed, *"polar"):
            pilot.app.post_message(Key(char, char))
        await settle(pilot)
        field = pilot.app.screen.field if isinstance(pilot.app.screen, KeyedScreen) else None
        assert isinstance(field, LineField)
        assert field.value == "polar"
        assert not room.passages.is_open


async def test_a_search_that_is_typed_and_kept_at_once_is_made(opened: Opened) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        everything = len(room.article_list.ids)
        for char in "/icebreaker":
            pilot.app.post_message(Key(char, char))
        pilot.app.post_message(Key("enter", "\r"))
        await settle(pilot)
        assert not room.searching.is_open
        assert "“icebreaker”" in shown_text(pilot)
        assert 0 < len(room.article_list.ids) < everything

"""The reader: where its cursor goes, what stays in sight, and what it tells the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from articles.model import (
    TITLE_BLOCK,
    Annotations,
    Article,
    Basis,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    Line,
    LineRole,
    Mention,
    Precision,
    Published,
)
from articles.reading.crossrefs import Elsewhere
from tui.rendering.article import Highlights
from tui.rendering.article_view import ArticleView
from tui.rendering.painting import BAR, POINTER, RESTING_BAR
from tui.theme_files import load_themes, shipped_folder
from tui.widgets.reader import Reader

SENTENCE = "The parade went by as planned. "
SHORT = tuple(Block(BlockKind.PARAGRAPH, f"Paragraph {number}. {SENTENCE}") for number in range(20))
ARTICLE = Article(
    "A parade",
    SHORT,
    lines=(
        *(Line(block.text, LineRole.PARAGRAPH, "prose") for block in SHORT),
        Line("0", LineRole.CHROME, "a count"),
    ),
)
TALL = Article("Tall", (SHORT[0], Block(BlockKind.PARAGRAPH, SENTENCE * 60), SHORT[1]))
FOUND = Annotations(
    "by hand",
    entities=(Entity("Paragraph", EntityKind.ORGANISATION), Entity("parade", EntityKind.EVENT)),
    mentions=(Mention(0, 0, 9, 0), Mention(1, 17, 23, 1), Mention(2, 0, 9, 0)),
)


class Host(App[None]):
    """A screen with nothing but a reader, in the shipped dark theme."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int, int]] = []
        self.asked: list[int] = []

    def compose(self) -> ComposeResult:
        """The reader alone."""
        yield Reader()

    def on_mount(self) -> None:
        """Put on the theme."""
        for theme in load_themes([shipped_folder()]).themes.values():
            self.register_theme(theme.theme())
        self.theme = "dark"
        self.reader.focus()

    def on_reader_paragraph_changed(self, message: Reader.ParagraphChanged) -> None:
        """Keep what is told."""
        self.told.append((message.article_id, message.block))

    def on_reader_entity_chosen(self, message: Reader.EntityChosen) -> None:
        """Keep what is asked."""
        self.asked.append(message.entity)

    @property
    def reader(self) -> Reader:
        """The widget under test."""
        return self.query_one(Reader)

    def shown(self) -> list[str]:
        """The lines on the screen, as text."""
        return [
            "".join(segment.text for segment in strip) for strip in self.reader.render_lines(self.reader.size.region)
        ]


@asynccontextmanager
async def opened(
    article: Article = ARTICLE,
    annotations: Annotations | None = None,
    *,
    margin: Mapping[int, Elsewhere] | None = None,
    at: tuple[int, int, int] | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host()
    async with app.run_test(size=size) as pilot:
        app.reader.show(7, ArticleView(article, annotations, margin or {}), at=at)
        await pilot.pause()
        yield app, pilot


def in_sight(app: Host, words: str) -> bool:
    return any(words in line for line in app.shown())


async def test_without_an_article_it_says_so() -> None:
    app = Host()
    async with app.run_test():
        assert in_sight(app, "No article is open.")


async def test_it_opens_on_the_first_paragraph_below_title_and_dateline() -> None:
    async with opened() as (app, _):
        assert app.reader.position == (0, 0, 0)
        assert app.told == [(7, 0)]
        lines = app.shown()
        assert lines[1].strip() == "A parade"
        assert lines[2].strip() == "undated"
        assert BAR in lines[4]


async def test_it_opens_with_the_title_in_sight_where_the_first_paragraph_is_long() -> None:
    long = Article("A parade", (Block(BlockKind.PARAGRAPH, SENTENCE * 20), *SHORT))
    async with opened(long, size=(60, 12)) as (app, pilot):
        assert in_sight(app, "A parade")
        assert app.reader.position[0] == 0
        await pilot.resize_terminal(50, 10)
        assert in_sight(app, "A parade")


async def test_the_cursor_goes_from_paragraph_to_paragraph_and_to_the_title() -> None:
    async with opened() as (app, pilot):
        app.reader.move(1)
        await pilot.pause()
        app.reader.move(1)
        assert app.reader.position[0] == 2
        app.reader.top()
        assert app.reader.position[0] == TITLE_BLOCK
        app.reader.move(-1)
        assert app.reader.position[0] == TITLE_BLOCK
        app.reader.bottom()
        app.reader.move(1)
        await pilot.pause()
        assert app.reader.position[0] == 19
        assert app.told == [(7, 0), (7, 1), (7, 19)]


async def test_the_cursor_paragraph_stays_in_sight() -> None:
    async with opened() as (app, pilot):
        for number in range(1, 20):
            app.reader.move(1)
            await pilot.pause()
            assert in_sight(app, f"Paragraph {number}.")
        for number in range(18, -1, -1):
            app.reader.move(-1)
            await pilot.pause()
            assert in_sight(app, f"Paragraph {number}.")


async def test_pages_reach_the_end_and_come_back() -> None:
    async with opened() as (app, pilot):
        seen = [app.reader.position[0]]
        for _ in range(5):
            app.reader.page(1)
            await pilot.pause()
            seen.append(app.reader.position[0])
            assert in_sight(app, f"Paragraph {seen[-1]}.")
        assert seen == sorted(seen)
        assert seen[-1] == 19
        for _ in range(6):
            app.reader.page(-1)
        assert app.reader.position[0] == TITLE_BLOCK
        assert app.reader.scroll_offset.y == 0


async def test_a_paragraph_higher_than_the_window_is_scrolled_through() -> None:
    async with opened(TALL, size=(60, 12)) as (app, pilot):
        steps = 0
        while app.reader.position[0] != 2 and steps < 20:
            app.reader.move(1)
            await pilot.pause()
            steps += 1
        assert 5 < steps < 20
        app.reader.move(-1)
        await pilot.pause()
        assert app.reader.position[0] == 1
        assert app.reader.scroll_offset.y > 10
        while app.reader.position[0] == 1 and steps < 40:
            app.reader.move(-1)
            await pilot.pause()
            steps += 1
        assert app.reader.position[0] == 0


async def test_it_opens_at_a_sentence_and_marks_it() -> None:
    start = TALL.blocks[1].text.index(SENTENCE, 1200)
    place = (1, start, start + len(SENTENCE) - 1)
    async with opened(TALL, at=place, size=(60, 12)) as (app, pilot):
        assert app.reader.position == place
        assert any(POINTER in line for line in app.shown())
        app.reader.move(1)
        await pilot.pause()
        app.reader.top()
        assert app.reader.position == (TITLE_BLOCK, 0, 0)
        assert not any(POINTER in line for line in app.shown())


async def test_a_position_that_is_not_there_opens_at_the_top() -> None:
    async with opened(at=(99, 5, 9)) as (app, _):
        assert app.reader.position == (TITLE_BLOCK, 0, 0)


async def test_what_others_report_stands_in_the_margin_and_can_be_gone_through() -> None:
    async with opened(margin={3: Elsewhere(2), 12: Elsewhere(1, is_differing=True)}) as (app, pilot):
        reader = app.reader
        assert any(line.split()[:2] == ["+2", "Paragraph"] for line in app.shown())
        assert [reader.next_reported(1), reader.position[0]] == [True, 3]
        assert [reader.next_reported(1), reader.position[0]] == [True, 12]
        assert [reader.next_reported(1), reader.position[0]] == [False, 12]
        assert [reader.next_reported(-1), reader.position[0]] == [True, 3]
        await pilot.pause()


async def test_names_can_be_gone_through_and_asked_about() -> None:
    async with opened(annotations=FOUND) as (app, pilot):
        reader = app.reader
        visited = []
        while reader.next_entity(1):
            visited.append((reader.position, reader.entity))
        assert visited == [((0, 0, 9), 0), ((1, 17, 23), 1), ((2, 0, 9), 0)]
        assert reader.next_entity(-1)
        assert reader.choose_entity()
        await pilot.pause()
        assert app.asked == [1]
        reader.move(1)
        assert reader.entity is None


async def test_without_one_picked_out_the_first_name_of_the_paragraph_is_asked_about() -> None:
    async with opened(annotations=FOUND) as (app, pilot):
        reader = app.reader
        assert reader.choose_entity()
        reader.put_cursor(3)
        assert not reader.choose_entity()
        reader.put_cursor(1)
        assert reader.choose_entity()
        reader.toggle_raw()
        assert not reader.choose_entity()
        await pilot.pause()
        assert app.asked == [0, 1]


async def test_opened_at_a_name_that_name_is_picked_out() -> None:
    async with opened(annotations=FOUND, at=(1, 17, 23)) as (app, pilot):
        assert app.reader.entity == 1
        app.reader.update_view(ArticleView(ARTICLE, replace(FOUND, engine="another"), {}))
        await pilot.pause()
        assert app.reader.entity == 1


async def test_a_click_on_a_highlighted_name_asks_about_it() -> None:
    async with opened(annotations=FOUND) as (app, pilot):
        row, line = next((row, line) for row, line in enumerate(app.shown()) if "Paragraph 1." in line)
        await pilot.click(Reader, offset=(line.index("The") + 1, row))
        assert app.asked == []
        assert app.reader.position == (1, 0, 0)
        await pilot.click(Reader, offset=(line.index("parade"), row))
        assert (app.asked, app.reader.position) == ([1], (1, 17, 23))
        app.reader.cycle_highlights()
        app.reader.cycle_highlights()
        await pilot.click(Reader, offset=(line.index("parade"), row))
        assert app.reader.highlights is Highlights.EVENTS
        assert app.asked == [1]


async def test_hidden_names_are_neither_walked_nor_asked_about() -> None:
    hidden = replace(FOUND, entities=(replace(FOUND.entities[0], is_hidden=True), FOUND.entities[1]))
    async with opened(annotations=hidden) as (app, pilot):
        reader = app.reader
        assert not reader.choose_entity()
        assert reader.next_entity(1)
        assert reader.position == (1, 17, 23)
        assert not reader.next_entity(1)
        await pilot.pause()


async def test_annotations_that_come_later_move_nothing() -> None:
    async with opened() as (app, pilot):
        for _ in range(12):
            app.reader.move(1)
        await pilot.pause()
        before = app.shown()
        app.reader.update_view(ArticleView(ARTICLE, FOUND, {12: Elsewhere(4)}))
        await pilot.pause()
        after = app.shown()
        assert app.reader.position[0] == 12
        assert [line.replace("+4", "  ") for line in after] == before


async def test_a_date_that_is_inferred_later_leaves_the_title_in_sight() -> None:
    week = Published(date(2024, 3, 4), Precision.WEEK, Basis.INFERRED, ('"later this week" → the same week',) * 4)
    async with opened() as (app, pilot):
        app.reader.update_view(ArticleView(ARTICLE, replace(FOUND, published=week)))
        await pilot.pause()
        assert in_sight(app, "A parade")
        assert in_sight(app, "later this week")


async def test_highlights_are_cycled() -> None:
    async with opened(annotations=FOUND) as (app, pilot):
        assert app.reader.cycle_highlights() is Highlights.NAMES
        await pilot.pause()
        assert app.reader.position[0] == 0


async def test_the_raw_text_shows_what_was_left_out_and_comes_back_to_the_paragraph() -> None:
    async with opened() as (app, pilot):
        app.reader.put_cursor(5)
        app.reader.toggle_raw()
        await pilot.pause()
        assert app.reader.is_raw
        app.reader.bottom()
        await pilot.pause()
        assert in_sight(app, "× ")
        assert in_sight(app, "0  · a count")
        assert app.reader.position[0] == 5
        app.reader.toggle_raw()
        await pilot.pause()
        assert in_sight(app, "Paragraph 5.")
        assert app.reader.cursor_key == 5


async def test_a_click_puts_the_cursor_on_a_paragraph() -> None:
    async with opened() as (app, pilot):
        row = next(row for row, line in enumerate(app.shown()) if "Paragraph 3." in line)
        await pilot.click(Reader, offset=(20, row))
        assert app.reader.position[0] == 3


async def test_the_wheel_takes_the_cursor_along() -> None:
    async with opened() as (app, pilot):
        app.reader.scroll_to(y=20, animate=False)
        await pilot.pause()
        assert app.reader.position[0] > 0
        assert in_sight(app, f"Paragraph {app.reader.position[0]}.")


async def test_a_narrower_window_keeps_the_cursor_paragraph_in_sight() -> None:
    async with opened() as (app, pilot):
        for _ in range(15):
            app.reader.move(1)
        await pilot.resize_terminal(30, 12)
        assert in_sight(app, "Paragraph 15.")


async def test_lines_are_as_wide_as_the_window_and_text_no_wider_than_the_measure() -> None:
    wide = Article("平和 " * 40, (Block(BlockKind.QUOTATION, "e\u0301tat 👩‍🚀 平和" * 40),))
    async with opened(wide, size=(120, 20)) as (app, _):
        for strip in app.reader.render_lines(app.reader.size.region):
            assert strip.cell_length == app.reader.size.width
        assert max(len(line.strip()) for line in app.shown()) <= 90


async def test_the_bar_tells_whether_keys_move_the_cursor() -> None:
    async with opened() as (app, pilot):
        app.screen.set_focus(None)
        await pilot.pause()
        shown = "".join(app.shown())
        assert RESTING_BAR in shown
        assert BAR not in shown


async def test_another_theme_repaints_the_text() -> None:
    async with opened(annotations=FOUND) as (app, pilot):
        region = app.reader.size.region
        before = [
            segment.style for strip in app.reader.render_lines(region) for segment in strip if "Paragr" in segment.text
        ]
        app.theme = "light"
        await pilot.pause()
        after = [
            segment.style for strip in app.reader.render_lines(region) for segment in strip if "Paragr" in segment.text
        ]
        assert before != after


@pytest.mark.parametrize("text", ["[bold]not bold[/]", "[@click=app.quit]quit[/]", "\x1b[2Jcleared"])
async def test_text_from_outside_is_shown_and_never_obeyed(text: str) -> None:
    hostile = Article(text, (Block(BlockKind.PARAGRAPH, text),), byline=text, outlet=text)
    async with opened(hostile) as (app, _):
        assert in_sight(app, text.replace("\x1b", "␛"))
        assert not any("\x1b" in line for line in app.shown())

"""The raw text: every line in its order, dropped ones with their reason."""

from __future__ import annotations

from articles.model import TITLE_BLOCK, Article, Block, BlockKind, ChromeCategory, Line, LineRole
from tui.rendering.raw import DROPPED_MARK, line_of_block, raw_legend, raw_paragraphs

ARTICLE = Article(
    "A parade",
    (Block(BlockKind.PARAGRAPH, "It was  held in July."),),
    lines=(
        Line("Home > National", LineRole.CHROME, "navigation: a breadcrumb"),
        Line("A parade", LineRole.TITLE, "the first line"),
        Line("", LineRole.BLANK, ""),
        Line("It was held in July.", LineRole.PARAGRAPH, "prose"),
        Line("[bold]", LineRole.CHROME, "a button"),
    ),
)


def test_every_line_is_there_in_order() -> None:
    texts = [paragraph.content.plain for paragraph in raw_paragraphs(ARTICLE)[1:]]
    assert texts == [
        "Home > National  · navigation: a breadcrumb",
        "A parade",
        "",
        "It was held in July.",
        "[bold]  · a button",
    ]


def test_dropped_lines_are_told_by_a_mark_and_kept_ones_by_their_role() -> None:
    assert [paragraph.mark for paragraph in raw_paragraphs(ARTICLE)[1:]] == [
        DROPPED_MARK,
        "title",
        "",
        "paragraph",
        DROPPED_MARK,
    ]


def test_the_cursor_passes_over_blank_lines() -> None:
    assert [paragraph.key for paragraph in raw_paragraphs(ARTICLE)[1:]] == [0, 1, None, 3, 4]


def test_a_block_is_found_again_in_the_raw_text() -> None:
    assert line_of_block(ARTICLE, 0) == 3
    assert line_of_block(ARTICLE, TITLE_BLOCK) == 1


def test_the_legend_counts_lines() -> None:
    assert raw_legend(ARTICLE) == "raw text · 5 lines, 2 of them left out"


def test_a_dropped_line_says_which_part_of_the_page_it_is_of() -> None:
    lines = (
        Line("Share", LineRole.CHROME, "buttons of the page", ChromeCategory.SHARING),
        Line("s", LineRole.CHROME, "a stray letter", ChromeCategory.OTHER),
    )
    shown = [paragraph.content.plain for paragraph in raw_paragraphs(Article("A parade", (), lines=lines))[1:]]
    assert shown == ["Share  · sharing: buttons of the page", "s  · a stray letter"]

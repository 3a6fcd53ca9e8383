"""An article as paragraphs: what each block looks like, and what is highlighted in it."""

from __future__ import annotations

from datetime import date

import pytest

from articles.model import (
    TITLE_BLOCK,
    Annotations,
    Article,
    Basis,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    EventMention,
    Granularity,
    Markup,
    MarkupKind,
    Mention,
    Precision,
    Published,
    TimeExpression,
    TimeType,
)
from articles.reading.crossrefs import Elsewhere
from tui.rendering.article import (
    Highlights,
    article_paragraphs,
    find_spans,
    margin_mark,
    same_block,
)
from tui.rendering.article_view import ArticleView
from tui.rendering.block_text import block_content

TEXT = "Kim Il Sung Square saw a parade on July 27."
ARTICLE = Article("A parade", (Block(BlockKind.PARAGRAPH, TEXT),), byline="Ana Lee", outlet="The Ledger")
FOUND = Annotations(
    engine="by hand",
    entities=(Entity("Kim Il Sung Square", EntityKind.PLACE), Entity("Kim Il Sung", EntityKind.PERSON)),
    mentions=(Mention(0, 0, 11, 1), Mention(0, 0, 18, 0)),
    times=(TimeExpression(0, 35, 42, TimeType.DATE, "XXXX-07-27", Granularity.DAY),),
    events=(EventMention(0, 25, 31, 0, "parade", "parade"), EventMention(TITLE_BLOCK, 2, 8, 0, "parade", "parade")),
)


def painted(highlights: Highlights) -> dict[str, str]:
    block = article_paragraphs(ArticleView(ARTICLE, FOUND), highlights)[2].content
    return {block.plain[start:end]: str(style) for start, end, style in block.spans}


def test_kinds_are_told_apart_and_the_longest_of_nested_names_wins() -> None:
    assert painted(Highlights.ALL) == {
        "Kim Il Sung Square": "$entity-place",
        "parade": "$trigger-quiet",
        "July 27": "$date",
    }


def test_density_of_highlights() -> None:
    assert set(painted(Highlights.NAMES)) == {"Kim Il Sung Square"}
    assert set(painted(Highlights.EVENTS)) == {"parade", "July 27"}
    assert not painted(Highlights.NONE)


def test_densities_come_round_again() -> None:
    seen = [Highlights.ALL]
    while seen[-1].next is not seen[0]:
        seen.append(seen[-1].next)
    assert seen == list(Highlights)


def test_nothing_is_highlighted_before_annotation() -> None:
    assert not find_spans(None, Highlights.ALL).within(0)


MARGIN = {0: Elsewhere(3), TITLE_BLOCK: Elsewhere(1)}


def test_title_dateline_and_blocks_follow_each_other() -> None:
    title, dateline, block = article_paragraphs(ArticleView(ARTICLE, FOUND, MARGIN), Highlights.ALL)
    assert (title.content.plain, title.key, title.mark) == ("A parade", TITLE_BLOCK, "+1")
    assert (dateline.content.plain, dateline.key) == ("By Ana Lee · The Ledger · undated", None)
    assert (block.content.plain, block.key, block.mark) == (TEXT, 0, "+3")


def test_an_article_without_title_says_so() -> None:
    assert article_paragraphs(ArticleView(Article("", ())), Highlights.ALL)[0].content.plain == "(no title)"


def test_the_items_of_a_list_stand_close_together() -> None:
    items = tuple(Block(BlockKind.LIST_ITEM, text) for text in ("one", "two"))
    _, _, one, two = article_paragraphs(ArticleView(Article("", items)), Highlights.ALL)
    assert (one.lead, one.gap, two.gap) == ("• ", 1, 0)


def test_a_caption_ends_with_its_credit() -> None:
    assert block_content(Block(BlockKind.CAPTION, "A parade.", credit="Yonhap")).plain == "A parade.  Yonhap"


def test_emphasis_and_links_of_the_source_are_painted() -> None:
    markup = (Markup(0, 3, MarkupKind.STRONG), Markup(4, 7, MarkupKind.LINK, "https://example.org"))
    content = block_content(Block(BlockKind.PARAGRAPH, "one two", markup=markup), ((0, 7, "$date"),))
    assert [tuple(span) for span in content.spans] == [(0, 7, "$date"), (0, 3, "bold"), (4, 7, "underline")]


def test_a_name_in_a_huge_paragraph_keeps_its_place() -> None:
    text = "word " * 20_000
    content = block_content(Block(BlockKind.PARAGRAPH, text), ((50_000, 50_004, "$entity-person"),))
    assert [tuple(span) for span in content.spans] == [(50_000, 50_004, "$entity-person")]


def test_an_inferred_date_is_shown_with_its_evidence_where_the_page_states_none() -> None:
    inferred = Published(date(2023, 9, 4), Precision.WEEK, Basis.INFERRED, ("75th anniversary", "this week"))
    dateline = article_paragraphs(
        ArticleView(Article("", ()), Annotations("by hand", published=inferred)), Highlights.ALL
    )[1]
    assert dateline.content.plain == "~week of 4 Sep 2023\ninferred from 75th anniversary; this week"


@pytest.mark.parametrize(
    ("others", "mark"),
    [
        (None, ""),
        (Elsewhere(1), "+1"),
        (Elsewhere(99), "+99"),
        (Elsewhere(100), "99+"),
        (Elsewhere(3, is_differing=True), "≠3"),
        (Elsewhere(100, is_differing=True), "≠99"),
    ],
)
def test_the_margin_counts_the_other_articles_and_tells_where_one_differs(others: Elsewhere | None, mark: str) -> None:
    assert margin_mark(others) == mark


def _paragraphs(*texts: str) -> Article:
    return Article("A parade", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


@pytest.mark.parametrize(
    ("block", "after", "expected"),
    [
        (TITLE_BLOCK, ("b", "c"), TITLE_BLOCK),
        (1, ("new", "a", "b and more"), 2),
        (1, ("x", "y", "z"), 1),
        (1, ("x",), 0),
        (1, (), 0),
        (5, ("b",), 0),
    ],
)
def test_one_reads_on_where_the_newer_text_says_the_same(block: int, after: tuple[str, ...], expected: int) -> None:
    assert same_block(_paragraphs("a", "b"), _paragraphs(*after), block) == expected


def test_a_date_by_events_is_shown_where_neither_page_nor_text_gives_one() -> None:
    by_events = Published(date(2023, 7, 27), Precision.ON_OR_AFTER, Basis.INFERRED, ("parade, told by Echo",))
    _, dateline, *_ = article_paragraphs(ArticleView(ARTICLE, by_events=by_events), Highlights.ALL)
    assert dateline.content.plain.endswith("on or after 27 Jul 2023\ninferred from parade, told by Echo")
    inferred = Annotations("test", published=Published(date(2023, 9, 4), Precision.WEEK, Basis.INFERRED, ("x",)))
    _, dateline, *_ = article_paragraphs(ArticleView(ARTICLE, inferred, by_events=by_events), Highlights.ALL)
    assert "week of 4 Sep 2023" in dateline.content.plain


def test_a_note_stands_below_the_dateline_and_takes_no_cursor() -> None:
    shown = article_paragraphs(ArticleView(ARTICLE, remark="summary"), Highlights.ALL)
    assert [paragraph.key for paragraph in shown] == [TITLE_BLOCK, None, None, 0]
    assert shown[2].content.plain == "summary"


def test_words_that_tell_faintly_of_an_event_are_not_highlighted() -> None:
    saw = EventMention(0, 19, 22, 0, "see", "see", is_faint=True)
    parade = EventMention(0, 25, 31, 0, "parade", "parade")
    found = find_spans(Annotations("by hand", events=(saw, parade)), Highlights.EVENTS)
    assert [(start, end) for start, end, _ in found.within(0)] == [(25, 31)]

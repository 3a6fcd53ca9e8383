"""The reader's corrections of cleaning: lines put into an article, and left out of it, for one or for an outlet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.cleaning.corrections import corrected, correction_of, find_line, line_pattern
from articles.cleaning.line_places import BLOCK_KINDS, line_places
from articles.model import (
    Article,
    Block,
    BlockKind,
    Decider,
    Line,
    LineCorrection,
    LineRole,
    Markup,
    MarkupKind,
    OutletRule,
    Quotation,
    RawDocument,
    SourceFormat,
)
from articles.samples import sample_paths
from articles.sources import read_sources

WRAPPED = """Harbour bridge opens after six years

By Ana Lind
The Harbour Post

Mayor Ana Ruiz opened the harbour bridge on Monday before a crowd of some
three thousand people, many of whom had waited since the early morning to
walk across it.

Share this
1,204 Comments

She said that it had cost forty million euros and that the town would be
paying for it until the grandchildren of those present were grown up.
"""
PAGE = """<html><head><title>Bridge opens</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Bridge opens</h1>
<p>Mayor Ana Ruiz opened the <b>harbour bridge</b> on Monday before a crowd of some three thousand people.</p>
<p>It took six years to build, and cost the town and its <a href="/harbour">harbour</a> forty million euros.</p>
<p>She said that the grandchildren of those who stood there would still be paying for it when it was old.</p>
</article><footer>All rights reserved</footer></body></html>
"""
MARKDOWN = """# Bridge opens after six years

Mayor Ana Ruiz opened the [harbour bridge](https://example.org/bridge "the bridge") on **Monday** before a crowd.

- It took *six years* to build, and [critics](https://example.org/critics) called that late.
- It cost forty million euros, which the town will be paying for a long time.

Share on Facebook

She said that the grandchildren of those who stood there would still be paying for it.
"""


def cleaned(text: str, source_format: SourceFormat = SourceFormat.TEXT) -> Article:
    return clean(RawDocument(text.encode(), "-", source_format, datetime(2026, 3, 1, tzinfo=UTC)))


def number_of(article: Article, words: str) -> int:
    """The line that begins with words."""
    return next(number for number, line in enumerate(article.lines) if line.text.lstrip().startswith(words))


def dropping(article: Article, words: str) -> LineCorrection:
    return correction_of(article.lines, number_of(article, words), is_kept=False)


def keeping(article: Article, words: str) -> LineCorrection:
    return correction_of(article.lines, number_of(article, words), is_kept=True)


def rule(article: Article, words: str, *, is_kept: bool, outlet: str = "") -> OutletRule:
    line = article.lines[number_of(article, words)].text
    return OutletRule(outlet or article.outlet, line_pattern(line), is_kept, line, id=7)


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def test_every_line_of_the_samples_is_found_in_the_blocks_that_it_made() -> None:
    for raw in read_sources(str(path) for path in sample_paths()):
        assert isinstance(raw, RawDocument)
        article = clean(raw)
        places = line_places(article)
        assert all(place or line.role not in BLOCK_KINDS for line, place in zip(article.lines, places, strict=True)), (
            raw.origin
        )
        covered = [stretch for place in places for stretch in place]
        for number, block in enumerate(article.blocks):
            spans = sorted((each.start, each.end) for each in covered if each.block == number)
            assert (spans[0][0], spans[-1][1]) == (0, len(block.text)), raw.origin


@pytest.mark.parametrize(
    "source", [(WRAPPED, SourceFormat.TEXT), (PAGE, SourceFormat.HTML), (MARKDOWN, SourceFormat.MARKDOWN)]
)
@given(chosen=st.data())
@settings(max_examples=40, deadline=None)
def test_every_line_can_be_taken_out_and_put_back_and_what_it_is_not_about_stays(
    source: tuple[str, SourceFormat], chosen: st.DataObject
) -> None:
    article = cleaned(*source)
    numbers = [number for number, line in enumerate(article.lines) if line.role is not LineRole.BLANK]
    number = chosen.draw(st.sampled_from(numbers))
    was_dropped = article.lines[number].role.is_dropped
    change = correction_of(article.lines, number, is_kept=was_dropped)
    made = corrected(article, [change], (), source[1]).article
    assert made.lines[number].role.is_dropped != was_dropped
    assert made.lines[number].decided_by is Decider.READER
    others = [line for at, line in enumerate(made.lines) if at != number]
    assert others == [line for at, line in enumerate(article.lines) if at != number]
    if was_dropped or article.lines[number].role in BLOCK_KINDS:
        assert made.blocks != article.blocks
    assert corrected(article, [replace(change, is_kept=not was_dropped)], (), source[1]).article == article
    assert corrected(article, [], (), source[1]).article == article


@given(chosen=st.data())
@settings(max_examples=40, deadline=None)
def test_the_words_of_all_other_lines_stay_in_their_order(chosen: st.DataObject) -> None:
    article = cleaned(WRAPPED)
    prose = [number for number, line in enumerate(article.lines) if line.role is LineRole.PARAGRAPH]
    gone = chosen.draw(st.sets(st.sampled_from(prose), max_size=len(prose) - 1))
    made = corrected(article, [correction_of(article.lines, number, is_kept=False) for number in gone], ()).article
    left = " ".join(article.lines[number].text for number in prose if number not in gone)
    assert " ".join(texts(made)).split() == left.split()


def test_a_line_of_a_wrapped_paragraph_goes_and_the_rest_of_it_stays_one_paragraph() -> None:
    article = cleaned(WRAPPED)
    made = corrected(article, [dropping(article, "three thousand")], ()).article
    assert texts(made)[0] == (
        "Mayor Ana Ruiz opened the harbour bridge on Monday before a crowd of some walk across it."
    )
    assert made.blocks[1:] == article.blocks[1:]
    line = made.lines[number_of(made, "three thousand")]
    assert (line.role, line.reason) == (LineRole.CHROME, "you left it out")


def test_a_restored_line_comes_to_its_place_between_the_paragraphs() -> None:
    article = cleaned(WRAPPED)
    made = corrected(article, [keeping(article, "1,204")], ()).article
    assert texts(made) == [texts(article)[0], "1,204 Comments", texts(article)[1]]
    assert made.lines[number_of(made, "1,204")].reason == "you restored it"


def test_the_lines_of_a_wrapped_paragraph_are_restored_as_one() -> None:
    lines = (
        Line("The first sentence of the text stands here.", LineRole.PARAGRAPH, ""),
        Line("This is a note of the editors, who would like to", LineRole.CHROME, "a notice"),
        Line("say that they were not there that day.", LineRole.CHROME, "a notice"),
        Line("The second sentence of the text stands here.", LineRole.PARAGRAPH, ""),
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, lines[at].text) for at in (0, 3))
    article = Article("Title", blocks, lines=lines)
    made = corrected(article, [correction_of(lines, at, is_kept=True) for at in (1, 2)], ()).article
    assert texts(made)[1] == "This is a note of the editors, who would like to say that they were not there that day."


def test_a_restored_line_inside_a_paragraph_parts_it() -> None:
    lines = (
        Line("The mayor opened the", LineRole.PARAGRAPH, ""),
        Line("Advertisement", LineRole.CHROME, "advertising"),
        Line("bridge on Monday.", LineRole.PARAGRAPH, ""),
    )
    link = Markup(17, 27, MarkupKind.LINK, "https://example.org")
    article = Article(
        "Title", (Block(BlockKind.PARAGRAPH, "The mayor opened the bridge on Monday.", markup=(link,)),), lines=lines
    )
    made = corrected(article, [correction_of(lines, 1, is_kept=True)], ()).article
    assert made.blocks == (
        Block(BlockKind.PARAGRAPH, "The mayor opened the", markup=(replace(link, end=20),)),
        Block(BlockKind.HEADING, "Advertisement"),
        Block(BlockKind.PARAGRAPH, "bridge on Monday.", markup=(replace(link, start=0, end=6),)),
    )


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("The ferry sails again on Tuesday.", BlockKind.PARAGRAPH, "The ferry sails again on Tuesday."),
        ("What comes next", BlockKind.HEADING, "What comes next"),
        ("  • the second point", BlockKind.LIST_ITEM, "the second point"),
        ("The bridge at night", BlockKind.CAPTION, "The bridge at night"),
    ],
)
def test_a_restored_line_becomes_what_it_reads_as(line: str, kind: BlockKind, text: str) -> None:
    lines = (
        Line("The bridge at night", LineRole.CAPTION, ""),
        Line("The mayor opened the bridge.", LineRole.PARAGRAPH, ""),
        Line(line, LineRole.REPEATED, "printed again"),
    )
    blocks = (Block(BlockKind.CAPTION, lines[0].text), Block(BlockKind.PARAGRAPH, lines[1].text))
    made = corrected(Article("Title", blocks, lines=lines), [correction_of(lines, 2, is_kept=True)], ()).article
    assert made.blocks[-1] == Block(kind, text)


def test_emphasis_and_links_stay_on_their_words() -> None:
    article = cleaned(MARKDOWN, SourceFormat.MARKDOWN)
    made = corrected(article, [dropping(article, "Mayor Ana")], (), SourceFormat.MARKDOWN).article
    assert made.blocks == article.blocks[1:]
    shared = corrected(article, [keeping(article, "Share on")], (), SourceFormat.MARKDOWN).article
    assert [block for block in shared.blocks if block not in article.blocks] == [
        Block(BlockKind.PARAGRAPH, "Share on Facebook")
    ]


def test_a_restored_line_of_markdown_is_read_as_markdown() -> None:
    line = Line("> **Read more:** [the review](https://example.org/r)", LineRole.CHROME, "related")
    text = Line("The mayor opened the bridge.", LineRole.PARAGRAPH, "")
    article = Article("Title", (Block(BlockKind.PARAGRAPH, text.text),), lines=(text, line))
    made = corrected(article, [correction_of(article.lines, 1, is_kept=True)], (), SourceFormat.MARKDOWN).article
    assert made.blocks[1] == Block(
        BlockKind.QUOTATION,
        "Read more: the review",
        markup=(Markup(0, 10, MarkupKind.STRONG), Markup(11, 21, MarkupKind.LINK, "https://example.org/r")),
    )


@pytest.mark.parametrize(
    ("words", "field", "left"),
    [("By Ana", "byline", ""), ("The Harbour", "outlet", ""), ("Harbour bridge", "title", "Mayor Ana Ruiz opened")],
)
def test_what_a_dropped_line_stated_of_the_article_is_stated_no_more(words: str, field: str, left: str) -> None:
    article = cleaned(WRAPPED)
    assert getattr(article, field)
    made = corrected(article, [dropping(article, words)], ()).article
    assert getattr(made, field)[: len(left) or None] == left
    assert made.blocks == article.blocks


def test_a_line_is_told_from_others_with_its_words_by_the_lines_around_it() -> None:
    lines = [
        Line(text, LineRole.CHROME if text == "Share" else LineRole.PARAGRAPH, "")
        for text in ("Share", "One.", "Share", "Two.", "Share")
    ]
    middle = correction_of(lines, 2, is_kept=True)
    assert find_line(lines, middle) == 2
    assert find_line([Line("Zero.", LineRole.PARAGRAPH, ""), *lines], middle) == 3
    assert find_line([lines[1], lines[2], lines[3]], middle) == 1
    assert find_line([lines[1], lines[3]], middle) is None


def test_a_correction_whose_line_is_gone_is_told() -> None:
    article = cleaned(WRAPPED)
    gone = LineCorrection(Quotation("Sign up for our letter"), 3, is_kept=False)
    made = corrected(article, [gone], ())
    assert (made.article, made.unplaced) == (article, (gone,))


def test_a_rule_is_for_all_lines_that_differ_in_their_numbers_only() -> None:
    assert line_pattern("1,204 Comments") == line_pattern("87 comments ") == line_pattern("1.2K Comments")
    assert line_pattern("Posted 12:30") == line_pattern("posted 7:05")
    assert line_pattern("Comments") != line_pattern("87 comments")
    assert line_pattern("Covid-19") != line_pattern("Covid")


def test_a_rule_of_the_outlet_changes_the_article_and_says_so() -> None:
    article = cleaned(WRAPPED)
    keeps = rule(article, "1,204", is_kept=True, outlet="the harbour post")
    made = corrected(article, (), [keeps])
    assert "1,204 Comments" in texts(made.article)
    line = made.article.lines[number_of(article, "1,204")]
    assert (line.reason, line.decided_by) == ("restored by your rule for The Harbour Post", Decider.RULE)
    assert made.touched == {7: 1}


def test_a_rule_of_another_outlet_changes_nothing() -> None:
    article = cleaned(WRAPPED)
    made = corrected(article, (), [rule(article, "1,204", is_kept=True, outlet="The Other Post")])
    assert (made.article, made.touched) == (article, {})


def test_what_is_said_of_one_line_outweighs_the_rule() -> None:
    article = cleaned(WRAPPED)
    keeps = rule(article, "1,204", is_kept=True)
    assert corrected(article, [dropping(article, "1,204")], [keeps]).article == article


def test_rules_that_would_leave_nothing_are_set_aside() -> None:
    article = cleaned(WRAPPED)
    prose = [line.text for line in article.lines if line.role is LineRole.PARAGRAPH]
    rules = [OutletRule(article.outlet, line_pattern(text), False, text, id=at) for at, text in enumerate(prose, 1)]
    assert corrected(article, (), rules).article == article

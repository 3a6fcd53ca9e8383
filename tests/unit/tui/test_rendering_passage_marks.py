"""Highlights and notes as they are shown: painted, with a sign beside their lines, and read under their paragraphs."""

from __future__ import annotations

from textual.content import Content

from articles.model import TITLE_BLOCK, Article, Block, BlockKind, Line, LineRole, PassageMark, Quotation
from tui.rendering.article import Highlights, article_paragraphs, same_block
from tui.rendering.article_view import ArticleView
from tui.rendering.paragraphs import Paragraph
from tui.rendering.passage_marks import HIGHLIGHT_SIGN, NOTE_SIGN

TEXT = "The mayor opened the bridge on Monday, and a crowd came to see it."
ARTICLE = Article("Bridge opens", (Block(BlockKind.PARAGRAPH, TEXT), Block(BlockKind.PARAGRAPH, "It rained.")))
HIGHLIGHT = PassageMark(1, Quotation("opened the bridge"), 0, 10, 27)


def shown(*marks: PassageMark) -> tuple[Paragraph, ...]:
    return article_paragraphs(ArticleView(ARTICLE, marks=marks), Highlights.ALL)


def test_a_highlight_is_painted_and_has_its_sign_beside_each_of_its_lines() -> None:
    block = shown(HIGHLIGHT)[2]
    assert [(span.start, span.end, span.style) for span in block.content.spans] == [(10, 27, "on $highlight")]
    assert [block.sign_of(line) for line in ((0, 16), (17, 27), (28, 66))] == [HIGHLIGHT_SIGN, HIGHLIGHT_SIGN, " "]
    assert len(shown(HIGHLIGHT)) == 4


def test_a_note_stands_under_its_paragraph_with_the_words_it_is_about() -> None:
    block, note = shown(PassageMark(1, HIGHLIGHT.quotation, 0, 10, 27, "when?"))[2:4]
    assert (block.sign_of((0, 16)), block.sign_of((17, 27))) == (NOTE_SIGN, HIGHLIGHT_SIGN)
    assert (note.content.plain, note.lead, note.key) == ("“opened the bridge”: when?", f"{NOTE_SIGN} ", None)


def test_a_note_about_a_whole_paragraph_paints_nothing() -> None:
    block, note = shown(PassageMark(1, Quotation(TEXT), 0, 0, len(TEXT), "when?"))[2:4]
    assert block.content.spans == []
    assert (block.sign_of((0, 16)), block.sign_of((17, 27))) == (NOTE_SIGN, " ")
    assert note.content.plain == "when?"


def test_a_note_about_the_article_stands_under_its_title() -> None:
    title, _, note = shown(PassageMark(1, Quotation(""), TITLE_BLOCK, 0, 0, "read again"))[:3]
    assert title.sign_of((0, 12)) == NOTE_SIGN
    assert note.content.plain == "read again"


def test_lost_marks_stand_at_the_end() -> None:
    lost = (
        PassageMark(1, Quotation("they danced"), 0, 0, 11, is_placed=False),
        PassageMark(1, Quotation("they sang"), 0, 0, 9, "[bold]what?\x1b[2J", is_placed=False),
    )
    assert [(each.content.plain, each.lead) for each in shown(*lost)[-2:]] == [
        ("Lost its place: “they danced”", f"{HIGHLIGHT_SIGN} "),
        ("Lost its place: “they sang”: [bold]what?␛[2J", f"{NOTE_SIGN} "),
    ]


def test_an_empty_line_can_have_a_sign() -> None:
    assert Paragraph(Content(""), signs=((0, 1, "x"),)).sign_of((0, 0)) == "x"


def test_the_same_block_is_the_one_that_says_the_same() -> None:
    def article(*texts: str) -> Article:
        lines = tuple(Line(text, LineRole.PARAGRAPH, "") for text in texts)
        return Article("Title", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts), lines=lines)

    before = article("a", "b", "c", "b")
    assert same_block(before, article("x", "a", "b", "c", "b"), 3) == 4
    assert same_block(before, article("a", "b"), 2) == 1
    assert same_block(before, article("b", "c"), TITLE_BLOCK) == TITLE_BLOCK

"""Two versions of a text against each other: nothing is lost, and what changed is marked word by word."""

from __future__ import annotations

from random import Random
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import TITLE_BLOCK, Article, Block, BlockKind
from articles.reading.versions import Change, ComparedParagraph, Comparison, Piece, compare


def text(*paragraphs: str, title: str = "Bridge opens") -> Article:
    return Article(title, tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs))


def changed(comparison: Comparison) -> list[ComparedParagraph]:
    return [paragraph for paragraph in comparison.paragraphs if paragraph.change is not Change.SAME]


def test_the_same_text_has_no_changes() -> None:
    comparison = compare(text("One.", "Two."), text("One.", "Two."))
    assert changed(comparison) == []
    assert (comparison.added, comparison.removed) == (0, 0)
    assert [paragraph.block for paragraph in comparison.paragraphs] == [TITLE_BLOCK, 0, 1]


def test_case_and_typography_are_no_change() -> None:
    assert changed(compare(text("The “new” bridge - at last."), text('THE "new" bridge – at last.'))) == []


def test_a_word_that_was_replaced_is_marked_in_its_place() -> None:
    comparison = compare(text("The toll rose to 38 on Monday."), text("The toll rose to 41 on Monday."))
    assert changed(comparison) == [
        ComparedParagraph(
            Change.CHANGED,
            (
                Piece(Change.SAME, "The toll rose to "),
                Piece(Change.REMOVED, "38 "),
                Piece(Change.ADDED, "41 "),
                Piece(Change.SAME, "on Monday."),
            ),
            0,
        )
    ]
    assert (comparison.added, comparison.removed) == (1, 1)


def test_a_paragraph_put_in_does_not_touch_those_around_it() -> None:
    comparison = compare(
        text("One came.", "Three came."), text("One came.", "Two came by boat at noon.", "Three came.")
    )
    assert changed(comparison) == [
        ComparedParagraph(Change.ADDED, (Piece(Change.ADDED, "Two came by boat at noon."),), 1)
    ]


def test_a_paragraph_taken_out_says_so() -> None:
    comparison = compare(text("One came.", "Two went by boat."), text("One came."))
    assert changed(comparison) == [
        ComparedParagraph(Change.REMOVED, (Piece(Change.REMOVED, "Two went by boat."),), None)
    ]


def test_the_paragraph_that_is_like_the_old_one_is_that_one_changed() -> None:
    before = text("The mayor opened the bridge on Monday morning.")
    after = text("Rain fell all night in the hills.", "The mayor opened the new bridge on Monday morning.")
    assert [paragraph.change for paragraph in changed(compare(before, after))] == [Change.ADDED, Change.CHANGED]


def test_the_title_is_compared_too() -> None:
    comparison = compare(text("One.", title="Bridge opens"), text("One.", title="Bridge opens late"))
    assert [(each.block, each.change) for each in changed(comparison)] == [(TITLE_BLOCK, Change.CHANGED)]


PARAGRAPHS = st.lists(
    st.lists(st.sampled_from("the bridge mayor opened 38 41 rain. late Monday.".split()), min_size=1, max_size=12).map(
        " ".join
    ),
    max_size=6,
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_versions_can_be_read_out_of_the_comparison(before: list[str], after: list[str]) -> None:
    comparison = compare(text(*before), text(*after))
    pieces = [piece for paragraph in comparison.paragraphs[1:] for piece in paragraph.pieces]
    for words, left_out in ((before, Change.ADDED), (after, Change.REMOVED)):
        kept = " ".join(piece.text for piece in pieces if piece.change is not left_out).casefold().split()
        assert kept == " ".join(words).casefold().split()
    backwards = compare(text(*after), text(*before))
    assert bool(changed(comparison)) == bool(changed(backwards))


@pytest.mark.parametrize("words_a_paragraph", [5, 80, 20_000])
@pytest.mark.parametrize("share", [0.05, 0.5, 1.0])
def test_twenty_thousand_words_are_compared_in_a_second(words_a_paragraph: int, share: float) -> None:
    chance = Random(1)
    stock = ["the", "of", "and"] * 40 + [f"word{number}" for number in range(2000)] + ["end."] * 60
    words = [chance.choice(stock) for _ in range(20_000)]
    others = [chance.choice(stock) if chance.random() < share else word for word in words]

    def parted(words: list[str]) -> Article:
        starts = range(0, len(words), words_a_paragraph)
        return text(*(" ".join(words[start : start + words_a_paragraph]) for start in starts))

    before, after = parted(words), parted(others)
    began = thread_time()
    comparison = compare(before, after)
    assert thread_time() - began < 1
    assert comparison.added > 0

"""Passages anchored by quotation: found again where their text stands, and lost, never guessed, where it does not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.anchoring import Anchor, AnchorText
from articles.model import TITLE_BLOCK, Article, Block, BlockKind, Quotation

WORDS = st.lists(
    st.sampled_from("mayor bridge harbour opened monday crowd euros critics late ferry".split()),
    min_size=4,
    max_size=15,
)
PARAGRAPHS = st.lists(WORDS, min_size=2, max_size=8)
FIRST = "The mayor opened the bridge on Monday, six years after work on it had begun."
SECOND = "Critics said that the mayor had opened it too late for the summer, and that it was too dear."


def article(*texts: str, title: str = "Bridge opens") -> Article:
    return Article(title, tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def anchor_of(text: AnchorText, words: str, number: int = 0) -> Anchor:
    return text.places(words)[number]


def words_at(within: Article, anchor: Anchor) -> str:
    return within.text_of(anchor.block)[anchor.start : anchor.end]


ENOUGH = 16
"""Characters of its own paragraph around a passage by which it is known again, whatever comes above and below."""


def paragraph(name: str, words: list[str]) -> str:
    """Words that other paragraphs have too, each followed by one that none of them has."""
    return " ".join(f"{word} {name}{number}" for number, word in enumerate(words))


@st.composite
def marked(draw: st.DrawFn) -> tuple[list[str], Anchor]:
    """Paragraphs, and a passage of one of them."""
    texts = [paragraph(f"of{number}x", words) for number, words in enumerate(draw(PARAGRAPHS))]
    block = draw(st.integers(0, len(texts) - 1))
    start = draw(st.integers(0, len(texts[block]) - 1))
    return texts, Anchor(block, start, draw(st.integers(start + 1, len(texts[block]))))


@given(marked())
def test_in_the_same_text_a_passage_is_where_it_was(made: tuple[list[str], Anchor]) -> None:
    texts, anchor = made
    text = AnchorText(article(*texts))
    assert text.find(text.quote(anchor), near=anchor) == anchor


@given(marked(), st.lists(WORDS.map(lambda words: paragraph("new", words)), min_size=1, max_size=3), st.integers(0, 8))
@settings(max_examples=200)
def test_paragraphs_that_come_above_shift_it_and_those_below_do_not(
    made: tuple[list[str], Anchor], new: list[str], at: int
) -> None:
    texts, anchor = made
    at = min(at, len(texts))
    quoted = AnchorText(article(*texts)).quote(anchor)
    found = AnchorText(article(*texts[:at], *new, *texts[at:])).find(quoted, near=anchor)
    shift = len(new) if at <= anchor.block else 0
    shifted = Anchor(anchor.block + shift, anchor.start, anchor.end)
    around = anchor.start + len(texts[anchor.block]) - anchor.end
    assert found == shifted or (found is None and around < ENOUGH)


def test_a_paragraph_that_comes_between_and_begins_alike_does_not_take_a_passage_over() -> None:
    before = AnchorText(article("The mayor of Halden spoke.", "The mayor of Bergen listened."))
    after = AnchorText(
        article("The mayor of Halden spoke.", "The mayor of Narvik left.", "The mayor of Bergen listened.")
    )
    assert after.find(before.quote(Anchor(1, 4, 9)), near=Anchor(1, 4, 9)) == Anchor(2, 4, 9)


@given(marked())
@settings(max_examples=200)
def test_a_passage_whose_paragraph_is_gone_is_lost_and_never_put_on_other_words(
    made: tuple[list[str], Anchor],
) -> None:
    texts, anchor = made
    quoted = AnchorText(article(*texts)).quote(anchor)
    left = article(*texts[: anchor.block], *texts[anchor.block + 1 :])
    found = AnchorText(left).find(quoted, near=anchor)
    assert found is None or words_at(left, found) == quoted.exact


def test_words_that_stand_elsewhere_too_are_told_by_what_is_around_them() -> None:
    before = article(FIRST, SECOND)
    text = AnchorText(before)
    here, there = text.places("mayor")
    assert (here.block, there.block) == (0, 1)
    quoted = text.quote(there)
    assert AnchorText(article(SECOND, FIRST)).find(quoted, near=there) == Anchor(0, there.start, there.end)
    assert AnchorText(article(FIRST)).find(quoted, near=there) is None


def test_a_phrase_that_stood_there_once_and_does_so_now_is_the_same() -> None:
    quoted = Quotation("opened the bridge", "before that was around ", " after that was around it then")
    now = AnchorText(article("A crowd came, and somebody opened the bridge. Nobody knew who."))
    near = Anchor(4, 0, 17)
    assert now.find(quoted, near=near) is None
    assert now.find(quoted, near=near, was_only_one=True) == anchor_of(now, "opened the bridge")


def test_a_passage_that_was_changed_a_little_is_found_where_its_surroundings_are_the_same() -> None:
    text = AnchorText(article(FIRST, SECOND))
    quoted = text.quote(anchor_of(text, "opened the bridge on Monday, six years"))
    changed = article(FIRST.replace("six", "seven"), SECOND)
    found = AnchorText(changed).find(quoted, near=Anchor(0, 10, 48))
    assert found is not None
    assert words_at(changed, found) == "opened the bridge on Monday, seven years"[: found.end - found.start]


def test_a_sentence_that_is_only_like_it_is_not_it() -> None:
    text = AnchorText(article("The mayor spoke on Monday.", SECOND))
    quoted = text.quote(anchor_of(text, "The mayor spoke on Monday."))
    other = article("The minister spoke on Monday.", "And then it rained for six days.")
    assert AnchorText(other).find(quoted, near=Anchor(0, 0, 26)) is None


def test_a_paragraph_that_lost_some_words_is_known_again() -> None:
    whole = f"{FIRST} Share this. {SECOND}"
    text = AnchorText(article("Lead.", whole, "End."))
    quoted = text.quote(Anchor(1, 0, len(whole)))
    better = article("Another lead.", f"{FIRST} {SECOND}", "Another end.")
    assert AnchorText(better).find(quoted, near=Anchor(1, 0, 9)) == Anchor(1, 0, len(f"{FIRST} {SECOND}") - 1)


def test_quotes_and_dashes_of_any_kind_are_the_same() -> None:
    text = AnchorText(article("He said “no” – and left.", SECOND))
    quoted = text.quote(anchor_of(text, '"no" - and'))
    assert quoted.exact == "“no” – and"
    plain = article('He said "no" - and left.', SECOND)
    assert AnchorText(plain).find(quoted, near=Anchor(0, 8, 18)) == Anchor(0, 8, 18)


def test_a_passage_of_the_title_can_be_marked() -> None:
    text = AnchorText(article(FIRST, title="Bridge opens after six years"))
    anchor = anchor_of(text, "opens after")
    assert anchor.block == TITLE_BLOCK
    assert text.find(text.quote(anchor), near=anchor) == anchor


def test_no_passage_goes_over_the_end_of_a_block() -> None:
    assert AnchorText(article("One.", "Two.")).places("One.\nTwo.") == ()


def test_an_absurd_text_is_no_trap() -> None:
    long = "a " * 60_000
    text = AnchorText(article(long, long))
    assert len(text.places("a a")) == 1000
    quoted = Quotation("a b " * 5000, "x", "y")
    assert text.find(quoted, near=Anchor(0, 0, 9)) is None

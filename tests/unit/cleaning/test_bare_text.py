"""Text that has no web page around it is kept whole, whatever it is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.model import Article, BlockKind, LineRole
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, texts

POEM = """The harbour at night

Slowly the lamps come on along the quay,
the gulls have gone to wherever gulls go,
and over the bar the last of the ferries
brings home the late, the tired, the slow.

No one is left to sweep the fish market,
no one to lock the customs door;
the tide does what it has always done,
and then it does it once more."""
TABLE = "\n".join(
    f"{name:<12}{ships:>6}{ships * 310:>10,}" for ships, name in enumerate(["Varn", "Holm", "Quay"] * 8, 1)
)
NOTE = "Milk, bread, candles\nCall the harbour master\nFerry at six"
LETTER = """Dear Anna,

thank you for the parcel, which came on Tuesday. The jam survived the trip, the
biscuits did not, and the children have eaten what was left of them with spoons.

> Have you heard from the harbour board? I wrote to them twice
> and got nothing but a form.

Not a word. Per says that they have moved to the old customs house, and that the
post is still being sent to the burnt one.

See you in June,
Jane"""
GERMAN = """Der Hafen von Port Varn bleibt geschlossen

Der Bürgermeister von Port Varn hat am Montag die Sperrung des Hafens angekündigt.

Zwei Fähren lagen über Nacht in der Bucht, und ihre Fahrgäste bekamen von der Besatzung Decken und Suppe.

Der Hafen war bisher nur zweimal geschlossen, 1987 und 2003, als die Mauer am Leuchtturm einstürzte."""
JAPANESE = """嵐が過ぎるまで港は月曜日から閉鎖される。
二隻のフェリーが一晩中湾に留め置かれ、乗客には毛布が配られた。

この港が閉鎖されたのはこれまでに二度だけだ。"""
RECIPE = """Fish soup

500 g cod
2 onions
1 litre of stock
Salt

Cut the fish into pieces. Boil the potatoes in the stock for ten minutes. Add the fish and the onions, and wait."""
PLAY = "\n".join(["ANNA: Where is the key?", "PER: On the hook.", "ANNA: It is not.", "PER: Then the cat has it."] * 6)
LIST = "Things to bring\n\n- boots\n- a torch\n- bread for two days\n- the blue map\n- matches"
REFRAIN = "\n\n".join(
    [PROSE[0], "And the sea came in, and the sea came in.", PROSE[1], "And the sea came in, and the sea came in."] * 3
)


def lost(article: Article) -> list[str]:
    """The lines that neither title, blocks nor what is known of the article still say."""
    return [line.text for line in article.lines if line.role.is_dropped and line.role is not LineRole.REPEATED]


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        TABLE,
        NOTE,
        LETTER,
        GERMAN,
        JAPANESE,
        RECIPE,
        PLAY,
        LIST,
        REFRAIN,
        "\n\n".join(PROSE),
        "\n".join(PROSE * 40),
    ],
    ids="poem table note letter German Japanese recipe play list refrain article long".split(),
)
def test_nothing_is_taken_from_it(text: str) -> None:
    assert [line.text for line in cleaned(text).dropped] == []


def test_a_paragraph_of_100_000_characters_is_kept() -> None:
    paragraph = " ".join(PROSE * 320)
    assert len(paragraph) > 100_000
    assert texts(cleaned(f"{TITLE}\n\n{paragraph}")) == [paragraph]


def test_a_hard_wrapped_article_is_kept_and_joined() -> None:
    article = cleaned("\n\n".join([TITLE, *(textwrap.fill(paragraph * 3, 72) for paragraph in PROSE)]))
    assert [line.text for line in article.dropped] == []
    assert len(article.blocks) == len(PROSE)


def test_a_stray_button_among_sentences_goes_and_no_sentence_with_it() -> None:
    article = cleaned("\n\n".join([TITLE, PROSE[0], "Share on Facebook", *PROSE[1:]]))
    assert [line.text for line in article.dropped] == ["Share on Facebook"]
    assert texts(article) == list(PROSE)


def test_a_word_in_a_text_without_sentences_is_never_a_button() -> None:
    assert lost(cleaned("Home\nMore\nAnd the long road back")) == []


def test_headings_and_items_of_bare_text_are_told_from_its_paragraphs() -> None:
    article = cleaned("\n\n".join([TITLE, "Causes", PROSE[0], "- sand", "- wind", "What comes next", *PROSE[1:]]))
    assert article.title == TITLE
    assert texts(article, BlockKind.HEADING) == ["Causes", "What comes next"]
    assert texts(article, BlockKind.LIST_ITEM) == ["sand", "wind"]


WORDS = st.sampled_from(
    "the sea harbour ferry came went under over gulls night stone lamp boats slowly of and in".split()
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
VERSES = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words).capitalize() + ",")
HEADS = st.lists(WORDS, min_size=2, max_size=6).map(lambda words: " ".join(words).title())


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(SENTENCES, VERSES, HEADS, st.just("")), min_size=1, max_size=60))
def test_no_word_of_a_text_of_sentences_verses_and_heads_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip():
        return
    article = cleaned(text)
    assert lost(article) == []
    said = " ".join([article.title, *(block.text for block in article.blocks)]).casefold()
    assert [line for line in lines if line.casefold().rstrip(".") not in said] == []


@pytest.mark.parametrize("address", ["https://www.example.org/news/2024/ferry-sails?id=7", "www.example.org/ferry"])
def test_the_address_above_a_text_is_not_its_title(address: str) -> None:
    text = "Ferry sails again\n\nThe ferry to Porto sailed again on Monday. It had lain in the harbour for a week.\n"
    article = cleaned(f"{address}\n{text}")
    assert article.title == "Ferry sails again"
    assert [line.reason for line in article.lines if line.role is LineRole.CHROME] == ["the address of the page"]
    alone = cleaned(f"{address}\n")
    assert [block.text for block in alone.blocks] == [address]

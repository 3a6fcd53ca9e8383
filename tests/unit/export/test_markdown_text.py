"""Text from outside in Markdown: it reads as it did, and makes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.export.markdown_blocks import markdown_body
from articles.export.markdown_text import escaped, is_plain_label, label
from articles.model import Block, BlockKind, Markup, MarkupKind
from articles.text import one_line, printable
from tests.unit.export.hostile import TRICKS, texts

READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})
assert READER.linkify is not None
READER.linkify.set({"fuzzy_link": False})
PLAIN = {"inline", "text", "paragraph_open", "paragraph_close", "text_special", "softbreak"}


def tokens(markdown: str) -> list[Token]:
    found = []
    for token in READER.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def read(markdown: str) -> str:
    """What a reader sees."""
    return "".join(token.content for token in tokens(markdown) if token.type in ("text", "text_special"))


@given(texts)
def test_text_reads_as_it_did_and_makes_nothing(text: str) -> None:
    made = escaped(text)
    assert {token.type for token in tokens(made)} <= PLAIN
    assert read(made) == one_line(printable(text))


@given(texts)
def test_text_makes_nothing_of_obsidian(text: str) -> None:
    bare = re.sub(r"\\.", "", escaped(text))
    assert not re.search(r"\[|\]|#|==|\$|%%|\^|<|::|://|www\.|@|~|`|\|", bare, re.IGNORECASE)


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_block_is_what_its_kind_says_and_no_more(trick: str, kind: BlockKind) -> None:
    body = markdown_body(
        (Block(BlockKind.PARAGRAPH, "Before."), Block(kind, trick), Block(BlockKind.PARAGRAPH, "After."))
    )
    expected = {
        BlockKind.HEADING: {"heading_open", "heading_close"},
        BlockKind.LIST_ITEM: {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"},
        BlockKind.QUOTATION: {"blockquote_open", "blockquote_close"},
    }
    assert {token.type for token in tokens(body.text)} <= PLAIN | expected.get(kind, set())
    assert one_line(printable(trick)) in read(body.text)


@given(texts)
def test_a_label_of_a_link_cannot_end_it(text: str) -> None:
    made = label(text)
    assert made
    assert not re.search(r"[\[\]|<>#^`*_\\\n]|://", made)


@given(texts)
def test_what_can_be_linked_as_it_stands_is_no_markup(text: str) -> None:
    if is_plain_label(text):
        assert read(f"[[path|{text}]]") == f"[[path|{text}]]"
        assert not re.search(r"[\[\]|<>#^]|://", text)


def test_every_block_has_an_id_of_its_own_that_is_told() -> None:
    blocks = tuple(Block(kind, f"Words {number}.") for number, kind in enumerate(BlockKind))
    body = markdown_body(blocks)
    assert body.ids == {number: f"p{number}" for number in range(len(blocks))}
    assert re.findall(r"(?:^| )\^(p\d+)$", body.text, re.MULTILINE) == list(body.ids.values())


def test_items_of_lists_keep_their_numbers_and_depths() -> None:
    items = [("", 0), ("1.", 1), ("2.", 1), ("", 2), ("", 0)]
    blocks = tuple(
        Block(BlockKind.LIST_ITEM, f"Item {number}.", marker=marker, depth=depth)
        for number, (marker, depth) in enumerate(items)
    )
    assert markdown_body(blocks).text.splitlines() == [
        "- Item 0. ^p0",
        "  1. Item 1. ^p1",
        "  2. Item 2. ^p2",
        "     - Item 3. ^p3",
        "- Item 4. ^p4",
    ]


def test_a_list_of_thousands_of_items_is_no_trouble() -> None:
    blocks = tuple(Block(BlockKind.LIST_ITEM, "x", depth=number % 200) for number in range(5000))
    assert len(markdown_body(blocks).text.splitlines()) == 5000


def test_rows_that_belong_together_are_a_table_with_one_id() -> None:
    rows = ("Place | Dead", "Valdoria | 41", "[[x]] | a|b")
    body = markdown_body(tuple(Block(BlockKind.PARAGRAPH, row) for row in rows))
    found = [token.type for token in tokens(body.text)]
    assert found.count("tr_open") == 3
    assert found.count("td_open") == 4
    assert body.ids == {0: "p0", 1: "p0", 2: "p0"}
    assert "a|b" in read(body.text)


def test_a_single_line_with_bars_is_a_paragraph() -> None:
    assert markdown_body((Block(BlockKind.PARAGRAPH, "News | Sport"),)).text == r"News \| Sport ^p0"


@given(st.lists(st.text(min_size=1).map(printable).filter(str.strip), min_size=1, max_size=4))
def test_code_stays_code(lines: list[str]) -> None:
    code = tuple(
        Block(BlockKind.PARAGRAPH, line, markup=(Markup(0, len(line), MarkupKind.CODE),))
        for line in (" ".join(each.split()) for each in lines)
    )
    body = markdown_body(code)
    (fence,) = [token for token in tokens(body.text) if token.type == "fence"]
    assert fence.content == "".join(f"{block.text}\n" for block in code)
    assert fence.info == ""

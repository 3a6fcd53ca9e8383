"""Text of others in Markdown: whatever it holds, a Markdown parser reads just its words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from articles.export.markdown_escape import escaped, link

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(source: str) -> tuple[str, set[str]]:
    """The words of a Markdown source, and the kinds of its tokens."""
    tokens = PARSER.parse(source)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in inline), {token.type for token in (*tokens, *inline)}


PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60))
@example("1. a list")
@example("- a list")
@example("# heading")
@example("> quotation")
@example("a | b\n|--|--|")
@example("<script>x</script> &amp; &#60;")
@example("[[wiki]] [link](http://a.b) ![](x) <http://a.b>")
@example("```\ncode")
@example("    indented")
@example("a\\*b \\\\")
@example("+ a\n===")
@example("$x$ ==y== %%z%% ^p1 #tag")
def test_only_its_words_are_read(text: str) -> None:
    words = " ".join(text.split())
    read_words, kinds = read(escaped(text))
    assert " ".join(read_words.split()) == words
    assert kinds <= PLAIN


@pytest.mark.parametrize("sign", ["$", "=", "%", "^", "#", "["])
def test_what_obsidian_adds_to_markdown_is_escaped_too(sign: str) -> None:
    assert f"\\{sign}" in escaped(f"a {sign}b")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_link_stays_one_link_whatever_its_address_holds(address: str) -> None:
    tokens = PARSER.parse(link("words", address.strip() or "a"))
    inline = [child for token in tokens for child in token.children or ()]
    assert [child.type for child in inline] == ["link_open", "text", "link_close"]

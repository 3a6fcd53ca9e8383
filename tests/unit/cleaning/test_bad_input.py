"""Nothing that can be fed to the cleaner breaks it, and nothing dangerous comes out."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.errors import CleaningError
from articles.model import LineRole, SourceFormat
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, page, texts

FRAGMENTS = (
    *PROSE, TITLE, "By Jane Doe", "4 March 2024", "Read more", "# Heading", "> quoted", "* item", "---", "title: x", "",
    " ", "\x1b[31m", "\0", "\u202e", "\ud800", "[bold]", "<p>", "</div>", "<table><tr><td>", "![a](b)", "[a](b)", "```",
    "&#27;", "(Photo: X)", "©", "\u2028",
)  # fmt: skip
PAGES = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=30)), max_size=25).map("\n".join)
FORMATS = st.sampled_from(list(SourceFormat))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(PAGES, FORMATS)
def test_cleaning_is_deterministic_and_raises_nothing_but_its_own_error(text: str, source_format: SourceFormat) -> None:
    try:
        article = cleaned(text, source_format)
    except CleaningError:
        return
    assert cleaned(text, source_format) == article


@SLOW
@given(PAGES, st.sampled_from([SourceFormat.TEXT, SourceFormat.MARKDOWN]))
def test_every_line_of_the_input_is_accounted_for(text: str, source_format: SourceFormat) -> None:
    try:
        article = cleaned(text, source_format)
    except CleaningError:
        return
    assert len(article.lines) >= text.count("\n") + 1
    assert all(line.reason for line in article.lines if line.role is not LineRole.BLANK)
    assert all(not line.text.strip() for line in article.lines if line.role is LineRole.BLANK)


@SLOW
@given(PAGES, FORMATS)
def test_markup_lies_inside_its_block(text: str, source_format: SourceFormat) -> None:
    try:
        article = cleaned(text, source_format)
    except CleaningError:
        return
    for block in article.blocks:
        assert block.text
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.markup)


@given(st.binary(max_size=300), FORMATS)
def test_any_bytes_are_cleaned_or_refused(content: bytes, source_format: SourceFormat) -> None:
    with contextlib.suppress(CleaningError):
        assert cleaned(content, source_format).lines


@pytest.mark.parametrize("content", [b"", b" \n\t \n", b"\x89PNG\r\n\x1a\n", bytes(range(256))])
def test_what_holds_no_text_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(CleaningError):
        cleaned(content)


@pytest.mark.parametrize("source_format", list(SourceFormat))
@pytest.mark.parametrize("bad", ["\0", "\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\ud800"])
def test_control_characters_never_reach_title_or_text(bad: str, source_format: SourceFormat) -> None:
    text = f"# Port Varn {bad}closes its harbour today\n\n" + "\n\n".join(
        f"{line[:20]}{bad}{line[20:]}" for line in PROSE
    )
    if source_format in (SourceFormat.HTML, SourceFormat.MHTML):
        text = f"<title>Port Varn {bad}closes</title><article><h1>Port Varn {bad}closes</h1>" + "".join(
            f"<p>{bad}{line}</p>" for line in PROSE
        )
    if source_format is SourceFormat.FEED_ITEM:
        body = "".join(f"<p>{bad}{line}</p>" for line in PROSE)
        text = json.dumps({"title": f"Port {bad}closes", "content_html": body, "authors": [{"name": f"A {bad}"}]})
    if source_format is SourceFormat.MHTML:
        text = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{text}"
    article = cleaned(text, source_format)
    for shown in (
        article.title,
        article.byline,
        *(block.text for block in article.blocks),
        *(line.text for line in article.lines),
    ):
        assert bad[0] not in shown
        shown.encode("utf-8")
    assert article.blocks


def test_html_references_to_control_characters_are_shown_not_obeyed() -> None:
    body = "".join(f"<p>{line}&#27;[31m&#x9b;&#0;</p>" for line in PROSE)
    article = cleaned(f"<html><body><article><h1>{TITLE}</h1>{body}</article></body></html>", SourceFormat.HTML)
    shown = " ".join(block.text for block in article.blocks)
    assert "closed until the storm" in shown
    assert not {"\x1b", "\x9b", "\0"} & set(shown)


@pytest.mark.parametrize("words", ["[bold]", "[@click=app.quit]here[/]", "[/]", "{{ x }}", "$accent"])
def test_words_that_look_like_markup_of_the_screen_are_words(words: str) -> None:
    sentence = f"The sign on the pier said {words} in letters that nobody in the town could read."
    assert sentence in texts(page(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "word " * 20_000,
        PROSE[0] * 1000,
        "(" * 100_000,
        "A " * 50_000,
        "> " * 50_000,
        "- " * 50_000,
        "[a](b) " * 15_000,
    ],
)
@pytest.mark.parametrize("source_format", [SourceFormat.TEXT, SourceFormat.MARKDOWN])
def test_a_line_of_100_000_characters_takes_no_time_to_speak_of(text: str, source_format: SourceFormat) -> None:
    begun = time.process_time()
    with contextlib.suppress(CleaningError):
        cleaned(text, source_format)
    assert time.process_time() - begun < 5


def test_20_000_lines_take_time_in_proportion() -> None:
    begun = time.process_time()
    article = cleaned("\n".join([TITLE, *PROSE * 7000]))
    assert time.process_time() - begun < 20
    assert len(article.lines) == 21_001


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    article = cleaned("<div" * 500 + "".join(f"<p>{line}" for line in PROSE), SourceFormat.HTML)
    assert article.lines
    deep = "<div>" * 100 + "".join(f"<p>{line}</p>" for line in PROSE)
    assert set(PROSE) <= set(texts(cleaned(deep, SourceFormat.HTML)))


def test_a_bomb_of_nested_elements_is_refused_in_one_line() -> None:
    with pytest.raises(CleaningError, match="no article could be found"):
        cleaned("<div>" * 50_000 + "".join(f"<p>{line}</p>" for line in PROSE), SourceFormat.HTML)


def test_text_that_is_no_prose_is_kept() -> None:
    note = "word " * 200
    article = cleaned(f"Shopping list\n\n{note}")
    assert note.strip() in texts(article)
    assert article.title == "Shopping list"


def test_an_article_without_a_title_goes_by_its_first_words() -> None:
    article = cleaned("The mayor of Lisbon resigned on Monday after a long dispute with the council over the bridge.")
    assert article.title == "The mayor of Lisbon resigned on Monday after a long dispute with the council…"


def test_an_opening_that_is_one_long_word_is_cut_within_it() -> None:
    assert cleaned("la" * 60).title == "la" * 39 + "l…"

"""How the reader is told which engine read an article, in which language, and why one could not be read."""

from __future__ import annotations

import pytest

from articles.annotation import languages
from articles.annotation.plain_engine import PlainEngine
from articles.model import Annotations
from tui.language_names import language_name
from tui.rendering.reading_notes import engine_note, failure_note, language_note


def test_only_the_plain_engine_is_spoken_of() -> None:
    assert engine_note(Annotations(PlainEngine.name)) == "no language model: names by spelling"
    assert engine_note(Annotations("spacy 3.8.18, en_core_web_sm 3.8.0")) == ""
    assert engine_note(None) == ""


@pytest.mark.parametrize(
    ("code", "note"),
    [("en", ""), ("de", "German: names only"), ("zh", "Chinese: names only"), ("xx", "Another language: names only")],
)
def test_a_language_other_than_english_is_named(code: str, note: str) -> None:
    assert language_note(Annotations("an engine", language=code)) == note


def test_nothing_is_said_of_the_language_of_what_still_waits() -> None:
    assert language_note(None) == ""


def test_every_language_that_is_recognised_has_a_name() -> None:
    by_script = {*languages._SCRIPTS.values(), *(code for code, _, _ in languages._LETTERS)}
    by_words = {code for codes in languages._languages_of_words().values() for code in codes}
    assert {code for code in by_script | by_words if language_name(code) == "Another language"} == set()


def test_a_failure_is_told_without_the_title_and_on_one_line() -> None:
    reason = "A title: the language engine failed on it (RecursionError: too deep)."
    told = "nothing is highlighted: the language engine failed on it (RecursionError: too deep) · X tries again"
    assert failure_note(reason, "A\ntitle", "X") == told
    assert failure_note("", "A title", "X") == ""

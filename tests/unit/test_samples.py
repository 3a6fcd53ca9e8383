"""The demo articles are all there, in every format, and hold what planted.yaml says they hold."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from functools import cache

import pytest

from articles.model import Basis
from articles.samples import sample_paths
from tests.quality.planted import KINDS, ExpectedArticle, PlantedLink, PlantedPerson, Quote, load_planted

PLANTED = load_planted()
PATHS = {path.name: path for path in sample_paths()}

_HEAD = re.compile(r"(?s)<head>.*?</head>|<script.*?</script>")
_BLOCK_TAG = re.compile(r"</?(?:p|h\d|li|div|figcaption|blockquote|td|tr|br|ul|ol)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@cache
def readable_lines(file: str) -> tuple[str, ...]:
    """The lines a browser would show, with single spaces; good enough to find a quote without the cleaner."""
    path = PATHS[file]
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = html.unescape(_TAG.sub(" ", _BLOCK_TAG.sub("\n", _HEAD.sub("", text).replace("\n", " "))))
        text = re.sub(r" +([,.;:])", r"\1", text)
    elif path.suffix == ".md":
        text = _MARKDOWN_LINK.sub(r"\1", text).replace("*", "")
    return tuple(" ".join(line.split()) for line in text.splitlines())


def stands_in(quote: Quote) -> bool:
    return any(quote.text in line for line in readable_lines(quote.file))


def test_samples_come_in_all_three_formats_and_in_reading_order() -> None:
    assert len(PATHS) >= 12
    assert {path.suffix for path in PATHS.values()} == {".txt", ".md", ".html"}
    assert list(PATHS) == sorted(PATHS)


def test_every_sample_says_what_is_expected_of_it() -> None:
    assert [expected.file for expected in PLANTED.expected] == list(PATHS)


def test_three_stories_have_four_reports_each_by_different_outlets() -> None:
    outlets = {expected.file: expected.outlet for expected in PLANTED.expected}
    reports: dict[str, set[str]] = defaultdict(set)
    for link in PLANTED.links:
        reports[link.story] |= {outlets[link.here.file], outlets[link.there.file]}
    assert len(reports) == 3
    assert all(len(names) >= 4 for names in reports.values())
    assert len(set(outlets.values())) == len(PATHS)


def test_an_article_can_be_dated_by_inference_and_another_not_at_all() -> None:
    bases = {expected.basis for expected in PLANTED.expected}
    assert bases == set(Basis)


def test_every_kind_of_link_is_planted_at_least_twice() -> None:
    assert len(PLANTED.links) >= 25
    for kind in KINDS:
        assert sum(link.kind == kind for link in PLANTED.links) >= 2, kind


@pytest.mark.parametrize("link", PLANTED.links, ids=lambda link: f"{link.here.file[:2]}-{link.there.file[:2]}")
def test_planted_quotes_stand_in_two_different_articles(link: PlantedLink) -> None:
    assert link.kind in KINDS
    assert link.here.file != link.there.file
    assert stands_in(link.here), link.here
    assert stands_in(link.there), link.there


@pytest.mark.parametrize("person", PLANTED.people, ids=lambda person: f"{person.quote.file[:2]}-{person.name}")
def test_namesakes_are_both_named_somewhere_and_one_is_meant(person: PlantedPerson) -> None:
    assert person.name in person.namesakes
    assert stands_in(person.quote), person.quote


@pytest.mark.parametrize("expected", PLANTED.expected, ids=lambda expected: expected.file[:2])
def test_what_cleaning_must_keep_and_drop_stands_in_the_file(expected: ExpectedArticle) -> None:
    for text in (*expected.keep, *expected.drop, expected.title):
        assert stands_in(Quote(expected.file, text)), text

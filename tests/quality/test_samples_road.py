"""What a careful reader finds in the demo articles, the whole road finds too, and nothing false beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Article, BlockKind
from tests.quality.planted import KINDS, ExpectedArticle, load_planted
from tests.quality.planted_score import Verdict, score

FOUND = 64
"""Planted links that are found, of 77; raise it with the road, never lower it."""

ICE_CLOSED_IN = date(2026, 8, 2)
"""What the article without any date tells of, and others date."""


@pytest.fixture(scope="module")
def library(made_samples: Path) -> Iterator[Library]:
    """All demo articles, annotated and linked."""
    with Library.open(made_samples) as opened:
        yield opened


@pytest.fixture(scope="module")
def verdicts(library: Library) -> tuple[Verdict, ...]:
    """What the library says of each planted link."""
    return score(library)


def cleaned(library: Library, file: str) -> Article:
    """The article of a demo file."""
    ids = range(1, library.counts().articles + 1)
    return next(library.article(each) for each in ids if Path(library.raw_document(each).origin).name == file)


@pytest.mark.parametrize("expected", load_planted().expected, ids=lambda expected: expected.file[:2])
def test_a_demo_page_becomes_its_article(library: Library, expected: ExpectedArticle) -> None:
    article = cleaned(library, expected.file)
    kept = [block.text for block in article.blocks]
    assert article.title == expected.title
    assert expected.byline.casefold() in article.byline.casefold()
    assert article.outlet.casefold() == expected.outlet.casefold()
    assert sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks) == expected.paragraphs
    assert [words for words in expected.keep if not any(words in text for text in kept)] == []
    assert [words for words in expected.drop if any(words in text for text in kept)] == []


@pytest.mark.parametrize("expected", load_planted().expected, ids=lambda expected: expected.file[:2])
def test_a_demo_page_is_dated_as_its_reader_would(library: Library, expected: ExpectedArticle) -> None:
    ids = range(1, library.counts().articles + 1)
    names = {Path(library.raw_document(each).origin).name: each for each in ids}
    published = library.row(names[expected.file]).published
    by_events = library.dated_by_events(names[expected.file])
    if expected.published is None and by_events.day is not None:
        assert ICE_CLOSED_IN - timedelta(days=3) <= by_events.day <= ICE_CLOSED_IN
        assert replace(by_events, evidence=()) == published
    else:
        assert (published.day, published.basis) == (expected.published, expected.basis)


def test_no_other_event_is_shown_as_the_same(verdicts: tuple[Verdict, ...]) -> None:
    traps = [verdict for verdict in verdicts if verdict.link.kind == "different event"]
    assert traps
    assert [(trap.link.here.text, trap.link.there.text, trap.said) for trap in traps if not trap.is_found] == []


def test_most_planted_links_are_found(verdicts: tuple[Verdict, ...]) -> None:
    assert sum(verdict.is_found for verdict in verdicts) >= FOUND


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_relation_is_found(verdicts: tuple[Verdict, ...], kind: str) -> None:
    assert any(verdict.is_found for verdict in verdicts if verdict.link.kind == kind)

"""The demo articles come out as the careful reader who planted them expects, but for inferred dates."""

from __future__ import annotations

import pytest

from articles.cleaning import clean
from articles.model import Basis, BlockKind, RawDocument
from articles.samples import sample_paths
from articles.sources import read_sources
from tests.quality.planted import ExpectedArticle, load_planted

PATHS = {path.name: path for path in sample_paths()}


@pytest.mark.parametrize("expected", load_planted().expected, ids=lambda expected: expected.file)
def test_a_sample_comes_out_as_planted(expected: ExpectedArticle) -> None:
    [raw] = read_sources([str(PATHS[expected.file])])
    assert isinstance(raw, RawDocument)
    article = clean(raw)
    assert article.title == expected.title
    assert expected.byline.casefold() in article.byline.casefold()
    assert article.outlet.casefold() == expected.outlet.casefold()
    assert article.published.day == (expected.published if expected.basis is Basis.STATED else None)
    assert sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks) == expected.paragraphs
    shown = [block.text for block in article.blocks]
    assert [words for words in expected.keep if not any(words in text for text in shown)] == []
    assert [words for words in expected.drop if any(words in text for text in shown)] == []

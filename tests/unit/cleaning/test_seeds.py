"""The two real scraped articles come out whole, and without their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.cleaning import clean
from articles.model import Article, Basis, BlockKind, LineRole, RawDocument
from articles.sources import read_sources


@pytest.fixture(scope="module")
def articles(seeds: Path) -> tuple[Article, ...]:
    documents = [raw for raw in read_sources([str(seeds)]) if isinstance(raw, RawDocument)]
    return tuple(clean(raw) for raw in documents)


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_the_first_has_its_title_and_seven_paragraphs(articles: tuple[Article, ...]) -> None:
    first = articles[0]
    assert first.title.startswith("Russian and Chinese Officials Attend")
    assert len(paragraphs(first)) == len(first.blocks) == 7
    assert (first.byline, first.outlet, first.published.basis) == ("", "", Basis.UNKNOWN)


def test_the_first_drops_counter_and_comment_form_with_reasons(articles: tuple[Article, ...]) -> None:
    dropped = {line.text: line.reason for line in articles[0].dropped}
    assert set(dropped) == {"0", "LEAVE A REPLY", "Please enter your comment!", "Please enter your name here"}
    assert all(dropped.values())


def test_the_second_has_title_byline_outlet_and_fifteen_paragraphs(articles: tuple[Article, ...]) -> None:
    second = articles[1]
    assert second.title.startswith("Russian, Chinese officials likely to attend")
    assert second.title not in [block.text for block in second.blocks]
    assert (second.byline, second.outlet) == ("Michael Lee", "Korea JoongAng Daily")
    assert len(paragraphs(second)) == 15
    assert paragraphs(second)[0].startswith("Representatives from China and Russia")
    assert paragraphs(second)[-1].endswith("a combined military exercise.")
    assert second.published.day is None


def test_the_second_has_one_caption_with_its_credit(articles: tuple[Article, ...]) -> None:
    captions = [block for block in articles[1].blocks if block.kind is BlockKind.CAPTION]
    assert [(caption.credit, caption.text[-11:]) for caption in captions] == [("Yonhap", "Korean War.")]


def test_the_second_drops_the_page_with_reasons(articles: tuple[Article, ...]) -> None:
    dropped = articles[1].dropped
    shown = " ".join(block.text for block in articles[1].blocks)
    for words in ("Home > National", "print dictionary", "Log in to Twitter", "Social comment", "lock icon", "0/250"):
        assert any(words in line.text and line.reason for line in dropped), words
        assert words not in shown
    assert [line.text for line in dropped if line.text.strip() == "s"] == ["s"]
    assert sum(line.role is LineRole.REPEATED for line in dropped) == 2


def test_every_line_is_accounted_for(seeds: Path, articles: tuple[Article, ...]) -> None:
    for path, article in zip(sorted(seeds.iterdir()), articles, strict=True):
        assert [line.text for line in article.lines] == path.read_text(encoding="utf-8").split("\n")

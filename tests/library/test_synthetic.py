"""That the invented libraries of the benchmarks are libraries like any other, and the benchmark runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.library import Library
from articles.library.codec import to_json
from articles.query import parse
from tests.bench.library_bench import main, timings
from tests.bench.synthetic import synthetic_library

ROWS = 60


def test_an_invented_library_reads_like_any_other(tmp_path: Path) -> None:
    path = synthetic_library(tmp_path / "library", ROWS, mentions=2)
    with Library.open(path) as library:
        ids = library.ids()
        assert len(ids) == ROWS
        for row in library.rows(ids):
            article = library.article(row.id)
            assert (article.title, article.outlet, article.published) == (row.title, row.outlet, row.published)
            assert row.words == sum(len(block.text.split()) for block in article.blocks)
            assert library.raw_document(row.id).content.startswith(row.title.encode())
            assert to_json(article)
        number = library.row(7).title.rpartition("(")[2].rstrip(")")
        assert 7 in library.ids(parse(f"title:{number}"))
        assert library.links(ids[0])
        assert library.counts().events == ROWS * 2
        common = library.entity_listing.ids()[0]
        assert library.entity(common).articles == len(library.entity_facts.articles(library.entity(common))) >= ROWS / 2


def test_it_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    titles = []
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        with Library.open(synthetic_library(tmp_path / name, 20, seed)) as library:
            titles.append([row.title for row in library.rows(library.ids())])
    assert titles[0] == titles[1] != titles[2]


def test_the_benchmark_prints_a_line_for_each_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [name for name, _ in timings(synthetic_library(tmp_path / "library", ROWS, mentions=2))]
    main((ROWS,))
    printed = capsys.readouterr().out
    assert all(name in printed for name in asked)

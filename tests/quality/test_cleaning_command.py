"""The cleaning measure takes any folder laid out as the development data are, whatever sets are in it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.quality.cleaning import line_f1, main
from tests.unit.cleaning.pages import PROSE, TITLE

MENU = ["Log in", "Share on Facebook", "Sign up for our newsletter"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one page, dumped in one way."""
    lines = [*((text, 0) for text in (*MENU, TITLE)), *((text, 1) for text in PROSE), *((text, 0) for text in MENU)]
    page = {"id": "a page", "domain": "site.example", "lines": lines, "gold": "\n".join(PROSE)}
    (tmp_path / "cleaning").mkdir()
    with gzip.open(tmp_path / "cleaning" / "inscriptis.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(page) + "\n")
    return tmp_path


def test_the_sets_that_are_there_are_measured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"inscriptis": {"pages": 1, "gram_f1": 1.0, "line_f1": 1.0}}


def test_predictions_name_the_lines_that_were_kept(folder: Path, tmp_path: Path) -> None:
    main([str(folder), "--set", "inscriptis", "--predictions", str(tmp_path / "kept.jsonl")])
    assert json.loads((tmp_path / "kept.jsonl").read_text(encoding="utf-8")) == {"id": "a page", "kept": [4, 5, 6]}


def test_without_silver_pages_there_is_no_cross_validation_and_it_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "--cross-validated"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "cleaning inscriptis: pages 1, gram_f1 1.0, line_f1 1.0\n"
    assert "no silver pages" in printed.err


def test_lines_whose_label_is_not_known_count_neither_way() -> None:
    assert line_f1([0, 1, 2], [1, 0, -1]) == pytest.approx(2 / 3)
    assert line_f1([], [0, -1]) == 1.0

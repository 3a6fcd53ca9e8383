"""`broadsheet export` as it is typed: to the screen, to a file, to a folder, and where that can't be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli_running import Outcome, broadsheet

Run = Callable[..., Outcome]


@pytest.fixture
def run(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with the samples."""

    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(sample_library))

    return with_library


@pytest.mark.parametrize("form", ["jsonl", "csv", "annotations", "bibtex"])
def test_what_is_printed_and_what_is_written_to_a_file_are_one(run: Run, tmp_path: Path, form: str) -> None:
    run("tag", "1", "+kept")
    printed = run("export", "--format", form)
    if form == "csv":
        target = tmp_path / "tables"
        assert run("export", "--format", form, "--to", str(target)).code == 0
        assert (target / "articles.csv").read_text(encoding="utf-8").splitlines() == printed.out.splitlines()
        assert {path.suffix for path in target.iterdir() if not path.name.startswith(".")} == {".csv"}
    else:
        target = tmp_path / "out"
        outcome = run("export", "--format", form, "--to", str(target))
        assert " articles written to " in outcome.out
        assert target.read_text(encoding="utf-8") == printed.out
    assert (printed.code, printed.err) == (0, "")
    assert printed.out


def test_only_what_a_query_selects_is_exported(run: Run) -> None:
    run("tag", "2", "+kept")
    lines = [json.loads(line) for line in run("export", "tag:kept", "--format", "jsonl").out.splitlines()]
    assert [line["id"] for line in lines if line["type"] == "article"] == [2]


def test_a_query_that_selects_nothing_writes_nothing(run: Run, tmp_path: Path) -> None:
    outcome = run("export", "tag:nowhere", "--format", "markdown", "--to", str(tmp_path / "vault"))
    assert (outcome.code, outcome.out) == (0, "")
    assert "nothing was written" in outcome.err
    assert not (tmp_path / "vault").exists()


def test_markdown_goes_to_a_folder(run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    assert run("export", "--format", "markdown", "--to", str(vault)).code == 0
    assert {path.name for path in vault.iterdir()} >= {"index.md", "articles", "entities", "events"}
    assert run("export", "--format", "markdown", "--to", str(vault)).code == 0
    assert run("export", "--format", "markdown").code == 2


def test_what_cannot_be_written_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.md").write_text("mine")
    for target, words in (
        (tmp_path / "mine", "no export of Broadsheet"),
        (tmp_path / "mine" / "thesis.md" / "vault", "cannot be written"),
    ):
        outcome = run("export", "--format", "markdown", "--to", str(target))
        assert (outcome.code, outcome.out) == (1, "")
        assert words in outcome.err
        assert outcome.err.count("\n") == 1
    assert run("export", "--format", "bibtex", "--json").code == 2

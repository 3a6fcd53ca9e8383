"""Watched folders: new and changed files, files that cannot be read, and folders that are gone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from articles.library import Library
from articles.progress import Report
from articles.updating import Updating
from articles.updating.folder_contents import files_as_they_are

TEXT = "---\ntitle: {title}\n---\n\nThe ferry to Porto sailed again on Tuesday, its owner said.\n"


@pytest.fixture
def folder(tmp_path: Path, library_path: Path) -> Path:
    """A watched folder with two articles, one of them below it."""
    folder = tmp_path / "news"
    (folder / "old").mkdir(parents=True)
    write(folder / "a.md", "Ferry sails again")
    write(folder / "old" / "b.md", "Bridge opens late")
    report, _ = Updating(library_path).subscribe([str(folder)])
    assert report.added == 2
    return folder


def write(path: Path, title: str) -> None:
    path.write_text(TEXT.format(title=title))


def titles(library_path: Path) -> list[str]:
    with Library.open(library_path) as library:
        return [library.row(identity).title for identity in sorted(library.ids())]


def test_new_files_are_added_and_changed_ones_are_versions(folder: Path, library_path: Path) -> None:
    write(folder / "old" / "c.md", "Harbour closes")
    write(folder / "a.md", "Ferry sails at last")
    report = Updating(library_path).update()
    assert (report.added, report.changed, report.problems, report.sources) == (1, 1, (), 1)
    assert titles(library_path) == ["Ferry sails at last", "Bridge opens late", "Harbour closes"]


def test_files_that_are_as_they_were_are_not_read_again(
    folder: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Updating(library_path).update() == Report(sources=1)
    os.utime(folder / "a.md", (1, 1))
    assert Updating(library_path).update() == Report(sources=1)
    with Library.open(library_path) as library:
        stamps = {key: item.stamp for key, item in library.sources.seen(1).items()}
    assert stamps == {file.key: file.stamp for file in files_as_they_are(folder)}


def test_what_cannot_be_read_is_told_once_and_tried_again_when_it_changes(folder: Path, library_path: Path) -> None:
    (folder / "c.md").write_bytes(bytes(range(256)) * 40)
    report = Updating(library_path).update()
    assert len(report.problems) == 1
    assert "c.md" in report.problems[0]
    assert Updating(library_path).update() == Report(sources=1)
    write(folder / "c.md", "Harbour closes")
    assert Updating(library_path).update().added == 1


def test_a_text_without_an_article_is_told_once(folder: Path, library_path: Path) -> None:
    (folder / "c.md").write_text("\n\n \n")
    assert len(Updating(library_path).update().problems) == 1
    assert Updating(library_path).update() == Report(sources=1)


def test_a_folder_that_is_not_there_is_told_each_time_and_comes_back(folder: Path, library_path: Path) -> None:
    hidden = folder.with_name("hidden")
    folder.rename(hidden)
    for failures in (1, 2):
        report = Updating(library_path).update()
        assert len(report.problems) == 1
        assert str(folder) in report.problems[0]
        with Library.open(library_path) as library:
            assert library.sources.one(1).failures == failures
    hidden.rename(folder)
    assert Updating(library_path).update().sources == 1
    assert len(titles(library_path)) == 2


def test_files_that_are_gone_leave_their_articles(folder: Path, library_path: Path) -> None:
    shutil.rmtree(folder / "old")
    assert Updating(library_path).update() == Report(sources=1)
    assert len(titles(library_path)) == 2


def test_an_empty_folder_is_no_problem(tmp_path: Path, library_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    report, made = Updating(library_path).subscribe([str(tmp_path / "empty")])
    assert report == Report(sources=1)
    assert made[0].source.articles == 0


def test_names_that_are_not_valid_text_are_told_apart(tmp_path: Path, library_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for number, name in enumerate((b"\xff.md", b"\xfe.md")):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        try:
            write(path, f"Ferry {number} sails")
        except OSError:
            pytest.skip("this file system takes valid names only")
    assert Updating(library_path).subscribe([str(folder)])[0].added == 2
    assert Updating(library_path).update() == Report(sources=1)

"""Files of an export: whole or not there, and nothing of the reader's is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.errors import OutputError
from articles.export.folder import RECORD, ExportFolder, write_file


def interrupted() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_a_file_that_was_stopped_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_file(path, interrupted())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", ("new",))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_folder_is_made_and_brought_up_to_date(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    ExportFolder(place).write([("notes/1.md", ("one",)), ("notes/2.md", ("two",)), ("index.md", ("all",))])
    ExportFolder(place).write([("notes/1.md", ("new",)), ("index.md", ("all",))])
    assert sorted(path.name for path in place.rglob("*") if path.is_file()) == [RECORD, "1.md", "index.md"]
    assert (place / "notes/1.md").read_text() == "new"


def test_what_the_reader_has_changed_or_added_stays(tmp_path: Path) -> None:
    files = [("1.md", ("one",)), ("2.md", ("two",))]
    ExportFolder(tmp_path).write(files)
    (tmp_path / "1.md").write_text("mine")
    (tmp_path / "2.md").write_text("mine too")
    (tmp_path / "own.md").write_text("own")
    again = ExportFolder(tmp_path)
    again.write([("1.md", ("newer",)), ("own.md", ("not mine",))])
    assert [path.name for path in again.kept] == ["1.md", "own.md"]
    assert [(tmp_path / name).read_text() for name in ("1.md", "2.md", "own.md")] == ["mine", "mine too", "own"]
    once_more = ExportFolder(tmp_path)
    once_more.write([("1.md", ("newest",))])
    assert (tmp_path / "1.md").read_text() == "mine"


def test_a_folder_that_no_export_has_made_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(OutputError, match="no export has made"):
        ExportFolder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_export_that_was_stopped_can_go_on(tmp_path: Path) -> None:
    def stopped() -> Iterator[tuple[str, tuple[str, ...]]]:
        yield "1.md", ("one",)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ExportFolder(tmp_path).write(stopped())
    again = ExportFolder(tmp_path)
    again.write([("1.md", ("newer",)), ("2.md", ("two",))])
    assert again.kept == []
    assert (tmp_path / "1.md").read_text() == "newer"


def test_a_record_that_names_files_elsewhere_harms_none(tmp_path: Path) -> None:
    outside, place = tmp_path / "outside.txt", tmp_path / "notes"
    outside.write_text("")
    ExportFolder(place).write([("1.md", ("one",))])
    record = json.loads((place / RECORD).read_text())
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    record["files"] |= {"../outside.txt": empty, str(outside): empty}
    (place / RECORD).write_text(json.dumps(record))
    ExportFolder(place).write([("1.md", ("one",))])
    assert outside.exists()


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"files": []}', "\xff"])
def test_a_record_that_cannot_be_read_is_told(record: str, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_text(record, encoding="latin-1")
    with pytest.raises(OutputError, match="cannot be read"):
        ExportFolder(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_device_is_told_and_is_still_a_device() -> None:
    with pytest.raises(OutputError, match="No space left"):
        write_file(Path("/dev/full"), ("text",))
    assert not Path("/dev/full").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_forbidden_place_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        write_file(tmp_path / "x", ("text",))


@pytest.mark.parametrize("place", ["missing/x", "file/x"])
def test_a_place_that_is_none_is_told(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_file(tmp_path / place, ("text",))
    with pytest.raises(OutputError, match="folder"):
        write_file(tmp_path, ("text",))
    with pytest.raises(OutputError, match="is no folder"):
        ExportFolder(tmp_path / "file")

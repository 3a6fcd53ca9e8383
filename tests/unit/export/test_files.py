"""Files of an export: names that every system takes, and no half-written file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.export.files import MARKER, ExportError, file_name, prepare_folder, write_file


@given(st.text(max_size=300), st.integers(1, 10**6))
@example("CON", 1)
@example("../../etc/passwd", 1)
@example("a" * 400, 1)
@example("...", 1)
@example("東京" * 100, 1)
def test_a_name_is_one_that_every_system_takes(title: str, identity: int) -> None:
    name = file_name(title, identity, ".md")
    assert len(name.encode()) < 200
    assert not set(name) & set('\\/:*?"<>|#^[]`\0\n')
    assert name == name.strip()
    assert not name.startswith(".")
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
    assert name.endswith(f"({identity}).md")


def test_titles_that_differ_in_case_only_have_names_of_their_own() -> None:
    assert len({file_name(title, number).casefold() for number, title in enumerate(("Flood", "FLOOD", "flood"))}) == 3


def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    write_file(path, ("before",))

    def failing() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="no space left on device"):
        write_file(path, failing())
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.txt"]


def test_a_folder_with_other_files_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("mine")
    with pytest.raises(ExportError, match="no export of Broadsheet"):
        prepare_folder(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.md"]


def test_a_folder_of_an_earlier_export_is_taken_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "vault"
    prepare_folder(folder)
    (folder / "other.md").write_text("mine")
    prepare_folder(folder)
    assert {each.name for each in folder.iterdir()} == {MARKER, "other.md"}


def test_a_file_in_place_of_a_folder_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="it cannot be written"):
        prepare_folder(tmp_path / "file" / "vault")

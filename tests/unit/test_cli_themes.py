"""`broadsheet themes`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_running import broadsheet
from tui.theme_files import shipped_folder


def test_themes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    listed = [line[2:].split()[0] for line in broadsheet(capsys, "themes").out.splitlines()]
    assert listed == sorted(path.stem for path in shipped_folder().glob("*.yaml"))
    assert len(listed) >= 8


def test_all_that_come_along_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    ended = broadsheet(capsys, "themes", "check")
    assert ended.code == 0
    assert "dark                     good" in ended.out
    assert "terminal                 in the terminal's own colours" in ended.out


def test_a_faint_text_and_a_bad_file_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    faint = tmp_path / "faint.yaml"
    faint.write_text('name: faint\nextends: dark\nroles:\n  muted: "#303030"\n', "utf-8")
    bad = tmp_path / "bad.yaml"
    bad.write_text("name: bad\nextends: dark\nroles:\n  muted: greyish\n", "utf-8")
    ended = broadsheet(capsys, "themes", "check", str(faint), str(bad), "nowhere")
    assert ended.code == 1
    assert "faint                    FAINT" in ended.out
    assert "    muted on background: 1.3" in ended.out
    assert "bad.yaml, line 4, roles.muted" in ended.err
    assert "there is no theme 'nowhere'" in ended.err


def test_contrast_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = broadsheet(capsys, "themes", "check", "sepia", "--json").json["themes"]
    assert (told["name"], told["good"]) == ("sepia", True)
    assert all(each["ratio"] >= each["needed"] == 4.5 for each in told["texts"])

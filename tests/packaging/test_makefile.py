"""The Makefile builds what it needs once, says so, and tells in a line what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILDS = "Building .venv from requirements.lock"


def make(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "ARGS")}
    return subprocess.run(
        ("make", *words), cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What `make` looks at, in an empty folder."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_an_empty_checkout_builds_its_environment_before_it_runs(checkout: Path) -> None:
    steps = make("-n", "run", "ARGS=a.txt", folder=checkout).stdout
    assert (
        steps.index(BUILDS)
        < steps.index("--require-hashes")
        < steps.index("--editable .")
        < steps.index(".venv/bin/broadsheet a.txt")
    )


def test_run_without_arguments_is_the_demo(checkout: Path) -> None:
    assert make("-n", "run", folder=checkout).stdout.rstrip().endswith(".venv/bin/broadsheet demo")


def test_what_is_built_is_not_built_again_until_the_lock_changes(checkout: Path) -> None:
    environment = checkout / ".venv"
    environment.mkdir()
    assert BUILDS in make("-n", "venv", folder=checkout).stdout  # it was interrupted
    (environment / "packages.built").touch()
    (environment / "project.installed").touch()
    assert BUILDS not in make("-n", "venv", folder=checkout).stdout
    stamp = (environment / "packages.built").stat().st_mtime
    os.utime(checkout / "requirements.lock", (stamp + 10, stamp + 10))
    assert BUILDS in make("-n", "venv", folder=checkout).stdout


def test_a_python_that_is_too_old_is_told_in_one_line(checkout: Path) -> None:
    for python in ("/nonexistent/python", ""):
        outcome = make("venv", f"PYTHON={python}", folder=checkout)
        assert outcome.returncode == 2
        assert outcome.stderr.startswith("Broadsheet needs Python 3.11 or newer")
        assert not (checkout / ".venv").exists()


def test_the_checks_of_make_test_are_all_of_them(checkout: Path) -> None:
    steps = make("-n", "test", folder=checkout).stdout
    for tool in ("ruff format --check", "ruff check", "codespell", "mypy", "lint-imports", "pytest"):
        assert f".venv/bin/{tool}" in steps.replace("python -m ", "")


def test_continuous_integration_runs_the_same() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("exec make test")

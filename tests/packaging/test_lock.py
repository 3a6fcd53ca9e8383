"""The lock holds what pyproject.toml asks for, each package by hash, and names no address."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [
    Requirement(line)
    for line in (
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["encoder"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    )
]
ADDRESS = re.compile(
    r"https?://\S*(?:pypi|pythonhosted|/simple\b)|--(?:extra-)?index-url[ =]|--find-links", re.IGNORECASE
)


def locked() -> Iterator[tuple[Requirement, str]]:
    """Every package of the lock with the text that follows it, up to the next."""
    for entry in re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]:
        first, _, rest = entry.partition("\n")
        yield Requirement(first.removesuffix("\\").strip()), rest


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_the_project_asks_for_is_locked_in_a_version_it_takes(asked: Requirement) -> None:
    found = [one for one, _ in locked() if canonicalize_name(one.name) == canonicalize_name(asked.name)]
    assert found
    assert all(asked.specifier.contains(_version(one)) for one in found)


def test_every_package_is_pinned_and_has_hashes() -> None:
    packages = list(locked())
    assert len(packages) > 50
    for package, rest in packages:
        assert _version(package)
        assert re.search(r"^    --hash=sha256:[0-9a-f]{64}", rest, re.MULTILINE), package


def test_this_environment_is_that_of_the_lock() -> None:
    wanted = {one.name: _version(one) for one, _ in locked() if one.marker is None or one.marker.evaluate()}
    assert {name: version(name) for name in wanted} == wanted


def test_no_file_names_the_address_of_an_index() -> None:
    files = subprocess.run(("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, text=True, check=True).stdout
    texts = {name: (ROOT / name).read_bytes() for name in files.split("\0") if name and (ROOT / name).is_file()}
    assert "requirements.lock" in texts
    this = Path(__file__).relative_to(ROOT).as_posix()
    named = {name for name, text in texts.items() if name != this and ADDRESS.search(text.decode(errors="replace"))}
    assert named == set()


def _version(requirement: Requirement) -> str:
    return str(requirement.specifier).removeprefix("==")

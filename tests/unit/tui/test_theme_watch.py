"""The file of a theme, watched while the reader edits it."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.theme_watch import ThemeWatch

SOON = 20.0
"""Seconds within which a change is surely seen."""


@pytest.fixture
def seen() -> Iterator[tuple[ThemeWatch, queue.Queue[Path]]]:
    """A watch that looks often, and what it has seen."""
    changes: queue.Queue[Path] = queue.Queue()
    watch = ThemeWatch(changes.put, every=0.01)
    yield watch, changes
    watch.stop()


def test_what_changes_is_told(tmp_path: Path, seen: tuple[ThemeWatch, queue.Queue[Path]]) -> None:
    watch, changes = seen
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("name: one", "utf-8")
    watch.watch((one, other))
    one.write_text("name: one again", "utf-8")
    assert changes.get(timeout=SOON) == one
    other.write_text("name: other", "utf-8")
    assert changes.get(timeout=SOON) == other


def test_a_file_that_goes_and_comes_back_is_told_once(
    tmp_path: Path, seen: tuple[ThemeWatch, queue.Queue[Path]]
) -> None:
    watch, changes = seen
    path = tmp_path / "one.yaml"
    path.write_text("name: one", "utf-8")
    watch.watch((path,))
    path.rename(tmp_path / "away")
    (tmp_path / "away").write_text("name: changed", "utf-8")
    (tmp_path / "away").rename(path)
    assert changes.get(timeout=SOON) == path
    assert changes.empty()

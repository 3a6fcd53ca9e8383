"""The benchmark of the screen's pauses opens a room, has what waits annotated in it, and tells what it measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import pause_bench
from tests.bench.pause_bench import MOST_MILLISECONDS, Pauses, report
from tests.library.building import article


@pytest.mark.parametrize("invented", [True, False])
def test_the_benchmark_tells_the_longest_pause_of_a_room_that_annotates(
    invented: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_CONFIG", str(tmp_path))
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")
    for name in ("_SETTLING_SECONDS", "_IDLE_SECONDS", "_KEY_EVERY"):
        monkeypatch.setattr(pause_bench, name, 0.05)
    first, second = report(() if invented else (article("One"), article("Two"), article("Three")), 3)
    assert first.startswith("longest pause of the screen while 3 articles are annotated: ")
    assert "reached" in first
    assert "at rest" in second


def test_a_pause_is_told_with_and_without_what_other_processes_took_of_it() -> None:
    pauses = Pauses([1.0, MOST_MILLISECONDS + 10, 25.0], [0.0, 30.0, 2.0])
    assert (pauses.longest, pauses.longest_own, pauses.over) == (MOST_MILLISECONDS + 10, 23.0, 1)

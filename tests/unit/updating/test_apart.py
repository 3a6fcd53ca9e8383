"""A run in a process of its own: what it tells, what it raises, and that the death of any process loses nothing."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from articles.errors import NotFoundError, RunError
from articles.library import Library
from articles.progress import Progress, Report, Stage
from articles.updating import Updating
from articles.updating.apart import ATTEMPTS, run_apart
from tests.unit.test_pipeline import TEXTS

Told = Callable[[Progress], None]

needs_children = pytest.mark.skipif(
    not Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists(),
    reason="only Linux tells the children of another process",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def add(folder: str, updating: Updating) -> Report:
    return updating.add([folder])


def fetch_what_is_not_there(updating: Updating) -> Report:
    return updating.fetch([99])


def stumble(updating: Updating) -> Report:
    raise ValueError("no\nuse")


def run(library: Path, folder: Path, told: Told, cancelled: threading.Event | None = None) -> Report:
    return run_apart(library, partial(add, str(folder)), told, cancelled or threading.Event(), annotates=True)


def kill(*pids: int) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def children_of(pid: int) -> tuple[int, ...]:
    return tuple(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()))


def states(library: Path) -> tuple[int, int, int]:
    """How many articles there are, wait, and were set aside."""
    with Library.open(library) as opened:
        counts = opened.counts()
        return counts.articles, counts.waiting, counts.failed


def test_what_is_done_apart_is_told_and_reported(folder: Path, library_path: Path) -> None:
    seen: list[Progress] = []
    assert run(library_path, folder, seen.append) == Report(added=3, annotated=3, articles=(1, 2, 3))
    assert [each.done for each in seen if each.stage is Stage.ADDING] == [1, 2, 3]
    assert (seen[-1].stage, seen[-1].done) == (Stage.ANNOTATING, 3)
    assert active_children() == []


@needs_children
def test_the_engine_killed_in_the_middle_is_replaced_once_and_no_article_is_lost(
    folder: Path, library_path: Path
) -> None:
    killed: list[int] = []
    starts: list[Progress] = []

    def told(progress: Progress) -> None:
        if progress.stage is Stage.STARTING:
            starts.append(progress)
        if progress.stage is Stage.ANNOTATING and not killed:
            (pipeline,) = active_children()
            assert pipeline.pid is not None
            killed.extend(children_of(pipeline.pid))
            kill(*killed)

    report = run(library_path, folder, told)
    assert killed
    assert (report.added, report.annotated, report.problems) == (3, 3, ())
    assert len(starts) == 2
    assert states(library_path) == (3, 0, 0)


def killing_the_pipeline(times: int) -> tuple[Told, list[int]]:
    """Kill the process of the run at its first word of annotating, so many times."""
    killed: list[int] = []

    def told(progress: Progress) -> None:
        pids = [child.pid for child in active_children() if child.pid is not None and child.pid not in killed]
        if progress.stage is Stage.ANNOTATING and len(killed) < times and pids:
            killed.extend(pids)
            kill(*pids)

    return told, killed


def test_the_process_of_a_run_killed_in_the_middle_is_replaced_and_no_article_is_lost(
    folder: Path, library_path: Path
) -> None:
    told, killed = killing_the_pipeline(1)
    report = run(library_path, folder, told)
    assert len(killed) == 1
    assert (report.articles, report.problems) == ((1, 2, 3), ())
    assert states(library_path) == (3, 0, 0)


def test_a_run_whose_process_always_dies_is_given_up_and_what_was_stored_waits(
    folder: Path, library_path: Path
) -> None:
    told, killed = killing_the_pipeline(ATTEMPTS)
    with pytest.raises(RunError, match=r"died 2 times\. .*the next run goes on"):
        run(library_path, folder, told)
    assert len(killed) == ATTEMPTS
    articles, waiting, failed = states(library_path)
    assert (articles, failed) == (3, 0)
    assert waiting > 0


def test_a_run_that_is_cancelled_ends_with_its_processes(folder: Path, library_path: Path) -> None:
    cancelled = threading.Event()

    def cancel(progress: Progress) -> None:
        if progress.stage is Stage.STARTING:
            cancelled.set()

    assert run(library_path, folder, cancel, cancelled).is_cancelled
    assert active_children() == []


def test_an_error_comes_across_as_it_is(library_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no article 99"):
        run_apart(library_path, fetch_what_is_not_there, lambda progress: None, threading.Event(), annotates=False)


def test_a_fault_of_the_program_is_told_in_a_line(library_path: Path) -> None:
    with pytest.raises(RunError) as caught:
        run_apart(library_path, stumble, lambda progress: None, threading.Event(), annotates=False)
    assert str(caught.value) == "The pipeline stopped (ValueError: no use)."

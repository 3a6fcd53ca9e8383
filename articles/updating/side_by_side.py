"""Jobs done by a few threads at once, their results given as they come."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import TypeVar

from articles.errors import Cancelled

Result = TypeVar("Result")

THREADS = 8
"""Jobs at once; they wait for the network most of the time."""

_POLL_SECONDS = 0.05


def side_by_side(jobs: Iterable[Callable[[], Result]], cancelled: threading.Event) -> Iterator[Result]:
    """What jobs give, in the order in which they are done.

    The threads are left behind when it ends early; they begin nothing more and end with the process.

    Args:
        jobs: What to do. A job is to turn its own failures into a result.
        cancelled: Set by any thread to stop waiting.

    Raises:
        Cancelled: The reader asked to stop; results that were not given yet are lost.
    """
    todo: SimpleQueue[Callable[[], Result]] = SimpleQueue()
    for job in jobs:
        todo.put(job)
    total = todo.qsize()
    done: SimpleQueue[Result | BaseException] = SimpleQueue()
    is_over = threading.Event()
    for number in range(min(THREADS, total)):
        threading.Thread(target=_work, args=(todo, done, is_over), name=f"source {number}", daemon=True).start()
    try:
        for _ in range(total):
            yield _next(done, cancelled)
    finally:
        is_over.set()


def _work(
    todo: SimpleQueue[Callable[[], Result]], done: SimpleQueue[Result | BaseException], is_over: threading.Event
) -> None:
    while not is_over.is_set():
        try:
            job = todo.get_nowait()
        except Empty:
            return
        try:
            done.put(job())
        except BaseException as error:  # raised where the result is waited for
            done.put(error)


def _next(done: SimpleQueue[Result | BaseException], cancelled: threading.Event) -> Result:
    while True:
        if cancelled.is_set():
            raise Cancelled
        try:
            result = done.get(timeout=_POLL_SECONDS)
        except Empty:
            continue
        if isinstance(result, BaseException):
            raise result
        return result

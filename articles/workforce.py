"""The one worker process, seen from its parent: started when it is first needed, awaited, replaced, stopped."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from articles.errors import Cancelled as Cancelled
from articles.spawning import prepare, starting
from articles.worker import Refusal

Task = TypeVar("Task")
Answer = TypeVar("Answer")

AHEAD = 3
"""Tasks handed over at once, so that the worker goes on while the parent stores and links."""
ATTEMPTS = 2
"""How often a task is tried when the process dies of it."""

_POLL_SECONDS = 0.05


@dataclass(slots=True)
class _Pending(Generic[Task, Answer]):
    task: Task
    answer: Future[Answer]
    attempts: int = 1


class Workforce:
    """One spawned process that does one task after another. Leaving its context ends the process at once.

    Args:
        cancelled: Set by any thread to stop waiting.
        on_start: Called each time a process has been started.
    """

    def __init__(self, cancelled: threading.Event, on_start: Callable[[], None]) -> None:
        self._cancelled = cancelled
        self._on_start = on_start
        self._executor: ProcessPoolExecutor | None = None
        self._processes: tuple[BaseProcess, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stop()

    def answers(
        self, work: Callable[[Task], Answer | Refusal], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Answer | Refusal]]:
        """Do all tasks, a few handed over ahead, and yield each with its answer, in order.

        A task of which the process dies is tried again in a new one, and refused when that dies too.

        Raises:
            Cancelled: The reader asked to stop; answers that were not yielded yet are lost.
        """
        queue: deque[_Pending[Task, Answer | Refusal]] = deque()
        for task in tasks:
            queue.append(_Pending(task, self._submit(work, task)))
            if len(queue) >= AHEAD:
                yield self._first(work, queue)
        while queue:
            yield self._first(work, queue)

    def _first(
        self, work: Callable[[Task], Answer | Refusal], queue: deque[_Pending[Task, Answer | Refusal]]
    ) -> tuple[Task, Answer | Refusal]:
        """Take the first task off the queue, with its answer."""
        first = queue[0]
        while True:
            try:
                answer = self._result(first.answer)
            except BrokenProcessPool:
                self._stop()
                if first.attempts < ATTEMPTS:
                    first.attempts += 1
                    self._resubmit(work, queue)
                    continue
                answer = Refusal(f"the process that read it died {ATTEMPTS} times", is_death=True)
            queue.popleft()
            if isinstance(answer, Refusal) and self._executor is None:
                self._resubmit(work, queue)
            return first.task, answer

    def _resubmit(
        self, work: Callable[[Task], Answer | Refusal], queue: Iterable[_Pending[Task, Answer | Refusal]]
    ) -> None:
        for pending in queue:
            pending.answer = self._submit(work, pending.task)

    def _result(self, answer: Future[Answer]) -> Answer:
        is_done = False
        while not is_done:
            if self._cancelled.is_set():
                raise Cancelled
            is_done = bool(wait((answer,), timeout=_POLL_SECONDS).done)
        return answer.result()

    def _submit(self, work: Callable[[Task], Answer], task: Task) -> Future[Answer]:
        if self._cancelled.is_set():
            raise Cancelled
        if self._executor is None:
            return self._start(work, task)
        try:
            return self._executor.submit(work, task)
        except BrokenProcessPool as error:
            broken: Future[Answer] = Future()
            broken.set_exception(error)
            return broken

    def _start(self, work: Callable[[Task], Answer], task: Task) -> Future[Answer]:
        executor = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=prepare)
        with starting():
            before = set(active_children())
            answer = executor.submit(work, task)
            self._processes = tuple(set(active_children()) - before)
        self._executor = executor
        self._on_start()
        return answer

    def _stop(self) -> None:
        for process in self._processes:
            process.terminate()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None
        self._processes = ()

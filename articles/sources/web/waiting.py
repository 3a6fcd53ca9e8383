"""Calls of the system that cannot be interrupted, and how not to wait for them longer than one wants."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from articles.sources.web.patience import Patience

Answer = TypeVar("Answer")


def waited(ask: Callable[[], Answer], seconds: float, patience: Patience) -> Answer:
    """What a call answers. When time is up or the reader asks to stop, it is left behind in its thread.

    An answer that nobody waits for any more is closed, if it can be.

    Raises:
        OSError: The call raised it.
        ValueError: Likewise.
        Cancelled: The reader asked to stop.
        OutOfTimeError: The given seconds or the total are used up.
    """
    answers: queue.SimpleQueue[Answer | OSError | ValueError] = queue.SimpleQueue()
    is_left = threading.Event()

    def run() -> None:
        try:
            answers.put(ask())
        except (OSError, ValueError) as error:
            answers.put(error)
        if is_left.is_set():
            _close_what_is_left(answers)

    threading.Thread(target=run, daemon=True).start()
    try:
        answer = _first(answers, seconds, patience)
    except BaseException:
        is_left.set()
        _close_what_is_left(answers)
        raise
    if isinstance(answer, OSError | ValueError):
        raise answer
    return answer


def _first(answers: queue.SimpleQueue[Answer], seconds: float, patience: Patience) -> Answer:
    started = time.monotonic()
    while True:
        with contextlib.suppress(queue.Empty):
            return answers.get(timeout=patience.slice(started, seconds))


def _close_what_is_left(answers: queue.SimpleQueue[Answer]) -> None:
    with contextlib.suppress(queue.Empty):
        answer: object = answers.get_nowait()
        if hasattr(answer, "close"):
            answer.close()

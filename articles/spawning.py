"""Processes beside this one: started one at a time, deaf to Ctrl-C from their first instruction, ended with it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process

_one_at_a_time = threading.Lock()


@contextmanager
def starting() -> Iterator[None]:
    """The context in which a process is started: no other thread starts one, and it inherits a block of interrupts."""
    with _one_at_a_time, _interrupts_blocked():
        yield


def prepare() -> None:
    """Run once in a process that was started: leave the terminal and its interrupts to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard_stream in (0, 1, 2):
        os.dup2(nowhere, standard_stream)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End a process whose parent was killed, and which would wait for it for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Let a process that is started here ignore Ctrl-C from its first instruction on: it inherits the block."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

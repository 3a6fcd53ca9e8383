"""A run of the pipeline in a process of its own, seen from its parent, whose screen its work then never holds up.

A thread would not do: the interpreter's lock lets only one run Python at a time, and linking and storing are Python.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from articles.errors import BroadsheetError, RunError
from articles.progress import Progress, Report
from articles.spawning import prepare, starting
from articles.text import one_line
from articles.updating.updating import Updating

Deed: TypeAlias = Callable[[Updating], Report]
"""What is to be done; it is sent to the process, so it is a function of a module, or a partial one."""

ATTEMPTS = 2
"""How often a deed is done when the process dies of it."""

_NICENESS = 10
"""What is done beside reading leaves the machine to the screen."""
_POLL_SECONDS = 0.05


def run_apart(
    library_path: Path,
    deed: Deed,
    on_progress: Callable[[Progress], None],
    cancelled: threading.Event,
    *,
    annotates: bool,
) -> Report:
    """Do something with the pipeline in a process that is started for it. Blocks.

    Where the process dies, another one does it again: what was stored by then is kept, and not stored twice.

    Args:
        library_path: The library.
        deed: What to do.
        on_progress: Called from this thread.
        cancelled: Set by any thread to stop, which is done promptly.
        annotates: Whether what waits is annotated at the end.

    Raises:
        BroadsheetError: What the deed raised.
        RunError: Its process died again and again.
    """
    for _ in range(ATTEMPTS):
        outcome = _attempt(library_path, deed, on_progress, cancelled, annotates=annotates)
        if isinstance(outcome, BroadsheetError):
            raise outcome
        if outcome is not None:
            return outcome
    raise RunError(
        f"The process that adds and annotates died {ATTEMPTS} times",
        remedy="Close other programs if memory is short; what was stored is kept, and the next run goes on",
    )


def _attempt(
    library_path: Path,
    deed: Deed,
    on_progress: Callable[[Progress], None],
    cancelled: threading.Event,
    *,
    annotates: bool,
) -> Report | BroadsheetError | None:
    """What came of a deed in one process; None where that died."""
    context = get_context("spawn")
    pipe, far = context.Pipe()
    process = context.Process(target=_serve, args=(far, library_path, deed, annotates))
    with starting():
        process.start()
    far.close()
    try:
        return _outcome(pipe, on_progress, cancelled)
    finally:
        pipe.close()
        process.join()


def _outcome(
    pipe: Connection, on_progress: Callable[[Progress], None], cancelled: threading.Event
) -> Report | BroadsheetError | None:
    is_told = False
    while True:
        if cancelled.is_set() and not is_told:
            is_told = True
            with suppress(OSError):  # it has just ended by itself
                pipe.send(None)
        if not pipe.poll(_POLL_SECONDS):
            continue
        try:
            message: Progress | Report | BroadsheetError = pipe.recv()
        except (EOFError, OSError):
            return Report(is_cancelled=True) if cancelled.is_set() else None
        if not isinstance(message, Progress):
            return message
        on_progress(message)


def _serve(pipe: Connection, library_path: Path, deed: Deed, annotates: bool) -> None:
    """Run in the process: do the deed, and tell how far it has come and what came of it."""
    prepare()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    cancelled = threading.Event()
    threading.Thread(target=_await_cancelling, args=(pipe, cancelled), daemon=True).start()
    updating = Updating(library_path, on_progress=pipe.send, cancelled=cancelled, annotates=annotates)
    try:
        outcome: Report | BroadsheetError = deed(updating)
    except BroadsheetError as error:
        outcome = error
    except Exception as error:  # a process that dies says nothing to anybody
        outcome = RunError(f"The pipeline stopped ({one_line(f'{type(error).__name__}: {error}', 200)})")
    pipe.send(outcome)


def _await_cancelling(pipe: Connection, cancelled: threading.Event) -> None:
    with suppress(EOFError, OSError):
        pipe.recv()
        cancelled.set()

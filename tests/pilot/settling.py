"""Waits until the app has nothing left to do."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

_ROUNDS = 3
"""How often nothing must be left: what is done after a paint may give rise to more."""


async def settle(pilot: Pilot[Any]) -> None:
    """Wait for every message to be handled and every worker to end, also those that they give rise to."""
    quiet = 0
    while quiet < _ROUNDS:
        await pilot.pause(0)
        quiet += 1
        if any(not worker.is_finished for worker in pilot.app.workers):
            with suppress(WorkerCancelled):  # one that was given up for a newer one
                await pilot.app.workers.wait_for_complete()
            quiet = 0

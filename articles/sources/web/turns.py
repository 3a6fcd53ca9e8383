"""Whose turn it is at a host: few requests at once, and a pause between them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from articles.sources.web.patience import SLICE_SECONDS


@dataclass(slots=True)
class _Host:
    running: int = 0
    next_start: float = 0.0


class Turns:
    """Lets requests to one host begin one after another.

    Args:
        per_host: How many may be under way at one host.
        gap: Seconds between the beginnings of two requests to one host.
    """

    def __init__(self, per_host: int, gap: float) -> None:
        self._per_host = max(1, per_host)
        self._gap = gap
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, place: str, check: Callable[[], None]) -> Iterator[float]:
        """Waits for one's turn at a place, and holds it.

        Args:
            place: Host and port.
            check: Called now and then while waiting; it raises when the wait is to end.

        Yields:
            The seconds that were waited.
        """
        asked = time.monotonic()
        with self._changed:
            host = self._hosts.setdefault(place, _Host())
            while (pause := self._pause(host)) > 0:
                check()
                self._changed.wait(min(pause, SLICE_SECONDS))
            host.running += 1
            host.next_start = time.monotonic() + self._gap
        try:
            yield time.monotonic() - asked
        finally:
            with self._changed:
                host.running -= 1
                self._changed.notify_all()

    def _pause(self, host: _Host) -> float:
        if host.running >= self._per_host:
            return SLICE_SECONDS
        return host.next_start - time.monotonic()

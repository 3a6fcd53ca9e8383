"""How long a fetch may take, and whether the reader still wants it."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

from articles.errors import Cancelled

SLICE_SECONDS = 0.1
"""The longest that anything waits before it looks whether the reader has asked to stop."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer is waited for, in seconds."""

    connect: float = 10.0
    """Until a connection is made, the look-up of the name and the greeting of TLS each apart."""
    read: float = 20.0
    """For the next bytes of an answer."""
    total: float = 60.0
    """For all of an answer with its redirects; waiting for one's turn at a host does not count."""


USUAL_LIMITS = Limits()


class OutOfTimeError(Exception):
    """A limit was reached."""

    def __init__(self, seconds: float, *, is_total: bool) -> None:
        super().__init__(seconds)
        self.seconds = seconds
        self.is_total = is_total
        """Whether the answer came, but too slowly to end in time."""


class Patience:
    """The time that one fetch has left.

    Args:
        limits: How long to wait.
        stops: Any of them set means that the reader asked to stop.
    """

    def __init__(self, limits: Limits, *stops: threading.Event) -> None:
        self.limits = limits
        self._stops = stops
        self._until = time.monotonic() + limits.total

    def extend(self, seconds: float) -> None:
        """Does not count the given time, which was spent waiting for others."""
        self._until += seconds

    def check_wanted(self) -> None:
        """Raises where the reader no longer wants the answer.

        Raises:
            Cancelled: The reader asked to stop.
        """
        if any(stop.is_set() for stop in self._stops):
            raise Cancelled

    def check(self) -> None:
        """Raises where the fetch is to end now.

        Raises:
            Cancelled: The reader asked to stop.
            OutOfTimeError: The total is used up.
        """
        self.check_wanted()
        if time.monotonic() >= self._until:
            raise OutOfTimeError(self.limits.total, is_total=True)

    def slice(self, started: float, seconds: float) -> float:
        """How long to wait now, of `seconds` in all since `started` (`time.monotonic`).

        Raises:
            Cancelled: The reader asked to stop.
            OutOfTimeError: That time or the total is used up.
        """
        self.check()
        left = started + seconds - time.monotonic()
        if left <= 0:
            raise OutOfTimeError(seconds, is_total=False)
        return max(0.001, min(SLICE_SECONDS, left, self._until - time.monotonic()))

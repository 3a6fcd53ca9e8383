"""The web for one run: what was fetched while an address was looked into is not fetched again."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

from articles.model import Response, Validators
from articles.sources.web import Limits, Web


class Fetching:
    """Fetches for all threads of a run.

    Args:
        cancelled: Set by any thread to end all that is under way.
        limits: How long to wait for an answer.
    """

    def __init__(self, cancelled: threading.Event, limits: Limits) -> None:
        self._web = Web(cancelled, limits=limits)
        self._kept: dict[str, Response] = {}

    def __enter__(self) -> Self:
        self._web.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._web.__exit__(kind, error, traceback)

    def named(self, address: str) -> Response:
        """What is at an address that the reader named.

        Raises:
            FetchError: It could not be fetched.
            Cancelled: The reader asked to stop.
        """
        return self._web.fetch(address)

    def found(self, address: str, found_on: str) -> Response:
        """What is at an address that a feed or page names, which may not lead into the reader's own network.

        Raises:
            FetchError: It could not be fetched.
            Cancelled: The reader asked to stop.
        """
        return self._web.fetch(address, found_on=found_on)

    def keep(self, address: str, response: Response) -> None:
        """Use a response again for the next request of a subscription at an address."""
        self._kept[address] = response

    def subscribed(self, address: str, validators: Validators) -> Response:
        """What is at the address of a subscription, given what its server said the last time.

        Raises:
            FetchError: It could not be fetched.
            Cancelled: The reader asked to stop.
        """
        kept = self._kept.pop(address, None)
        return kept or self._web.fetch(address, validators)

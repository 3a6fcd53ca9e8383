"""Fetches addresses for several threads at once: conditional, politely, following redirects by hand."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from types import TracebackType
from typing import Self

import httpcore
import httpx

from articles.errors import FetchError
from articles.model import Response, Validators
from articles.sources.addresses import is_address, shown_address, web_address
from articles.sources.files import MAX_BYTES
from articles.sources.web.answers import NO_VALIDATORS, read_answer, request_headers
from articles.sources.web.network import Network, SystemNetwork
from articles.sources.web.patience import USUAL_LIMITS, Limits, OutOfTimeError, Patience
from articles.sources.web.permission import Permission, Visited
from articles.sources.web.problems import explained
from articles.sources.web.redirects import REDIRECTS, Hop, leads_nowhere
from articles.sources.web.transport import GuardedTransport
from articles.sources.web.turns import Turns

MOST_REDIRECTS = 10
GAP_SECONDS = 0.25
"""Between the beginnings of two requests to one host."""


class Web:
    """The web, for as long as its context lasts; leaving it ends what is still under way.

    Safe to share: several threads fetch through one `Web`, each in its own call. Cookies live as long as one fetch.

    Args:
        cancelled: Set by any thread to end all fetches within a second.
        per_host: How many requests may be under way at one host and port.
        allow_private: Hosts of the reader's own network that any feed, page or redirect may lead to.
        network: What reaches hosts.
        limits: How long to wait.
        gap: Seconds between the beginnings of two requests to one host and port.
    """

    def __init__(
        self,
        cancelled: threading.Event | None = None,
        *,
        per_host: int = 2,
        allow_private: Iterable[str] = (),
        network: Network | None = None,
        limits: Limits = USUAL_LIMITS,
        gap: float = GAP_SECONDS,
    ) -> None:
        self._stops = (cancelled or threading.Event(), threading.Event())
        self._allow_private = tuple(allow_private)
        self._network = network or SystemNetwork()
        self._limits = limits
        self._turns = Turns(per_host, gap)
        self._visited = Visited()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends what is under way; what is asked for afterwards is cancelled at once."""
        self._stops[1].set()

    def fetch(
        self,
        address: str,
        validators: Validators = NO_VALIDATORS,
        *,
        most_bytes: int = MAX_BYTES,
        found_on: str = "",
    ) -> Response:
        """What is at an address. Blocks for at most `Limits.total`, not counting the wait for a turn at its host.

        Args:
            address: An address that `is_address` knows.
            validators: What the server gave last time, so that it need not send what has not changed.
            most_bytes: How long the answer may be, before and after it is decompressed.
            found_on: The address of the feed or page in which the address was found; empty only where the reader
                typed the address (or imported it from his own list). What the reader typed may lie on his own
                network; what was found may do so only on the very host that it was found on.

        Raises:
            FetchError: It could not be fetched; `is_gone` and `retry_at` say what the server wants.
            Cancelled: The reader asked to stop.
        """
        asked = web_address(address)
        try:
            if not is_address(asked):
                raise FetchError("not an address of the web", remedy="It must begin with http:// or https://")
            permission = Permission(asked, found_on, self._allow_private, self._visited)
            return self._fetched(asked, validators, most_bytes, permission)
        except (FetchError, OutOfTimeError, OSError, ValueError, httpx.InvalidURL, *_HTTP_ERRORS) as error:
            raise _placed(explained(error), asked) from error

    @cached_property
    def _ssl_context(self) -> ssl.SSLContext:
        """The authorities that are trusted; to read them takes longer than many a fetch."""
        return httpx.create_ssl_context()

    def _fetched(self, address: str, validators: Validators, most_bytes: int, permission: Permission) -> Response:
        patience = Patience(self._limits, *self._stops)
        transport = GuardedTransport(self._network, patience, permission, self._ssl_context)
        hop = Hop(httpx.URL(address).copy_with(fragment=None))
        with httpx.Client(transport=transport, headers=request_headers(validators), trust_env=False) as client:
            for _ in range(MOST_REDIRECTS + 1):
                with self._turns.turn(hop.address.netloc.decode("ascii"), patience.check_wanted) as waited:
                    patience.extend(waited)
                    with _asked(client, hop.address) as answer:
                        if answer.status_code not in REDIRECTS or "location" not in answer.headers:
                            return read_answer(answer, hop, validators, most_bytes)
                        hop = hop.next(answer.status_code, answer.headers["location"])
        raise FetchError(f"redirects without end (more than {MOST_REDIRECTS})", remedy="Check the address")


_HTTP_ERRORS = (
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpx.HTTPError,
)


@contextmanager
def _asked(client: httpx.Client, address: httpx.URL) -> Iterator[httpx.Response]:
    """The answer to a request, its body still to be read."""
    try:
        with client.stream("GET", address, follow_redirects=False) as answer:
            yield answer
    except (
        httpx.InvalidURL,
        httpx.RemoteProtocolError,
    ) as error:  # of a redirect, which it reads though it follows none
        raise leads_nowhere() from error


def _placed(error: FetchError, address: str) -> FetchError:
    where = error.where or shown_address(address)
    return FetchError(error.what, where, error.remedy, is_gone=error.is_gone, retry_at=error.retry_at)

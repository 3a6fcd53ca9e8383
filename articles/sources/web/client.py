"""Fetches addresses for several threads at once: conditional, politely, following redirects by hand."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from types import TracebackType
from typing import Self

import httpcore
import httpx

from articles.errors import FetchError
from articles.model import Response, Validators
from articles.sources.addresses import is_address, shown_address, web_address, without_tracking
from articles.sources.files import MAX_BYTES
from articles.sources.web.body import ENCODINGS, read_body, too_large
from articles.sources.web.network import Network, SystemNetwork
from articles.sources.web.patience import USUAL_LIMITS, Limits, OutOfTimeError, Patience
from articles.sources.web.permission import Permission, Visited
from articles.sources.web.problems import explained, refused
from articles.sources.web.transport import GuardedTransport
from articles.sources.web.turns import Turns

MOST_REDIRECTS = 10
GAP_SECONDS = 0.25
"""Between the beginnings of two requests to one host."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
    " text/html;q=0.9, application/xhtml+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
)
_NO_VALIDATORS = Validators()


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
        validators: Validators = _NO_VALIDATORS,
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

    def _fetched(self, address: str, validators: Validators, most_bytes: int, permission: Permission) -> Response:
        patience = Patience(self._limits, *self._stops)
        transport = GuardedTransport(self._network, patience, permission, _ssl_context())
        hop = _Hop(httpx.URL(address).copy_with(fragment=None))
        headers = {**_headers(), **_conditions(validators)}
        with httpx.Client(transport=transport, headers=headers, trust_env=False) as client:
            for _ in range(MOST_REDIRECTS + 1):
                patience.check()
                with self._turns.turn(hop.address.netloc.decode("ascii"), patience.check) as waited:
                    patience.extend(waited)
                    with client.stream("GET", hop.address, follow_redirects=False) as answer:
                        if answer.status_code not in _REDIRECTS or "location" not in answer.headers:
                            return _response(answer, hop, validators, most_bytes)
                        hop = hop.next(answer)
        raise FetchError(f"redirects without end (more than {MOST_REDIRECTS})", remedy="Check the address")


_HTTP_ERRORS = (
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpx.HTTPError,
)


@dataclass(frozen=True, slots=True)
class _Hop:
    """Where a chain of redirects has come to."""

    address: httpx.URL
    is_permanent: bool = True
    """Whether every redirect so far is for good."""
    is_first: bool = True

    def next(self, answer: httpx.Response) -> _Hop:
        """Where an answer redirects to. Name and password go along only to the same host.

        Raises:
            FetchError: It is no address of the web.
        """
        location = answer.headers["location"].strip()
        target = self.address.join(location).copy_with(fragment=None)
        if target.scheme not in ("http", "https") or not target.host:
            raise FetchError(
                f"redirects to what is no address of the web ({shown_address(str(target))})", remedy="Check the address"
            )
        if not target.userinfo and (target.scheme, target.netloc) == (self.address.scheme, self.address.netloc):
            target = target.copy_with(userinfo=self.address.userinfo)
        is_downgrade = self.address.scheme == "https" and target.scheme == "http"
        is_permanent = self.is_permanent and answer.status_code in _PERMANENT and not is_downgrade
        return _Hop(target, is_permanent, is_first=False)


def _response(answer: httpx.Response, hop: _Hop, validators: Validators, most_bytes: int) -> Response:
    headers = answer.headers
    status = answer.status_code
    is_unchanged = status == 304 and validators != _NO_VALIDATORS
    if not is_unchanged and not 200 <= status < 300:
        raise refused(status, headers.get("retry-after", ""))
    length = headers.get("content-length", "")
    if length.isdigit() and int(length[:18]) > most_bytes:
        raise too_large(most_bytes)
    media_type, charset = _content_type(headers.get("content-type", ""))
    given = Validators(headers.get("etag", ""), headers.get("last-modified", ""))
    return Response(
        address=without_tracking(str(hop.address.copy_with(userinfo=b""))),
        content=b"" if is_unchanged else read_body(answer.iter_raw(), headers.get("content-encoding", ""), most_bytes),
        media_type=media_type,
        charset=charset,
        is_unchanged=is_unchanged,
        moved_to=without_tracking(str(hop.address)) if hop.is_permanent and not hop.is_first else "",
        validators=_newer(validators, given) if is_unchanged else given,
    )


def _newer(known: Validators, given: Validators) -> Validators:
    return Validators(given.etag or known.etag, given.last_modified or known.last_modified)


def _content_type(header: str) -> tuple[str, str]:
    """The media type without its parameters, and the charset among them."""
    media_type, *parameters = header.split(";")
    named = (parameter.partition("=") for parameter in parameters)
    charset = next((value for name, _, value in named if name.strip().lower() == "charset"), "")
    return media_type.strip().lower(), charset.strip().strip("\"'").lower()


def _conditions(validators: Validators) -> dict[str, str]:
    headers = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in headers.items() if value}


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"Broadsheet/{version('broadsheet')} (news reader for the terminal)",
        "Accept": _ACCEPTED,
        "Accept-Encoding": ENCODINGS,
        "Connection": "close",
    }


@cache
def _ssl_context() -> ssl.SSLContext:
    """The trusted authorities, read once: it takes longer than many a fetch."""
    return httpx.create_ssl_context()


def _placed(error: FetchError, address: str) -> FetchError:
    where = error.where or shown_address(address)
    return FetchError(error.what, where, error.remedy, is_gone=error.is_gone, retry_at=error.retry_at)

"""Requests of httpx over guarded connections, each over a connection of its own, or through the reader's proxy."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from articles.errors import FetchError
from articles.sources.web.connection import GuardedBackend, allowed_addresses
from articles.sources.web.network import Network
from articles.sources.web.patience import OutOfTimeError, Patience
from articles.sources.web.permission import Permission, port_of
from articles.sources.web.waiting import waited


class GuardedTransport(httpx.BaseTransport):
    """Sends the requests of one fetch.

    No connection is kept for another request: one that was opened with a permission must not serve a request that
    lacks it, and the pause between two requests to a host outlasts most servers' patience anyway.

    A proxy that the environment names (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`, as for httpx) is used.
    It looks up names itself, so that only what this machine can look up is checked before.
    """

    def __init__(
        self, network: Network, patience: Patience, permission: Permission, ssl_context: ssl.SSLContext
    ) -> None:
        self._network = network
        self._patience = patience
        self._permission = permission
        self._ssl_context = ssl_context

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request; its answer's body is still to be read, and the answer to be closed."""
        pool = self._pool(request.url)
        try:
            answer = pool.handle_request(
                httpcore.Request(
                    request.method,
                    httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                )
            )
        except BaseException:
            pool.close()
            raise
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer, pool))

    def _pool(self, address: httpx.URL) -> httpcore.ConnectionPool:
        proxy = _proxy_for(address)
        if proxy is None:
            backend = GuardedBackend(self._network, self._patience, self._permission)
            return httpcore.ConnectionPool(self._ssl_context, network_backend=backend)
        self._check_target(address)
        return httpcore.ConnectionPool(
            self._ssl_context,
            proxy=httpcore.Proxy(str(proxy.copy_with(userinfo=b"")), auth=_credentials(proxy)),
            network_backend=GuardedBackend(self._network, self._patience, None),
        )

    def _check_target(self, address: httpx.URL) -> None:
        host, port = address.raw_host.decode("ascii"), port_of(address)
        try:
            found = waited(lambda: self._network.resolve(host, port), self._patience.limits.connect, self._patience)
        except (OSError, ValueError, OutOfTimeError):
            return  # behind a proxy there is often nobody else who knows names
        allowed_addresses(host, port, found, self._permission)


class _Body(httpx.SyncByteStream):
    """What is left of an answer, and the connection that it comes over."""

    def __init__(self, answer: httpcore.Response, pool: httpcore.ConnectionPool) -> None:
        self._answer = answer
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
        self._pool.close()


def _proxy_for(address: httpx.URL) -> httpx.URL | None:
    proxies = getproxies()
    named = proxies.get(address.scheme) or proxies.get("all")
    if not named or proxy_bypass(address.host):
        return None
    url = httpx.URL(named if "://" in named else f"http://{named}")
    if url.scheme != "http":
        raise FetchError(f"the proxy is reached over {url.scheme}", remedy="Name a proxy with an http:// address")
    return url


def _credentials(proxy: httpx.URL) -> tuple[str, str] | None:
    return (proxy.username, proxy.password) if proxy.username else None

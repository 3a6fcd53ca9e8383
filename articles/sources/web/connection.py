"""Connections that look before they connect, give up in time, and end at once when the reader asks."""

from __future__ import annotations

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import httpcore

from articles.errors import FetchError
from articles.sources.web.network import Network, is_private
from articles.sources.web.patience import OutOfTimeError, Patience
from articles.sources.web.permission import Permission
from articles.sources.web.waiting import waited

Answer = TypeVar("Answer")

_MOST_ADDRESSES = 4
"""Addresses of one host that are tried, each for its share of the time."""


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a name, drops what may not be reached, and connects to one of the addresses that are left.

    The connection is made to the very address that was checked, so that a name which changes between the two
    (DNS rebinding) gains nothing. The name itself is still what TLS checks and what the server is told.

    Args:
        network: What reaches hosts.
        patience: The time that is left.
        permission: What may be reached of the private networks; None for a proxy, which the environment names.
    """

    def __init__(self, network: Network, patience: Patience, permission: Permission | None) -> None:
        self._network = network
        self._patience = patience
        self._permission = permission

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of a host that answers.

        Raises:
            FetchError: All of its addresses are private, and nobody who may has named it.
            OSError: There is no such host, or it cannot be reached.
        """
        seconds = self._patience.limits.connect
        found = waited(lambda: self._network.resolve(host, port), seconds, self._patience)
        addresses = allowed_addresses(host, port, found, self._permission)[:_MOST_ADDRESSES]
        for address in addresses[:-1]:
            with contextlib.suppress(OSError, OutOfTimeError):
                return self._connected(address, port, seconds / len(addresses))
        return self._connected(addresses[-1], port, seconds / len(addresses))

    def _connected(self, address: str, port: int, seconds: float) -> PatientStream:
        connection = waited(lambda: self._network.connect(address, port, seconds), seconds, self._patience)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return PatientStream(connection, self._patience)


def allowed_addresses(host: str, port: int, found: Sequence[str], permission: Permission | None) -> Sequence[str]:
    """Those of a host's addresses that may be reached.

    Raises:
        FetchError: None of them may.
        OSError: There is none.
    """
    if not found:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    if permission is None:
        return found
    public = [address for address in found if not is_private(address)]
    if len(public) == len(found):
        permission.reached(host)
    elif permission.covers(host, port):
        return found
    if not public:
        place = host if host == found[0] else f"{host}, {found[0]}"
        raise FetchError(
            f"leads to a private address ({place}), which a site may not send you to",
            remedy="Name that address yourself if you trust it",
        )
    return public


class PatientStream(httpcore.NetworkStream):
    """A connection of which every wait is short, so that it ends in time or when the reader asks."""

    def __init__(self, connection: socket.socket, patience: Patience) -> None:
        self._connection = connection
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, or none at the end."""
        return self._patiently(lambda: self._connection.recv(max_bytes), self._patience.limits.read)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends a request, which is always short."""
        if buffer:
            self._patience.check()
            self._connection.settimeout(self._patience.limits.connect)
            self._connection.sendall(buffer)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, with TLS greeted and the server's certificate checked."""
        if isinstance(self._connection, ssl.SSLSocket):
            raise FetchError("the proxy is reached over https", remedy="Name a proxy with an http:// address")
        secured = ssl_context.wrap_socket(
            self._connection, server_hostname=server_hostname, do_handshake_on_connect=False
        )
        stream = PatientStream(secured, self._patience)
        try:
            stream._patiently(secured.do_handshake, self._patience.limits.connect)
        except BaseException:
            secured.close()
            raise
        return stream

    def _patiently(self, do: Callable[[], Answer], seconds: float) -> Answer:
        started = time.monotonic()
        while True:
            self._connection.settimeout(self._patience.slice(started, seconds))
            try:
                return do()
            except TimeoutError:
                continue

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the protocol has it
        """What httpcore asks of a connection: whether anything waits to be read, which it never does on a new one."""
        return self._connection if info == "socket" else None

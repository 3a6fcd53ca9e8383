"""A real HTTP server on loopback that misbehaves as it is told, and a network on which it passes for public hosts."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the server got it."""

    path: str
    headers: Mapping[str, str]
    """Names in lower case."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to a request."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    """Content-Length is added where it is not given."""
    parts: Callable[[], Iterator[bytes]] | None = None
    """Sent as they come instead of the body, without a Content-Length; the connection ends with the last."""
    wire: Callable[[], Iterator[bytes]] | None = None
    """Sent as they come instead of status, headers and body."""


Page = Answer | Callable[[Asked], Answer]
"""An answer, or what makes one of each request."""


class Server:
    """A server whose pages a test sets; what it is not told of is not found."""

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        self.pages: dict[str, Page] = {}
        """By path, with its query."""
        self.asked: list[Asked] = []
        """Every request, in order."""
        self.leaving = threading.Event()
        """Set when the test is over, so that a page which waits for something can end."""
        self._server = _QuietServer(self)
        self._scheme = "https" if tls else "http"
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def port(self) -> int:
        """The port it listens at."""
        return self._server.server_port

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a page of this server."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def start(self) -> None:
        """Begins to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Ends, with whatever still waits for `leaving`."""
        self.leaving.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server on a free port of loopback, for as long as the context lasts; over https where a context is given."""
    server = Server(tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()


class _QuietServer(ThreadingHTTPServer):
    """Answers each request in a thread of its own and complains of no client that leaves."""

    block_on_close = False

    def __init__(self, pages: Server) -> None:
        self.pages = pages
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that has had enough hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: _QuietServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
        self.server.pages.asked.append(asked)
        page = self.server.pages.pages.get(self.path, Answer(b"nothing here", 404))
        self._send(page if isinstance(page, Answer) else page(asked))

    def _send(self, answer: Answer) -> None:
        self.close_connection = True
        if answer.wire:
            self._write(answer.wire())
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.parts is None and "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self._write(answer.parts() if answer.parts else (answer.body,))

    def _write(self, parts: Iterable[bytes]) -> None:
        for part in parts:
            self.wfile.write(part)
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests look at what was asked."""


class StagedNetwork:
    """A network that a test lays out: names with their addresses, and where those addresses really lead.

    Args:
        names: The IP addresses of each host.
        routes: For IP addresses, the port on loopback that a connection to them goes to, whatever port was asked for.
    """

    def __init__(self, names: Mapping[str, Sequence[str]], routes: Mapping[str, int]) -> None:
        self.names = dict(names)
        self.routes = dict(routes)
        self.connected: list[tuple[str, int]] = []
        """The addresses and ports that were connected to."""

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """What the test said of a name; numbers are their own, in any spelling."""
        if host in self.names:
            return self.names[host]
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return tuple(str(place[0]) for *_, place in found)

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """A connection to wherever the test routes the address."""
        self.connected.append((address, port))
        return socket.create_connection(("127.0.0.1", self.routes.get(address, port)), seconds)

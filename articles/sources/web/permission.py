"""Which hosts a fetch may reach on the reader's own network: those that he named, and no others.

An address in a feed, a page or a redirect is a stranger's word. A stranger may not make this program ask something of
the reader's router, of a service on his machine, or of a cloud's metadata server (server-side request forgery).
"""

from __future__ import annotations

import threading
from collections.abc import Iterable

import httpx

_USUAL_PORTS = frozenset({80, 443})


class Visited:
    """The hosts that were found at a public address in this run.

    A name that is public once may not turn private afterwards (DNS rebinding).
    """

    def __init__(self) -> None:
        self._hosts: set[str] = set()
        self._lock = threading.Lock()

    def add(self, host: str) -> None:
        """Remembers a host that was reached at a public address."""
        with self._lock:
            self._hosts.add(host)

    def __contains__(self, host: str) -> bool:
        with self._lock:
            return host in self._hosts


class Permission:
    """What one fetch may reach of the private networks.

    Args:
        address: The address that is fetched.
        found_on: The feed or page in which it was found; empty when the reader named it himself.
        allowed: Hosts that may be private whoever names them.
        visited: The hosts that are known to be public.
    """

    def __init__(self, address: str, found_on: str, allowed: Iterable[str], visited: Visited) -> None:
        self._named = _place(found_on or address)
        self._allowed = frozenset(host.casefold() for host in allowed)
        self._visited = visited

    def covers(self, host: str, port: int) -> bool:
        """Whether a host may be reached at a private address.

        It may where the reader named it: the same host at the same port, or at one of the usual ones of the web.
        """
        host = host.casefold()
        if host in self._allowed:
            return True
        named_host, named_port = self._named
        return host == named_host and host not in self._visited and (port == named_port or port in _USUAL_PORTS)

    def reached(self, host: str) -> None:
        """Says that a host has a public address."""
        self._visited.add(host.casefold())


def _place(address: str) -> tuple[str, int]:
    """Host, as it is asked for on the wire, and port."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        return "", 0
    return url.raw_host.decode("ascii"), port_of(url)


def port_of(address: httpx.URL) -> int:
    """The port that an address is fetched from."""
    return address.port or (443 if address.scheme == "https" else 80)

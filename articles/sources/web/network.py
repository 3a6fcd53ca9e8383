"""Names to addresses and addresses to connections, and which addresses are nobody's but the reader's own."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from typing import Protocol

_TRANSLATED = (
    ipaddress.IPv6Network("::ffff:0:0/96"),
    ipaddress.IPv6Network("::ffff:0:0:0/96"),
    ipaddress.IPv6Network("64:ff9b::/96"),
    ipaddress.IPv6Network("::/96"),
)
"""IPv6 networks whose last 32 bits are an IPv4 address (RFC 4291, RFC 6052, RFC 7915)."""
_LOCAL_TRANSLATION = ipaddress.IPv6Network("64:ff9b:1::/48")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")


class Network(Protocol):
    """What reaches hosts: the system's network, or a test's own."""

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """The IP addresses of a host, best first; an IP address in any spelling is its own.

        Raises:
            OSError: There is no such host, or no one to ask.
        """

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """A TCP connection to an IP address.

        Raises:
            OSError: It is refused, unreachable, or not made in the given time.
        """


class SystemNetwork:
    """The network of the machine, asked through the system's resolver."""

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """As `Network.resolve` says; `localhost`, `127.1` and `2130706433` all give `127.0.0.1`."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(place[0]) for *_, place in found))

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """As `Network.connect` says."""
        return socket.create_connection((address, port), seconds)


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet.

    Loopback, link-local, RFC 1918, unique local, shared (carrier-grade NAT), documentation, multicast and reserved
    addresses are private, and so are the IPv6 spellings of such an IPv4 address. What is no IP address counts as
    private: nothing is known of it.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(ip, ipaddress.IPv6Address):
        if any(ip in network for network in _TRANSLATED):
            return is_private(str(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)))
        if ip in _SIX_TO_FOUR:
            return is_private(str(ip.sixtofour))
        if ip.is_site_local or ip in _LOCAL_TRANSLATION:
            return True
    return not ip.is_global or ip.is_multicast

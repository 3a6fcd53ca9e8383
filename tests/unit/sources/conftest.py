"""A server of one's own for each test, and the web to fetch from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articles.sources.web import Limits, Web
from tests.serving import Server, StagedNetwork, serving

PUBLIC = "93.184.215.14"
"""An address that counts as public; in these tests it leads to the server on loopback."""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def web() -> Iterator[Web]:
    """The web without a pause between requests, and with limits that a slow machine does not meet by accident."""
    with Web(gap=0, limits=Limits(connect=20, read=20, total=60)) as open_web:
        yield open_web


@pytest.fixture
def staged(server: Server) -> StagedNetwork:
    """A network on which `news.example` and `other.example` are public, and both are the server on loopback."""
    names = {
        "news.example": (PUBLIC,),
        "other.example": (PUBLIC,),
        "intranet.example": ("10.1.2.3",),
        "nas.local": ("192.168.7.7",),
    }
    routes = {PUBLIC: server.port, "10.1.2.3": server.port, "192.168.7.7": server.port}
    return StagedNetwork(names, routes)


@pytest.fixture
def staged_web(staged: StagedNetwork) -> Iterator[Web]:
    with Web(gap=0, network=staged, limits=Limits(connect=20, read=20, total=60)) as open_web:
        yield open_web

"""Fetching over https: the server's name is checked, whatever address it was reached at."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from articles.errors import Cancelled, FetchError
from articles.sources.web import Limits, Web
from tests.serving import Answer, Server, StagedNetwork, serving
from tests.unit.sources.conftest import PUBLIC

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of `news.example` that nobody has signed but itself, with its key in the same file."""
    path = tmp_path_factory.mktemp("tls") / "news.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example", "-days", "2",
         "-keyout", path.with_suffix(".key"), "-out", path],
        check=True,
        capture_output=True,
    )  # fmt: skip
    path.write_text(path.read_text() + path.with_suffix(".key").read_text())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as running:
        running.pages["/a"] = Answer(b"x")
        yield running


def network(server: Server) -> StagedNetwork:
    return StagedNetwork({"news.example": (PUBLIC,), "other.example": (PUBLIC,)}, {PUBLIC: server.port})


def test_a_server_that_proves_its_name_is_read(
    secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Web(gap=0, network=network(secure)) as web:
        assert web.fetch("https://news.example/a").content == b"x"
    assert secure.asked[0].headers["host"] == "news.example"


def test_a_server_that_bears_another_name_is_not(
    secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Web(gap=0, network=network(secure)) as web, pytest.raises(FetchError) as caught:
        web.fetch("https://other.example/a")
    line = str(caught.value)
    assert line.startswith("https://other.example/a: the server's certificate is not valid (Hostname mismatch")
    assert line.endswith("Do not trust this address.")
    assert not secure.asked


def test_a_certificate_that_nobody_signed_is_refused(secure: Server) -> None:
    with Web(gap=0, network=network(secure)) as web, pytest.raises(FetchError) as caught:
        web.fetch("https://news.example/a")
    assert "the server's certificate is not valid (self-signed certificate)" in str(caught.value)


def test_a_server_that_speaks_no_tls_is_named(server: Server) -> None:
    with (
        Web(gap=0, network=network(server)) as web,
        pytest.raises(FetchError, match="no secure connection could be made"),
    ):
        web.fetch("https://news.example/a")


def test_a_greeting_that_is_never_returned_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        staged = StagedNetwork({"news.example": (PUBLIC,)}, {PUBLIC: deaf.getsockname()[1]})
        with Web(gap=0, network=staged, limits=Limits(connect=0.3)) as web, pytest.raises(FetchError) as caught:
            web.fetch("https://news.example/a")
    assert str(caught.value) == "https://news.example/a: no answer within 0.3 seconds. Try again later."


def test_a_greeting_that_is_never_returned_can_be_left() -> None:
    cancelled = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as deaf, ThreadPoolExecutor(1) as threads:
        accepted = threads.submit(deaf.accept)
        accepted.add_done_callback(lambda _: cancelled.set())
        staged = StagedNetwork({"news.example": (PUBLIC,)}, {PUBLIC: deaf.getsockname()[1]})
        with Web(cancelled, gap=0, network=staged) as web, pytest.raises(Cancelled):
            web.fetch("https://news.example/a")
        accepted.result()[0].close()


def test_a_permanent_move_to_an_insecure_address_is_followed_but_not_kept(
    secure: Server, server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.pages["/a"] = Answer(status=301, headers={"Location": "http://plain.example/b"})
    server.pages["/b"] = Answer(b"x")
    staged = StagedNetwork(
        {"news.example": (PUBLIC,), "plain.example": ("8.8.8.8",)}, {PUBLIC: secure.port, "8.8.8.8": server.port}
    )
    with Web(gap=0, network=staged) as web:
        found = web.fetch("https://news.example/a")
    assert (found.content, found.moved_to) == (b"x", "")


def test_a_slow_drip_over_tls_is_stopped_within_a_second(
    secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    cancelled = threading.Event()

    def drip() -> Iterator[bytes]:
        cancelled.set()
        while not secure.leaving.wait(0.02):
            yield b"x"

    secure.pages["/a"] = Answer(parts=drip)
    with Web(cancelled, gap=0, network=network(secure)) as web:
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            web.fetch("https://news.example/a")
        assert time.monotonic() - begun < 1

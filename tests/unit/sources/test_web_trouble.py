"""A server that misbehaves in every known way: each ends soon, in one clear line."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from articles.errors import Cancelled, FetchError
from articles.model import Validators
from articles.sources import MAX_BYTES
from articles.sources.web import Limits, Web
from tests.serving import Answer, Server, StagedNetwork


def trouble(web: Web, address: str, most_bytes: int = MAX_BYTES) -> FetchError:
    """The error of a fetch that must fail, in one printable line that begins with the address."""
    with pytest.raises(FetchError) as caught:
        web.fetch(address, most_bytes=most_bytes)
    line = str(caught.value)
    assert line.isprintable()
    assert line.startswith(f"{address}: ")
    return caught.value


def said(web: Web, address: str, most_bytes: int = MAX_BYTES) -> str:
    """What the line says behind the address."""
    return str(trouble(web, address, most_bytes)).removeprefix(f"{address}: ")


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (401, "asks for a log-in (401). Put name and password into the address, if you have them."),
        (403, "the server does not let Broadsheet read it (403). Open it in a browser."),
        (404, "not found (404). Check the address."),
        (418, "the server answered 418. Check the address."),
        (429, "asked too often (429). Try again later."),
        (500, "the server has trouble (500). Try again later."),
        (503, "the server has trouble (503). Try again later."),
        (301, "the server answered 301. Check the address."),
        (304, "the server answered 304. Check the address."),
    ],
)
def test_a_refusal_says_what_and_what_to_do(server: Server, web: Web, status: int, line: str) -> None:
    server.pages["/a"] = Answer(status=status)
    error = trouble(web, server.address("/a"))
    assert str(error).endswith(f": {line}")
    assert (error.is_gone, error.retry_at) == (False, None)


def test_what_is_gone_is_said_to_be_gone_for_good(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(status=410)
    error = trouble(web, server.address("/a"))
    assert error.is_gone
    assert str(error).endswith(": gone for good (410). Remove it.")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("retry_after", "expected"),
    [
        ("120", datetime(2024, 9, 2, 10, 2, tzinfo=UTC)),
        ("Mon, 02 Sep 2024 11:30:00 GMT", datetime(2024, 9, 2, 11, 30, tzinfo=UTC)),
        ("Mon, 02 Sep 2024 12:30:00 -0000", datetime(2024, 9, 2, 12, 30, tzinfo=UTC)),
        ("0", datetime(2024, 9, 2, 10, 0, tzinfo=UTC)),
        ("Sun, 01 Sep 2024 11:30:00 GMT", datetime(2024, 9, 2, 10, 0, tzinfo=UTC)),
        ("99999999999999999999999", datetime(2024, 9, 3, 10, 0, tzinfo=UTC)),
        ("Mon, 02 Sep 2999 11:30:00 GMT", datetime(2024, 9, 3, 10, 0, tzinfo=UTC)),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_a_server_says_when_to_come_back(
    server: Server, web: Web, monkeypatch: pytest.MonkeyPatch, status: int, retry_after: str, expected: datetime | None
) -> None:
    monkeypatch.setenv("BROADSHEET_NOW", "2024-09-02T10:00:00+00:00")
    server.pages["/a"] = Answer(status=status, headers={"Retry-After": retry_after})
    error = trouble(web, server.address("/a"))
    assert error.retry_at == expected
    if expected:
        assert error.remedy == f"The server wants to be asked again from {expected:%Y-%m-%d %H:%M} UTC on"


def test_a_time_to_come_back_means_nothing_with_another_refusal(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(status=404, headers={"Retry-After": "120"})
    assert trouble(web, server.address("/a")).retry_at is None


def test_redirects_in_a_circle_end(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(status=301, headers={"Location": "/b"})
    server.pages["/b"] = Answer(status=302, headers={"Location": "/a"})
    assert said(web, server.address("/a")) == "redirects without end (more than 10). Check the address."
    assert len(server.asked) == 11


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("ftp://x.org/", "ftp://x.org/"),
    ],
)
def test_a_redirect_out_of_the_web_is_refused(server: Server, web: Web, target: str, shown: str) -> None:
    server.pages["/a"] = Answer(status=302, headers={"Location": target})
    assert said(web, server.address("/a")).startswith(f"redirects to what is no address of the web ({shown}")


@pytest.mark.parametrize("target", ["http://[::1", "http://0177.0.0.1/", "data:text/html,x", "about:blank"])
def test_a_redirect_to_nonsense_is_refused(server: Server, web: Web, target: str) -> None:
    server.pages["/a"] = Answer(status=302, headers={"Location": target})
    assert said(web, server.address("/a")) == "redirects to what is no address of the web. Check the address."


def test_a_silent_server_is_not_waited_for_beyond_the_limit(server: Server) -> None:
    def silent() -> Iterator[bytes]:
        server.leaving.wait()
        yield b""

    server.pages["/a"] = Answer(wire=silent)
    with Web(gap=0, limits=Limits(read=0.2)) as web:
        assert said(web, server.address("/a")) == "no answer within 0.2 seconds. Try again later."


def dripping(server: Server, beginning: bytes = b"") -> Iterator[bytes]:
    """Something, and then a byte every now and then, for ever."""
    yield beginning
    while not server.leaving.wait(0.01):
        yield b"x"


@pytest.mark.parametrize("where", ["status", "headers", "body"])
def test_a_slow_drip_ends_at_the_total(server: Server, where: str) -> None:
    beginnings = {
        "status": b"",
        "headers": b"HTTP/1.1 200 OK\r\nContent-Type: ",
        "body": b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n",
    }
    server.pages["/a"] = Answer(wire=lambda: dripping(server, beginnings[where]))
    with Web(gap=0, limits=Limits(read=20, total=0.4)) as web:
        begun = time.monotonic()
        assert said(web, server.address("/a")) == "too slow: not all there after 0.4 seconds. Try again later."
        assert time.monotonic() - begun < 3


def test_a_reader_who_asks_to_stop_is_obeyed_within_a_second(server: Server) -> None:
    cancelled = threading.Event()

    def drip() -> Iterator[bytes]:
        yield from dripping(server, b"HTTP/1.1 200 OK\r\n\r\n")

    def page(asked: object) -> Answer:
        cancelled.set()
        return Answer(wire=drip)

    server.pages["/a"] = page
    with Web(cancelled, gap=0) as web:
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            web.fetch(server.address("/a"))
        assert time.monotonic() - begun < 1


def test_a_name_that_is_looked_up_for_ever_can_be_left() -> None:
    cancelled, leaving = threading.Event(), threading.Event()

    class Stuck(StagedNetwork):
        def resolve(self, host: str, port: int) -> tuple[str, ...]:
            cancelled.set()
            leaving.wait()
            return ()

    with Web(cancelled, gap=0, network=Stuck({}, {})) as web, pytest.raises(Cancelled):
        web.fetch("http://news.example/")
    leaving.set()


def test_a_name_that_is_looked_up_too_long_is_given_up() -> None:
    leaving = threading.Event()

    class Stuck(StagedNetwork):
        def resolve(self, host: str, port: int) -> tuple[str, ...]:
            leaving.wait()
            return ()

    with Web(gap=0, network=Stuck({}, {}), limits=Limits(connect=0.2)) as web:
        assert said(web, "http://news.example/") == "no answer within 0.2 seconds. Try again later."
    leaving.set()


def test_whoever_waits_for_a_turn_can_be_stopped_too(server: Server) -> None:
    cancelled, arrived = threading.Event(), threading.Event()

    def page(asked: object) -> Answer:
        arrived.set()
        return Answer(wire=lambda: dripping(server))

    server.pages["/a"] = page
    with Web(cancelled, per_host=1, gap=0) as web, ThreadPoolExecutor(2) as threads:
        running = [threads.submit(web.fetch, server.address("/a")) for _ in range(2)]
        assert arrived.wait(20)
        cancelled.set()
        assert all(isinstance(each.exception(timeout=20), Cancelled) for each in running)
    assert len(server.asked) == 1


def test_leaving_the_web_ends_what_is_under_way(server: Server) -> None:
    arrived = threading.Event()

    def page(asked: object) -> Answer:
        arrived.set()
        return Answer(wire=lambda: dripping(server))

    server.pages["/a"] = page
    with ThreadPoolExecutor(1) as threads:
        with Web(gap=0) as web:
            running = threads.submit(web.fetch, server.address("/a"))
            assert arrived.wait(20)
        assert isinstance(running.exception(timeout=20), Cancelled)
    with pytest.raises(Cancelled):
        web.fetch(server.address("/a"))


def test_waiting_for_a_turn_does_not_count_as_slowness(server: Server) -> None:
    server.pages["/a"] = Answer(b"x")
    with Web(gap=1.2, limits=Limits(total=1.1)) as web:
        web.fetch(server.address("/a"))
        assert web.fetch(server.address("/a")).content == b"x"


def test_an_answer_that_breaks_off_is_named(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(b"half of it", headers={"Content-Length": "1000"})
    assert said(web, server.address("/a")) == "the answer broke off in the middle. Try again later."


def test_an_answer_whose_chunks_break_off_is_named(server: Server, web: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n10\r\nhal"
    server.pages["/a"] = Answer(wire=lambda: iter([head]))
    assert said(web, server.address("/a")) == "the answer broke off in the middle. Try again later."


def test_a_server_that_hangs_up_is_named(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(wire=lambda: iter([b""]))
    assert said(web, server.address("/a")) == "the server hung up without an answer. Try again later."


@pytest.mark.parametrize(
    "wire", [b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"HTTP/1.1 banana\r\n\r\n", b"\0" * 200_000, b"a" * 200_000]
)
def test_what_does_not_speak_http_is_named(server: Server, web: Web, wire: bytes) -> None:
    server.pages["/a"] = Answer(wire=lambda: iter([wire]))
    assert said(web, server.address("/a")) == "the answer is not HTTP. Check the address."


def test_endless_headers_are_not_read(server: Server, web: Web) -> None:
    def endless() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while not server.leaving.is_set():
            yield b"X-Filler: " + b"x" * 1000 + b"\r\n"

    server.pages["/a"] = Answer(wire=endless)
    assert said(web, server.address("/a")) == "the answer is not HTTP. Check the address."


def test_truncated_gzip_is_named(server: Server, web: Web) -> None:
    packed = gzip.compress(b"".join(str(number).encode() for number in range(50_000)))
    server.pages["/a"] = Answer(packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})
    assert said(web, server.address("/a")) == "broke off in the middle of its compressed data. Try again later."


def test_damaged_gzip_is_named(server: Server, web: Web) -> None:
    packed = bytearray(gzip.compress(b"word " * 10_000))
    packed[20:30] = b"\xff" * 10
    server.pages["/a"] = Answer(bytes(packed), headers={"Content-Encoding": "gzip"})
    assert said(web, server.address("/a")) == "compressed data that is damaged. Try again later."


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "\x1b[31m"])
def test_a_compression_that_was_not_asked_for_is_named(server: Server, web: Web, encoding: str) -> None:
    server.pages["/a"] = Answer(b"abcdefgh", headers={"Content-Encoding": encoding})
    assert "compressed in a way that was not asked for" in said(web, server.address("/a"))


def test_a_gzip_bomb_is_not_unpacked(server: Server, web: Web) -> None:
    bomb = gzip.compress(b"\0" * 60_000_000, 1)
    assert len(bomb) < 400_000
    server.pages["/a"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    line = "larger than 20 MB, which no article and no feed is. Leave it out."
    assert said(web, server.address("/a")) == line


def test_5_gigabytes_are_refused_by_their_length(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(b"", headers={"Content-Length": "5000000000"})
    assert said(web, server.address("/a")).startswith("larger than 20 MB")


def test_5_gigabytes_that_do_not_say_so_are_left_at_the_limit(server: Server, web: Web) -> None:
    sent = 0

    def gigabytes() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(50_000):
            sent += 100_000
            yield b"x" * 100_000

    server.pages["/a"] = Answer(parts=gigabytes)
    assert said(web, server.address("/a"), most_bytes=2_000_000).startswith("larger than 2 MB")
    assert sent < 50_000_000


def test_a_refused_connection_is_named(web: Web) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert said(web, address) == "the connection was refused. Try again later."


def test_a_host_that_is_not_there_is_named() -> None:
    class Empty(StagedNetwork):
        def resolve(self, host: str, port: int) -> tuple[str, ...]:
            raise socket.gaierror(self.names["error"][0], "x")

    for code, line in (
        (socket.EAI_NONAME, "no such host. Check the address."),
        (socket.EAI_AGAIN, "the name could not be looked up. Check your connection to the network."),
    ):
        with Web(gap=0, network=Empty({"error": (code,)}, {})) as web:  # type: ignore[dict-item]  # a code, not a name
            assert said(web, "http://gone.example/") == line


@pytest.mark.parametrize(
    "address",
    ["", "x", "ftp://example.org/", "file:///etc/passwd", "example.org/feed", "javascript:alert(1)", "http:///x"],
)
def test_what_is_no_address_of_the_web_is_not_fetched(web: Web, address: str) -> None:
    with pytest.raises(FetchError, match=r"not an address of the web. It must begin with http:// or https://"):
        web.fetch(address)


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://x:port/", "http://\N{SNOWMAN}\0/", "http://a..b/", "http://%/"]
)
def test_impossible_addresses_are_one_line(web: Web, address: str) -> None:
    with pytest.raises(FetchError) as caught:
        web.fetch(address)
    assert str(caught.value).isprintable()


def test_a_password_is_in_no_error(server: Server, web: Web) -> None:
    with pytest.raises(FetchError) as caught:
        web.fetch(server.address("/gone").replace("://", "://me:secret@"))
    assert "secret" not in str(caught.value)
    assert "/gone: not found" in str(caught.value)


def test_a_first_address_that_does_not_answer_is_passed_over(server: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = free.getsockname()[1]
    network = StagedNetwork({"two.example": ("8.8.8.8", "9.9.9.9")}, {"8.8.8.8": dead, "9.9.9.9": server.port})
    server.pages["/"] = Answer(b"x")
    with Web(gap=0, network=network) as web:
        assert web.fetch("http://two.example/").content == b"x"
    assert [address for address, _ in network.connected] == ["8.8.8.8", "9.9.9.9"]


def test_a_first_address_that_is_silent_is_passed_over(server: Server) -> None:
    class Halting(StagedNetwork):
        def connect(self, address: str, port: int, seconds: float) -> socket.socket:
            if address == "8.8.8.8":
                server.leaving.wait()
            return super().connect(address, port, seconds)

    network = Halting({"two.example": ("8.8.8.8", "9.9.9.9")}, {"9.9.9.9": server.port, "8.8.8.8": server.port})
    server.pages["/"] = Answer(b"x")
    with Web(gap=0, network=network, limits=Limits(connect=1)) as web:
        assert web.fetch("http://two.example/").content == b"x"


def test_validators_of_strangers_cannot_break_a_request(server: Server, web: Web) -> None:
    with pytest.raises(FetchError, match="not a possible address"):
        web.fetch(server.address("/a"), Validators("a\r\nX-Injected: 1"))
    assert not server.asked


def test_a_wait_of_a_day_is_the_longest() -> None:
    from articles.sources.web.problems import read_retry_after

    moment = read_retry_after("86401")
    assert moment is not None
    assert moment - datetime.now(UTC) <= timedelta(days=1)

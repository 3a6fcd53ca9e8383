"""What a server that behaves gives: content, nothing new, another place."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.model import Validators
from articles.sources.web import Web
from articles.sources.web.turns import Turns
from tests.serving import Answer, Asked, Server


def test_a_page_comes_with_its_type_charset_and_validators(server: Server, web: Web) -> None:
    headers = {
        "Content-Type": 'Text/HTML; charset="ISO-8859-1"; x=y',
        "ETag": '"7"',
        "Last-Modified": "Mon, 02 Sep 2024 10:00:00 GMT",
    }
    server.pages["/a"] = Answer(b"<p>A storm.", headers=headers)
    found = web.fetch(server.address("/a"))
    assert (found.content, found.media_type, found.charset) == (b"<p>A storm.", "text/html", "iso-8859-1")
    assert found.validators == Validators('"7"', "Mon, 02 Sep 2024 10:00:00 GMT")
    assert (found.address, found.moved_to, found.is_unchanged) == (server.address("/a"), "", False)


def test_a_server_is_told_who_asks_and_gets_no_cookie_of_another_fetch(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(b"x", headers={"Set-Cookie": "track=1"})
    web.fetch(server.address("/a"))
    web.fetch(server.address("/a"))
    for asked in server.asked:
        assert asked.headers["user-agent"].startswith("Broadsheet/")
        assert "cookie" not in asked.headers


def test_a_cookie_lasts_through_the_redirects_of_one_fetch(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(status=302, headers={"Location": "/b", "Set-Cookie": "seen=1"})
    server.pages["/b"] = lambda asked: Answer(asked.headers.get("cookie", "none").encode())
    assert web.fetch(server.address("/a")).content == b"seen=1"


def test_what_has_not_changed_is_not_sent_again(server: Server, web: Web) -> None:
    known = Validators('"7"', "Mon, 02 Sep 2024 10:00:00 GMT")
    server.pages["/a"] = Answer(status=304, headers={"ETag": '"8"'})
    found = web.fetch(server.address("/a"), known)
    assert (found.is_unchanged, found.content) == (True, b"")
    assert found.validators == Validators('"8"', "Mon, 02 Sep 2024 10:00:00 GMT")
    [asked] = server.asked
    assert asked.headers["if-none-match"] == '"7"'
    assert asked.headers["if-modified-since"] == "Mon, 02 Sep 2024 10:00:00 GMT"


def test_without_validators_no_condition_is_sent(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(b"x")
    web.fetch(server.address("/a"))
    assert not {"if-none-match", "if-modified-since"} & set(server.asked[0].headers)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", lambda body: gzip.compress(body[:100]) + gzip.compress(body[100:])),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("", gzip.compress),
        ("gzip", bytes),
        ("identity", bytes),
    ],
)
def test_compressed_bodies_are_unpacked(
    server: Server, web: Web, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    body = b"The ferry was late again on Monday. " * 5_000
    server.pages["/a"] = Answer(pack(body), headers={"Content-Encoding": encoding} if encoding else {})
    assert web.fetch(server.address("/a")).content == body


END = Answer(b"end")


def redirects(server: Server, *statuses: int, end: Answer = END) -> str:
    """Sets up pages that redirect with the given statuses, one to the next, and gives the address of the first."""
    for number, status in enumerate(statuses):
        server.pages[f"/{number}"] = Answer(status=status, headers={"Location": f"/{number + 1}?utm_source=rss"})
        server.pages[f"/{number}?utm_source=rss"] = server.pages[f"/{number}"]
    server.pages[f"/{len(statuses)}?utm_source=rss"] = end
    return server.address("/0")


@pytest.mark.parametrize("statuses", [(301,), (308,), (301, 308, 301)])
def test_a_chain_of_permanent_moves_is_a_move(server: Server, web: Web, statuses: tuple[int, ...]) -> None:
    found = web.fetch(redirects(server, *statuses))
    assert found.content == b"end"
    assert found.moved_to == found.address == server.address(f"/{len(statuses)}")


@pytest.mark.parametrize("statuses", [(302,), (303,), (307,), (301, 302), (302, 301), (301, 307, 308)])
def test_a_chain_with_a_temporary_move_is_none(server: Server, web: Web, statuses: tuple[int, ...]) -> None:
    found = web.fetch(redirects(server, *statuses))
    assert (found.content, found.moved_to) == (b"end", "")
    assert found.address == server.address(f"/{len(statuses)}")


def test_a_moved_page_that_has_not_changed_is_both(server: Server, web: Web) -> None:
    found = web.fetch(redirects(server, 301, end=Answer(status=304)), Validators('"7"'))
    assert found.is_unchanged
    assert found.moved_to == server.address("/1")


def test_a_feed_address_of_browsers_is_fetched(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(b"x")
    assert web.fetch(f" feed:{server.address('/a')} ").content == b"x"
    assert web.fetch(server.address("/a#part").replace("http:", "feed:")).content == b"x"


def test_name_and_password_of_an_address_are_sent_and_never_shown(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(status=301, headers={"Location": "/b"})
    server.pages["/b"] = lambda asked: Answer(asked.headers.get("authorization", "none").encode())
    found = web.fetch(server.address("/a").replace("://", "://me:secret@"))
    assert found.content == b"Basic bWU6c2VjcmV0"
    assert found.address == server.address("/b")
    assert found.moved_to == server.address("/b").replace("://", "://me:secret@")


def test_name_and_password_do_not_follow_to_another_host(server: Server, web: Web) -> None:
    server.pages["/a"] = Answer(status=301, headers={"Location": server.address("/b", host="localhost")})
    server.pages["/b"] = lambda asked: Answer(asked.headers.get("authorization", "none").encode())
    with Web(gap=0, allow_private=["localhost"]) as open_web:
        found = open_web.fetch(server.address("/a").replace("://", "://me:secret@"))
    assert found.content == b"none"


def test_no_more_than_two_requests_are_at_a_host_at_once(server: Server) -> None:
    lock, pair = threading.Lock(), threading.Barrier(2)
    running, most = 0, 0

    def page(asked: Asked) -> Answer:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        pair.wait(timeout=20)
        with lock:
            running -= 1
        return Answer(b"x")

    server.pages["/a"] = page
    with Web(gap=0, per_host=2) as web, ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda _: web.fetch(server.address("/a")).content, range(6)))
    assert found == [b"x"] * 6
    assert most == 2


def test_requests_to_a_host_begin_apart() -> None:
    turns, begun = Turns(per_host=2, gap=0.2), []
    for _ in range(3):
        with turns.turn("h.example:80", lambda: None):
            begun.append(time.monotonic())
    with turns.turn("other.example:80", lambda: None) as waited:
        assert waited < 0.1
    assert begun[1] - begun[0] >= 0.19
    assert begun[2] - begun[1] >= 0.19

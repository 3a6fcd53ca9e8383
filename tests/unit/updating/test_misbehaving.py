"""Feeds of every bad kind in one update, side by side: each ends in one line, and nothing else is touched by it."""

from __future__ import annotations

import gzip
import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from articles.library import Library
from articles.sources.web import Limits
from articles.updating import Updating
from tests.serving import Answer, Server, serving
from tests.unit.updating.feed_making import Item, feed, rss

GOOD = tuple(f"/good/{number}" for number in range(4))
FORGIVEN = ("/charset", "/invalid", "/unchanged", "/chain", "/entities")
BAD = ("/gone", "/busy", "/drip", "/cut", "/huge", "/endless", "/bomb", "/round", "/page", "/empty", "/error")
FIVE_GIGABYTES = 5_000_000_000
BLANKS = gzip.compress(b"<rss>" + bytes(100_000_000), 1)
GZIPPED = {"Content-Encoding": "gzip"}
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (name, b"&%c;" % (name - 1) * 10) for name in range(ord("b"), ord("k")))
    + b']><rss version="2.0"><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>'
)


def bad_pages(server: Server) -> dict[str, Answer]:
    """What ends in a problem, by path."""

    def drip() -> Iterator[bytes]:
        yield b"<rss>"
        for _ in itertools.count():
            if server.leaving.wait(0.05):
                return
            yield b" "

    def endless() -> Iterator[bytes]:
        while not server.leaving.is_set():
            yield b"<item></item>" * 5_000

    return {
        "/gone": Answer(status=410),
        "/busy": Answer(status=429, headers={"Retry-After": "7200"}),
        "/drip": Answer(parts=drip),
        "/cut": Answer(gzip.compress(rss(*(Item(str(number)) for number in range(200))))[:400], headers=GZIPPED),
        "/huge": Answer(rss(), headers={"Content-Length": str(FIVE_GIGABYTES)}),
        "/endless": Answer(parts=endless),
        "/bomb": Answer(BLANKS, headers=GZIPPED),
        "/round": Answer(status=302, headers={"Location": "/round"}),
        "/page": Answer(b"<!doctype html><html><body>Not found</body></html>", headers={"Content-Type": "text/html"}),
        "/empty": Answer(b""),
        "/error": Answer(status=503),
    }


def forgiven_pages() -> dict[str, Answer]:
    """What is odd and read all the same, by path."""
    accented = rss(Item("accent", "Réouverture du café à Évora"), title="Charset")
    return {
        "/charset": Answer(accented, headers={"Content-Type": "application/rss+xml; charset=us-ascii"}),
        "/invalid": Answer(rss(Item("odd", "Salt & vinegar")).replace(b"&amp;", b"&").replace(b"</channel>", b"<br>")),
        "/unchanged": Answer(status=304),
        "/entities": Answer(BOMB),
        "/chain": Answer(status=301, headers={"Location": "/chain/2"}),
        "/chain/2": Answer(status=301, headers={"Location": "/chain/3"}),
        "/chain/3": feed(Item("chain", "At the end of the chain")),
    }


@pytest.fixture
def servers() -> Iterator[dict[str, Server]]:
    """A server of its own for each feed, by the path of the feed."""
    with ExitStack() as stack:
        yield {path: stack.enter_context(serving()) for path in (*GOOD, *FORGIVEN, *BAD)}


def test_each_bad_feed_ends_in_one_line_and_the_others_are_updated(
    servers: dict[str, Server], library_path: Path
) -> None:
    for path, server in servers.items():
        server.pages[path] = feed(Item("first"), title=path, headers={"ETag": '"1"'})
    addresses = {path: server.address(path) for path, server in servers.items()}
    first, _ = Updating(library_path).subscribe(list(addresses.values()))
    assert (first.added, first.problems) == (len(servers), ())

    for path, server in servers.items():
        good = {path: feed(Item("first"), Item("second", f"Second of {path}"), title=path)}
        server.pages.update(good if path in GOOD else forgiven_pages() if path in FORGIVEN else bad_pages(server))
    report = Updating(library_path, limits=Limits(read=4.0, total=6.0)).update()

    told = {path: [line for line in report.problems if f"{addresses[path]}:" in line] for path in servers}
    assert {path: len(lines) for path, lines in told.items() if lines} == dict.fromkeys(BAD, 1)
    assert len(report.problems) == len(BAD)
    assert not any("\n" in line or "Traceback" in line for line in report.problems)
    assert report.sources == len(GOOD) + len(FORGIVEN)
    assert report.added == len(GOOD) + len(FORGIVEN) - 1, "all but what is unchanged"
    with Library.open(library_path) as library:
        titles = {row.title for row in library.rows(library.ids())}
        sources = {source.title: source for source in library.sources.all()}
    assert {f"Second of {path}" for path in GOOD} <= titles
    assert {"Réouverture du café à Évora", "Salt & vinegar", "At the end of the chain"} <= titles
    assert max(map(len, titles)) < 100, "no entity was expanded"
    assert {path for path, source in sources.items() if not source.is_active} == {"/gone"}
    assert {path for path, source in sources.items() if source.not_before} == {"/busy"}
    assert {path for path, source in sources.items() if source.failures} == set(BAD)
    assert sources["/chain"].address == servers["/chain"].address("/chain/3")
    with closing(sqlite3.connect(library_path)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
